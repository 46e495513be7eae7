"""Which way a text from outside is read, whatever the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFTWARD = expression(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
"""Letters of scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana ..."""
TO_RIGHT, TO_LEFT = "\u200e", "\u200f"
"""Marks without a width: what stands beside them is read that way (UAX 9)."""
APART, TOGETHER = "\u2068", "\u2069"
"""Marks without a width: what stands between them has no say in how the rest is read (UAX 9)."""
_WITHOUT_MARKS = str.maketrans("", "", f"{APART}{TOGETHER}")
_BEGIN_APART, _LETTERS = frozenset({"LRI", "RLI", "FSI"}), frozenset({"L", "R", "AL"})


def reads_leftward(text: str) -> bool:
    """Return whether a paragraph begins at the right: its first letter decides (UAX 9, P2).

    What is set apart in it has no say.
    """
    if text.isascii():
        return False
    return next(_ways(text), "L") != "L"


def set_apart(name: str) -> str:
    """Return a name from outside for a sentence of Allybook's, which it does not turn around."""
    return name if LEFTWARD.search(name) is None else f"{APART}{name}{TOGETHER}"


def as_heard(sentence: str) -> str:
    """Return a sentence without the marks that only say how it is painted."""
    return sentence if sentence.isascii() else sentence.translate(_WITHOUT_MARKS)


def mark_of(word: str) -> str:
    """Return the mark that keeps the sign before a word (# or @) on the side where it begins."""
    return TO_LEFT if reads_leftward(word) else TO_RIGHT


def _ways(text: str) -> Iterator[str]:
    """Yield which way each letter is read that has a say."""
    depth = 0
    for way in map(bidirectional, text):
        if way in _BEGIN_APART:
            depth += 1
        elif way == "PDI":
            depth = max(0, depth - 1)
        elif not depth and way in _LETTERS:
            yield way
