"""A box to choose one of a few words, in the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from allybook.ui.theme.look import Look

ICON = 16


class ComboBox(QComboBox):
    """Shows one of its words and a chevron; a wheel that passes over it changes nothing."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setFont(look.font("ui"))
        self.setFixedHeight(look.height("field"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave the wheel to the list that this stands in."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as Qt does, and the chevron, which a style sheet takes away."""
        super().paintEvent(event)
        side = self._look.space("s")
        box = QRectF(self.width() - ICON - side, (self.height() - ICON) / 2, ICON, ICON)
        role = "text_2" if self.isEnabled() else "text_off"
        self._look.draw_icon(QPainter(self), "chevron-down", role, box)
