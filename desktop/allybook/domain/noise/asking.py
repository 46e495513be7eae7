"""Tells what asks something: by a question mark, by its number in a chat, or by how it begins."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from allybook.domain.expressions import expression
from allybook.domain.filters.facts import own_words
from allybook.domain.filters.words import text_words, words_of_all
from allybook.domain.noise.wording import shipped_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Possessive (++), so that no text, however odd, takes more than one look at each sign.
_NUMBERED = expression(
    r"(?:https?://\S++|[@#＠＃]\w++|[^\w@#＠＃]++)*+"  # noqa: RUF001 (the wide signs)
    r"Q(?:uestion\s?|\.\s?)?[0-9]{1,2}\s?(?:[:.)](?!\d)|[-–—](?!\w))"  # noqa: RUF001 (dashes)
)
_QUESTION_MARK = expression("[?？؟]")  # noqa: RUF001 (Chinese and Arabic ones are meant)
_ENDS = expression(r"\s(?:(?<=\n)|(?<=[.!…]\s)|(?<=[.!…][)\"'”’»]\s))")  # noqa: RUF001 (quotes)
_LEAD = expression(
    r"(?:RT\s++)?+"
    r"(?:https?://\S++|[@#＠＃]\w++|[^\w@#＠＃]++"  # noqa: RUF001 (the wide signs)
    r"|[AQaq][0-9]{1,2}[a-z]?+\s?+[:.)–—-])*+"  # noqa: RUF001 (dashes)
)

_MOST_GREETINGS = 3
"""``Hi all! Quick question, please: ...``"""


class _Table(Struct, frozen=True):
    """How sentences of one language begin, as people write it."""

    heads: list[str]
    openings: list[str]
    unless: list[str] = []
    greetings: list[str] = []


class _Lists(Struct, frozen=True):
    """A file; what it says of itself (``about``) is for people."""

    languages: dict[str, _Table]


_OPENINGS, _UNLESS, _GREETINGS = map(attrgetter, ("openings", "unless", "greetings"))


class Openings(Struct, frozen=True):
    """The same as tokens; ``by_head`` has each opening as a row of them, between spaces."""

    by_head: Mapping[str, Sequence[str]]
    asking: frozenset[tuple[str, ...]]
    unless: frozenset[tuple[str, ...]]
    greetings: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    first: frozenset[str]
    longest: int


@lru_cache(maxsize=1)
def openings() -> Openings:
    """Return the shipped openings of all languages; they are read with the first post."""
    tables = msgspec.json.decode(shipped_text("asking.json"), type=_Lists).languages.values()
    heads = frozenset(head for table in tables for (head,) in _runs(table.heads))
    asking, unless, greetings = (
        frozenset(run for table in tables for run in _runs(phrases(table)))
        for phrases in (_OPENINGS, _UNLESS, _GREETINGS)
    )
    by_head: dict[str, list[str]] = defaultdict(list)
    for run in asking:
        by_head[next(word for word in run if word in heads)].append(f" {' '.join(run)} ")
    every = asking | unless | greetings
    first, longest = frozenset(run[0] for run in every), max(map(len, every))
    return Openings(dict(by_head), asking, unless, greetings, heads, first, longest)


def _runs(phrases: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return map(tuple, words_of_all(phrases))


def asks(text: str) -> bool:
    """Return whether a text asks something (outside its links)."""
    return asks_by_sign(text) or asks_by_opening(text, text_words(text))


def asks_by_sign(text: str) -> bool:
    """Return whether a text has a question mark, or is a question of a chat by its number.

    Who leads a chat numbers its questions, and ``Q3: Name one ...`` is one without its mark too.
    """
    # Most texts ask nothing, and an import looks into each of them.
    if "Q" in text and _NUMBERED.match(text):
        return True
    if "?" not in text and (text.isascii() or not _QUESTION_MARK.search(text)):
        return False
    # Nothing but a link can hide a question mark.
    return "://" not in text or _QUESTION_MARK.search(own_words(text)) is not None


def asks_by_opening(text: str, words: Sequence[str]) -> bool:
    """Return whether a sentence of a text, of which ``words`` has the tokens, begins as one asks.

    Before the first one hashtags, names, greetings and the number of an answer may stand.
    """
    told = openings()
    heads = told.heads.intersection(words)
    if not heads:
        return False
    # Few that have such a word go on as an opening does, and only those are cut into sentences.
    row = f" {' '.join(words)} "
    if not any(run in row for head in heads for run in told.by_head.get(head, ())):
        return False
    return any(map(_opens, _ENDS.split(text)))


def _opens(sentence: str) -> bool:
    """Return whether a sentence begins as one asks."""
    told = openings()
    words = text_words(_LEAD.sub("", sentence, count=1))
    for _ in range(_MOST_GREETINGS):
        greeting = _beginning(words, told.greetings)
        if not greeting:
            break
        words = words[greeting:]
    return bool(_beginning(words, told.asking)) and not _beginning(words, told.unless)


def _beginning(words: Sequence[str], runs: frozenset[tuple[str, ...]]) -> int:
    """Return how many words one of the runs takes that a row of words begins with, or 0."""
    told = openings()
    if not words or words[0] not in told.first:
        return 0
    lengths = range(min(len(words), told.longest), 0, -1)
    return next((length for length in lengths if tuple(words[:length]) in runs), 0)
