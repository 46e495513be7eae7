"""Posts that ask a numbered question: Q1, Q1:, Q.1, Question 1, Q1)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.hashtags import TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta

    from allybook.domain.posts import Post

HIGHEST = 30
"""No chat has more questions than this; A48 is a road and Q400 a plane."""
NO_ASKING = 2
"""What names a number and asks for nothing is at least as weak as this."""
# Possessive (++), so that no text, however odd, takes more than one look at each sign.
NAME = rf"[@#\uff03](?-i:{TAG})"
OPENING = rf"(?:{NAME}|[^\w@#\uff03]++)*+"
_MARK = r"\s?[:.)\u2013\u2014-]"
# Q1, Q.1, Q#1, but "Q 1" only with a mark after it, so that "a 5 year plan" is no answer.
NUMBER = rf"(?:[.:#-]?(\d{{1,2}})|\s(\d{{1,2}})(?={_MARK}))(?!\d)"
Q = rf"(?:question\s?(\d{{1,2}})(?!\d)|q(?:n|uestion)?{NUMBER})"
_ASKED = re.compile(rf"(?<!\w)(?<!re\s)(?<!re:\s){Q}(?!a\b)", re.IGNORECASE)
_ASKED_FIRST = expression(rf"{OPENING}{Q}", re.IGNORECASE)
_MARK_AFTER = re.compile(rf"{_MARK}|\s*\n")
_ASKS = re.compile(
    r"\?|\b(?:share|name|tell|describe|list|tag|give|recommend|introduce|post|shout)\b",
    re.IGNORECASE,
)
_NO_WORDS = expression(rf"{NAME}|https?://\S++", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ALIKE = 0.7


def number_of(found: re.Match[str]) -> int:
    """Return the number that an expression found in one of its groups."""
    return int(next(group for group in found.groups() if group is not None))


def asked_number(post: Post) -> int | None:
    """Return the one number that a post could be asking; an overview of several asks none."""
    numbers = {number_of(found) for found in _ASKED.finditer(post.text)}
    number = numbers.pop() if len(numbers) == 1 else HIGHEST + 1
    return number if number <= HIGHEST else None


def weakness(post: Post) -> int:
    """Return how little a post that names a number looks like the question itself, 0 to 3."""
    found = _ASKED.search(post.text)
    if found is None:
        return NO_ASKING + 1
    marked = _ASKED_FIRST.match(post.text) or _MARK_AFTER.match(post.text, found.end())
    asks = _ASKS.search(post.text, found.end())
    return (not asks) * NO_ASKING + (not marked)


def most_first(asking: Iterable[tuple[int, Post]]) -> str:
    """Return the author who was first with most numbers; among equals, the earliest."""
    firsts: dict[int, str] = {}
    for number, post in asking:
        firsts.setdefault(number, post.author_id)
    return Counter(firsts.values()).most_common(1)[0][0]


def same_words(one: Post, other: Post) -> bool:
    """Return whether two posts ask the same: most of the words of the shorter stand in both."""
    few, many = sorted((_pairs(one), _pairs(other)), key=len)
    return len(few & many) >= _ALIKE * len(few)


def apart(asking: Sequence[Post], gap: timedelta) -> list[list[Post]]:
    """Return posts, oldest first, in groups: between two of them lies a gap without any."""
    groups = [[post] for post in asking[:1]]
    for last, post in pairwise(asking):
        if post.created_at - last.created_at < gap:
            groups[-1].append(post)
        else:
            groups.append([post])
    return groups


def _pairs(post: Post) -> frozenset[tuple[str, str]]:
    """Return the pairs of words that stand beside each other in a question, one at least."""
    found = _ASKED.search(post.text)
    words = _WORD.findall(_NO_WORDS.sub("", post.text[found.end() if found else 0 :]).lower())
    return frozenset(pairwise(words if len(words) > 1 else ("", *words, "")))
