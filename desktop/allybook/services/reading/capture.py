"""Capture a chat: every post of the last seven days that carries its hashtag.

Plain reposts say nothing new and cost as much as a post, so X is asked to leave them out, unless
somebody wants them; how often a post was passed on stands on the post itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book.keys import hashtag_key
from allybook.domain.changes import Changed
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Term
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.domain.spoken import speak
from allybook.ports import Window
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.jobs.patience import patiently
from allybook.services.money.quote import plan_step, post_steps, unpaid

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
NO_REPOSTS = Not(Term(On.IS, "repost"))


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
    step = plan_step(desk, COUNT, 1, speak("One count"))
    return Quote("count", (step,), speak("Counting first makes the price of reading exact."))


def query_of(desk: Desk, hashtag: str, *, reposts: bool = False) -> str:
    """Return what X is asked to search for."""
    kept = EVERYTHING if reposts else NO_REPOSTS
    return desk.write_query(kept, f"#{chat_source(hashtag).name}").text


def count_posts(
    desk: Desk,
    hashtag: str,
    ticket: Ticket,
    window: Window | None = None,
    *,
    reposts: bool = False,
) -> int:
    """Ask X how many posts a capture would read, with the plain ``reposts`` or without."""
    source = chat_source(hashtag)
    network, asked = desk.line.network(), _asked(desk, source, window, reposts=reposts)
    with desk.jobs.named(f"count #{source.name}"):
        ask = partial(network.count, query_of(desk, hashtag, reposts=reposts), window=asked)
        return patiently(desk, ticket, ask)


def quote_capture(
    desk: Desk,
    hashtag: str,
    counted: int | None = None,
    window: Window | None = None,
    *,
    reposts: bool = False,
) -> Quote:
    """Quote a capture: exact once the posts were ``counted``, else at most ``MOST`` posts.

    Posts of the chat that were read today, from wherever, are free until midnight UTC.
    """
    source = chat_source(hashtag)
    paid = 0 if counted is None else _paid(desk, source, window, reposts=reposts)
    resources = max(0, (MOST if counted is None else counted) - paid)
    steps = post_steps(desk, SEARCH, resources, speak("{n} posts", n=resources), page=PAGE)
    because = speak("Not counted yet: at most {n} posts are read.", n=MOST)
    if counted is not None:
        because = speak("X counts {n} posts with #{hashtag}.", n=counted, hashtag=source.name)
    if paid:
        because = speak(
            "{told:open}, of which {n} were read today and are free.", told=because, n=paid
        )
    if not reposts:
        because = speak(
            "{told} Plain reposts are left out: each would cost as much as a post.", told=because
        )
    exact = counted is not None and not desk.along
    return Quote(f"chat #{source.name}", steps, because, exact=exact)


def _paid(desk: Desk, source: Source, window: Window | None, *, reposts: bool) -> int:
    """Return how many of the posts that a capture would read were read today, from wherever."""
    since = int(_asked(desk, source, window, reposts=reposts).since_id or 0)
    wanted = posts_of_chat(source.name, window)
    order = desk.cache.order(wanted if reposts else And((wanted, NO_REPOSTS)))
    known = [str(post) for post in order if post > since]
    return len(known) - unpaid(desk, SEARCH, known)


def capture(
    desk: Desk,
    hashtag: str,
    ticket: Ticket,
    *,
    window: Window | None = None,
    most: int = MOST,
    reposts: bool = False,
) -> Reading:
    """Read the posts of a chat, newest first, and keep each page as it comes.

    After a capture that reached the end, only newer posts are asked for.
    """
    source = chat_source(hashtag)
    network, query = desk.line.network(), query_of(desk, hashtag, reposts=reposts)
    asked = _asked(desk, source, window, reposts=reposts)

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        return network.search(query, window=asked, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named(f"chat #{source.name}"):
        reading = read_pages(desk, ticket, ask, keep, most=most, total=most)
    newest = desk.cache.newest(source)
    if reading.complete and window is None and newest:
        desk.cache.set_mark(_mark(source, reposts=reposts), newest)
    return reading


def _mark(source: Source, *, reposts: bool) -> str:
    return f"captured:{source.name}" if reposts else f"captured:{source.name}:without reposts"


def _asked(desk: Desk, source: Source, window: Window | None, *, reposts: bool) -> Window:
    """Return what is asked for: what is newer than all that was captured in this way.

    A capture with reposts has the other posts too.
    """
    ways = (True,) if reposts else (True, False)
    marks = [desk.cache.mark(_mark(source, reposts=way)) for way in ways]
    newest = max(marks, key=lambda mark: int(mark or 0))
    return window or Window(since_id=newest or None)
