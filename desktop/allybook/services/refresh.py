"""Refresh the home timeline: only what is new, and no more than was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.services.paging import Reading, read_pages
from allybook.services.quote import plan_step
from allybook.services.sign_in import me_today

if TYPE_CHECKING:
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

HOME = Source(Origin.HOME)
ENDPOINT = "GET /2/users/:id/timelines/reverse_chronological"
MOST = 300
PAGE = 100


def quote_refresh(desk: Desk, most: int = MOST) -> Quote:
    """Quote reading the newest posts of the home timeline: at most ``most``."""
    step = plan_step(desk, ENDPOINT, most, f"{most} posts", page=PAGE)
    known = desk.cache.newest(HOME)
    because = (
        "Only posts newer than the last one read are asked for."
        if known
        else "The first time, the newest posts are read."
    )
    return Quote("refresh", (step,), because, exact=known is None)


def refresh(desk: Desk, ticket: Ticket, *, most: int = MOST) -> Reading:
    """Read what is new in the home timeline, at most ``most`` posts."""
    network = desk.line.network()
    me = me_today(desk)
    since = desk.cache.newest(HOME)

    def ask(page: str | None) -> Page[Post]:
        return network.home(me.user_id, since_id=since, page=page, size=min(PAGE, most))

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, HOME, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named("refresh"):
        return read_pages(ask, keep, ticket, most=most, total=most)
