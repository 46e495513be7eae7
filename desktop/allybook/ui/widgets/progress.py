"""Long work, always with a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.countdown import Countdown, twin
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Pause


LAST = 120
"""What the words on one line keep, so that the bar beside them does not dance (pixels)."""


class Step(Struct, frozen=True):
    """How far a job is: ``done`` of ``total`` (0: not known yet), what was done last, time left.

    ``left`` is said after the numbers (``8 min left``); a ``pause`` is counted down in place of
    ``last``.
    """

    done: int
    total: int
    last: str = ""
    left: str = ""
    pause: Pause | None = None


class ProgressCard(Card):
    """A job's title, its bar, what was done last, Pause and Stop.

    A ``low`` one has it all on one line: it stands below a page and takes little of it.
    """

    pause_asked = Signal()
    go_on_asked = Signal()
    stop_asked = Signal()

    def __init__(
        self, look: Look, title: str, *, pausable: bool = False, low: bool = False
    ) -> None:
        super().__init__(look)
        self._paused = False
        self.title = Words(look, title, "ui_bold")
        self.numbers = Words(look, "", "caption", "text_2")
        self.meter = Meter(look)
        self.last = Words(look, "", "caption", "text_2")
        self.countdown = Countdown(look)
        self.pause = FlatButton(look, self.tr("Pause"), size="button_small")
        self.stop = Button(look, self.tr("Stop"), size="button_small")
        self.pause.setVisible(pausable)
        self.pause.clicked.connect(self._turn)
        self.stop.clicked.connect(self.stop_asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        (self._lay_out_low if low else self._lay_out)(look)

    def show_step(self, step: Step) -> None:
        """Show how far the job is."""
        words = self.tr("%1 of %2").replace("%2", count(step.total)).replace("%1", count(step.done))
        parts = [words if step.total else "", step.left]
        text = ", ".join(part for part in parts if part)
        self.numbers.setText(text)
        self.numbers.updateGeometry()
        self.last.setText(step.last)
        self.last.setToolTip(as_written(step.last))
        if step.total:
            self.meter.show_share(step.done / step.total, text)
        else:
            self.meter.show_some(step.last)
        self.last.setVisible(step.pause is None)
        self.countdown.show_pause(step.pause)
        twins = [self.title.text(), text, *([twin(step.pause)] if step.pause else [])]
        self.setAccessibleName(", ".join(twins))

    def show_paused(self, *, paused: bool) -> None:
        """Offer to go on instead of pausing."""
        self._paused = paused
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no pause down where the job is over; another page before this one is no end."""
        super().hideEvent(event)
        if self.isHidden():
            self.countdown.forget()

    def _turn(self) -> None:
        was_paused = self._paused
        self.show_paused(paused=not was_paused)
        (self.go_on_asked if was_paused else self.pause_asked).emit()

    def _lay_out_low(self, look: Look) -> None:
        row, side = QHBoxLayout(self), look.space("m") + 1
        row.setContentsMargins(side, look.space("s") + 1, look.space("s") + 1, look.space("s") + 1)
        row.setSpacing(look.space("l"))
        self.last.setMinimumWidth(LAST)
        self.numbers.hide()
        for part in (self.title, self.meter, self.last, self.countdown, self.pause, self.stop):
            row.addWidget(part, part is self.meter)

    def _lay_out(self, look: Look) -> None:
        side = look.space("m") + 1
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space("s"))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.numbers)
        foot.setSpacing(look.space("s"))
        foot.addWidget(self.last, 1)
        foot.addWidget(self.countdown, 1)
        foot.addWidget(self.pause)
        foot.addWidget(self.stop)
        column.addLayout(head)
        column.addWidget(self.meter)
        column.addLayout(foot)
