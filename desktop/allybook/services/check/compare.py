"""Compare two readings: who came, who left, and who is missing for a reason of X's own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.check.follow_events import Event, Traces, events_between
from allybook.domain.check.followback import UNDATED, Side
from allybook.domain.errors import BadInput
from allybook.domain.filters.times import day_of, midnight
from allybook.domain.people.accounts import Connection
from allybook.domain.spoken import speak, speak_list
from allybook.services.check.answer import TOGETHER, Sides
from allybook.services.check.readings import fetch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from allybook.domain.check.followback import Glimpse, Snapshot
    from allybook.services.desk import Desk


class Comparison(Struct, frozen=True):
    """What changed from one day to another; only complete readings tell that.

    ``spans`` has, for each side that could be compared, when both readings ended (UTC).
    """

    spans: Mapping[Side, tuple[datetime, datetime]]
    events: tuple[Event, ...]

    @property
    def untold(self) -> tuple[Side, ...]:
        """Return the sides that no two complete readings tell of."""
        return tuple(side for side in Side if side not in self.spans)


def compare_days(
    desk: Desk, first: date, last: date, of: Collection[str] | None = None
) -> Comparison:
    """Compare the newest complete readings of two days, or those nearest before them.

    ``of`` keeps only these accounts. ``BadInput`` where no side has two such readings.
    """
    first, last = sorted((first, last))
    kept = _complete(desk)
    ends = [midnight(_day_after(day), desk.clock.zone) for day in (first, last)]
    pairs = {side: [_before(kept, side, end) for end in ends] for side in Side}
    told = {s: (a, b) for s, (a, b) in pairs.items() if a and b and a.as_of < b.as_of}
    if not told:
        raise BadInput(_no_pair(kept, desk.clock.zone))
    return _compare(desk, told, of)


def _day_after(day: date) -> date:
    """Return the next day; the last one of the calendar has none, and stands for itself."""
    return day if day == date.max else day + timedelta(days=1)


def compare_readings(
    desk: Desk, earlier: Sequence[Glimpse], later: Sequence[Glimpse]
) -> Comparison:
    """Compare two readings, side by side; a side that was cut short in one is not compared."""
    before = {one.side: one for one in earlier if one.complete}
    after = {one.side: one for one in later if one.complete}
    return _compare(desk, {s: (before[s], after[s]) for s in Side if s in before and s in after})


def _compare(
    desk: Desk,
    told: Mapping[Side, tuple[Glimpse, Glimpse]],
    of: Collection[str] | None = None,
) -> Comparison:
    pairs = {s: (fetch(desk, a), fetch(desk, b)) for s, (a, b) in told.items()}
    both = {side: (a, b) for side, (a, b) in pairs.items() if a and b}
    spans = {side: (a.as_of, b.as_of) for side, (a, b) in both.items()}
    return Comparison(spans, tuple(_events(desk, both, of)))


def _events(
    desk: Desk, both: Mapping[Side, tuple[Snapshot, Snapshot]], of: Collection[str] | None
) -> Iterator[Event]:
    followers, following = (both[side][1] if side in both else None for side in Side)
    later = Sides(followers, following)
    for earlier, after in both.values():
        changed = earlier.user_ids ^ after.user_ids
        ids = sorted(changed if of is None else changed & frozenset(of), key=int)
        fates = _fates(desk, ids, _other(later, after))
        people = desk.cache.accounts(ids)
        for event in events_between(earlier, after, fates):
            if event.user_id in fates:
                account = people.get(event.user_id)
                yield replace(event, handle=account.handle if account else "")


def _fates(desk: Desk, ids: Sequence[str], elsewhere: Collection[str]) -> Mapping[str, Traces]:
    """Return what is known of these accounts, which X says of nobody who just left."""
    falls, shown = desk.cache.falls(ids), desk.cache.looked_up_at(ids)
    people = desk.cache.accounts(ids)
    blocked = {key for key, one in people.items() if Connection.BLOCKING in (one.connections or ())}
    return {
        key: Traces(tuple(falls.get(key, ())), shown.get(key), key in blocked, key in elsewhere)
        for key in ids
    }


def _other(later: Sides, one: Snapshot) -> Collection[str]:
    """Return who is on the other side of the same reading: X shows those."""
    other = later.following if one.side is Side.FOLLOWERS else later.followers
    near = other is not None and abs(other.as_of - one.as_of) < TOGETHER
    return other.user_ids if other and near else ()


def _complete(desk: Desk) -> tuple[Glimpse, ...]:
    me = desk.me()
    kept = desk.cache.glimpses(me.user_id) if me else ()
    return tuple(one for one in kept if one.complete)


def _before(kept: Sequence[Glimpse], side: Side, end: datetime) -> Glimpse | None:
    """Return the newest reading of a side that ended before a moment."""
    return next((one for one in kept if one.side is side and one.as_of < end), None)


def _shown_day(moment: datetime, zone: tzinfo) -> date:
    return UNDATED.date() if moment == UNDATED else day_of(moment, zone)


def _no_pair(kept: Sequence[Glimpse], zone: tzinfo) -> str:
    days = sorted({_shown_day(one.as_of, zone) for one in kept})
    named = [
        speak("no known date")
        if day == UNDATED.date()
        else speak("{day.day} {day:%B} {day.year}", day=day)
        for day in days
    ]
    return speak(
        "What changed shows only between two complete readings of the same side, and for these "
        "dates there are not two: complete readings are kept of {days}; nothing was changed.",
        days=speak_list(named) if named else speak("none"),
    )
