"""One answer of a follow-back check as a block with its count."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from allybook.domain.check.followback import Answer
from allybook.ui.keys import press_by_enter
from allybook.ui.models.signs import answer_sign
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from allybook.ui.theme.look import Look

BLOCK_HEIGHT = 56
ICON = 16
ICON_TOP = 12
ICON_GAP = 6
NUMBER_SIZE = 16
NUMBER_BASE = 26
WORD_BASE = 42
CHECK = 14
# In place of a count that nobody has read yet: unknown is never none.
NOT_KNOWN = "\N{EN DASH}"
# No block is narrower than this; those beside the bridge are equal while their words fit.
LEAST = 56
LEAST_APART = 74
# Fill, line and ink of each block; outlined ones hold their words nearer to the edge.
FILLS = {Answer.IDOL: "accent_soft", Answer.MUTUAL: "accent", Answer.FAN: "accent_soft"}
LINES = {Answer.STRANGER: "border_button", Answer.UNKNOWN: "border_control"}
INKS = {Answer.IDOL: "accent_text", Answer.MUTUAL: "on_accent", Answer.FAN: "accent_text"}


class Block(QAbstractButton):
    """A block that is pressed to show only its accounts, and once more to show all."""

    def __init__(self, look: Look, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = NOT_KNOWN
        self.answer = answer
        self.setText(answer_sign(answer).words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, number: int) -> None:
        """Show how many accounts have this answer."""
        self._number = count(number)
        self.setText(f"{answer_sign(self.answer).words} {self._number}")
        self.update()

    def needed(self) -> int:
        """Return the width at which count and word have room."""
        number = QFontMetricsF(self._number_font()).horizontalAdvance(self._number)
        word = QFontMetricsF(self._look.font("caption")).horizontalAdvance(
            answer_sign(self.answer).words
        )
        least = LEAST if self.answer in FILLS else LEAST_APART
        return max(least, ceil(2 * self._pad() + max(ICON + ICON_GAP + number, word)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, count and word."""
        painter, look = QPainter(self), self._look
        sign = answer_sign(self.answer)
        ink = INKS.get(self.answer, "text_2")
        self._paint_ground(painter)
        pad = self._pad()
        look.draw_icon(painter, sign.icon, ink, QRectF(pad, ICON_TOP, ICON, ICON))
        painter.setPen(look.colour(ink))
        painter.setFont(self._number_font())
        painter.drawText(QPointF(pad + ICON + ICON_GAP, NUMBER_BASE), self._number)
        painter.setFont(look.font("caption"))
        painter.drawText(QPointF(pad, WORD_BASE), sign.words)
        self._paint_marks(painter, ink)

    def _number_font(self) -> QFont:
        font = self._look.font("title")
        font.setPixelSize(NUMBER_SIZE)
        return font

    def _pad(self) -> int:
        return 12 if self.answer in FILLS else 9

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        radius = look.radius("button")
        if self.answer in FILLS:
            fill = look.colour(FILLS[self.answer])
            line = look.colour("accent") if look.contrast else None
            paint_box(painter, self.rect(), Box(fill, line, radius=radius))
            return
        fill = look.colour("hover" if self.underMouse() else "surface")
        line, dashed = look.colour(LINES[self.answer]), self.answer == Answer.UNKNOWN
        paint_box(painter, self.rect(), Box(fill, line, radius=radius, dashed=dashed))

    def _paint_marks(self, painter: QPainter, ink: str) -> None:
        """Paint what says that the block is pressed, and where the keyboard is."""
        look, width = self._look, self._look.stroke("focus")
        if self.isChecked():
            line = Box(line=look.colour(ink), width=width, radius=look.radius("button"))
            paint_box(painter, self.rect(), line)
            box = QRectF(self.width() - CHECK - 6, 6, CHECK, CHECK)
            if self.width() >= self.needed() + CHECK:
                look.draw_icon(painter, "check", ink, box)
        if self.hasFocus():
            role = "on_accent" if self.answer == Answer.MUTUAL else "focus"
            inner = self.rect().adjusted(3, 3, -3, -3)
            radius = look.radius("tag")
            paint_box(painter, inner, Box(line=look.colour(role), width=width, radius=radius))
