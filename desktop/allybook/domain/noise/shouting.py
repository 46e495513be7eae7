"""Tells who shouts: by exclamation marks, or by words in capitals one after another."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.facts import own_words
from allybook.domain.filters.words import BETWEEN
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Sequence

MANY_CAPITALS = 16
FEW_SHOUTED, LONG_WORD, MANY_SHOUTED = 3, 6, 8
"""Who shouts writes a few words in capitals one after another, of which one is long, or many.
Abbreviations stand alone, with commas between, or are short."""
LONG_NAMES = frozenset(
    {
        "UNICEF",
        "UNESCO",
        "UNAIDS",
        "UNFCCC",
        "UNCTAD",
        "SAMHSA",
        "AFSCME",
        "LGBTIQ",
        "LGBTQI",
        "LGBTQIA",
        "FRONTEX",
        "MERCOSUR",
    }
)
"""Abbreviations as long as words that are shouted."""
MANY_EXCLAMATIONS, MANY_APART = 3, 6
"""So many exclamation marks of which two stand together, or so many in all: who thanks three people
has three of them."""
# What stands between words of one sentence, or of two of them, parts nothing.
_WITHIN = expression(r"['\u2019.!?…]")
_APART = expression(r"[^\w\s]+")
_CAPITALS = bytes(ord("A") if chr(code).isupper() else ord(" ") for code in range(128)) * 2
_QUIET = bytes(
    code for code in range(256) if not (chr(code).isupper() or chr(code) in f"!{BETWEEN}")
)
_LOUD = MANY_EXCLAMATIONS * "!"


def find_shouting(text: str) -> str:
    """Return how a text shouts, or ``""``."""
    marks = text if text.isascii() else text.replace("！", "!")  # noqa: RUF001 (the wide mark)
    number = marks.count("!")
    if number >= MANY_APART or (number >= MANY_EXCLAMATIONS and "!!" in marks):
        return _LOUD
    if _count_capitals(text) < MANY_CAPITALS:
        return ""
    own = own_words(text)
    small = sum(map(str.islower, own))
    if _count_capitals(own) < max(MANY_CAPITALS, small + 1):
        return ""
    return speak("CAPITALS") if _count_shouted(own) > small else ""


def _count_shouted(text: str) -> int:
    """Return how many letters stand in words that are shouted."""
    letters = 0
    for part in _APART.split(_WITHIN.sub("", text)):
        words = filter(str.isalpha, part.split())
        for in_capitals, run in groupby(words, str.isupper):
            if in_capitals and _are_shouted(shouted := tuple(run)):
                letters += sum(map(len, shouted))
    return letters


def _are_shouted(words: Sequence[str]) -> bool:
    """Return whether words in capitals that follow each other are more than abbreviations."""
    if len(words) < FEW_SHOUTED:
        return False
    is_long = any(len(word) >= LONG_WORD and word not in LONG_NAMES for word in words)
    return is_long or len(words) >= MANY_SHOUTED


def may_shout(texts: Sequence[str]) -> list[int]:
    """Return which of many texts have capitals or exclamation marks enough, as far as ASCII goes.

    Of others nothing is known.
    """
    plain = BETWEEN.join([text if text.isascii() else _LOUD for text in texts])
    loud = plain.encode().translate(None, _QUIET).split(BETWEEN.encode())
    if len(loud) != len(texts):
        return list(range(len(texts)))
    return [
        place
        for place, signs in enumerate(loud)
        if len(signs) >= MANY_EXCLAMATIONS
        and (len(signs) >= MANY_CAPITALS or signs.count(b"!") >= MANY_EXCLAMATIONS)
    ]


def _count_capitals(text: str) -> int:
    """Return how many capital letters a text has."""
    if text.isascii():
        return text.encode().translate(_CAPITALS).count(b"A")
    return sum(map(str.isupper, text))
