"""A field to find or filter with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

ICON = 16
LEFT = 9


class SearchField(QLineEdit):
    """A line with a looking glass; Escape empties it, ``left`` tells that Down was pressed."""

    left = Signal()

    def __init__(self, look: Look, hint: str, *, icon: str = "search") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFont(look.font("ui"))
        self.setFixedHeight(look.height("field"))
        self.setTextMargins(LEFT + ICON - 6, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape empty the field, and Down leave it for the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the icon over it."""
        super().paintEvent(event)
        box = QRectF(LEFT, (self.height() - ICON) / 2, ICON, ICON)
        self._look.draw_icon(QPainter(self), self._icon, "text_2", box)
