"""Which of X's language codes are a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = "languages"
"""The name of the setting: codes with spaces between, ``ALL``, or nothing for those of home."""
ALL = "all"
NO_LANGUAGE = frozenset({"", "und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"})
"""What X says of posts without words of their own: links, media, hashtags, emoji (und: unknown)."""
_REGIONS = {
    "en": ("en-gb", "en-us"),
    "pt": ("pt-br", "pt-pt"),
    "zh": ("zh-cn", "zh-tw", "zh-hans", "zh-hant"),
    "id": ("in",),
    "he": ("iw",),
    "no": ("nb", "nn"),
}
"""Other codes of the same language, as X and files write them."""


def own_codes(languages: Iterable[str]) -> frozenset[str]:
    """Return all codes of posts that are in these languages, or in none at all."""
    codes = {language.lower() for language in languages}
    regions = {region for code in codes for region in _REGIONS.get(code, ())}
    return NO_LANGUAGE | codes | regions


def read_languages(text: str, home: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages that a setting holds; none of them stands for all there are."""
    if text == ALL:
        return ()
    return tuple(text.split()) or home
