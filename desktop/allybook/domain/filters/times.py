"""Dates and spans as filters write them, and the days of a time zone."""

from __future__ import annotations

from datetime import MINYEAR, UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.spoken import speak, speak_many

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, tzinfo

    from allybook.domain.spoken import Plural, Spoken

_SPAN = expression(r"([0-9]{1,9})([mhdw])")
_MOMENT = expression(
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
_EARLIEST, _LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


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


def read_moment(value: str, zone: tzinfo) -> datetime | None:
    """Return the moment (UTC) that ``2026-03-01`` or an ISO time names; None where it names none.

    A date is its midnight in ``zone``, and a time without an offset is told by the clocks there.
    """
    if _MOMENT.fullmatch(value) is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else _place(moment, zone)
    except (ValueError, OverflowError):
        return None


def is_local(value: str) -> bool:
    """Return whether a moment is told by the clocks at hand, as a date or without an offset."""
    _, _, hour = value.partition("T")
    return not hour.endswith("Z") and hour[-6:-5] not in {"+", "-"}


def zone_of(now: datetime) -> tzinfo:
    """Return the zone whose days are meant where it is ``now``."""
    return now.tzinfo or UTC


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return the moment (UTC) at which a day begins in a zone.

    Where clocks go forward at midnight, that is when they do.
    """
    return _place(datetime.combine(day, time()), zone)


def local(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment as the clocks of a zone show it.

    At both ends of the calendar some clocks would show years that there are none of: there it stays
    as it is written. Programs write such days for a date that they do not know.
    """
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def day_of(moment: datetime, zone: tzinfo) -> date:
    """Return the day of a zone in which a moment lies."""
    return local(moment, zone).date()


def _place(local: datetime, zone: tzinfo) -> datetime:
    """Return the moment (UTC) at which clocks of a zone show a time, for the first time."""
    try:
        return local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return _EARLIEST if local.year == MINYEAR else _LATEST


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

    Seconds are told where they count; a time without an offset is that of the clocks at hand.
    """
    moment = read_moment(value, UTC)
    if moment is None:
        return value
    if "T" not in value:
        return speak("{day.day} {day:%B} {day.year}", day=moment.date())
    exact = f"{moment:%H:%M}"
    if moment.second or moment.microsecond:
        exact = moment.time().isoformat()
    if is_local(value):
        return speak("{moment.day} {moment:%B} {moment.year} {exact}", moment=moment, exact=exact)
    return speak("{moment.day} {moment:%B} {moment.year} {exact} UTC", moment=moment, exact=exact)
