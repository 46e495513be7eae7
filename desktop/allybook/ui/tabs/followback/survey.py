"""Everything that the tab shows of one place, read in one go and off the window's thread."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.acts.ticks import ABOUT_PEOPLE
from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.followback import Side
from allybook.domain.check.ties import count_ties
from allybook.domain.people.accounts import Standing
from allybook.services.check.answer import Asked, answer, newest_glimpses
from allybook.services.check.compare import compare_readings
from allybook.services.check.foreign import Names, asked_on, names_of
from allybook.services.check.keep import advise_all, kept_people
from allybook.services.check.manners import read_manners
from allybook.services.check.names import answer_names, plan_names
from allybook.services.check.plan import plan_ways
from allybook.services.check.readings import glimpses, sides_of, together
from allybook.services.desk import read_each
from allybook.services.people.find import in_question
from allybook.services.publish.ticks import waiting_ticks
from allybook.ui.tabs.followback.crowd import Crowd, crowd_in, crowd_on
from allybook.ui.tabs.followback.rows import KnownFaces, ListedAlly, finding_rows, key_of
from allybook.ui.tabs.followback.since import since

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.check.follow_events import Event
    from allybook.domain.check.followback import Answer, Finding, Glimpse
    from allybook.domain.check.ties import Ties
    from allybook.domain.lists import XList
    from allybook.ports.books import BookInfo
    from allybook.services.check.answer import Sides
    from allybook.services.check.plan import CheckPlan
    from allybook.services.check.readings import CheckReading
    from allybook.services.desk import Desk
    from allybook.ui.models.findings import FindingRow


PAIR, BETWEEN, LIST, ELSEWHERE = "pair:", "|", "list:", "names:"


class Elsewhere(Struct, frozen=True):
    """Names that a person brought along for this session, and what they are called."""

    key: str
    label: str
    names: Names


class Map(Struct, frozen=True):
    """Where one can go: books with whom a check of them is about, lists, sides, readings.

    ``elsewhere`` are names from elsewhere; ``sizes`` is how many accounts are on each side, as far
    as that is known.
    """

    books: tuple[tuple[BookInfo, Names], ...] = ()
    lists: tuple[tuple[XList, Names], ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    sizes: Mapping[Side, int | None] = field(default_factory=dict)
    parts: tuple[Glimpse, ...] = ()
    readings: tuple[CheckReading, ...] = ()

    def start(self, current: str) -> str:
        """Return the place to begin with: the current book where it has somebody to check."""
        keys = [book_key(info) for info, names in self.books if names.number]
        wanted = [book_key(info) for info, _ in self.books if current in (info.book_id, info.name)]
        return next((key for key in (*wanted, *keys) if key in keys), side_key(Side.FOLLOWING))

    def names(self, place: str) -> Names | None:
        """Return whom a check of a place is about; None for everyone on either side."""
        books = ((book_key(info), names) for info, names in self.books)
        lists = ((list_key(x_list), names) for x_list, names in self.lists)
        others = ((one.key, one.names) for one in self.elsewhere)
        return next((names for key, names in (*books, *lists, *others) if key == place), None)

    def book(self, place: str) -> BookInfo | None:
        """Return the book that a place stands for, or None."""
        return next((info for info, _ in self.books if book_key(info) == place), None)

    def reading(self, place: str) -> CheckReading | None:
        """Return the reading that a place stands for, or None."""
        return next((one for one in self.readings if reading_key(one) == place), None)

    def comparable(self) -> tuple[CheckReading, ...]:
        """Return the readings that can be compared, newest first."""
        return tuple(one for one in self.readings if any(part.complete for part in one.parts))

    def pair(self, place: str) -> tuple[CheckReading, CheckReading] | None:
        """Return the two readings that a place compares, the earlier one first, or None."""
        earlier, bar, later = place.removeprefix(PAIR).partition(BETWEEN)
        found = self.reading(earlier), self.reading(later)
        return (found[0], found[1]) if bar and found[0] and found[1] else None


class Sight(Struct, frozen=True):
    """What there is to see of a place; ``findings`` are by user id.

    ``answers`` and ``ties`` count them, ``flags`` what one can filter by; ``ways`` are those of a
    check, the cheapest first. ``more`` accounts are counted, but have no row. ``ever_read`` says
    whether anything was ever read about anyone here. ``planned`` are the answers for those on the
    tick list who are not in this place.
    """

    place: str
    map: Map
    findings: Mapping[str, Finding]
    rows: tuple[FindingRow, ...]
    known: KnownFaces
    answers: Mapping[Answer, int]
    ties: Ties
    flags: Mapping[str, int]
    ever_read: bool
    ways: tuple[CheckPlan, ...] = ()
    more: int = 0
    planned: Mapping[str, Finding] = field(default_factory=dict)


def plan_place(desk: Desk, places: Map, place: str) -> tuple[CheckPlan, ...]:
    """Return every way to check a place anew, cheapest first; none where there is nobody."""
    names = places.names(place)
    if names is None:
        return plan_ways(desk, None, anew=True)
    return plan_names(desk, names, anew=True) if names.number else ()


def book_key(info: BookInfo) -> str:
    """Return the key of a book's place."""
    return f"book:{info.book_id}"


