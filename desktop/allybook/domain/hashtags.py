"""What X takes for a hashtag."""

from __future__ import annotations

import unicodedata

LONGEST = 100
# X lets these in beside letters, their marks and digits: _, the middle dot and the joiners.
ALSO = frozenset("_\u00b7\u200c\u200d")


def in_tag(sign: str) -> bool:
    """Return whether a sign can stand in a hashtag."""
    return sign.isalnum() or sign in ALSO or unicodedata.category(sign).startswith("M")


def is_tag(word: str) -> bool:
    """Return whether a word (without #) can be a hashtag: not digits alone, at most 100 signs."""
    return 0 < len(word) <= LONGEST and not word.isdecimal() and all(map(in_tag, word))
