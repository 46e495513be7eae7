"""The text of a post, broken into a fixed number of lines on a fixed grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from allybook.ui.direction import reads_leftward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QPainter

    from allybook.ui.delegates.faces import Face
    from allybook.ui.delegates.spans import Hit, Marked

STEP = 20
ENDLESS = 1_000_000
DOTS = "…"


class Measure(Struct, frozen=True):
    """How a text is set: its face, the width of its lines in pixels, and how many at most."""

    face: Face
    width: int
    lines: int


class Accent(Struct, frozen=True):
    """How a piece of a text (UTF-16 units) differs from the rest."""

    start: int
    length: int
    colour: QColor
    font: QFont | None = None


class Lines:
    """A text as it is painted; the first baseline is at 0, the next ``STEP`` below."""

    def __init__(self, marked: Marked, measure: Measure, accents: Sequence[Accent]) -> None:
        self._marked = marked
        self._layout = _fit(marked.text, measure, accents)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw in the painter's pen, with the first baseline at ``at``."""
        self._layout.draw(painter, at)

    def hit(self, point: QPointF, ascent: int = 15) -> Hit | None:
        """Return what is at a point, counted from the beginning of the first baseline."""
        number = int((point.y() + ascent) // STEP)
        if not 0 <= number < self._layout.lineCount():
            return None
        line = self._layout.lineAt(number)
        words = line.naturalTextRect()
        if not words.left() <= point.x() < words.right():
            return None
        between = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        return self._marked.at(between)

    @property
    def text(self) -> str:
        """Return what is shown, dots included."""
        return self._layout.text()


def _fit(text: str, measure: Measure, accents: Sequence[Accent]) -> QTextLayout:
    layout = _break(text, measure, accents)
    if layout.lineCount() <= measure.lines:
        return layout
    last = layout.lineAt(measure.lines - 1)
    start = last.textStart()
    units = text.encode("utf-16-le")
    before = units[: 2 * start].decode("utf-16-le")
    rest = units[2 * start :].decode("utf-16-le")
    cut = f"{measure.face.elided(rest, measure.width).removesuffix(DOTS).rstrip()}{DOTS}"
    kept = start + len(cut.encode("utf-16-le")) // 2 - 1
    shorter = [_clipped(accent, kept) for accent in accents if accent.start < kept]
    return _break(before + cut, measure, shorter, cut=True)


def _clipped(accent: Accent, end: int) -> Accent:
    length = min(accent.length, end - accent.start)
    return Accent(accent.start, length, accent.colour, accent.font)


def _break(
    text: str, measure: Measure, accents: Sequence[Accent], *, cut: bool = False
) -> QTextLayout:
    """Return a text in lines; the last line of a ``cut`` one is never broken again."""
    layout = QTextLayout(text, measure.face.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leftward = reads_leftward(text)
    if leftward:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats([_format(accent) for accent in accents])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    # One line more than fits tells that there is more.
    for number in range(measure.lines if cut else measure.lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        width = ENDLESS if cut and number == measure.lines - 1 else measure.width
        line.setLineWidth(width)
        left = measure.width - width if leftward else 0
        # Fallback letters (emoji, CJK) have other heights; the baselines stay on the grid.
        line.setPosition(QPointF(left, number * STEP - line.ascent()))
    layout.endLayout()
    return layout


def _format(accent: Accent) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setForeground(accent.colour)
    if accent.font is not None:
        letters.setFont(accent.font)
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = accent.start, accent.length, letters
    return piece
