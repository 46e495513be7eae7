"""How slowly a list is changed: X locks accounts whose lists grow fast (x-api.md, section 8)."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

DAY = timedelta(days=1)
JITTER = 0.2
"""By how much of itself a pause may grow: X is never asked in the beat of a machine."""
SLOWEST = 86_400.0
MOST = 5_000


class Pace(Struct, frozen=True):
    """``seconds`` between two changes, and at most ``daily`` changes in any 24 hours."""

    seconds: float
    daily: int

    @property
    def sound(self) -> bool:
        """Return whether it can be kept at all."""
        return 0 <= self.seconds <= SLOWEST and 1 <= self.daily <= MOST

    def is_faster(self, other: Pace) -> bool:
        """Return whether X would see more changes, or quicker ones, than at another pace."""
        return self.seconds < other.seconds or self.daily > other.daily

    def apart(self, chance: float) -> timedelta:
        """Return how long after a change the next may go out; ``chance`` is from 0 to 1."""
        return timedelta(seconds=self.seconds * (1 + JITTER * chance))

    def days(self, changes: int, sent: int = 0) -> tuple[int, ...]:
        """Return how many changes go out on each day, today first.

        ``sent`` went out in the last 24 hours; where that leaves nothing for today, it gets a 0.
        """
        today = min(changes, max(0, self.daily - sent))
        full, rest = divmod(changes - today, self.daily)
        return (today, *[self.daily] * full, *([rest] if rest else []))

    def minutes(self, days: tuple[int, ...]) -> float:
        """Return how long it takes until the last change is out."""
        waiting = (len(days) - 1) * DAY / timedelta(minutes=1)
        return round(waiting + days[-1] * self.seconds / 60, 1)
