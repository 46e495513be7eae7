"""Boxes with round corners, drawn crisp at every scale."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class Box(Struct, frozen=True):
    """How a box looks: its fill and its line (None: neither), in logical pixels."""

    fill: QColor | None = None
    line: QColor | None = None
    width: float = 1.0
    radius: float = 0.0
    dashed: bool = False


def snap(width: float, ratio: float) -> float:
    """Return a line's width as whole pixels of the screen; one that is meant soft stays so."""
    if width % 1:
        return width
    return max(1, floor(width * ratio)) / ratio


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle; for a brush or ``fillRect`` PySide would make 215 names of fillings."""
    painter.setBackground(colour)
    painter.eraseRect(rect)


def paint_box(painter: QPainter, rect: QRect | QRectF, box: Box) -> None:
    """Paint a box; its line lies inside ``rect``."""
    if box.fill is None and box.line is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area, radius = QRectF(rect), box.radius
    painter.setPen(Qt.PenStyle.NoPen)
    if box.line is not None:
        width = snap(box.width, painter.device().devicePixelRatio())
        pen = QPen(box.line, width)
        if box.dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3 / width, 3 / width])
        painter.setPen(pen)
        area.adjust(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush if box.fill is None else box.fill)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def paint_line(painter: QPainter, rect: QRect | QRectF, colour: QColor, edge: Qt.Edge) -> None:
    """Paint a line of one pixel along one edge of ``rect``, inside it."""
    line = QRectF(rect)
    width = snap(1, painter.device().devicePixelRatio())
    if edge == Qt.Edge.TopEdge:
        line.setHeight(width)
    elif edge == Qt.Edge.BottomEdge:
        line.setTop(line.bottom() - width)
    elif edge == Qt.Edge.LeftEdge:
        line.setWidth(width)
    else:
        line.setLeft(line.right() - width)
    fill(painter, line, colour)
