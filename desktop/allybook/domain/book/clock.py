"""A hybrid logical clock: close to the wall clock, never behind anything seen.

Laptops of volunteers have wrong clocks. An entry written after reading another is always stamped
later than it, whatever the wall says. Source: Kulkarni and others, "Logical Physical Clocks", 2014.
"""

from __future__ import annotations

from allybook.domain.book.entry import Stamp


def tick(last: Stamp, now_ms: int) -> Stamp:
    """Return the stamp of the next entry; ``now_ms`` is the wall's milliseconds since 1970 UTC."""
    if now_ms > last.milliseconds:
        return Stamp(now_ms)
    return Stamp(last.milliseconds, last.counter + 1)
