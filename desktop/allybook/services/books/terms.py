"""What each condition of a filter asks of all allies at once: one answer for each line."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine, fold_words
from allybook.domain.filters.tree import On
from allybook.domain.filters.words import fold_name
from allybook.services.books.ally_texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.filters.tree import Term


class KnownBeside(Struct, frozen=True, gc=False):
    """What is known of an ally beside its book: the name, the handle of today, ``is:`` words.

    Nothing in it can point back to it: whoever looks for rubbish need not look at 50,000 of them.
    """

    name: str = ""
    handle: str = ""
    words: frozenset[str] = frozenset()


VIEWS = "allies.views"
"""The setting that holds the filters of allies that were kept: pairs of a name and a text."""
NOTHING = KnownBeside()
LAST = chr(sys.maxunicode)
LAID_OUT = ("handles", "states", "tags", "categories", "hashtags", "searched")
COMMON = 64
"""A name that one in so many has is kept as a number, ready to be told."""


class Places:
    """Where in a table each name stands; names are asked for whole, or by their beginning."""

    def __init__(self, named: Iterable[Iterable[str]], size: int) -> None:
        self._size = size
        found: dict[str, list[int]] = {}
        for place, names in enumerate(named):
            for name in names:
                found.setdefault(name, []).append(place)
        self._common: dict[str, int] = {}
        rare: list[tuple[str, int]] = []
        for name, places in found.items():
            # Nearly all are ASCII, and the whole of the folding would take thrice as long.
            plain = name.isascii() and not name.startswith("#")
            folded = name.lower() if plain else fold_name(name)
            if len(places) > size // COMMON:
                self._common[folded] = self._common.get(folded, 0) | self._number(places)
            else:
                rare += [(folded, place) for place in places]
        rare.sort()
        self._rare = [name for name, _ in rare]
        self._places = [place for _, place in rare]

    def beginning(self, value: str) -> int:
        """Return a byte for each place as one number: 1 where a name begins like a value."""
        start = fold_name(value)
        found = self._between(start, f"{start}{LAST}")
        for name, number in self._common.items():
            if name.startswith(start):
                found |= number
        return found

    def named(self, name: str) -> int:
        """Return a byte for each place as one number: 1 where this very name stands."""
        folded = fold_name(name)
        return self._between(folded, folded) | self._common.get(folded, 0)

    def _between(self, first: str, last: str) -> int:
        start, end = bisect_left(self._rare, first), bisect_right(self._rare, last)
        return self._number(self._places[start:end])

    def _number(self, places: Iterable[int]) -> int:
        kept = bytearray(self._size)
        for place in places:
            kept[place] = 1
        return int.from_bytes(kept, "big")


class HeldLines(Struct, dict=True):
    """Lines, the text that words are looked for in of each, and what is known beside, by key.

    What a condition looks at is laid out when it is asked for first, or by ``lay_out``.
    """

    lines: Sequence[AllyLine]
    texts: Sequence[str]
    beside: Mapping[str, KnownBeside]

    def lay_out(self) -> None:
        """Lay everything out now, so that nobody waits for it while typing."""
        for name in LAID_OUT:
            getattr(self, name)

    @cached_property
    def handles(self) -> Places:
        """Return where each handle stands: that of the book, and that of today."""
        return Places(map(self._handles, self.lines), len(self.lines))

    @cached_property
    def searched(self) -> Texts:
        """Return the texts as words are looked for in them."""
        return Texts(self.texts)

    @cached_property
    def states(self) -> Places:
        """Return where each word of ``is:`` holds."""
        return Places(
            (_states(line, self.beside.get(line.key, NOTHING)) for line in self.lines),
            len(self.lines),
        )

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

    def _handles(self, line: AllyLine) -> Iterable[str]:
        book = () if line.kind is Kind.HASHTAG else (line.handle.lower(),)
        today = self.beside.get(line.key, NOTHING).handle.lower()
        return (*book, today) if today and today not in book else book


def ask(held: HeldLines, term: Term) -> int:
    """Return a byte for each line as one number: 1 for those that a condition keeps."""
    return _ASK[term.on](held, term.value)


def text_of(line: AllyLine, beside: KnownBeside | None) -> str:
    """Return what words are looked for in, folded."""
    if beside is None:
        return line.words
    handle = "" if beside.handle.lower() == line.handle.lower() else beside.handle
    return "\n".join((line.words, fold_words(beside.name), fold_words(handle)))


def _with_words(held: HeldLines, value: str) -> int:
    return int.from_bytes(held.searched.having(fold_words(value)), "big")


def _states(line: AllyLine, beside: KnownBeside) -> Iterable[str]:
    """Return the words of ``is:`` that hold of a line."""
    said: list[str] = [line.kind, line.status]
    said += [word for word in beside.words if word not in _OWN]
    return said + [word for word, holds in _IS.items() if holds(line)]


def _has(held: HeldLines, value: str) -> int:
    return int.from_bytes(bytes(map(bool, map(_HAS[value], held.lines))), "big")


_ASK: Mapping[On, Callable[[HeldLines, str], int]] = {
    On.WORD: _with_words,
    On.PHRASE: _with_words,
    On.HASHTAG: lambda held, value: held.hashtags.beginning(value),
    On.MENTION: lambda held, value: held.handles.beginning(value),
    On.FROM: lambda held, value: held.handles.beginning(value),
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
    "notes": attrgetter("notes"),
    "tags": attrgetter("tags"),
    "category": attrgetter("category"),
    "hashtags": attrgetter("hashtags"),
    "reason": attrgetter("reason"),
    "namings": attrgetter("namings"),
    "id": attrgetter("user_id"),
}
