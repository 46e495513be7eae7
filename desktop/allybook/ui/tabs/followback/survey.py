"""Everything that the tab shows of one place, read in one go and off the window's thread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.followback import Side
from allybook.services.answer import Asked, answer, newest_sides, whom
from allybook.ui.tabs.followback.readings import glimpses, sides_of, together
from allybook.ui.tabs.followback.rows import Known, Member, finding_rows
from allybook.ui.tabs.followback.since import since

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.followback import Answer, CheckFlag, Finding
    from allybook.ports import BookInfo
    from allybook.services.answer import Sides
    from allybook.services.desk import Desk
    from allybook.ui.models.findings import FindingRow
    from allybook.ui.tabs.followback.readings import Glimpse, Reading


@dataclass(frozen=True, slots=True)
class Map:
    """Where one can go: books with the accounts of their approved allies, sides, readings.

    ``sizes`` is how many accounts are on each side, as far as that is known.
    """

    books: tuple[tuple[BookInfo, tuple[Asked, ...]], ...] = ()
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
        return next((asked for info, asked in self.books if book_key(info) == place), None)

    def reading(self, place: str) -> Reading | None:
        """Return the reading that a place stands for, or None."""
        return next((one for one in self.readings if reading_key(one) == place), None)


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


def side_key(side: Side) -> str:
    """Return the key of the place of everyone on one side."""
    return f"side:{side.value}"


def reading_key(reading: Reading) -> str:
    """Return the key of a reading's place."""
    return f"reading:{reading.source}:{reading.as_of.isoformat()}"


def survey(desk: Desk, place: str, told: Mapping[str, Finding]) -> Sight:
    """Read what there is to see of a place (or of where to begin, if it is no longer there).

    ``told`` is what a look-up answered in this session about those whom X hides.
    """
    sides = newest_sides(desk)
    places, members = _map(desk, sides)
    if places.asked(place) is None and not _stands_alone(place, places):
        place = places.start(desk.settings.read("book"))
    asked = _asked(place, places, sides, members)
    reading = places.reading(place)
    alone = sides_of(desk, reading) if reading else None
    found = {one.user_id: one for one in answer(desk, asked, of=alone)}
    if reading is None:
        found |= {key: one for key, one in told.items() if key in found}
    known = replace(_know(desk, tuple(found), members), since=_since(desk, found, places, reading))
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
    return place in sides or any(one.source for one in found.values())


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
    return place in map(side_key, Side) or places.reading(place) is not None


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


def _map(desk: Desk, sides: Sides) -> tuple[Map, dict[str, Member]]:
    books: list[tuple[BookInfo, tuple[Asked, ...]]] = []
    members: dict[str, Member] = {}
    for info in desk.shelf.books():
        allies = desk.shelf.open(info.book_id).allies()
        approved = [ally for ally in allies if ally.status is Status.APPROVED]
        books.append((info, whom(approved)))
        for ally in approved:
            if ally.user_id:
                members.setdefault(ally.user_id, Member(ally, info.name))
    parts = glimpses(desk)
    return Map(tuple(books), _sizes(desk, sides), parts, together(parts)), members


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
