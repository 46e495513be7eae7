"""What an ink of a chart stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.ui.widgets.boxes import Box, fill, paint_box
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

SQUARE = 8
QUIET = "chart_quiet"


class Legend(QWidget):
    """A small square of ink and what it stands for."""

    def __init__(self, look: Look, role: str, text: str = "") -> None:
        super().__init__()
        self._look = look
        self._role = role
        self.words = Words(look, text, "caption", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(SQUARE + 6, 0, 0, 0)
        row.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        top = (self.height() - SQUARE) / 2
        square, look, painter = QRectF(0, round(top), SQUARE, SQUARE), self._look, QPainter(self)
        if look.contrast and self._role == QUIET:
            # As in the chart: there it is an outline.
            paint_box(painter, square, Box(look.colour("surface"), look.colour("border")))
            return
        fill(painter, square, look.colour(self._role))
