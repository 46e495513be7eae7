"""Which of X's language codes are a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.languages import OTHER_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = "languages"
"""The name of the setting: codes with spaces between, ``ALL``, or nothing for those of home."""
ALL = "all"
NO_LANGUAGE = frozenset({"", "und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"})
"""What X says of posts without words of their own: links, media, hashtags, emoji (und: unknown)."""
_REGIONS = {"en": ("en-gb", "en-us"), "pt": ("pt-br", "pt-pt")}
"""Where a language is spoken, as X and files write it now and then."""


def usual_codes(languages: Iterable[str]) -> tuple[str, ...]:
    """Return languages by the codes that X writes in posts, each once."""
    codes = (language.lower() for language in languages)
    return tuple(dict.fromkeys(OTHER_CODES.get(code, code) for code in codes))


def own_codes(languages: Iterable[str]) -> frozenset[str]:
    """Return all codes of posts that are in these languages, or in none at all."""
    codes = frozenset(usual_codes(languages))
    others = {other for other, code in OTHER_CODES.items() if code in codes}
    regions = {region for code in codes for region in _REGIONS.get(code, ())}
    return NO_LANGUAGE | codes | others | regions


def read_languages(text: str, home: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages that a setting holds; none of them stands for all there are.

    Systems have other codes for some than X (``nb``, ``fil``); told are X's.
    """
    return () if text == ALL else usual_codes(text.split() or home)
