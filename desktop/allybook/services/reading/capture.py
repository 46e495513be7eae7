"""Capture a chat: every post of the last seven days that carries its hashtag.

Plain reposts say nothing new and cost as much as a post, so X is asked to leave them out, unless
somebody wants them; how often a post was passed on stands on the post itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

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
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.stretch import Stretch, in_reach, read_stretch, searched
from allybook.services.reading.tens import LEAST, PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.gaps import Gap
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

SEARCH = "GET /2/tweets/search/recent"
COUNT = "GET /2/tweets/counts/recent"
MOST = 500
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
    most: int | None = None,
) -> Quote:
    """Quote a capture of at most ``most`` posts: exact once they were ``counted``, else ``MOST``.

    Posts of the chat that were read today, from wherever, are free until midnight UTC.
    """
    source = chat_source(hashtag)
    known = Known() if counted is None else _known(desk, source, window, reposts=reposts)
    limit = _in_pages(most or MOST)
    new = limit if counted is None else max(0, counted - known.settled)
    wanted = new if counted is not None and most is None else min(limit, new)
    resources = max(0, min(wanted, new - known.paid))
    steps = post_steps(desk, SEARCH, resources, speak("{n} posts", n=resources), page=PAGE)
    because = speak("Not counted yet: at most {n} posts are read.", n=limit)
    if counted is not None:
        because = speak("X counts {n} posts with #{hashtag}.", n=new, hashtag=source.name)
    newer = counted is not None and _asked(desk, source, window, reposts=reposts).since_id
    if newer or known.settled:
        # “0 posts” would be said of a chat that has many.
        because = speak("X counts {n} more posts with #{hashtag}.", n=new, hashtag=source.name)
    if known.paid:
        because = speak(
            "{told:open}, of which {n} were read today and are free.", told=because, n=known.paid
        )
    if wanted < new:
        because = speak("{told} Only the newest {n} of them are read.", told=because, n=wanted)
    if not reposts:
        because = speak(
            "{told} Plain reposts are left out: each would cost as much as a post.", told=because
        )
    exact = counted is not None and wanted == new and not desk.along
    return Quote(f"chat #{source.name}", steps, because, exact=exact)


class Known(Struct, frozen=True):
    """Posts of a chat, counted: those that are not asked for again, those that are free today."""

    settled: int = 0
    paid: int = 0


def _in_pages(most: int) -> int:
    """Return how many posts X may send where ``most`` are wanted; it gives ten at the least."""
    rest = most % PAGE
    return most - rest + max(LEAST, rest) if rest else most


def _known(desk: Desk, source: Source, window: Window | None, *, reposts: bool) -> Known:
    """Return what is known already of the posts that are counted."""
    wanted = posts_of_chat(source.name, window)
    order = desk.cache.order(wanted if reposts else And((wanted, NO_REPOSTS)))
    bottom = int(_asked(desk, source, window, reposts=reposts).since_id or 0)
    since = 0 if window else int(_since(desk, source, reposts=reposts) or 0)
    left = () if window else _gaps(desk, source, reposts=reposts)
    counted = [post for post in order if post > bottom]
    wanting = [post for post in counted if post > since or _is_in(post, left)]
    paid = len(wanting) - unpaid(desk, SEARCH, list(map(str, wanting)))
    return Known(len(counted) - len(wanting), paid)


def _is_in(post: int, left: Sequence[Gap]) -> bool:
    return any(int(gap.older) < post < int(gap.newer) for gap in left)


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

    Only what is newer than the last capture is asked for, and what that had left out. Within a
    ``window`` of time all is asked for.
    """
    source = chat_source(hashtag)
    network, query = desk.line.network(), query_of(desk, hashtag, reposts=reposts)
    since = "" if window else _since(desk, source, reposts=reposts)
    asked = window or Window(since_id=since if in_reach(desk, since) else None)

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        return network.search(query, window=asked, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    job = f"chat #{source.name}"
    if window:
        with desk.jobs.named(job):
            return read_pages(desk, ticket, ask, keep, most=most, total=most)
    left = _gaps(desk, source, reposts=reposts)
    mark = _mark(source, reposts=reposts)
    stretch = Stretch(source, query, since, searched(desk, since), mark=mark)
    reading = read_stretch(desk, ticket, stretch, ask, job=job, most=most)
    return _read_on(desk, left, reading, most, ticket)


def _read_on(
    desk: Desk, left: Sequence[Gap], reading: Reading, most: int, ticket: Ticket
) -> Reading:
    """Read what captures before left out, newest first, as far as there is room."""
    items, complete = reading.items, reading.complete
    for gap in left:
        if ticket.cancelled() or items >= most:
            return Reading(items, complete=False)
        room = max(LEAST, most - items)
        more = fill_gap(desk, gap, ticket, most=room, job=f"chat #{gap.source.name}")
        items, complete = items + more.items, complete and more.complete
    return Reading(items, complete=complete)


def _mark(source: Source, *, reposts: bool) -> str:
    return f"captured:{source.name}" if reposts else f"captured:{source.name}:without reposts"


def _gaps(desk: Desk, source: Source, *, reposts: bool) -> tuple[Gap, ...]:
    """Return what captures in this way left out, newest first."""
    query = query_of(desk, source.name, reposts=reposts)
    left = (gap for gap in gaps(desk) if (gap.source, gap.query) == (source, query))
    return tuple(sorted(left, key=lambda gap: -int(gap.newer)))


def _since(desk: Desk, source: Source, *, reposts: bool) -> str:
    """Return after which post all is new, or ``""``.

    A capture with reposts has the other posts too, where it left nothing out.
    """
    whole = not reposts and not _gaps(desk, source, reposts=True)
    ways = (True, False) if whole else (reposts,)
    marks = [desk.cache.mark(_mark(source, reposts=way)) for way in ways]
    return max(marks, key=lambda mark: int(mark or 0))


def _asked(desk: Desk, source: Source, window: Window | None, *, reposts: bool) -> Window:
    """Return what is counted: from the oldest post on that is wanted, or what a window holds."""
    if window:
        return window
    ends = [gap.older for gap in _gaps(desk, source, reposts=reposts)]
    bottom = min([*ends, _since(desk, source, reposts=reposts)], key=lambda end: int(end or 0))
    return Window(since_id=bottom if in_reach(desk, bottom) else None)
