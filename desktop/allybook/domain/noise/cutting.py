"""Cuts the word lists into tables of tokens, when the first post is scored.

They are JSON beside the program (``resources/noise``): Python reads TOML by itself, which would be
a tenth of the time until a large file is read.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from allybook.domain.filters.words import words_of_all
from allybook.domain.noise.openings import Anywhere, Openings, Runs
from allybook.domain.noise.wording import Wording, shipped_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.noise.wording import Run

_AT_THE_END = "…"
"""What begins with it in a list is how a sentence ends."""


class _Asking(Struct, frozen=True):
    """How sentences of one language begin, as people write it."""

    heads: list[str]
    openings: list[str]
    unless: list[str] = []
    greetings: list[str] = []
    titles: list[str] = []
    offers: list[str] = []
    answers: list[str] = []
    invites: list[str] = []
    further: list[str] = []
    persons: list[str] = []


_HIDING = ("titles", "offers", "answers", "invites")
"""What is no question in spite of its mark has one of them."""
_KINDS = tuple(map(attrgetter, ("openings", "unless", "greetings", *_HIDING, "further")))


class _AskingLists(Struct, frozen=True):
    """A file; what it says of itself (``about``) is for people."""

    quarters: list[str]
    languages: dict[str, _Asking]


class _Leaning(Struct, frozen=True):
    """What is ordinary alone, and what makes bait of it."""

    say: list[str]
    beside: list[str]


class _Bait(Struct, frozen=True):
    """The phrases and words of one language, as people write them."""

    telling: list[str] = []
    leaning: list[_Leaning] = []
    warning: list[str] = []


class _BaitLists(Struct, frozen=True):
    """A file; what it says of itself (``about``) is for people."""

    languages: dict[str, _Bait]


@lru_cache(maxsize=1)
def openings() -> Openings:
    """Return the shipped lists of all languages, by which questions are told."""
    return cut_openings(shipped_text("asking.json"))


@lru_cache(maxsize=1)
def bait_words() -> Wording:
    """Return the shipped wording of giveaways and of begging for engagement."""
    return cut_wording(shipped_text("bait.json"))


def cut_openings(text: str) -> Openings:
    """Return the lists of ``asking.json``, of all languages at once."""
    told = msgspec.json.decode(text, type=_AskingLists)
    tables = told.languages.values()
    phrases = [[phrase for table in tables for phrase in of(table)] for of in _KINDS]
    # All of them in one go: one by one, calls would take as long as the cutting.
    cut = iter(words_of_all(list(chain.from_iterable(phrases))))
    rows = [list(islice(cut, len(some))) for some in phrases]
    asking, unless, greetings, titles, offers, answers, invites, further = map(
        _gather, phrases, rows
    )
    heads = _words([head for table in tables for head in table.heads])
    return Openings(
        asking,
        unless,
        greetings,
        titles,
        offers,
        answers,
        invites,
        further,
        _lay_by_head(rows[0], lambda row: next(word for word in row if word in heads)),
        _lay_by_head([row for some in rows[3:7] for row in some], lambda row: max(row, key=len)),
        _words([word for table in tables for word in table.persons]),
        _words(told.quarters),
    )


def cut_wording(text: str) -> Wording:
    """Return the lists of ``bait.json``."""
    tables = msgspec.json.decode(text, type=_BaitLists).languages.values()
    said: list[tuple[str, tuple[str, ...]]]
    said = [(phrase, ()) for table in tables for phrase in table.telling]
    for group in (group for table in tables for group in table.leaning):
        beside = tuple(group.beside)
        said += [(phrase, beside) for phrase in group.say]
    phrases: dict[str, list[tuple[Run, tuple[str, ...]]]] = defaultdict(list)
    rows = words_of_all([phrase for phrase, _ in said])
    for (phrase, beside), words in zip(said, rows, strict=True):
        # Few posts have its longest token.
        phrases[max(words, key=len)].append(((f" {' '.join(words)} ", phrase), beside))
    warning = tuple(phrase for table in tables for phrase in table.warning)
    return Wording(dict(phrases), frozenset(phrases), warning)


@cache
def runs_of(written: tuple[str, ...]) -> tuple[Run, ...]:
    """Return phrases as they are searched for in a row of tokens; few processes need all."""
    rows = zip(written, words_of_all(written), strict=True)
    return tuple((f" {' '.join(words)} ", phrase) for phrase, words in rows)


def _words(written: Sequence[str]) -> frozenset[str]:
    return frozenset(word for (word,) in words_of_all(written))


def _gather(phrases: Sequence[str], rows: Sequence[Sequence[str]]) -> Runs:
    """Return phrases, of which ``rows`` has the tokens, as what sentences begin or end with."""
    pairs = list(zip(phrases, map(tuple, rows), strict=True))
    starts = frozenset(run for phrase, run in pairs if phrase[0] != _AT_THE_END)
    ends = frozenset(run for phrase, run in pairs if phrase[0] == _AT_THE_END)
    first, last = frozenset(run[0] for run in starts), frozenset(run[-1] for run in ends)
    return Runs(starts, ends, first, last, max(map(len, rows)))


def _lay_by_head(rows: Sequence[list[str]], head_of: Callable[[list[str]], str]) -> Anywhere:
    by_head: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_head[head_of(row)].append(f" {' '.join(row)} ")
    return Anywhere(dict(by_head), frozenset(by_head))
