"""Days put together, so that each bar has room."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

WEEK = 7


class DayPosts(Struct, frozen=True):
    """How many posts of a day a view keeps, and how many are quiet."""

    day: date
    kept: int
    quiet: int = 0


class Bucket(Struct, frozen=True):
    """One bar: from ``first`` to ``last``, both included."""

    first: date
    last: date
    kept: int
    quiet: int


def bucketed(days: Sequence[DayPosts], most: int) -> Sequence[Bucket]:
    """Return every day from the first to the last in at most ``most`` buckets of equal length.

    A bucket is a day, or a number of whole weeks.
    """
    if not days:
        return ()
    known = {day.day: day for day in days}
    first, last = min(known), max(known)
    span = (last - first).days + 1
    size = 1 if span <= most else WEEK * ceil(span / most / WEEK)
    return tuple(
        _bucket(known, first + timedelta(days=start), size) for start in range(0, span, size)
    )


def _bucket(known: dict[date, DayPosts], first: date, size: int) -> Bucket:
    inside = [
        known[day] for day in (first + timedelta(days=n) for n in range(size)) if day in known
    ]
    last = first + timedelta(days=size - 1)
    return Bucket(first, last, sum(day.kept for day in inside), sum(day.quiet for day in inside))
