"""How long a job still waits, counted down where its progress stands."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.domain.money.limits import WaitsFor
from allybook.ui.aloud import say_aloud
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.words import Words
from allybook.ui.wording import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Pause

translate = QCoreApplication.translate

MINUTE = 60
HOUR = 3_600
SHORT = 5.0
"""A pause of fewer seconds is over before a screen reader has said it."""


class Countdown(QWidget):
    """An hourglass and one line, anew each second. ``monotonic`` gives seconds.

    A screen reader is told when a pause begins and when it is over, not each second; ``told``
    carries what it is told.
    """

    told = Signal(str)

    def __init__(self, look: Look, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._pause: Pause | None = None
        self._said = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.words = Words(look, "", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("xs"))
        row.addWidget(Glyph(look, "hourglass", "accent_text"))
        row.addWidget(self.words, 1)
        self.told.connect(lambda words: say_aloud(self, words))
        self.hide()

    def show_pause(self, pause: Pause | None) -> None:
        """Count a pause down, or show none; the same pause goes on."""
        if pause == self._pause:
            return
        was_said, self._pause = self._said, pause
        self._said = pause is not None and pause.ends - self._monotonic() >= SHORT
        self.setVisible(pause is not None)
        if pause is None:
            self._timer.stop()
            if was_said:
                self.told.emit(self.tr("The pause is over; it goes on."))
            return
        self.words.setAccessibleName(twin(pause))
        self._tick()
        if self._said:
            self.told.emit(self.tr("%1. It goes on by itself.").replace("%1", twin(pause)))

    def forget(self) -> None:
        """Show no pause any more, and say nothing: the job has ended."""
        self._said = False
        self.show_pause(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on counting."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more: nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        if self._pause is None:
            return
        left = self._pause.ends - self._monotonic()
        self.words.setText(sentence(self._pause.why, max(0, ceil(left))))
        if left > 0 and self.isVisible():
            # The figure changes with the next whole second that is left.
            self._timer.start(ceil(1_000 * (left - (ceil(left) - 1))))


def sentence(why: str, left: int) -> str:
    """Return what is waited for, and how many seconds more."""
    if not left:
        text = translate("Countdown", "%2: it goes on any moment now")
    elif why == WaitsFor.TROUBLE:
        text = translate("Countdown", "%2: the next try is in %1")
    else:
        text = translate("Countdown", "%2: %1 left, then it goes on by itself")
    return text.replace("%1", figures(left)).replace("%2", _said_as(why))


def figures(seconds: int) -> str:
    """Return a length as clocks show it: ``0:07``, ``12:40``, ``1:02:40``."""
    minutes, rest = divmod(seconds, MINUTE)
    if seconds < HOUR:
        return f"{minutes}:{rest:02}"
    return f"{minutes // MINUTE}:{minutes % MINUTE:02}:{rest:02}"


def twin(pause: Pause) -> str:
    """Return a pause in words that need not change while it lasts."""
    local = pause.until.astimezone()
    words = translate("Countdown", "%1 until %2").replace("%2", clock(local, local))
    return words.replace("%1", _said_as(pause.why))


def _said_as(why: str) -> str:
    """Return why a job waits in the language of the window, as far as it is known there."""
    words: dict[str, str] = {
        WaitsFor.LIMIT: translate("Countdown", "X asks to wait"),
        WaitsFor.TROUBLE: translate("Countdown", "X does not answer"),
    }
    return words.get(why, why)
