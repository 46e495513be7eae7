"""A box on a page, with a line around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look


class Card(QFrame):
    """A rounded box; ``fill`` and ``line`` are roles, ``width`` that of its line."""

    def __init__(
        self, look: Look, fill: str = "surface", line: str = "border", *, width: float = 1
    ) -> None:
        super().__init__()
        self._look = look
        self._fill = fill
        self._line = line
        self._width = width

    def dress(self, fill: str, line: str, width: float = 1) -> None:
        """Change the roles of the box."""
        self._fill, self._line, self._width = fill, line, width
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        look = self._look
        # In high contrast the fills are all the page's own: only a line tells where a box is.
        line = "border" if look.contrast and self._line == self._fill else self._line
        box = Box(look.colour(self._fill), look.colour(line), self._width, look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)
