"""Searching a stretch: what X finds of it, as far back as X goes, whatever the clock here says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import TooOld
from allybook.ports.network import Window
from allybook.services.reading.stretch import in_reach, read_stretch
from allybook.services.reading.tens import page_size, stop_at

if TYPE_CHECKING:
    from allybook.domain.posts import Post
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.stretch import Stretch


def search_stretch(desk: Desk, ticket: Ticket, stretch: Stretch, *, job: str, most: int) -> Reading:
    """Search for what is in a stretch, newest first, until there are ``most`` posts or more.

    Of what was counted, X is asked for no more than ``most``; ten at least, for it finds no fewer.
    X refuses to search after a post older than a week, which a clock that is behind does not tell:
    all that it gives is asked for then, as it is where the clock tells.
    """
    network, begun = desk.line.network(), False
    since = stretch.since if in_reach(desk, stretch.since) else None
    window = Window(since_id=since, until_id=stretch.newer or None)

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page, and note that X was asked."""
        nonlocal begun
        size = page_size(stop_at(wanted) if wanted and stretch.counted else wanted)
        answer = network.search(stretch.query, window=window, page=page, size=size)
        begun = True
        return answer

    try:
        return read_stretch(desk, ticket, replace(stretch, reach="0"), ask, job=job, most=most)
    except TooOld as error:
        if since is None or begun:
            raise
        window = replace(window, since_id=None)
        told = replace(stretch, reach=error.after)
        return read_stretch(desk, ticket, told, ask, job=job, most=most)
