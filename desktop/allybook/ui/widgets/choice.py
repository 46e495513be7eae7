"""A field to choose one of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look


class ChoiceField(QComboBox):
    """A ``QComboBox`` with the chevron of the kit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the chevron at its right."""
        super().paintEvent(event)
        side, gap = self._look.icon_size("inline"), self._look.space("s")
        top = (self.height() - side) / 2
        place = QRectF(self.width() - side - gap, top, side, side)
        self._look.draw_icon(QPainter(self), "chevron-down", "text_2", place)
