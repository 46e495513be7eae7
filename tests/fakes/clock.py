"""A clock that stands still until it is told to go on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

NOON = datetime(2026, 3, 30, 12, tzinfo=UTC)


class FixedClock:
    """Shows one moment (UTC), in the zone of a person; ``advance`` moves it."""

    def __init__(self, moment: datetime = NOON, zone: tzinfo = UTC) -> None:
        self._moment = moment
        self.zone = zone

    def now(self) -> datetime:
        """Return the moment that the clock stands at."""
        return self._moment

    def advance(self, *, seconds: float) -> None:
        """Move the clock."""
        self._moment += timedelta(seconds=seconds)
