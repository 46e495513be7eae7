"""Three plain ways to combine, each with two circles that show what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from allybook.domain.book.operation import Operation
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

CIRCLE = 28
OVERLAP = 10
TOP = 8
GAP = 4
PAD = 8
STROKE = 1.5
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class OperationChoice(QRadioButton):
    """A card with circles, a title and a line; pressing it anywhere chooses it."""

    def __init__(self, look: Look, operation: Operation, title: str, line: str) -> None:
        super().__init__(title)
        self._look = look
        self._line = line
        self.operation = operation
        self.setAccessibleDescription(line)
        self.setToolTip(as_written(line))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for circles, title and line."""
        lines = self._look.line_height("ui_bold") + self._look.line_height("caption")
        return QSize(160, TOP + CIRCLE + GAP + lines + TOP)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the words are never cut off below."""
        return QSize(TOP + 2 * CIRCLE, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """Return whether a press there counts: anywhere on the card."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look, painter = self._look, QPainter(self)
        on = self.isChecked()
        fill, line = ("selection" if on else "surface"), ("accent" if on else "border")
        if look.contrast:
            fill = "surface"
        width = 2 if on else look.outline()
        box = Box(look.colour(fill), look.colour(line), width, look.radius("card"))
        paint_box(painter, self.rect(), box)
        self._paint_circles(painter)
        self._paint_words(painter)

    def _paint_circles(self, painter: QPainter) -> None:
        look = self._look
        left = (self.width() - 2 * CIRCLE + OVERLAP) / 2
        one, other = QPainterPath(), QPainterPath()
        one.addEllipse(QRectF(left, TOP, CIRCLE, CIRCLE))
        other.addEllipse(QRectF(left + CIRCLE - OVERLAP, TOP, CIRCLE, CIRCLE))
        kept = {
            Operation.UNION: one.united(other),
            Operation.INTERSECTION: one.intersected(other),
            Operation.DIFFERENCE: one.subtracted(other),
        }[self.operation]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(kept, look.colour("accent" if self.isChecked() else "text_3"))
        painter.setPen(QPen(look.colour("text_2"), STROKE))
        painter.drawPath(one)
        painter.drawPath(other)

    def _paint_words(self, painter: QPainter) -> None:
        look, top = self._look, TOP + CIRCLE + GAP
        room = self.width() - 2 * PAD
        for text, kind, role in (
            (self.text(), "ui_bold", "text"),
            (self._line, "caption", "text_2"),
        ):
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(role))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            height = look.line_height(kind)
            painter.drawText(QRectF(PAD, top, room, height), CENTRE, shown)
            top += height
