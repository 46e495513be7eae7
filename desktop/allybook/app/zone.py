"""The time zone of this computer, as its clocks know it on any day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from time import timezone


class ComputerZone(tzinfo):
    """What the clocks here show at any moment, summer and winter alike.

    A moment that ``datetime.astimezone`` has brought here keeps the offset of its own day only;
    this zone knows each day's. Days that the computer has no rules for have the usual offset.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Return how far the clocks here are ahead of UTC at a local time."""
        found = None if dt is None else _locally(dt)
        return timedelta(seconds=-timezone) if found is None else found.utcoffset() or timedelta()

    def dst(self, _dt: datetime | None) -> timedelta | None:
        """Return None: nobody asks how much of the offset is for the summer."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        """Return what the zone is called at a local time (``EST``)."""
        found = None if dt is None else _locally(dt)
        return None if found is None else found.tzname()

    def fromutc(self, dt: datetime) -> datetime:
        """Return the local time of a moment; of an hour that comes twice, which one it is."""
        try:
            local = dt.replace(tzinfo=UTC).astimezone()
        except (OSError, OverflowError, ValueError):
            return dt - timedelta(seconds=timezone)
        shown = local.replace(tzinfo=self, fold=0)
        return shown if shown.utcoffset() == local.utcoffset() else shown.replace(fold=1)


def _locally(shown: datetime) -> datetime | None:
    """Return a local time with its own offset, or None where the computer has no rules for it.

    Some systems have none for days before 1970.
    """
    try:
        return shown.replace(tzinfo=None).astimezone()
    except (OSError, OverflowError, ValueError):
        return None
