"""Fonts with their measures, made once: a frame of rows asks for them hundreds of times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from allybook.ui.theme.look import Look

BOLD = 600
ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Face:
    """One font and its measures, in logical pixels."""

    font: QFont
    metrics: QFontMetricsF

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return self.metrics.horizontalAdvance(text)

    def elided(self, text: str, room: float) -> str:
        """Return a text that fits into ``room``, with dots at its end where it was cut."""
        return self.metrics.elidedText(text, ELIDE, max(0.0, room))


class Faces:
    """The faces of a look, by kind of text and weight; no scheme changes them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[str, int | None], Face] = {}

    def face(self, kind: str, weight: int | None = None) -> Face:
        """Return the face of a kind of text, in another weight where one is given."""
        key = (kind, weight)
        if key not in self._made:
            font = self._look.font(kind, weight)
            self._made[key] = Face(font, QFontMetricsF(font))
        return self._made[key]
