"""The places with a mark in the order of a column, found as far as somebody looks.

A screen shows twenty of 50,000: while one types, nobody asks where the last of them stands.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain, compress, islice
from operator import itemgetter
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AHEAD = 64
"""At least so many more are found at a time: a screen of rows and some."""
PART = 4_096
"""So many places are asked for their marks at once, before the next."""
SPARSE = 32
"""Fewer marks than one in so many are sorted themselves; others are looked for in the order."""


class Order:
    """Places in the order of a column, made ready once to be asked for any marks.

    ``marks`` has a byte for each place, 1 or 0. Whoever asks for each mark by itself takes ten
    times as long as a getter of very many, which stays the same for all marks.
    """

    def __init__(self, places: list[int]) -> None:
        self.places = places
        starts = range(0, len(places), PART)
        self._parts = [places[start : start + PART] for start in starts]
        self._getters = [*map(_getter, self._parts)]
        self._ranks: Sequence[int] = ()

    def prime(self) -> None:
        """Find where each place stands, for few marks to be quick as well; dear for very many."""
        ranks = [0] * len(self.places)
        for rank, place in enumerate(self.places):
            ranks[place] = rank
        self._ranks = ranks

    def few(self, marks: bytes) -> Sequence[int] | None:
        """Return all places with a mark where they are few, and it is known where each stands."""
        if not self._ranks or marks.count(1) > len(marks) // SPARSE:
            return None
        return [self.places[rank] for rank in sorted(map(self._ranks.__getitem__, _few(marks)))]

    def marked(self, marks: bytes) -> Iterator[int]:
        """Yield the places with a mark."""
        asked = (get(marks) for get in self._getters)
        return chain.from_iterable(map(compress, self._parts, asked))

    def rank(self, place: int, marks: bytes) -> int:
        """Return how many places with a mark come before one."""
        part, rest = divmod(self.places.index(place), PART)
        before = sum(get(marks).count(1) for get in self._getters[:part])
        return before + self._getters[part](marks)[:rest].count(1)


class Marked(Sequence[int]):
    """The places of an order that have a mark."""

    def __init__(self, order: Order, marks: bytes) -> None:
        self._order = order
        self._marks = marks
        self._size = marks.count(1)
        self._found: list[int] = []
        self._rest = order.marked(marks)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[int]:
        return iter(self._reach(self._size))

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            span = range(*at.indices(self._size))
            found = self._reach(max(span[0], span[-1]) + 1 if span else 0)
            return [found[place] for place in span]
        return self._reach(at + 1 if at >= 0 else self._size)[at]

    def index(self, value: object, start: int = 0, stop: int = sys.maxsize) -> int:
        """Return where a place stands; ``ValueError`` where it has no mark."""
        known = isinstance(value, int) and 0 <= value < len(self._marks) and self._marks[value]
        row = self._order.rank(value, self._marks) if known else -1  # type: ignore[arg-type]
        if not start <= row < stop:
            message = f"{value} has no mark"
            raise ValueError(message)
        return row

    def _reach(self, size: int) -> list[int]:
        """Return what is found once it is ``size`` places or all there are."""
        if size > len(self._found):
            self._found.extend(islice(self._rest, max(size - len(self._found), AHEAD)))
        return self._found


def _getter(places: Sequence[int]) -> Callable[[bytes], tuple[int, ...]]:
    """Return what tells of all these places at once whether they have a mark."""
    if len(places) == 1:
        (only,) = places
        return lambda marks: (marks[only],)
    return itemgetter(*places)


def _few(marks: bytes) -> Iterator[int]:
    at = marks.find(1)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1)
