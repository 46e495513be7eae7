"""A small line: how a number went, its last value as a dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

HEIGHT = 32
WIDTH = 120
STROKE = 2.0
DOT = 3.0


class Trend(QWidget):
    """A line over readings at equal distances, the oldest at the left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._values: Sequence[int] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_values(self, values: Sequence[int]) -> None:
        """Show these readings, the oldest first."""
        self._values = tuple(values)
        self.setAccessibleDescription(trend_text(self._values))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(WIDTH, HEIGHT)

    def points(self) -> list[QPointF]:
        """Return where the readings lie."""
        values = self._values
        low, high = min(values, default=0), max(values, default=0)
        left, top = STROKE / 2, DOT
        across = (self.width() - left - DOT) / max(1, len(values) - 1)
        down = self.height() - 2 * DOT
        span = max(1, high - low)
        return [
            QPointF(left + place * across, top + down * (high - value) / span)
            for place, value in enumerate(values)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and the dot."""
        points = self.points()
        if not points:
            return
        painter, ink = QPainter(self), self._look.colour("accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        join = Qt.PenJoinStyle.RoundJoin
        pen = QPen(ink, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, join)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        last = points[-1]
        painter.drawEllipse(QRectF(last.x() - DOT, last.y() - DOT, 2 * DOT, 2 * DOT))


def trend_text(values: Sequence[int]) -> str:
    """Return a line in words: ``from 1,204 to 1,261, in 7 readings``."""
    if not values:
        return ""
    text = translate("trend", "from %1 to %2, in %n readings", "", len(values))
    return text.replace("%1", count(values[0])).replace("%2", count(values[-1]))
