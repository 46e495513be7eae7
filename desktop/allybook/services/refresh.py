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
MARK = "refreshed"
MOST = 300
PAGE = 100


def quote_refresh(desk: Desk, most: int = MOST) -> Quote:
    """Quote reading the newest posts of the home timeline: at most ``most``."""
    step = plan_step(desk, ENDPOINT, most, f"{most} posts", page=PAGE)
    known = desk.settings.read(MARK)
    because = (
        "Only posts newer than the last one read are asked for."
        if known
        else "The first time, the newest posts are read."
    )
    return Quote("refresh", (step,), because, exact=False)


def refresh(desk: Desk, ticket: Ticket, *, most: int = MOST) -> Reading:
    """Read what is new in the home timeline, at most ``most`` posts, newest first.

    What a reading that was cut short did not reach is asked for again the next time.
    """
    network = desk.line.network()
    me = me_today(desk)
    since = desk.settings.read(MARK) or None

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = min(PAGE, wanted or PAGE)
        return network.home(me.user_id, since_id=since, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, HOME, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named("refresh"):
        reading = read_pages(ask, keep, ticket, most=most, total=most)
    newest = desk.cache.newest(HOME)
    if newest and (reading.complete or since is None):
        desk.settings.write(MARK, newest)
    return reading
