"""Gaps: what a reading was cut short before is told with its price, and read on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.money.endpoints import HOME_POSTS, SEARCH
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.sources import Origin
from allybook.domain.reading.spans import Span, without
from allybook.domain.spoken import speak_many
from allybook.services.money.quote import fits, left, post_steps
from allybook.services.reading.known import mark_of_parts
from allybook.services.reading.list_gaps import (
    AT_ONCE,
    choose_way,
    fill_by_page,
    in_tens,
    is_ended,
    say_about,
)
from allybook.services.reading.noted import note_span, noted
from allybook.services.reading.searching import search_stretch
from allybook.services.reading.stretch import (
    HOME_END,
    Stretch,
    in_reach,
    read_stretch,
    searched,
)
from allybook.services.reading.tens import LEAST, PAGE, most_that, page_size, stop_at

if TYPE_CHECKING:
    from datetime import date

    from allybook.domain.posts import Post
    from allybook.domain.reading.gaps import Gap
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.list_gaps import PageWay


def gaps(desk: Desk) -> tuple[Gap, ...]:
    """Return the gaps that can be read, those found last at the end."""
    return tuple(gap for gap in noted(desk) if not is_lost(desk, gap))


def is_lost(desk: Desk, gap: Gap) -> bool:
    """Return whether X gives nothing of a gap any more; a list's page reaches beyond a search.

    How far home reaches X does not say: only where it came to its end above a gap, that is lost.
    """
    if not gap.query:
        return int(gap.newer) <= int(desk.cache.mark(HOME_END) or 0)
    if in_reach(desk, gap.newer):
        return False
    return gap.source.origin is not Origin.LIST or is_ended(desk, gap)


def quote_gap(desk: Desk, gap: Gap, most: int | None = None) -> Quote:
    """Quote reading a gap, or the newer end of a large one: as many posts as are expected.

    It tells the way, where there are several; of the gap ``most`` posts are read at most.
    """
    return _plan(desk, gap, most)[1]


def quote_within(desk: Desk, gap: Gap, most: int | None = None) -> Quote:
    """Quote as many of the posts that ``quote_gap`` is about as the budget has room for.

    It is for all of them where there is no room for any.
    """
    wanted = quote_gap(desk, gap, most)
    if fits(desk, wanted) or not left(desk):
        return wanted
    return quote_gap(desk, gap, most_within(desk, gap, posts_of(wanted)))


def posts_of(quote: Quote) -> int | None:
    """Return for how many posts of a gap a quote is; None where it is for none."""
    return next((step.resources for step in quote.steps), None)


def most_within(desk: Desk, gap: Gap, most: int | None = None) -> int:
    """Return for how many posts of a gap the budget has room, ``most`` at most.

    It is the smallest reading where there is no room for any.
    """
    wanted = quote_gap(desk, gap, most)
    posts = wanted.steps[0].resources if wanted.steps else LEAST
    if fits(desk, wanted):
        return posts
    return most_that(lambda size: fits(desk, quote_gap(desk, gap, size)), posts)


def _plan(desk: Desk, gap: Gap, most: int | None) -> tuple[PageWay | None, Quote]:
    """Return by which page a gap is read, if by one of a list, and its price."""
    if gap.source.origin is not Origin.LIST:
        return None, _quote(desk, gap, most)
    reached = in_reach(desk, gap.newer)
    return choose_way(desk, gap, _quote(desk, gap, most) if reached else None, most)


def _quote(desk: Desk, gap: Gap, most: int | None) -> Quote:
    """Quote searching for a gap, or reading it of the home timeline."""
    wanted = _most(gap, most)
    endpoint = SEARCH if gap.query else HOME_POSTS
    words = speak_many(wanted, "{n} post", "{n} posts")
    steps = post_steps(desk, endpoint, wanted, words, page=PAGE)
    return Quote("gap", steps, say_about(gap, wanted), exact=False)


def fill_gap(
    desk: Desk,
    gap: Gap,
    ticket: Ticket,
    *,
    most: int | None = None,
    job: str = "gap",
    day: date | None = None,
) -> Reading:
    """Read a gap from its newer end down, no more than its price; what is left stays a gap.

    It is charged to ``job``; ``most`` posts are read at most, as many as are quoted without that.
    A price that counts on posts paid for already was told for a ``day`` of X's (UTC), this one
    without any: on another day nothing of them is read.
    """
    day = day or desk.clock.now().date()
    network = desk.line.network()
    page_way, _quoted = _plan(desk, gap, most)
    if page_way is not None:
        return fill_by_page(desk, gap, page_way, ticket, job=job, day=day)
    floor = min(searched(desk, gap.older), gap.newer, key=int)
    stretch = Stretch(gap.source, gap.query, gap.older, floor, gap.newer, gap.about)
    last = stop_at(_most(gap, None) if most is None else max(LEAST, most))
    if gap.query:
        try:
            return search_stretch(desk, ticket, stretch, job=job, most=last)
        finally:
            _note_read(desk, gap)
    me = desk.own_id()

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page between the two ends of the gap."""
        size = page_size(wanted)
        return network.home(me, since_id=gap.older, until_id=gap.newer, page=page, size=size)

    return read_stretch(desk, ticket, replace(stretch, reach="0"), ask, job=job, most=last)


def _note_read(desk: Desk, gap: Gap) -> None:
    """Note as a part what is no gap any more: it may lie between parts, where no mark tells it."""
    same = [one for one in noted(desk) if one.is_of(gap.source, gap.query)]
    left = [Span(int(one.older), int(one.newer)) for one in same]
    for span in without([Span(int(gap.older), int(gap.newer))], left):
        note_span(desk, mark_of_parts(gap.query), span)


def _most(gap: Gap, most: int | None) -> int:
    """Return how many posts of a gap are read, no fewer than X finds at once."""
    return min(in_tens(gap.about), AT_ONCE if most is None else max(LEAST, most))
