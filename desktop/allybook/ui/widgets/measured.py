"""The words of a widget as they are set: once for each text, however often they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from allybook.ui.stump import without_stump

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont

    from allybook.ui.theme.look import Look

ENDLESS = 1 << 20
KEPT = 100
LEFT, CENTRE, RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


class MeasuredLine:
    """One line of words with its width (logical pixels).

    It paints, to the pixel, what ``QPainter.drawText`` paints, which would set its letters anew
    each time: that takes three times as long.
    """

    def __init__(self, text: str, font: QFont) -> None:
        self._text, self._font = text, font
        self._layout: QTextLayout | None = None
        self._height = self._ascent = 0.0
        if text.isprintable():
            self._set()
        else:
            # Tabs and the ends of lines are Qt's to read.
            self.width = QFontMetricsF(font).horizontalAdvance(text)

    def _set(self) -> None:
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._layout = layout = QTextLayout(self._text, self._font)
        layout.setTextOption(option)
        # Without it, Qt would forget the letters after each painting.
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        valid = line.isValid()
        if valid:
            line.setLineWidth(ENDLESS)
        layout.endLayout()
        self.width = line.horizontalAdvance() if valid else 0.0
        self._ascent = line.ascent() if valid else 0.0
        self._height = self._ascent + line.descent() if valid else 0.0

    def draw(self, painter: QPainter, area: QRectF, side: Qt.AlignmentFlag = LEFT) -> None:
        """Write in the painter's pen, in the middle of the height of ``area``; nothing is cut."""
        if self._layout is None:
            middle = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.setFont(self._font)
            painter.drawText(area, int(middle), self._text)
            return
        x = area.x()
        room = area.width() - self.width
        if side & CENTRE:
            x += room / 2
        elif side & RIGHT:
            x += room
        self._layout.draw(painter, QPointF(x, area.y() + (area.height() - self._height) / 2))

    def draw_at(self, painter: QPainter, at: QPointF) -> None:
        """Write in the painter's pen from a point on the baseline."""
        if self._layout is None:
            painter.setFont(self._font)
            painter.drawText(at, self._text)
            return
        self._layout.draw(painter, QPointF(at.x(), at.y() - self._ascent))


class Measured:
    """Remembers one text as it is set: what is laid out and painted asks for it several times."""

    def __init__(self) -> None:
        self._text = ""
        self._font: QFont | None = None
        self._line: MeasuredLine | None = None
        self._cut: tuple[float, MeasuredLine] | None = None

    def line(self, text: str, font: QFont) -> MeasuredLine:
        """Return a text as it is set in a font."""
        if self._line is None or text != self._text or font != self._font:
            self._text, self._font = text, font
            self._line, self._cut = MeasuredLine(text, font), None
        return self._line

    def width(self, text: str, font: QFont) -> float:
        """Return the width of a text in a font (logical pixels)."""
        return self.line(text, font).width

    def cut(self, text: str, font: QFont, room: float) -> MeasuredLine:
        """Return a text that ends in dots where there is no room for all of it."""
        line = self.line(text, font)
        if line.width <= room:
            return line
        if self._cut is None or self._cut[0] != room:
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._cut = room, MeasuredLine(without_stump(shown, text), font)
        return self._cut[1]


class MeasuredWords:
    """Remembers the words of a widget that shows several."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[tuple[object, ...], MeasuredLine] = {}

    def line(self, text: str, kind: str, weight: int | None = None) -> MeasuredLine:
        """Return a text as it is set in a kind of text, in another weight where one is given."""
        return self._keep(
            (text, kind, weight), lambda: MeasuredLine(text, self._look.font(kind, weight))
        )

    def cut(self, text: str, kind: str, room: float, dots: Qt.TextElideMode) -> MeasuredLine:
        """Return a text with dots in it where there is no room for all of it."""
        line = self.line(text, kind)
        if line.width <= room:
            return line

        def shorten() -> MeasuredLine:
            """Return what there is room for."""
            font = self._look.font(kind)
            return MeasuredLine(QFontMetricsF(font).elidedText(text, dots, room), font)

        return self._keep((text, kind, room, dots), shorten)

    def _keep(self, key: tuple[object, ...], make: Callable[[], MeasuredLine]) -> MeasuredLine:
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = make()
        return self._kept[key]
