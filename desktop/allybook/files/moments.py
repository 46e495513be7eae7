"""Moments as X's files write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_LENGTH = len("Sat Feb 18 12:33:11 +0000 2023")
FIRST_YEAR, LAST_YEAR = 2006, 2100
"""X began in 2006, and its ids tell no later year than 2080. Programs that do not know a date write
the first or the last day of the calendar."""


def read_moment(text: str) -> datetime | None:
    """Return the moment (UTC) that ``text`` says, or None where it says none.

    Two shapes: ``Sat Feb 18 12:33:11 +0000 2023``, whatever the language of the computer, and ISO
    8601; an ISO time without a zone is UTC. A year in which there is no X is no moment.
    """
    try:
        moment = _new_shape(text) if text[:1].isdigit() else _old_shape(text)
    except (KeyError, ValueError, OverflowError):
        return None
    return moment if moment is not None and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _new_shape(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is UTC:
        return moment
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _old_shape(text: str) -> datetime | None:
    if len(text) != _LENGTH:
        return None
    moment = datetime(
        int(text[26:30]),
        _MONTHS[text[4:7]],
        int(text[8:10]),
        int(text[11:13]),
        int(text[14:16]),
        int(text[17:19]),
        tzinfo=UTC,
    )
    zone = text[20:25]
    if zone == "+0000":
        return moment
    ahead = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    return moment - ahead
