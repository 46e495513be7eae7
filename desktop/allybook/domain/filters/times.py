"""Dates and spans as filters write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.spoken import speak, speak_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.spoken import Plural, Spoken

_SPAN = re.compile(r"([0-9]{1,9})([mhdw])")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SPANS: Mapping[str, Plural] = {
    "m": ("{n} minute", "{n} minutes"),
    "h": ("{n} hour", "{n} hours"),
    "d": ("{n} day", "{n} days"),
    "w": ("{n} week", "{n} weeks"),
}
_LONGEST = timedelta(days=36_525)


def read_span(value: str) -> timedelta | None:
    """Return how long ``3d`` is (``m h d w``), at most a century; None where it is no span."""
    found = _SPAN.fullmatch(value)
    if found is None:
        return None
    number, unit = int(found[1]), _UNITS[found[2]]
    try:
        return min(timedelta(**{unit: number}), _LONGEST)
    except OverflowError:
        return _LONGEST


def read_moment(value: str) -> datetime | None:
    """Return the moment (UTC) that ``2026-03-01`` or an ISO time names; None where it names none.

    A date is its midnight, and a time without an offset is taken as UTC.
    """
    if _MOMENT.fullmatch(value) is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def name_span(value: str) -> str:
    """Return a span in words (``3 days``, ``1 hour``)."""
    found = _SPAN.fullmatch(value)
    if found is None:
        return value
    return speak_many(int(found[1]), *_SPANS[found[2]])


def name_latest(value: str, named: Mapping[str, Plural]) -> Spoken:
    """Return the time up to now in words, ``named`` by the letter of its unit (``last 3 days``)."""
    found = _SPAN.fullmatch(value)
    if found is None:
        return speak("{value}", value=value)
    return speak_many(int(found[1]), *named[found[2]])


def name_moment(value: str) -> str:
    """Return a moment in words (``1 March 2026``, with the time of day where there is one).

    Seconds are told where they count.
    """
    moment = read_moment(value)
    if moment is None:
        return value
    if "T" not in value:
        return speak("{day.day} {day:%B} {day.year}", day=moment.date())
    if moment.second or moment.microsecond:
        exact = moment.time().isoformat()
        return speak(
            "{moment.day} {moment:%B} {moment.year} {exact} UTC", moment=moment, exact=exact
        )
    return speak("{moment.day} {moment:%B} {moment.year} {moment:%H:%M} UTC", moment=moment)
