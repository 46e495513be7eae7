"""How wide the words of a widget are, measured once for each text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


class Measured:
    """Remembers the width of one text: what is laid out and painted asks for it several times."""

    def __init__(self) -> None:
        self._text = ""
        self._font: QFont | None = None
        self._width = 0.0

    def width(self, text: str, font: QFont) -> float:
        """Return the width of a text in a font (logical pixels)."""
        if text != self._text or font != self._font:
            self._text, self._font = text, font
            self._width = QFontMetricsF(font).horizontalAdvance(text)
        return self._width
