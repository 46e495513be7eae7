"""When a reading of followers was made, as far as it is known: an archive may not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.out import moment
from allybook.domain.check.followback import UNDATED
from allybook.domain.filters.times import day_of

if TYPE_CHECKING:
    from datetime import datetime, tzinfo


def known_moment(at: datetime) -> str | None:
    """Return a time as ISO 8601 in UTC, to the second, or None."""
    return None if at == UNDATED else moment(at)


def known_day(at: datetime, zone: tzinfo) -> str:
    """Return a day in a zone as people write it (``2 March 2026``)."""
    day = day_of(at, zone)
    return "no known date" if at == UNDATED else f"{day.day} {day:%B %Y}"
