"""The places of the tab: whom to check, and the readings kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.check.followback import UNDATED, Side
from allybook.domain.filters.times import day_of, zone_of
from allybook.ui.tabs.followback.rows import ARCHIVE, source_words
from allybook.ui.tabs.followback.survey import (
    ELSEWHERE,
    LIST,
    book_key,
    list_key,
    reading_key,
    side_key,
)
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, dated, exactly, name_list, translate

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.services.check.readings import CheckReading
    from allybook.ui.tabs.followback.survey import Map


WHOM, SNAPSHOTS = "whom", "snapshots"
"""The sections with a button beside their heading."""


def sections(places: Map, now: datetime, place: str = "") -> tuple[Section, ...]:
    """Return the sections of the pane; ``now`` is in the person's zone.

    ``place`` is where one is: two readings that are compared have a place while one is there.
    """
    whom = [
        Place(book_key(info), info.name, "book-user", count(names.number))
        for info, names in places.books
    ]
    named = {info.name for info, _ in places.books}
    whom += [
        Place(
            list_key(x_list),
            # The X List of a book bears its name, and both stand here.
            name_list(x_list.name) if x_list.name in named else x_list.name,
            "list-checks",
            count(names.number),
        )
        for x_list, names in places.lists
    ]
    whom += [
        Place(one.key, one.label, "clipboard-paste", count(one.names.number))
        for one in places.elsewhere
    ]
    for side, icon in ((Side.FOLLOWING, "arrow-right"), (Side.FOLLOWERS, "arrow-left")):
        size = places.sizes.get(side)
        told = "" if size is None else count(size)
        whom.append(Place(side_key(side), side_words(side), icon, told))
    bring = translate("followback", "Check names from elsewhere")
    found = [Section(translate("followback", "Whom to check"), tuple(whom), WHOM, bring)]
    kept = tuple(_reading(one, now) for one in places.readings)
    pair = places.pair(place)
    if pair:
        kept = (Place(place, pair_words(pair, now), "calendar-days", in_strip=False), *kept)
    if kept:
        add = translate("followback", "Import your X archive")
        found.append(Section(translate("followback", "Snapshots"), kept, SNAPSHOTS, add))
    return tuple(found)


def side_words(side: Side) -> str:
    """Return what the place of everyone on one side is called."""
    if side is Side.FOLLOWING:
        return translate("followback", "Everyone we follow")
    return translate("followback", "Our followers")


def whom_words(place: str, number: int) -> str:
    """Return whom a place shows: ``46 allies with accounts``."""
    one, many = {
        side_key(Side.FOLLOWING): (
            translate("followback", "1 account that we follow"),
            translate("followback", "%1 accounts that we follow"),
        ),
        side_key(Side.FOLLOWERS): (
            translate("followback", "1 follower"),
            translate("followback", "%1 followers"),
        ),
    }.get(
        place,
        (
            translate("followback", "1 ally with an account"),
            translate("followback", "%1 allies with accounts"),
        ),
    )
    if place.startswith(ELSEWHERE):
        one = translate("followback", "1 name from elsewhere")
        many = translate("followback", "%1 names from elsewhere")
    if place.startswith(LIST):
        one = translate("followback", "1 member of the X List")
        many = translate("followback", "%1 members of the X List")
    return one if number == 1 else many.replace("%1", count(number))


def reading_words(reading: CheckReading, now: datetime) -> str:
    """Return a reading as people say it: ``Mar 30, complete``, ``Mar 2, archive``."""
    if reading.as_of == UNDATED:
        return translate("followback", "archive of no known date")
    words = translate("followback", "%1, half read")
    if reading.complete:
        from_archive = reading.source == ARCHIVE
        words = (
            translate("followback", "%1, archive")
            if from_archive
            else translate("followback", "%1, complete")
        )
    return words.replace("%1", _day(reading, now))


def pair_words(pair: tuple[CheckReading, CheckReading], now: datetime) -> str:
    """Return two readings that are compared: ``Mar 2 to Mar 30``."""
    first, last = (_day(one, now) for one in pair)
    words = translate("followback", "%1 to %2")
    return words.replace("%1", first).replace("%2", last)


def _day(reading: CheckReading, now: datetime) -> str:
    if reading.as_of == UNDATED:
        return translate("followback", "no known date")
    return dated(day_of(reading.as_of, zone_of(now)), now)


def _reading(reading: CheckReading, now: datetime) -> Place:
    return Place(
        reading_key(reading),
        reading_words(reading, now),
        "circle-check" if reading.complete else "circle-dashed",
        tip=_tip(reading, now),
        faint=not reading.complete,
        in_strip=False,
    )


def _tip(reading: CheckReading, now: datetime) -> str:
    """Return all about a reading: where from, when exactly, how many on each side."""
    dated_exactly = f"{source_words(reading.source)}, {exactly(reading.as_of, now)}"
    lines = [reading_words(reading, now) if reading.as_of == UNDATED else dated_exactly]
    for part in reading.parts:
        words = translate("followback", "%1: %2")
        if not part.complete:
            words = translate("followback", "%1: %2, cut short")
        words = words.replace("%2", count(part.people))
        lines.append(words.replace("%1", side_words(part.side)))
    return "\n".join(lines)
