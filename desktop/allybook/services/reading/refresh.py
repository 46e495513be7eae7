"""Refresh the home timeline: only what is new, and no more than was said.

It is read whole, for all views share it. X could leave out reposts and replies; what was read for
one view in that way, another would have to read again with the rest, and on another day pay again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.money.endpoints import HOME_POSTS
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.spoken import speak, speak_many
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.money.quote import post_steps
from allybook.services.reading.stretch import Stretch, read_stretch, searched
from allybook.services.sign_in.who import quote_sign_in, sign_in

if TYPE_CHECKING:
    from allybook.domain.posts import Post
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading

HOME = Source(Origin.HOME)
MARK = "refreshed"
MOST = 300
PAGE = 100


def quote_refresh(desk: Desk, most: int = MOST) -> Quote:
    """Quote reading the newest posts of the home timeline: at most ``most``."""
    steps = post_steps(desk, HOME_POSTS, most, speak_many(most, "{n} post", "{n} posts"), page=PAGE)
    if desk.me() is None:
        steps = (*quote_sign_in(desk).steps, *steps)
    known = desk.cache.mark(MARK)
    because = (
        speak("Only posts newer than the last one read are asked for.")
        if known
        else speak("The first time, the newest posts are read.")
    )
    return Quote("refresh", steps, because, exact=False)


def refresh(desk: Desk, ticket: Ticket, *, most: int = MOST) -> Reading:
    """Read what is new in the home timeline, at most ``most`` posts, newest first.

    What a reading that was cut short did not reach is a gap from then on.
    """
    network = desk.line.network()
    me = desk.me() or sign_in(desk, ticket)
    since = desk.cache.mark(MARK)
    stretch = Stretch(HOME, "", since, searched(desk, since), mark=MARK, reach="0")

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page of what is new at home."""
        size = min(PAGE, wanted or PAGE)
        return network.home(me.user_id, since_id=since or None, page=page, size=size)

    reading = read_stretch(desk, ticket, stretch, ask, job="refresh", most=most)
    if reading.items:
        link_opt_outs(desk)
    return reading
