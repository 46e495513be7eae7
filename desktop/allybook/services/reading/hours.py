"""Hours: of a search, the part that lies in the time which a filter names, and nothing else of it.

What was read of it is noted in parts (``known``), not up to a post: what lies outside was not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.domain.filters.extent import extent_of
from allybook.domain.filters.tree import EVERYTHING, And
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.hours import Hours
from allybook.domain.spoken import speak
from allybook.services.jobs.paging import Reading
from allybook.services.reading import known
from allybook.services.reading.searching import search_stretch
from allybook.services.reading.stretch import WEEK, Stretch, searched
from allybook.services.reading.tens import LEAST, stop_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.reading.sources import Source
    from allybook.ports.network import XQuery
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.reading.known import KnownWay


class LongAgo(BadInput):
    """All of the time that a filter names was longer ago than X searches."""


def hours_of(desk: Desk, chosen: Node) -> Hours | None:
    """Return the time of a filter, as far as it is less than X gives; None where it is all.

    Whole seconds, for X writes the time of a post without their parts. ``BadInput`` where X has
    nothing of that time: it was longer ago than X searches (``LongAgo``), is still to come, or is
    none.
    """
    now = desk.clock.now()
    extent = extent_of(chosen, now.astimezone(desk.clock.zone)).seconds
    start, end = (extent.start if extent.starts else None), (extent.end if extent.ends else None)
    if extent.start >= extent.end:
        raise BadInput(speak("No post lies in the time that this filter names: nothing was asked."))
    if end is not None and end <= now - WEEK:
        raise LongAgo(
            speak(
                "X searches the last seven days only, and this filter keeps only posts that are "
                "older: nothing was asked."
            )
        )
    if start is not None and start > now:
        raise BadInput(speak("The time that this filter names is still to come."))
    start = start if start is not None and start > now - WEEK else None
    end = end if end is not None and end < now else None
    return Hours(start=start, end=end) if start or end else None


def check_time(desk: Desk, way: KnownWay, window: Hours | None) -> None:
    """Raise ``BadInput`` for a time of which X has nothing, and of which nothing is here.

    It is longer ago than X searches (``LongAgo``), is still to come, or is none.
    """
    if window is None:
        return
    start, end, now = window.start, window.end, desk.clock.now()
    if start and end and start >= end:
        raise BadInput(speak("No post lies between these times: nothing was asked."))
    is_past, is_to_come = end and end <= now - WEEK, start and start > now
    if not (is_past or is_to_come) or known.is_here(desk, way, window):
        return
    if is_to_come:
        raise BadInput(speak("That time is still to come: nothing was asked."))
    raise LongAgo(
        speak(
            "X searches the last seven days only, and all of that time is longer ago: nothing was "
            "asked."
        )
    )


def search_way(
    desk: Desk, source: Source, query: XQuery, until: str, within: Node = EVERYTHING
) -> KnownWay:
    """Return how a search is asked for parts of all that it finds ``within`` a source.

    Up to the post ``until`` all was read, or lies in a gap.
    """
    return known.way_to(desk, source, query.text, And((within, query.sifted)), until)


def quote_hours(
    desk: Desk, quote: Quote, ways: Sequence[KnownWay], window: Hours
) -> tuple[Quote, bool]:
    """Return the price of a time, and whether any of it was not read before."""
    if not any(known.missing(desk, way, window) for way in ways):
        return Quote(quote.job, (), speak("All of it was read before.")), False
    told = speak("{told} X is asked only for the time that the filter names.", told=quote.because)
    return replace(quote, because=told), True


def read_hours(
    desk: Desk,
    ticket: Ticket,
    way: KnownWay,
    window: Hours | None,
    *,
    job: str,
    most: int,
) -> Reading:
    """Read what was not read before of a time, newest first, at most ``most`` posts.

    It is charged to ``job``. What is cut short is a gap from then on. What was counted is read to
    the last post, also where fewer are left than X finds at once.
    """
    least = LEAST if way.counted is None else 1
    before, cut = known.read(desk, way), known.gaps_of(desk, way)
    whole = Reading(0, complete=True)
    try:
        for stretch in known.stretches(desk, way, window):
            room = most - whole.charged
            if ticket.cancelled() or (whole.charged and room < least):
                whole = replace(whole, complete=False)
                break
            wanted = room if stretch.counted else stop_at(max(LEAST, room))
            most_of_it = wanted if room > 0 else 0
            whole += search_stretch(desk, ticket, stretch, job=job, most=most_of_it)
            if not whole.complete:
                # The person stopped, or the day of its price is over.
                break
    finally:
        known.leave_rest(desk, way, window, before)
        known.calm(desk, way, cut, whole)
    return whole


def read_whole(
    desk: Desk, ticket: Ticket, way: KnownWay, mark: str, *, job: str, most: int
) -> Reading:
    """Read all that is new in a search, and note the newest post in ``mark``.

    What was read of it in parts is not asked for again; once all of it was read, the mark tells of
    the parts as well.
    """
    until = int(way.until or 0)
    apart = [*known.parts_of(desk, way), *known.read_wider(desk, way)]
    if all(part.newer - 1 <= until for part in apart):
        return _read_new(desk, ticket, way, mark, job=job, most=most)
    top = max((part.newer for part in known.read(desk, way)), default=0)
    reading = read_hours(desk, ticket, way, None, job=job, most=most)
    if reading.complete:
        # Another reading may have noted a part meanwhile, with others below that were not read.
        parts = (part for part in known.parts_of(desk, way) if part.older < top <= part.newer)
        newest = str(max((part.newer - 1 for part in parts), default=until))
        desk.cache.change_mark(mark, lambda read: max(read, newest, key=lambda at: int(at or 0)))
    return reading


def _read_new(
    desk: Desk, ticket: Ticket, way: KnownWay, mark: str, *, job: str, most: int
) -> Reading:
    """Read what is newer than all that was read of a search, which is all up to a post."""
    cut, reading = known.gaps_of(desk, way), Reading(0, complete=False)
    floor = searched(desk, way.until)
    stretch = Stretch(way.source, way.query, way.until, floor, mark=mark)
    try:
        reading = search_stretch(desk, ticket, stretch, job=job, most=stop_at(most))
    finally:
        # Of what X gives no more, that reading itself tells.
        cut = known.gaps_of(desk, way) if reading.complete else cut
        read_to = replace(way, until=desk.cache.mark(mark) or way.until)
        known.calm(desk, read_to, cut, reading)
    return reading
