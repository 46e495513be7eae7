"""The text of a post, broken into a fixed number of lines on a fixed grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from allybook.ui.direction import reads_leftward
from allybook.ui.stump import DOTS, LOOSE, without_stump

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from PySide6.QtGui import QColor, QFont, QPainter

    from allybook.ui.delegates.faces import FontFace
    from allybook.ui.delegates.spans import Hit, MarkedText

STEP = 20
ENDLESS = 1_000_000
STUMP = 3
"""Of a cut word so few letters tell nothing, and a link of them is hardly hit."""


class Measure(Struct, frozen=True):
    """How a text is set: its face, the width of its lines in pixels, and how many at most."""

    face: FontFace
    width: int
    lines: int


class Accent(Struct, frozen=True):
    """How a piece of a text (UTF-16 units) differs from the rest."""

    start: int
    length: int
    colour: QColor
    font: QFont | None = None


class Lines:
    """A text as it is painted; the first baseline is at 0, the next ``STEP`` below.

    Its letters are set once, and broken into lines for one width after the other: setting them is
    what takes its time while a window grows.
    """

    def __init__(self, marked: MarkedText, measure: Measure, accents: Sequence[Accent]) -> None:
        self._marked = marked
        self._accents = accents
        self._whole = self._layout = _set(marked.text, measure.face.font, accents)
        self._cut: QTextLayout | None = None
        self._width = measure.width
        self._break(measure)

    def fit(self, measure: Measure) -> Self:
        """Break it for another width; its face and the number of lines are those it began with."""
        if measure.width != self._width:
            self._width = measure.width
            self._break(measure)
        return self

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

    def _break(self, measure: Measure) -> None:
        self._layout = layout = self._whole
        _break(layout, measure)
        if layout.lineCount() > measure.lines:
            self._layout = self._shorten(layout.lineAt(measure.lines - 1).textStart(), measure)
            _break(self._layout, measure, cut=True)

    def _shorten(self, start: int, measure: Measure) -> QTextLayout:
        """Return the text with dots at the end of the line that begins at ``start``."""
        units = self._whole.text().encode("utf-16-le")
        before = units[: 2 * start].decode("utf-16-le")
        rest = units[2 * start :].decode("utf-16-le")
        cut = without_stump(measure.face.elided(rest, measure.width), rest, STUMP)
        # A full stop before the dots would be a fourth one.
        cut = f"{cut.removesuffix(DOTS).rstrip().rstrip(f'{LOOSE}.')}{DOTS}"
        if self._cut is None or self._cut.text() != before + cut:
            kept = start + len(cut.encode("utf-16-le")) // 2 - 1
            shorter = [_clipped(accent, kept) for accent in self._accents if accent.start < kept]
            self._cut = _set(before + cut, measure.face.font, shorter)
        return self._cut


def _clipped(accent: Accent, end: int) -> Accent:
    length = min(accent.length, end - accent.start)
    return Accent(accent.start, length, accent.colour, accent.font)


def _set(text: str, font: QFont, accents: Sequence[Accent]) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if reads_leftward(text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats([_format(accent) for accent in accents])
    layout.setCacheEnabled(True)
    return layout


def _break(layout: QTextLayout, measure: Measure, *, cut: bool = False) -> None:
    """Break a text into lines; the last line of a ``cut`` one is never broken again."""
    leftward = layout.textOption().alignment() == Qt.AlignmentFlag.AlignRight
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


def _format(accent: Accent) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setForeground(accent.colour)
    if accent.font is not None:
        letters.setFont(accent.font)
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = accent.start, accent.length, letters
    return piece
