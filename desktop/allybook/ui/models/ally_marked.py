"""The places with a mark in the order of a column, found as far as somebody looks.

A screen shows twenty of 50,000: while one types, nobody asks where the last of them stands.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

AHEAD = 64
"""At least so many more are found at a time: a screen of rows and some."""


class Marked(Sequence[int]):
    """Places of ``order`` with a mark; ``marks`` has a byte for each place, 1 or 0."""

    def __init__(self, order: Sequence[int], marks: bytes) -> None:
        self._size = marks.count(1)
        self._found: list[int] = []
        self._rest: Iterator[int] = filter(marks.__getitem__, order)

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
        while start < len(self._reach(start + 1)):
            seen = min(len(self._found), stop)
            with suppress(ValueError):
                return self._found.index(value, start, seen)  # type: ignore[arg-type]
            if seen == stop:
                break
            start = seen
        message = f"{value} has no mark"
        raise ValueError(message)

    def _reach(self, size: int) -> list[int]:
        """Return what is found once it is ``size`` places or all there are."""
        if size > len(self._found):
            self._found.extend(islice(self._rest, max(size - len(self._found), AHEAD)))
        return self._found


def few_marked(order: Sequence[int], ranks: Sequence[int], marks: bytes) -> Sequence[int]:
    """Return the places with a mark, sorted by their ``ranks`` in an order: quick for few."""
    return [order[rank] for rank in sorted(map(ranks.__getitem__, _places(marks)))]


def _places(marks: bytes) -> Iterator[int]:
    at = marks.find(1)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1)
