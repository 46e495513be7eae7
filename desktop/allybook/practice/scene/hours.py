"""When people post: days and hours of chance, with evenings fuller than nights."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.practice.chance import Chance

WEIGHTS = (3, 2, 1, 1, 0, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 6, 5, 6, 7, 6, 6, 5, 4)
"""How busy each UTC hour is, from midnight: people of the eastern United States."""
LADDER = tuple(hour for hour, weight in enumerate(WEIGHTS) for _ in range(weight))
LAST_MINUTES = 4
"""Nothing is newer than this many minutes before the anchor."""


def draw_moment(anchor: datetime, days: int, chance: Chance, key: str) -> datetime:
    """Return a moment within ``days`` before the anchor."""
    for attempt in range(24):
        back = chance.below(days + 1, "day", key, attempt)
        midnight = (anchor - timedelta(days=back)).replace(hour=0, minute=0, second=0)
        hour = chance.pick(LADDER, "hour", key, attempt)
        seconds = chance.below(3600, "second", key, attempt)
        moment = midnight + timedelta(hours=hour, seconds=seconds)
        if anchor - timedelta(days=days) <= moment <= anchor - timedelta(minutes=LAST_MINUTES):
            return moment
    return anchor - timedelta(minutes=LAST_MINUTES + chance.below(days * 1440, "minute", key))


def draw_moments(
    anchor: datetime, days: int, count: int, chance: Chance, key: str
) -> list[datetime]:
    """Return ``count`` moments in order, spread over the whole time rather than heaped."""
    moments = [draw_moment(anchor, days, chance, f"{key}/{place}") for place in range(count)]
    return sorted(moments)
