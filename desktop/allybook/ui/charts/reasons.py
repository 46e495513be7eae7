"""Why a post is quiet: its points laid end to end, with a mark at the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.measured import Measured
from allybook.ui.wording import signed, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

HEIGHT = 40
WIDTH = 288
BAR_TOP = 8
BAR_HEIGHT = 8
MARK_TOP = 4
MARK_HEIGHT = 16
MARK_WIDTH = 2
LABEL_BASE = 36
GAP = 2
FULL = 100
# How much of the ink of noise is left where something lowers it.
PALE = 0.35


class Points(Struct, frozen=True):
    """One reason and its points: above 0 it makes noise, below 0 it lowers it."""

    words: str
    points: int


class ReasonsBar(QWidget):
    """A bar from 0 to 100; the end that other reasons take away again is pale."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reasons: Sequence[Points] = ()
        self._limit = 0
        self._label = Measured()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_reasons(self, reasons: Sequence[Points], limit: int) -> None:
        """Show these reasons, the weightiest first, and the limit above which posts are quiet."""
        self._reasons = tuple(reasons)
        self._limit = limit
        self.setAccessibleDescription(reasons_text(self._reasons, limit))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, reasons and mark."""
        painter, look = QPainter(self), self._look
        track = QRectF(0, BAR_TOP, self.width(), BAR_HEIGHT)
        line = look.colour("border") if look.contrast else None
        radius = BAR_HEIGHT / 2
        paint_box(painter, track, Box(look.colour("sunken"), line, radius=radius))
        for start, end, pale in segments(self._reasons):
            self._paint_segment(painter, start, end, pale=pale)
        self._paint_mark(painter)

    def _x(self, points: float) -> float:
        return self.width() * min(points, FULL) / FULL

    def _paint_segment(self, painter: QPainter, start: int, end: int, *, pale: bool) -> None:
        ink = QColor(self._look.colour("warn"))
        if pale:
            ink.setAlphaF(PALE)
        left, right = self._x(start), self._x(end)
        if right < self.width():
            right -= GAP
        piece = QRectF(left, BAR_TOP, max(0.0, right - left), BAR_HEIGHT)
        radius = BAR_HEIGHT / 2
        if start and right < self.width():
            painter.fillRect(piece, ink)
            return
        # The first piece and one that fills the track are round where that is; what lies below
        # the corners is cut off, so that no ink is laid twice.
        painter.save()
        painter.setClipRect(piece)
        rest = (-radius * bool(start), 0, radius * (right < self.width()), 0)
        paint_box(painter, piece.adjusted(*rest), Box(ink, radius=radius))
        painter.restore()

    def _paint_mark(self, painter: QPainter) -> None:
        look, middle = self._look, self._x(self._limit)
        mark = QRectF(round(middle) - 1, MARK_TOP, MARK_WIDTH, MARK_HEIGHT)
        painter.fillRect(mark, look.colour("text"))
        label = self._label.line(limit_text(self._limit), look.font("caption"))
        left = min(max(0.0, middle - label.width / 2), self.width() - label.width)
        painter.setPen(look.colour("text_3"))
        label.draw_at(painter, QPointF(left, LABEL_BASE))


def segments(reasons: Sequence[Points]) -> list[tuple[int, int, bool]]:
    """Return the pieces of the bar: from, to, and whether it is taken away again (points)."""
    raised = [reason.points for reason in reasons if reason.points > 0]
    noise = max(0, sum(reason.points for reason in reasons))
    pieces: list[tuple[int, int, bool]] = []
    start = 0
    for points in raised:
        end = start + points
        if start < noise:
            pieces.append((start, min(end, noise), False))
        if end > noise:
            pieces.append((max(start, noise), end, True))
        start = end
    return pieces


def limit_text(limit: int) -> str:
    """Return what the mark says: ``quiet above 40``."""
    return translate("reasons", "quiet above %1").replace("%1", str(limit))


def reasons_text(reasons: Sequence[Points], limit: int) -> str:
    """Return the bar in words."""
    noise = max(0, sum(reason.points for reason in reasons))
    lead = translate("reasons", "Noise %1, %2").replace("%1", str(noise))
    parts = "; ".join(f"{reason.words} {signed(reason.points)}" for reason in reasons)
    return f"{lead.replace('%2', limit_text(limit))}: {parts}."
