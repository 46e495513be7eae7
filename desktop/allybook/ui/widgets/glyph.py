"""A line icon as a widget, plain or in a soft square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look


class Glyph(QWidget):
    """An icon of one ink; what it means must also be said in words beside it."""

    def __init__(self, look: Look, name: str, role: str = "text_2", *, side: int = 16) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._role = role
        self._side = side
        self.setFixedSize(side, side)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon, or another ink."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle."""
        box = QRectF(0, 0, self._side, self._side)
        box.moveCenter(QRectF(self.rect()).center())
        role = self._role if self.isEnabled() else "text_off"
        self._look.draw_icon(QPainter(self), self._name, role, box)


class Tile(Glyph):
    """An icon in a square, as on doors and on ways to start: soft, or filled for the program."""

    def __init__(
        self, look: Look, name: str, *, side: int = 44, icon: int = 24, filled: bool = False
    ) -> None:
        super().__init__(look, name, "on_accent" if filled else "accent_text", side=icon)
        self._fill = "accent" if filled else "accent_soft"
        self._radius = 3 * look.space("xs") if filled else look.radius("card")
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square, then the icon."""
        look = self._look
        fill = look.colour(self._fill if self.isEnabled() else "sunken")
        line = look.colour("accent") if look.contrast else None
        paint_box(QPainter(self), self.rect(), Box(fill, line, 1, self._radius))
        super().paintEvent(event)
