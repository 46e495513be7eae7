"""A bar that is filled in parts: how far, how much of the budget, what it will be afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

# Between two parts the paper shows, so that they can be told apart without colour.
SEAM = 1
# What moves where the whole is not known: a piece this long (share), one stride further each time.
PIECE, STRIDE = 0.2, 0.07


class Meter(QWidget):
    """A bar of parts between 0 and 1, each in the ink of a role.

    ``description`` of what it shows is the text twin: give it with every change.
    """

    def __init__(self, look: Look, *, size: str = "meter", track: str = "sunken") -> None:
        super().__init__()
        self._look = look
        self._track = track
        self._parts: tuple[tuple[float, str], ...] = ()
        self._at = 0.0
        self.setFixedHeight(look.height(size))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[float, str]], description: str) -> None:
        """Show parts (share of the whole, role) from the left on."""
        self._parts = tuple(parts)
        self.setAccessibleName(description)
        self.setToolTip(as_written(description))
        self.update()

    def show_share(self, share: float, description: str) -> None:
        """Show one part in the accent."""
        self.show_parts([(share, "accent")], description)

    def show_some(self, description: str) -> None:
        """Show that something is done of a whole that nobody knows: a piece goes on each time."""
        self._at = (self._at + STRIDE) % (1 + PIECE)
        start = max(0.0, self._at - PIECE)
        before = [(start, self._track)] if start else []
        piece = (min(1.0, self._at) - start, "accent_mid")
        self.show_parts([*before, piece], description)

    def sizeHint(self) -> QSize:
        """Return a modest length."""
        return QSize(self._look.width("meter"), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the parts, cut to its round ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        shape = QPainterPath()
        shape.addRoundedRect(whole, radius, radius)
        track = "surface" if self._look.contrast else self._track
        painter.fillPath(shape, self._look.colour(track))
        self._paint_parts(painter, whole, shape)
        if self._look.contrast:
            line = self._look.colour("border")
            paint_box(painter, whole, Box(None, line, 1, radius))

    def _paint_parts(self, painter: QPainter, whole: QRectF, shape: QPainterPath) -> None:
        left = whole.left()
        for number, (share, role) in enumerate(self._parts):
            end = min(whole.right(), left + max(0.0, share) * whole.width())
            start = left + (SEAM if number and end - left > SEAM else 0)
            part = QPainterPath()
            part.addRect(QRectF(start, whole.top(), end - start, whole.height()))
            painter.fillPath(shape.intersected(part), self._look.colour(role))
            left = end
