"""A hybrid logical clock: close to the wall clock, never behind anything seen.

Laptops of volunteers have wrong clocks. An entry written after reading another is always stamped
later than it, whatever the wall says. Source: Kulkarni and others, "Logical Physical Clocks", 2014.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from allybook.domain.book.entry import Stamp

EPOCH = datetime.fromtimestamp(0, UTC)
LAST = datetime(9999, 12, 30, tzinfo=UTC)
"""The latest moment that is told, in every zone; a stamp after it is told as this."""
LAST_MS = (LAST - EPOCH) // timedelta(milliseconds=1)
FAR_MS = timedelta(days=10 * 365) // timedelta(milliseconds=1)
"""No laptop of a colleague is so far ahead, unless its clock is wrong or that of this one."""


def tick(last: Stamp, now_ms: int) -> Stamp:
    """Return the stamp of the next entry; ``now_ms`` is the wall's milliseconds since 1970 UTC."""
    if now_ms > last.milliseconds:
        return Stamp(now_ms)
    return Stamp(last.milliseconds, last.counter + 1)


def moment(stamp: Stamp) -> datetime:
    """Return the wall clock's part of a stamp (UTC)."""
    return EPOCH + timedelta(milliseconds=min(stamp.milliseconds, LAST_MS))


def is_far_ahead(stamp: Stamp, now: datetime) -> bool:
    """Return whether a stamp is so far ahead of now that every later one would bear a wrong year.

    So it would, since no stamp of a book is behind what the book has seen.
    """
    return stamp.milliseconds - FAR_MS > (now - EPOCH) // timedelta(milliseconds=1)
