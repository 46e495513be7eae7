"""The card that says what Allybook waits for, how long still, and how to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from allybook.domain.sign_in.oauth import PATIENCE
from allybook.ui.widgets.buttons import Button, LinkButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look

SECOND_MS = 1_000
TOP = Qt.AlignmentFlag.AlignTop


class WaitingCard(Card):
    """First waits for the browser, counting down; then for X. ``stopped`` is the way out."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "border")
        self._address = ""
        self._ends = QDeadlineTimer()
        self._beat = QTimer(self, interval=SECOND_MS)
        self._beat.timeout.connect(self._show_left)
        self.title = Words(look, "", "ui_bold")
        self.left = Words(look, "", "ui", "text_2")
        self.why = Prose(look, "", "caption", "text_2")
        self.copy = LinkButton(look, self.tr("Copy the address of X"), "copy", kind="caption")
        self.stop = Button(look, self.tr("Stop"), size="button_small")
        self.copy.clicked.connect(self._copy)
        self.stop.clicked.connect(self.stopped)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out(look)
        self.hide()

    def wait_for_browser(self, address: str) -> None:
        """Count down from now; ``address`` is what the browser was told to open."""
        self._address = address
        self._ends = QDeadlineTimer(int(PATIENCE.total_seconds() * SECOND_MS))
        self.copy.setText(self.tr("Copy the address of X"))
        self._say(
            self.tr("Waiting for your yes on X"),
            self.tr("Nothing opened, or the wrong browser? Open the address yourself, anywhere."),
        )
        self.copy.show()
        self.stop.show()
        self._show_left()
        self._beat.start()

    def wait_for_x(self) -> None:
        """Say that X is being asked, which takes a moment and cannot be stopped halfway."""
        self._beat.stop()
        self.left.setText("")
        self._say(
            self.tr("X said yes"),
            self.tr("Allybook asks X whose account it is. This takes a moment."),
        )
        self.copy.hide()
        self.stop.hide()

    def rest(self) -> None:
        """Wait for nothing."""
        self._beat.stop()
        self.hide()

    def _say(self, title: str, why: str) -> None:
        self.title.setText(title)
        self.why.show_text(why)
        self.setAccessibleName(f"{title}. {why}")
        self.show()

    def _show_left(self) -> None:
        minutes, seconds = divmod(max(0, self._ends.remainingTime()) // SECOND_MS, 60)
        left = self.tr("%1 left", "minutes and seconds").replace("%1", f"{minutes}:{seconds:02d}")
        self.left.setText(left)
        self.left.updateGeometry()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setText(self.tr("Copied; paste it into a browser"))

    def _lay_out(self, look: Look) -> None:
        row, words, head, foot = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        side = look.space("m") + 1
        row.setContentsMargins(side, side - 2, side, side)
        row.setSpacing(look.space("s"))
        icon = Glyph(look, "hourglass")
        icon.setFixedHeight(look.line_height("ui_bold"))
        head.addWidget(self.title, 1)
        head.addWidget(self.left)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        words.setSpacing(look.space("xs"))
        words.addLayout(head)
        words.addWidget(self.why)
        words.addLayout(foot)
        row.addWidget(icon, 0, TOP)
        row.addLayout(words, 1)
