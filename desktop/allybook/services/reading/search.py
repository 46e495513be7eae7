"""Search X for posts: any filter, or what the people of a book write, sifted by X itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, Node, On, Term
from allybook.domain.posts import id_at, time_of
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.domain.spoken import speak
from allybook.ports import Window
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.money.quote import post_steps
from allybook.services.reading.gaps import Stretch, note_end
from allybook.services.reading.saving import keep_share, part_of, share_found, tell_saving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import BookInfo, Ticket, XQuery
    from allybook.services.desk import Desk
    from allybook.services.reading.saving import Saving

ENDPOINT = "GET /2/tweets/search/recent"
MOST = 300
PAGE = 100
LEAST = 10
"""X finds no fewer than this at once."""
REACH = timedelta(days=7) - timedelta(minutes=10)
"""How far back X searches, less what a long reading takes."""
MARGIN = timedelta(minutes=2)
"""How long X may take until a new post is found."""
MEMBERS_LENGTH = 380
"""How many of X's 512 characters name members; the rest is for the filter."""


class SearchPlan(Struct, frozen=True):
    """What is asked of X, for at most how many posts, and the price.

    ``queries`` are asked one after the other; ``share`` is what X finds of what it looks through.
    """

    source: Source
    quote: Quote
    most: int
    queries: tuple[XQuery, ...]
    share: float = 1.0
    saving: Saving | None = None


def plan_search(desk: Desk, chosen: Node, most: int = MOST) -> SearchPlan:
    """Plan a search of the last seven days for what a filter keeps.

    ``BadInput`` for a filter of which X can look for nothing.
    """
    query = desk.write_query(chosen)
    if not query.text:
        raise BadInput(
            "X can search only for something that is there: a word, a #hashtag, from:, to: or "
            "url:. Add one of these; nothing was asked."
        )
    source = Source(Origin.SEARCH, show(chosen))
    return _plan(desk, source, (query,), EVERYTHING, most)


def plan_book_posts(
    desk: Desk, info: BookInfo, through: Node = EVERYTHING, most: int = MOST
) -> SearchPlan:
    """Plan a search for what the approved people of a book wrote, as far as a filter keeps it."""
    handles = _handles(desk, info)
    if not handles:
        raise BadInput(
            speak(
                "Nobody in “{name}” can be searched for yet: approve someone first.", name=info.name
            )
        )
    queries = tuple(desk.write_query(through, within) for within in _batches(handles))
    source = Source(Origin.BOOK, info.book_id)
    return _plan(desk, source, queries, Term(On.IN, info.name), most)


def read_search(desk: Desk, plan: SearchPlan, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, no more than its price, and keep each page as it comes.

    A query is asked only for newer posts the next time; where it was cut short, a gap is noted.
    """
    desk.line.network()
    started, items, done = desk.clock.now() - MARGIN, 0, True
    for query in plan.queries:
        room = plan.most - items
        if ticket.cancelled() or room < LEAST:
            return Reading(items, complete=False)
        reading = _read(desk, plan, query, room, ticket)
        items += reading.items
        done = done and reading.complete
    keep_share(desk, plan.queries[0], plan.share)
    newest = desk.cache.newest(plan.source)
    if done and newest:
        # The clock of this laptop may be wrong: no later than what X showed.
        desk.cache.set_mark(_whole(plan), str(min(int(id_at(started)), int(newest))))
    return Reading(items, complete=done)


def _read(desk: Desk, plan: SearchPlan, query: XQuery, room: int, ticket: Ticket) -> Reading:
    """Read one query; X may answer with ten posts at the least, so it stops before the last ten."""
    network = desk.line.network()
    window = Window(since_id=_since(desk, plan, query) or None)
    since, read = window.since_id or "", Stretch()

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        return network.search(query.text, window=window, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        read.add(page.items)
        desk.cache.save_posts(page.items, plan.source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named(f"{plan.source.origin} posts"):
        reading = read_pages(desk, ticket, ask, keep, most=room - LEAST + 1, total=plan.most)
    note_end(desk, plan.source, query.text, since, read, reading)
    if read.newest or (reading.complete and since):
        desk.cache.set_mark(_mark(query), max(read.newest or "0", since or "0", key=int))
    return reading


def _plan(
    desk: Desk, source: Source, queries: tuple[XQuery, ...], within: Node, most: int
) -> SearchPlan:
    share = share_found(desk, queries[0], within)
    sifted = part_of(most, share)
    quote, saving = tell_saving(_quote(desk, queries, most), _quote(desk, queries, sifted), share)
    return SearchPlan(source, quote, sifted, queries, share, saving)


def _quote(desk: Desk, queries: Sequence[XQuery], most: int) -> Quote:
    steps = post_steps(desk, ENDPOINT, most, speak("{n} posts", n=most), page=PAGE)
    many = len(queries)
    because = speak("A search asks for them.")
    if many > 1:
        because = speak("{n} searches ask for all members.", n=many)
    return Quote("search", steps, because, exact=False)


def _since(desk: Desk, plan: SearchPlan, query: XQuery) -> str:
    """Return after which post to search; empty where none is known that X still reaches."""
    mark = desk.cache.mark(_mark(query)) or desk.cache.mark(_whole(plan))
    written = time_of(mark) if mark else None
    return mark if written and desk.clock.now() - written < REACH else ""


def _handles(desk: Desk, info: BookInfo) -> list[str]:
    allies = desk.shelf.open(info.book_id).allies()
    people = (one for one in allies if one.kind is not Kind.HASHTAG)
    return sorted(one.handle.lower() for one in people if one.status is Status.APPROVED)


def _batches(handles: Sequence[str]) -> Iterator[str]:
    """Yield the members in as few searches as fit."""
    batch: list[str] = []
    for handle in handles:
        if batch and len(_any_of([*batch, handle])) > MEMBERS_LENGTH:
            yield _any_of(batch)
            batch = []
        batch.append(handle)
    if batch:
        yield _any_of(batch)


def _any_of(handles: Sequence[str]) -> str:
    names = " OR ".join(f"from:{handle}" for handle in handles)
    return f"({names})" if len(handles) > 1 else names


def _mark(query: XQuery) -> str:
    return f"search:{query.text}"


def _whole(plan: SearchPlan) -> str:
    """Return the mark of a whole source: for people who came to a batch of a book."""
    sifted = show(plan.queries[0].sifted)
    return f"searched:{plan.source.origin}:{plan.source.name}:{sifted}"
