"""Gaps: what a reading was cut short before is told with its price, and read on demand."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.pricing import Quote
from allybook.domain.spoken import speak
from allybook.ports import Window
from allybook.services.money.quote import post_steps
from allybook.services.reading.noted import noted
from allybook.services.reading.stretch import Stretch, in_reach, read_stretch, searched
from allybook.services.reading.tens import LEAST, PAGE, page_size, stop_at

if TYPE_CHECKING:
    from allybook.domain.gaps import Gap
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading

HOME = "GET /2/users/:id/timelines/reverse_chronological"
SEARCH = "GET /2/tweets/search/recent"
AT_ONCE = 800
"""So many posts of a gap are read for one price; what is left stays a gap."""


def gaps(desk: Desk) -> tuple[Gap, ...]:
    """Return the gaps that can be read, those found last at the end."""
    return tuple(gap for gap in noted(desk) if not is_lost(desk, gap))


def is_lost(desk: Desk, gap: Gap) -> bool:
    """Return whether X gives nothing of a gap any more."""
    return bool(gap.query) and not in_reach(desk, gap.newer)


def quote_gap(desk: Desk, gap: Gap) -> Quote:
    """Quote reading a gap, or the newer end of a large one: as many posts as are expected."""
    most = _most(gap)
    endpoint = SEARCH if gap.query else HOME
    steps = post_steps(desk, endpoint, most, speak("{n} posts", n=most), page=PAGE)
    because = speak(
        "About {n} posts were not read when the last reading was cut short.", n=gap.about
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
    is_reached = not gap.query or in_reach(desk, gap.older)
    since = gap.older if is_reached else None
    window = Window(since_id=since, until_id=gap.newer)
    me = desk.settings.read("me")

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = page_size(wanted)
        if gap.query:
            return network.search(gap.query, window=window, page=page, size=size)
        return network.home(me, since_id=since, until_id=gap.newer, page=page, size=size)

    floor = searched(desk, gap.older) if gap.query else gap.older
    stretch = Stretch(gap.source, gap.query, gap.older, floor, gap.newer, gap.about)
    most = stop_at(most or _most(gap))
    return read_stretch(desk, ticket, stretch, ask, job=job, most=most)


def _most(gap: Gap) -> int:
    return max(1, ceil(min(gap.about, AT_ONCE) / LEAST)) * LEAST
