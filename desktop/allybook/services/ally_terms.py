"""What each condition of a filter asks of all allies at once: one answer for each line."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, compress, repeat
from operator import contains
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine, fold_words
from allybook.domain.filters.tree import On
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.filters.tree import Term


class Beside(NamedTuple):
    """What is known of an ally beside its book: the name, the handle of today, ``is:`` words."""

    name: str = ""
    handle: str = ""
    words: frozenset[str] = frozenset()


NOTHING = Beside()
LAID_OUT = ("handles", "states", "tags", "categories", "hashtags", "called", "together")


RARE, FEW = 2, 500
"""A word of so many letters may stand in so few lines that they are found one by one."""


class Together:
    """All texts as one, to look for what stands in few of them: twice as quick as one by one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = "\0".join(texts)
        self._starts = (0, *accumulate(len(text) + 1 for text in texts))

    def having(self, part: str) -> bytearray | None:
        """Return a byte for each text, 1 where a part stands in it; None where those are many."""
        kept, at = bytearray(len(self._starts) - 1), self._whole.find(part)
        for _ in range(FEW):
            if at < 0:
                return kept
            place = bisect_right(self._starts, at) - 1
            kept[place] = 1
            at = self._whole.find(part, self._starts[place + 1])
        return None


class Places:
    """Where in a table each name stands: few names, asked for by their beginning."""

    def __init__(self, named: Iterable[Iterable[str]], size: int) -> None:
        self._size = size
        self._places: dict[str, list[int]] = {}
        for place, names in enumerate(named):
            for name in names:
                self._places.setdefault(name, []).append(place)
        self._folded = {name: fold_name(name) for name in self._places}

    def beginning(self, value: str) -> bytearray:
        """Return a byte for each place: 1 where a name begins like a value, folded."""
        start = fold_name(value)
        return self._at(name for name, folded in self._folded.items() if folded.startswith(start))

    def named(self, name: str) -> bytearray:
        """Return a byte for each place: 1 where this very name stands."""
        return self._at((name,))

    def _at(self, names: Iterable[str]) -> bytearray:
        kept = bytearray(self._size)
        for name in names:
            for place in self._places.get(name, ()):
                kept[place] = 1
        return kept


class Held(Struct, dict=True):
    """Lines, the text that words are looked for in of each, and what is known beside, by key.

    What a condition looks at is laid out when it is asked for first, or by ``lay_out``.
    """

    lines: Sequence[AllyLine]
    texts: Sequence[str]
    beside: Mapping[str, Beside]

    def lay_out(self) -> None:
        """Lay everything out now, so that nobody waits for it while typing."""
        for name in LAID_OUT:
            getattr(self, name)

    @cached_property
    def handles(self) -> Sequence[str]:
        """Return the handles of the accounts, lower-cased; nothing for hashtags."""
        return ["" if one.kind is Kind.HASHTAG else one.handle.lower() for one in self.lines]

    @cached_property
    def together(self) -> Together:
        """Return the texts as one."""
        return Together(self.texts)

    @cached_property
    def states(self) -> Places:
        """Return where each word of ``is:`` holds."""
        return Places(
            (_states(line, self.beside.get(line.key, NOTHING)) for line in self.lines),
            len(self.lines),
        )

    @cached_property
    def called(self) -> Sequence[tuple[int, str]]:
        """Return the places of those who have another handle today, with that, lower-cased."""
        return [
            (place, today)
            for place, line in enumerate(self.lines)
            if (today := self.beside.get(line.key, NOTHING).handle.lower())
            and today != line.handle.lower()
        ]

    @cached_property
    def tags(self) -> Places:
        """Return where each tag stands."""
        return Places((line.tags for line in self.lines), len(self.lines))

    @cached_property
    def categories(self) -> Places:
        """Return where each category stands."""
        return Places(((line.category,) for line in self.lines), len(self.lines))

    @cached_property
    def hashtags(self) -> Places:
        """Return where each hashtag is used, or is an ally itself."""
        used = (
            (*line.hashtags, line.handle) if line.kind is Kind.HASHTAG else line.hashtags
            for line in self.lines
        )
        return Places(used, len(self.lines))


def ask(held: Held, term: Term) -> Sequence[int]:
    """Return 1 for each line that a condition keeps, 0 for the others."""
    return _ASK[term.on](held, term.value)


def ask_within(held: Held, term: Term, within: bytes) -> Sequence[int]:
    """Return the same of a word that only lines with a 1 can have: quick where those are few."""
    part, kept = fold_words(term.value), bytearray(len(within))
    for place in compress(range(len(within)), within):
        kept[place] = part in held.texts[place]
    return kept


def text_of(line: AllyLine, beside: Beside | None) -> str:
    """Return what words are looked for in, folded."""
    if beside is None:
        return line.words
    handle = "" if beside.handle.lower() == line.handle.lower() else beside.handle
    return "\n".join((line.words, fold_words(beside.name), fold_words(handle)))


def _with_words(held: Held, value: str) -> Sequence[int]:
    part = fold_words(value)
    rare = None if len(part) < RARE else held.together.having(part)
    return bytes(map(contains, held.texts, repeat(part))) if rare is None else rare


def _called(held: Held, value: str) -> Sequence[int]:
    start = value.lower()
    kept = bytearray(handle.startswith(start) for handle in held.handles)
    for place, today in held.called:
        if today.startswith(start):
            kept[place] = 1
    return kept


def _states(line: AllyLine, beside: Beside) -> Iterable[str]:
    """Return the words of ``is:`` that hold of a line."""
    said: list[str] = [line.kind, line.status]
    said += [word for word in beside.words if word not in _OWN]
    return said + [word for word, holds in _IS.items() if holds(line)]


def _has(held: Held, value: str) -> Sequence[int]:
    part = _HAS[value]
    return [bool(part(line)) for line in held.lines]


_ASK: Mapping[On, Callable[[Held, str], Sequence[int]]] = {
    On.WORD: _with_words,
    On.PHRASE: _with_words,
    On.HASHTAG: lambda held, value: held.hashtags.beginning(value),
    On.MENTION: _called,
    On.FROM: _called,
    On.TAG: lambda held, value: held.tags.beginning(value),
    On.CATEGORY: lambda held, value: held.categories.beginning(value),
    On.IS: lambda held, value: held.states.named(_SAME.get(value, value)),
    On.HAS: _has,
}
_IS: Mapping[str, Callable[[AllyLine], bool]] = {
    "conflict": lambda line: bool(line.conflicts),
    "brought_back": lambda line: line.brought_back,
}
_SAME: Mapping[str, str] = {"ally": Status.APPROVED}
_OWN = frozenset((*Kind, *Status, *_SAME, *_IS))
"""What the book says itself: nothing beside it can say otherwise."""
_HAS: Mapping[str, Callable[[AllyLine], object]] = {
    "notes": lambda line: line.notes,
    "tags": lambda line: line.tags,
    "category": lambda line: line.category,
    "hashtags": lambda line: line.hashtags,
    "reason": lambda line: line.reason,
    "namings": lambda line: line.namings,
    "id": lambda line: line.user_id,
}
