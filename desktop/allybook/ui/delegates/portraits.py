"""Avatars painted once, and kept as pictures while they are on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from allybook.ui.models.recent import Recent
from allybook.ui.widgets.avatar import likeness, paint_avatar

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.avatar import Who

KEPT = 1_000


class Portraits:
    """The avatars of one list, by whose they are, size and scheme."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: Recent[QPixmap] = Recent(KEPT)

    def draw(self, painter: QPainter, at: QPointF, size: str, who: Who, *, grey: bool) -> QRectF:
        """Draw an avatar with its left top at ``at``; return its place."""
        side, ratio = self._look.avatar(size)[0], painter.device().devicePixelRatio()
        key = (likeness(self._look, who, grey=grey), side, ratio, self._look.scheme)
        painter.drawPixmap(at, self._kept.get(key, lambda: self._paint(who, side, ratio, grey)))
        return QRectF(at.x(), at.y(), side, side)

    def _paint(self, who: Who, side: int, ratio: float, grey: bool) -> QPixmap:  # noqa: FBT001
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_avatar(painter, QRectF(0, 0, side, side), self._look, who, grey=grey)
        painter.end()
        return pixmap