def list_key(x_list: XList) -> str:
    """Return the key of an X List's place."""
    return f"{LIST}{x_list.list_id}"


def side_key(side: Side) -> str:
    """Return the key of the place of everyone on one side."""
    return f"side:{side.value}"


def reading_key(reading: CheckReading) -> str:
    """Return the key of a reading's place."""
    return f"reading:{reading.source}:{reading.as_of.isoformat()}"


def pair_key(earlier: CheckReading, later: CheckReading) -> str:
    """Return the key of the place that compares two readings."""
    return f"{PAIR}{reading_key(earlier)}{BETWEEN}{reading_key(later)}"


def survey(
    desk: Desk,
    place: str,
    told: Mapping[str, Finding],
    elsewhere: tuple[Elsewhere, ...] = (),
) -> Sight:
    """Read what there is to see of a place (or of where to begin, if it is no longer there).

    ``told`` is what a look-up answered in this session about those whom X hides.
    """
    places, members, shared = _map(desk)
    places = replace(places, elsewhere=elsewhere)
    if places.names(place) is None and not _stands_alone(place, places):
        place = places.start(desk.settings.read("book"))
    pair = places.pair(place)
    reading = pair[1] if pair else places.reading(place)
    turns = _turns(desk, pair) if pair else {}
    crowd = _crowd(desk, place, places, members, turns)
    alone = sides_of(desk, reading, crowd.asked) if reading and crowd else None
    found = _find(desk, places.names(place), crowd, alone)
    if reading is None:
        found |= {key: one for key, one in told.items() if key in found}
    known = _know(desk, found.values(), members)
    known = replace(
        known,
        turns=turns,
        shared=shared,
        kept=len(kept_people(desk, read_manners(desk))),
        since=_since(desk, found, places, reading),
        advice=advise_all(desk, found.values(), known.accounts) if pair or reading is None else {},
    )
    rows = finding_rows(found.values(), known)
    return Sight(
        place,
        places,
        found,
        rows,
        known,
        answers=(crowd.counts if crowd else None) or Counter(one.answer for one in found.values()),
        ties=(crowd.ties if crowd else None) or count_ties(found.values()),
        flags=Counter(trait for row in rows for trait in row.traits),
        ever_read=_ever_read(place, places, found),
        ways=plan_place(desk, places, place),
        more=crowd.more if crowd else 0,
        planned=_planned(desk, found),
    )


def _planned(desk: Desk, found: Mapping[str, Finding]) -> dict[str, Finding]:
    """Return the answers for those on the tick list who are not among the found ones."""
    keys = {tick.user_id for tick in waiting_ticks(desk, ABOUT_PEOPLE)} - {""} - found.keys()
    asked = [Asked(key) for key in sorted(keys, key=int)]
    return {one.user_id: one for one in answer(desk, asked)} if asked else {}


def _crowd(
    desk: Desk,
    place: str,
    places: Map,
    members: Mapping[str, ListedAlly],
    turns: Mapping[str, tuple[Event, ...]],
) -> Crowd | None:
    """Return whom a place shows that is about everyone; None where it is about names."""
    if places.names(place) is not None:
        return None
    if places.pair(place):
        return Crowd(tuple(Asked(key) for key in turns))
    reading = places.reading(place)
    if reading is not None:
        return crowd_in(desk, reading, members)
    side = Side.FOLLOWERS if place == side_key(Side.FOLLOWERS) else Side.FOLLOWING
    return crowd_on(desk, side, members)


