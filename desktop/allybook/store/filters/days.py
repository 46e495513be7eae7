"""Days of a time zone: where each begins, and on which of a few a post was made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.times import day_of, midnight
from allybook.store.database.moments import DAY, micros, moment_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, tzinfo

QUARTER = DAY // 96
"""No day of any zone begins between two quarters of an hour, since there is X."""
NEXT = timedelta(days=1)


class Day(Struct, frozen=True):
    """A day: ``since`` (included) and ``until`` (not included) are where it begins and ends."""

    date: date
    since: int
    until: int


def days_between(since: int, until: int, zone: tzinfo) -> tuple[Day, ...]:
    """Return the days of a zone that a stretch of time reaches into, the first of them first.

    The first and the last day that there is hold what a zone would have before and after them.
    """
    return tuple(_walk(since, until, zone))


def _walk(since: int, until: int, zone: tzinfo) -> Iterator[Day]:
    day = day_of(moment_at(since), zone)
    begins = min(micros(midnight(day, zone)), since)
    while begins < until and day < day.max:
        ends = micros(midnight(day + NEXT, zone))
        yield Day(day, begins, ends)
        day, begins = day + NEXT, ends
    if begins < until:
        yield Day(day, begins, until)


def day_in(number: int, zone: tzinfo) -> date:
    """Return the day of a zone that a quarter of an hour is in, so many after 1970 began."""
    return day_of(moment_at(number * QUARTER), zone)


def write_number(days: Sequence[Day]) -> str:
    """Return in SQL which of these days a post is of, counted from 0; it is of one of them.

    Days are as long as the one before but for those on which clocks go forward or back.
    """
    cases: list[tuple[int, str]] = []
    regular = False
    for number, day in enumerate(days):
        usual = day.until - day.since == DAY
        if usual and not regular:
            cases.append((day.since, f"(created_at - {day.since - number * DAY}) / {DAY}"))
        elif not usual:
            cases.append((day.since, str(number)))
        regular = usual
    (_, first), *later = cases
    whens = "".join(f" WHEN created_at >= {since} THEN {said}" for since, said in reversed(later))
    return f"CASE{whens} ELSE {first} END" if later else first
