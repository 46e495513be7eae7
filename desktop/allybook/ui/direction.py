"""Which way a text from outside is read, whatever the language of the window."""

from __future__ import annotations

from unicodedata import bidirectional

from allybook.domain.expressions import expression

LEFTWARD = expression(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
"""Letters of scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana ..."""
TO_RIGHT, TO_LEFT = "\u200e", "\u200f"
"""Marks without a width: what stands beside them is read that way (UAX 9)."""


def reads_leftward(text: str) -> bool:
    """Return whether a paragraph begins at the right: its first letter decides (UAX 9, P2)."""
    if text.isascii():
        return False
    ways = (way for way in map(bidirectional, text) if way in {"L", "R", "AL"})
    return next(ways, "L") != "L"


def mark_of(word: str) -> str:
    """Return the mark that keeps the sign before a word (# or @) on the side where it begins."""
    return TO_LEFT if reads_leftward(word) else TO_RIGHT
