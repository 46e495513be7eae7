"""A menu whose submenus are announced by a chevron of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

SIDE = 14
EDGE = 6
"""Between the chevron and the edge of its row (logical pixels)."""


class Menu(QMenu):
    """A menu; the style sheet leaves out the arrows that the style would draw for submenus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the menu, then a chevron in each row that leads to another menu."""
        super().paintEvent(event)
        painter = QPainter(self)
        for action in self.actions():
            if action.menu() is not None:
                # In high contrast a chosen row turns as a whole.
                turned = self._look.contrast and action is self.activeAction()
                ink = "on_accent" if turned else "text_2"
                self._paint_chevron(painter, QRectF(self.actionGeometry(action)), ink)

    def _paint_chevron(self, painter: QPainter, row: QRectF, ink: str) -> None:
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        square = QRectF(row.left() + EDGE, 0, SIDE, SIDE)
        if not left:
            square.moveRight(row.right() - EDGE)
        square.moveTop(round(row.center().y() - SIDE / 2))
        self._look.draw_icon(painter, "chevron-left" if left else "chevron-right", ink, square)
