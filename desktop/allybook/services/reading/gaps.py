"""Gaps: what a reading was cut short before is told with its price, and read on demand."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.endpoints import HOME_POSTS, SEARCH
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin
from allybook.domain.spoken import speak, speak_many
from allybook.services.money.quote import post_steps
from allybook.services.reading.list_gaps import AT_ONCE, choose_way, fill_by_page, is_ended
from allybook.services.reading.noted import noted
from allybook.services.reading.searching import search_stretch
from allybook.services.reading.stretch import Stretch, in_reach, read_stretch, searched
from allybook.services.reading.tens import LEAST, PAGE, page_size, stop_at

if TYPE_CHECKING:
    from allybook.domain.gaps import Gap
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.list_gaps import PageWay


def gaps(desk: Desk) -> tuple[Gap, ...]:
    """Return the gaps that can be read, those found last at the end."""
    return tuple(gap for gap in noted(desk) if not is_lost(desk, gap))


def is_lost(desk: Desk, gap: Gap) -> bool:
    """Return whether X gives nothing of a gap any more; a list's page reaches beyond a search."""
    if not gap.query or in_reach(desk, gap.newer):
        return False
    return gap.source.origin is not Origin.LIST or is_ended(desk, gap)


def quote_gap(desk: Desk, gap: Gap) -> Quote:
    """Quote reading a gap, or the newer end of a large one: as many posts as are expected.

    It tells the way, where there are several.
    """
    return _plan(desk, gap)[1]


def _plan(desk: Desk, gap: Gap) -> tuple[PageWay | None, Quote]:
    """Return by which page a gap is read, if by one of a list, and its price."""
    if gap.source.origin is not Origin.LIST:
        return None, _quote(desk, gap)
    reached = in_reach(desk, gap.newer)
    return choose_way(desk, gap, _quote(desk, gap) if reached else None)


def _quote(desk: Desk, gap: Gap) -> Quote:
    """Quote searching for a gap, or reading it of the home timeline."""
    most = _most(gap)
    endpoint = SEARCH if gap.query else HOME_POSTS
    steps = post_steps(desk, endpoint, most, speak_many(most, "{n} post", "{n} posts"), page=PAGE)
    because = speak_many(
        gap.about,
        "About 1 post was not read when the last reading was cut short.",
        "About {n} posts were not read when the last reading was cut short.",
    )
    if most < gap.about:
        because = speak("{told} This reads the newest {n} of them.", told=because, n=most)
    return Quote("gap", steps, because, exact=False)


def fill_gap(
    desk: Desk, gap: Gap, ticket: Ticket, *, most: int | None = None, job: str = "gap"
) -> Reading:
    """Read a gap from its newer end down, no more than its price; what is left stays a gap.

    It is charged to ``job``; ``most`` posts are read at most, as many as are quoted without that.
    """
    network = desk.line.network()
    page_way, _quoted = _plan(desk, gap)
    if page_way is not None:
        return fill_by_page(desk, gap, page_way, ticket, job=job)
    floor = searched(desk, gap.older) if gap.query else gap.older
    stretch = Stretch(gap.source, gap.query, gap.older, floor, gap.newer, gap.about)
    most = stop_at(most or _most(gap))
    if gap.query:
        return search_stretch(desk, ticket, stretch, job=job, most=most)
    me = desk.settings.read("me")

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page between the two ends of the gap."""
        size = page_size(wanted)
        return network.home(me, since_id=gap.older, until_id=gap.newer, page=page, size=size)

    return read_stretch(desk, ticket, stretch, ask, job=job, most=most)


def _most(gap: Gap) -> int:
    return max(1, ceil(min(gap.about, AT_ONCE) / LEAST)) * LEAST
