"""The readings that were kept: both sides of one check together, and how followers went."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.check.followback import Side
from allybook.services.check.answer import TOGETHER, Sides, read_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from allybook.domain.check.followback import Glimpse, Snapshot
    from allybook.services.check.answer import Asked
    from allybook.services.desk import Desk

# So many readings of each side are told of: a year of checking every other week.
SHOWN = 26


class CheckReading(Struct, frozen=True):
    """What was read in one go, of one or both sides, the later side last."""

    parts: tuple[Glimpse, ...]

    @property
    def as_of(self) -> datetime:
        """Return when it ended (UTC)."""
        return self.parts[-1].as_of

    @property
    def source(self) -> str:
        """Return where it comes from."""
        return self.parts[-1].source

    @property
    def complete(self) -> bool:
        """Return whether both sides were read to the end."""
        return len(self.parts) == len(Side) and all(part.complete for part in self.parts)

    def takes(self, part: Glimpse) -> bool:
        """Return whether a later reading of a side belongs to this one."""
        return (
            part.source == self.source
            and part.side not in {one.side for one in self.parts}
            and part.as_of - self.as_of < TOGETHER
        )


def glimpses(desk: Desk) -> tuple[Glimpse, ...]:
    """Return the newest readings of both sides, without who is in them."""
    me = desk.me()
    if me is None:
        return ()
    kept = desk.cache.glimpses(me.user_id)
    return tuple(one for side in Side for one in islice((g for g in kept if g.side is side), SHOWN))


def together(parts: Iterable[Glimpse]) -> tuple[CheckReading, ...]:
    """Return the sides that were read in one go as one reading each, newest first."""
    readings: list[CheckReading] = []
    for part in sorted(parts, key=lambda one: one.as_of):
        if readings and readings[-1].takes(part):
            readings[-1] = CheckReading((*readings[-1].parts, part))
        else:
            readings.append(CheckReading((part,)))
    return tuple(reversed(readings))


def followers_over_time(parts: Iterable[Glimpse]) -> tuple[Glimpse, ...]:
    """Return the complete readings of our followers, oldest first."""
    whole = (one for one in parts if one.side is Side.FOLLOWERS and one.complete)
    return tuple(sorted(whole, key=lambda one: one.as_of))


def sides_of(desk: Desk, reading: CheckReading, of: Sequence[Asked] | None = None) -> Sides:
    """Fetch who is in a reading, or who of these is."""
    found = {part.side: read_side(desk, part, of) for part in reading.parts}
    return Sides(found.get(Side.FOLLOWERS), found.get(Side.FOLLOWING))


def fetch(desk: Desk, part: Glimpse | None) -> Snapshot | None:
    """Fetch one side of a reading with who is in it; None for none."""
    return read_side(desk, part) if part else None
