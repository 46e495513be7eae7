"""Fonts with their measures, and the words set in them lately.

A frame of rows writes a hundred pieces of text, mostly the same as in the frame before: setting
and measuring each once makes painting three times as fast (measured, ``tests/ui/delegates``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from allybook.ui.models.recent import Recent

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFont

    from allybook.ui.theme.look import Look

BOLD = 600
KEPT = 600
ENDLESS = 1_000_000
KERNED = 1.06
"""Letters side by side take at most so much more room than each by itself."""
ELIDE = Qt.TextElideMode.ElideRight


class Word(Struct, frozen=True):
    """A piece of text on one line, its baseline at 0, and its width in logical pixels."""

    layout: QTextLayout
    width: float


class Widths(dict[str, float]):
    """How wide each letter is by itself, measured when it is asked for first."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


class FontFace:
    """One font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._words: Recent[Word] = Recent(KEPT)
        self._widths = Widths(self._metrics)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.NoWrap)

    def word(self, text: str) -> Word:
        """Return a text ready to be drawn."""
        return self._words.get(text, lambda: self._set(text))

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return self.word(text).width

    def elided(self, text: str, room: float) -> str:
        """Return a text that fits into ``room``, with dots at its end where it was cut."""
        if self.width(text) <= room:
            return text
        return self._metrics.elidedText(text, ELIDE, max(0.0, room))

    def surely_fits(self, text: str, room: float) -> bool:
        """Return whether a text of plain letters fits: told by them alone, so not always."""
        plain = text.isascii() and text.isprintable()
        return plain and sum(map(self._widths.__getitem__, text)) * KERNED < room

    def centred(self, text: str, area: QRectF) -> QPointF:
        """Return where the baseline of a text begins that stands in the middle of an area."""
        down = (area.height() - self._metrics.height()) / 2 + self._metrics.ascent()
        return area.topLeft() + QPointF((area.width() - self.width(text)) / 2, down)

    def _set(self, text: str) -> Word:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            # Qt knows a line's ascent once it has a width.
            line.setLineWidth(ENDLESS)
            line.setPosition(QPointF(0, -line.ascent()))
        layout.endLayout()
        return Word(layout, line.horizontalAdvance() if line.isValid() else 0.0)


class Faces:
    """The faces of a look, by kind of text and weight; no scheme changes them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[str, int | None], FontFace] = {}

    def face(self, kind: str, weight: int | None = None) -> FontFace:
        """Return the face of a kind of text, in another weight where one is given."""
        key = (kind, weight)
        if key not in self._made:
            self._made[key] = FontFace(self._look.font(kind, weight))
        return self._made[key]
