"""Everything that the tab shows of one place, read in one go and off the window's thread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.followback import Side
from allybook.services.answer import Asked, answer, newest_sides, whom
from allybook.services.compare import compare_readings
from allybook.services.foreign import asked_on
from allybook.services.keep import advise_all, kept_people
from allybook.services.manners import read_manners
from allybook.services.readings import glimpses, sides_of, together
from allybook.ui.tabs.followback.rows import Known, Member, finding_rows
from allybook.ui.tabs.followback.since import since

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.follow_events import Event
    from allybook.domain.followback import Answer, CheckFlag, Finding, Glimpse
    from allybook.domain.lists import XList
    from allybook.ports import BookInfo
    from allybook.services.answer import Sides
    from allybook.services.desk import Desk
    from allybook.services.readings import Reading
    from allybook.ui.models.findings import FindingRow


PAIR, BETWEEN, LIST = "pair:", "|", "list:"


@dataclass(frozen=True, slots=True)
class Map:
    """Where one can go: books with the accounts of their approved allies, lists, sides, readings.

    ``sizes`` is how many accounts are on each side, as far as that is known.
    """

    books: tuple[tuple[BookInfo, tuple[Asked, ...]], ...] = ()
    lists: tuple[tuple[XList, tuple[Asked, ...]], ...] = ()
    sizes: Mapping[Side, int | None] = field(default_factory=dict)
    parts: tuple[Glimpse, ...] = ()
    readings: tuple[Reading, ...] = ()

    def start(self, current: str) -> str:
        """Return the place to begin with: the current book where it has somebody to check."""
        keys = [book_key(info) for info, asked in self.books if asked]
        wanted = [book_key(info) for info, _ in self.books if current in (info.book_id, info.name)]
        return next((key for key in (*wanted, *keys) if key in keys), side_key(Side.FOLLOWING))

    def asked(self, place: str) -> tuple[Asked, ...] | None:
        """Return whom a check of a place is about; None for everyone on either side."""
        books = ((book_key(info), asked) for info, asked in self.books)
        lists = ((list_key(x_list), asked) for x_list, asked in self.lists)
        return next((asked for key, asked in (*books, *lists) if key == place), None)

    def reading(self, place: str) -> Reading | None:
        """Return the reading that a place stands for, or None."""
        return next((one for one in self.readings if reading_key(one) == place), None)

    def comparable(self) -> tuple[Reading, ...]:
        """Return the readings that can be compared, newest first."""
        return tuple(one for one in self.readings if any(part.complete for part in one.parts))

    def pair(self, place: str) -> tuple[Reading, Reading] | None:
        """Return the two readings that a place compares, the earlier one first, or None."""
        earlier, bar, later = place.removeprefix(PAIR).partition(BETWEEN)
        found = self.reading(earlier), self.reading(later)
        return (found[0], found[1]) if bar and found[0] and found[1] else None


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see of a place; ``findings`` are by user id.

    ``answers`` and ``flags`` count them. ``ever_read`` says whether anything was ever read about
    anyone here.
    """

    place: str
    map: Map
    findings: Mapping[str, Finding]
    rows: tuple[FindingRow, ...]
    known: Known
    answers: Mapping[Answer, int]
    flags: Mapping[CheckFlag, int]
    ever_read: bool


def book_key(info: BookInfo) -> str:
    """Return the key of a book's place."""
    return f"book:{info.book_id}"


def list_key(x_list: XList) -> str:
    """Return the key of an X List's place."""
    return f"{LIST}{x_list.list_id}"


def side_key(side: Side) -> str:
    """Return the key of the place of everyone on one side."""
    return f"side:{side.value}"


def reading_key(reading: Reading) -> str:
    """Return the key of a reading's place."""
    return f"reading:{reading.source}:{reading.as_of.isoformat()}"


def pair_key(earlier: Reading, later: Reading) -> str:
    """Return the key of the place that compares two readings."""
    return f"{PAIR}{reading_key(earlier)}{BETWEEN}{reading_key(later)}"


