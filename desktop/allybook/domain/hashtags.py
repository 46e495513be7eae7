"""What X takes for a hashtag."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

LONGEST = 100
# X lets these in beside letters, their marks and digits: _, the middle dots and the joiners.
DOTS = frozenset("\u00b7\u30fb")
ALSO = frozenset("_\u200c\u200d") | DOTS


def in_tag(sign: str) -> bool:
    """Return whether a sign can stand in a hashtag."""
    return sign.isalnum() or sign in ALSO or unicodedata.category(sign).startswith("M")


def is_tag(word: str) -> bool:
    """Return whether a word (without #) can be a hashtag: not digits alone, at most 100 signs."""
    return 0 < len(word) <= LONGEST and not word.isdecimal() and all(map(in_tag, word))


def ease(tag: str) -> int:
    """Return how easily a tag is read, by people and aloud: 2 for ShelterNotes, 1 for Shelternotes.

    0 is for what has only small letters, or only capitals.
    """
    if tag in {tag.lower(), tag.upper()}:
        return 0
    inner = any(one.islower() and two.isupper() for one, two in pairwise(tag))
    return 2 if inner else 1
