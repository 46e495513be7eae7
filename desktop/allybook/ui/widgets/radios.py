"""Radio buttons in the look: one of several ways, each with what follows from it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

SIDE = 16
DOT = 6
GAP = 8


class RadioButton(QRadioButton):
    """A ring with bold words; filled where it is chosen."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setFont(look.font("ui_bold"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for ring and words."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(SIDE + GAP + ceil(words), self._look.line_height("ui_bold"))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """Return whether a press there counts: anywhere on the line."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and words."""
        look, painter = self._look, QPainter(self)
        ring = QRectF(0, (self.height() - SIDE) / 2, SIDE, SIDE)
        fill, line = ("accent", "accent") if self.isChecked() else ("surface", "border_control")
        box = Box(look.colour(fill), look.colour(line), look.outline(), SIDE / 2)
        paint_box(painter, ring, box)
        if self.isChecked():
            dot = QRectF(0, 0, DOT, DOT)
            dot.moveCenter(ring.center())
            paint_box(painter, dot, Box(look.colour("on_accent"), None, 0, DOT / 2))
        painter.setPen(look.colour("text"))
        painter.setFont(self.font())
        room = QRectF(SIDE + GAP, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
