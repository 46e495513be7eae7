"""Capture a chat: every post of the last seven days that carries its hashtag."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book.keys import hashtag_key
from allybook.domain.changes import Changed
from allybook.domain.filters.tree import And, On, Term
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.ports import Window
from allybook.services.paging import Reading, read_pages
from allybook.services.patience import patiently
from allybook.services.quote import plan_step, post_steps, unpaid

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

SEARCH = "GET /2/tweets/search/recent"
COUNT = "GET /2/tweets/counts/recent"
MOST = 500
PAGE = 100
LEAST = 10
"""X gives no fewer than this at once."""


def chat_source(hashtag: str) -> Source:
    """Return where the posts of a chat are kept; ``hashtag`` with or without #."""
    tag = hashtag_key(hashtag).removeprefix("#")
    return Source(Origin.CHAT, tag)


def posts_of_chat(tag: str, window: Window | None) -> Node:
    """Return the filter that keeps the posts of a chat, within a window of time if one is given."""
    terms = [Term(On.HASHTAG, tag)]
    if window and window.start:
        terms.append(Term(On.SINCE, window.start.isoformat()))
    if window and window.end:
        terms.append(Term(On.UNTIL, window.end.isoformat()))
    return And(tuple(terms))


def quote_count(desk: Desk) -> Quote:
    """Quote asking X how many posts a chat has, before reading them."""
    step = plan_step(desk, COUNT, 1, "One count")
    return Quote("count", (step,), "Counting first makes the price of reading exact.")


def count_posts(desk: Desk, hashtag: str, ticket: Ticket, window: Window | None = None) -> int:
    """Ask X how many posts a capture would read."""
    source = chat_source(hashtag)
    network, asked = desk.line.network(), _asked(desk, source, window)
    with desk.jobs.named(f"count #{source.name}"):
        ask = partial(network.count, f"#{source.name}", window=asked)
        return patiently(desk, ticket, ask)


def quote_capture(
    desk: Desk, hashtag: str, counted: int | None = None, window: Window | None = None
) -> Quote:
    """Quote a capture: exact once the posts were ``counted``, else at most ``MOST`` posts.

    Posts of the chat that were read today, from wherever, are free until midnight UTC.
    """
    source = chat_source(hashtag)
    paid = 0
    if counted is not None:
        since = int(_asked(desk, source, window).since_id or 0)
        order = desk.cache.order(posts_of_chat(source.name, window))
        known = [str(post) for post in order if post > since]
        paid = len(known) - unpaid(desk, SEARCH, known)
    resources = max(0, (MOST if counted is None else counted) - paid)
    steps = post_steps(desk, SEARCH, resources, f"{resources} posts", page=PAGE)
    free = f", of which {paid} were read today and are free" if paid else ""
    because = (
        f"X counts {counted} posts with #{source.name}{free}."
        if counted is not None
        else f"Not counted yet: at most {MOST} posts are read."
    )
    exact = counted is not None and not desk.along
    return Quote(f"chat #{source.name}", steps, because, exact=exact)


def capture(
    desk: Desk,
    hashtag: str,
    ticket: Ticket,
    *,
    window: Window | None = None,
    most: int = MOST,
) -> Reading:
    """Read the posts of a chat, newest first, and keep each page as it comes.

    After a capture that reached the end, only newer posts are asked for.
    """
    source = chat_source(hashtag)
    network = desk.line.network()
    asked = _asked(desk, source, window)

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        return network.search(f"#{source.name}", window=asked, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named(f"chat #{source.name}"):
        reading = read_pages(desk, ticket, ask, keep, most=most, total=most)
    newest = desk.cache.newest(source)
    if reading.complete and window is None and newest:
        desk.cache.set_mark(_mark(source), newest)
    return reading


def _mark(source: Source) -> str:
    return f"captured:{source.name}"


def _asked(desk: Desk, source: Source, window: Window | None) -> Window:
    return window or Window(since_id=desk.cache.mark(_mark(source)) or None)
