"""The bundled font, as ``QFont`` values by kind of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.ui.theme.tokens import DesignTokens

WEIGHT = QFont.Tag("wght")
OPTICAL = QFont.Tag("opsz")
# The optical axis of Inter 4.1 begins at 14 and ends at 32.
OPTICAL_RANGE = (14, 32)


class Letters:
    """Makes fonts from tokens, and keeps them."""

    def __init__(self, tokens: DesignTokens, fonts: Path) -> None:
        self._tokens = tokens
        self._made: dict[tuple[int, int], QFont] = {}
        self._family = self._load(fonts / "Inter.ttf")

    def font(self, kind: str, weight: int | None = None) -> QFont:
        """Return a copy of the font of a kind of text, in another weight where one is given."""
        letters = self._tokens.kinds[kind]
        size = max(letters.size, self._tokens.min_size)
        return self.sized(size, letters.weight if weight is None else weight)

    def sized(self, size: int, weight: int) -> QFont:
        """Return a copy of the font at any size: for the letters in avatars only."""
        key = (size, weight)
        if key not in self._made:
            self._made[key] = self._make(size, weight)
        return QFont(self._made[key])

    def _load(self, file: Path) -> str:
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        return families[0] if families else ""

    def _make(self, size: int, weight: int) -> QFont:
        font = QFont()
        font.setPixelSize(size)
        # Glyphs stand on parts of a pixel, so that widths are the same at every scale.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in self._tokens.features:
            font.setFeature(QFont.Tag(feature), 1)
        if not self._family:
            font.setWeight(QFont.Weight(weight))
            return font
        # Set by axis only: with setWeight Qt would embolden the one named instance once more.
        font.setFamily(self._family)
        font.setVariableAxis(WEIGHT, weight)
        least, most = OPTICAL_RANGE
        font.setVariableAxis(OPTICAL, min(max(size, least), most))
        return font