def survey(desk: Desk, place: str, told: Mapping[str, Finding]) -> Sight:
    """Read what there is to see of a place (or of where to begin, if it is no longer there).

    ``told`` is what a look-up answered in this session about those whom X hides.
    """
    sides = newest_sides(desk)
    places, members, shared = _map(desk, sides)
    if places.asked(place) is None and not _stands_alone(place, places):
        place = places.start(desk.settings.read("book"))
    asked = _asked(place, places, sides, members)
    pair = places.pair(place)
    reading = pair[1] if pair else places.reading(place)
    turns = _turns(desk, pair) if pair else {}
    if pair:
        asked = tuple(Asked(key) for key in turns)
    alone = sides_of(desk, reading) if reading else None
    found = {one.user_id: one for one in answer(desk, asked, of=alone)}
    if reading is None:
        found |= {key: one for key, one in told.items() if key in found}
    known = _know(desk, tuple(found), members)
    known = replace(
        known,
        turns=turns,
        shared=shared,
        kept=len(kept_people(desk, read_manners(desk))),
        since=_since(desk, found, places, reading),
        advice=advise_all(desk, found.values(), known.accounts) if pair or reading is None else {},
    )
    return Sight(
        place,
        places,
        found,
        finding_rows(found.values(), known),
        known,
        answers=Counter(one.answer for one in found.values()),
        flags=Counter(flag for one in found.values() for flag in one.flags),
        ever_read=_ever_read(place, places, found),
    )


def _ever_read(place: str, places: Map, found: Mapping[str, Finding]) -> bool:
    """Return whether anything was read; a side without anybody on it may have been."""
    sides = {side_key(part.side) for part in places.parts if part.complete}
    return (
        place in sides
        or places.pair(place) is not None
        or any(one.source for one in found.values())
    )


def _since(
    desk: Desk, found: Mapping[str, Finding], places: Map, reading: Reading | None
) -> Mapping[str, datetime]:
    """Return when the answers began; of an earlier reading, only earlier ones can tell."""
    earlier = [
        one
        for one in places.readings
        if one.complete and (reading is None or one.as_of <= reading.as_of)
    ]
    return since(found.values(), ((one.as_of, sides_of(desk, one)) for one in earlier))


def _stands_alone(place: str, places: Map) -> bool:
    one = places.reading(place) or places.pair(place)
    return place in map(side_key, Side) or one is not None


def _asked(
    place: str, places: Map, sides: Sides, members: Mapping[str, Member]
) -> tuple[Asked, ...] | None:
    """Return whom a place is about; None for everyone in the one reading that it stands for."""
    if places.reading(place) is not None:
        return None
    asked = places.asked(place)
    if asked is not None:
        return asked
    side = sides.followers if place == side_key(Side.FOLLOWERS) else sides.following
    return tuple(
        Asked(user_id, members[user_id].ally.handle if user_id in members else "")
        for user_id in (side.user_ids if side else ())
    )


def _turns(desk: Desk, pair: tuple[Reading, Reading]) -> dict[str, tuple[Event, ...]]:
    """Return what changed between two readings, by account."""
    told: dict[str, tuple[Event, ...]] = {}
    for event in compare_readings(desk, pair[0].parts, pair[1].parts).events:
        told[event.user_id] = (*told.get(event.user_id, ()), event)
    return told


def _map(desk: Desk, sides: Sides) -> tuple[Map, dict[str, Member], frozenset[str]]:
    books: list[tuple[BookInfo, tuple[Asked, ...]]] = []
    members: dict[str, Member] = {}
    shared: set[str] = set()
    for info in desk.shelf.books():
        allies = desk.shelf.open(info.book_id).allies()
        approved = [ally for ally in allies if ally.status is Status.APPROVED]
        books.append((info, whom(approved)))
        for ally in approved:
            tags = (ally.handle,) if ally.kind is Kind.HASHTAG else ally.hashtags
            shared.update(tag.casefold() for tag in tags)
            if ally.user_id:
                members.setdefault(ally.user_id, Member(ally, info.name))
    parts = glimpses(desk)
    found = Map(tuple(books), _lists(desk), _sizes(desk, sides), parts, together(parts))
    return found, members, frozenset(shared)


def _lists(desk: Desk) -> tuple[tuple[XList, tuple[Asked, ...]], ...]:
    """Return the X Lists that were read whole, with their members."""
    lists = ((x_list, asked_on(desk, x_list.list_id)) for x_list in desk.cache.lists())
    return tuple((x_list, asked) for x_list, asked in lists if asked)


def _sizes(desk: Desk, sides: Sides) -> dict[Side, int | None]:
    me = desk.me()
    read = {Side.FOLLOWING: sides.following, Side.FOLLOWERS: sides.followers}
    said = {
        Side.FOLLOWING: me.following if me else None,
        Side.FOLLOWERS: me.followers if me else None,
    }
    return {
        side: len(one.user_ids) if one and one.complete else said[side]
        for side, one in read.items()
    }


def _know(desk: Desk, user_ids: Sequence[str], members: Mapping[str, Member]) -> Known:
    now = desk.clock.now()
    return Known(now, desk.cache.accounts(user_ids), members, desk.cache.latest_posts(user_ids))