def _find(
    desk: Desk, names: Names | None, crowd: Crowd | None, alone: Sides | None
) -> dict[str, Finding]:
    """Return the answers of a place, by the keys of their rows."""
    if names is not None:
        findings = answer_names(desk, names)
    else:
        findings = answer(desk, crowd.asked if crowd else (), of=alone)
    return {key_of(one): one for one in findings}


def _ever_read(place: str, places: Map, found: Mapping[str, Finding]) -> bool:
    """Return whether anything was read; a side without anybody on it may have been."""
    sides = {side_key(part.side) for part in places.parts if part.complete}
    return (
        place in sides
        or places.pair(place) is not None
        or any(one.source for one in found.values())
    )


def _since(
    desk: Desk, found: Mapping[str, Finding], places: Map, reading: CheckReading | None
) -> Mapping[str, datetime]:
    """Return when the answers began; of an earlier reading, only earlier ones can tell."""
    earlier = [
        one
        for one in places.readings
        if one.complete and (reading is None or one.as_of <= reading.as_of)
    ]
    asked = [Asked(one.user_id) for one in found.values() if one.user_id]
    return since(found.values(), ((one.as_of, sides_of(desk, one, asked)) for one in earlier))


def _stands_alone(place: str, places: Map) -> bool:
    one = places.reading(place) or places.pair(place)
    return place in map(side_key, Side) or one is not None


def _turns(desk: Desk, pair: tuple[CheckReading, CheckReading]) -> dict[str, tuple[Event, ...]]:
    """Return what changed between two readings, by account."""
    told: dict[str, tuple[Event, ...]] = {}
    for event in compare_readings(desk, pair[0].parts, pair[1].parts).events:
        told[event.user_id] = (*told.get(event.user_id, ()), event)
    return told


def _map(desk: Desk) -> tuple[Map, dict[str, ListedAlly], frozenset[str]]:
    books: list[tuple[BookInfo, Names]] = []
    members: dict[str, ListedAlly] = {}
    shared: set[str] = set()
    for info, allies in read_each(desk, lambda book: book.allies()):
        asking = in_question(allies)
        books.append((info, names_of(asking)))
        for ally in asking:
            # Another book may have approved whom this one only nominates.
            if ally.user_id and not _is_approved(members.get(ally.user_id)):
                members[ally.user_id] = ListedAlly(ally, info.name)
        shared.update(_hashtags(allies))
    parts = glimpses(desk)
    found = Map(
        tuple(books),
        _lists(desk),
        sizes=_sizes(desk),
        parts=parts,
        readings=together(parts),
    )
    return found, members, frozenset(shared)


def _is_approved(member: ListedAlly | None) -> bool:
    return member is not None and member.ally.status is Status.APPROVED


def _hashtags(allies: Iterable[Ally]) -> Iterator[str]:
    """Yield the hashtags that a book lists, as hashtags are compared."""
    for ally in allies:
        if ally.status is Status.APPROVED:
            tags = (ally.handle,) if ally.kind is Kind.HASHTAG else ally.hashtags
            yield from map(str.casefold, tags)


def _lists(desk: Desk) -> tuple[tuple[XList, Names], ...]:
    """Return the X Lists that were read whole, with their members."""
    lists = ((x_list, asked_on(desk, x_list.list_id)) for x_list in desk.cache.lists())
    return tuple((x_list, Names(asked, ())) for x_list, asked in lists if asked)


def _sizes(desk: Desk) -> dict[Side, int | None]:
    """Return how many are on each side: as read to the end, else as X says it."""
    me, newest = desk.me(), newest_glimpses(desk)
    said = {
        Side.FOLLOWING: me.following if me else None,
        Side.FOLLOWERS: me.followers if me else None,
    }
    read = {side: one.people for side, one in newest.items() if one.complete}
    return {side: read.get(side, number) for side, number in said.items()}


def _know(desk: Desk, findings: Iterable[Finding], members: Mapping[str, ListedAlly]) -> KnownFaces:
    ids = [one.user_id for one in findings if one.user_id]
    accounts = desk.cache.accounts(ids)
    fallen = [key for key, one in accounts.items() if one.standing is not Standing.ACTIVE]
    lasting = {
        key: fall
        for key, falls in desk.cache.falls(fallen).items()
        for fall in falls
        if fall.ended_at is None
    }
    latest = desk.cache.latest_posts(ids)
    now = desk.clock.now().astimezone(desk.clock.zone)
    return KnownFaces(now, accounts, members, latest, falls=lasting)
