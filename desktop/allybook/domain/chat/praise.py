"""The words of a sentence that recommend a name, and whether they may be quoted alone."""

from __future__ import annotations

import re

from msgspec import Struct

from allybook.domain.chat.cues import CUES, NO, Grade
from allybook.domain.expressions import expression

_KINDS = frozenset({Grade.RECOMMENDS, Grade.PRAISES})
_CUES = "|".join(f"(?:{pattern})" for grade, _, pattern in CUES if grade in _KINDS)
_CUE = re.compile(rf"(?<![\w'-])(?:{_CUES})(?![\w'-])")
_NO = expression(rf"\b{NO}\b")


class Praise(Struct, frozen=True):
    """Words that recommend, and where they begin in their sentence."""

    start: int
    words: str


def find_praise(sentence: str, place: int) -> tuple[Praise, ...]:
    """Return the words before a place of a sentence that recommend, in their order."""
    found = _CUE.finditer(_plain(sentence), 0, place)
    return tuple(Praise(one.start(), sentence[one.start() : one.end()].strip()) for one in found)


def stands_alone(sentence: str, start: int, end: int | None = None) -> bool:
    """Return whether nothing is left out around a part that would turn it round: a no, or never."""
    end = len(sentence) if end is None else end
    plain = _plain(sentence)
    return _NO.search(f"{plain[:start]} {plain[end:]}") is None


def _plain(sentence: str) -> str:
    """Return a sentence as the cues are written, each letter at its place."""
    lowered = sentence.lower()
    # Some letters grow when they are lowered.
    return (lowered if len(lowered) == len(sentence) else sentence).replace("\u2019", "'")
