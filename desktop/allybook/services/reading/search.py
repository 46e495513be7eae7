"""Search X for posts: any filter, or what the people of a book write, sifted by X itself."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, Node, On, Term
from allybook.domain.posts import id_at
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.domain.spoken import speak, speak_many
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import post_steps
from allybook.services.reading.asking import write_queries
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.readership import Readers, by_reach, note_read, read_until
from allybook.services.reading.saving import keep_share, part_of, share_found, tell_saving
from allybook.services.reading.searching import search_stretch
from allybook.services.reading.stretch import MARGIN, Stretch, searched
from allybook.services.reading.tens import LEAST, PAGE, stop_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.ports import BookInfo, Ticket, XQuery
    from allybook.services.desk import Desk
    from allybook.services.reading.saving import Saving

ENDPOINT = "GET /2/tweets/search/recent"
MOST = 300
MEMBERS_LENGTH = 380
"""How many of X's 512 characters name members; the rest is for the filter."""


class SearchPlan(Struct, frozen=True):
    """What is asked of X, for at most how many posts, and the price.

    ``queries`` are asked one after the other; ``share`` is what X finds of what it looks through.
    ``readers`` are the people of a book, ``people`` those of each query.
    """

    source: Source
    quote: Quote
    most: int
    queries: tuple[XQuery, ...]
    share: float = 1.0
    saving: Saving | None = None
    readers: Readers | None = None
    people: tuple[tuple[str, ...], ...] = ()

    def people_of(self, query: XQuery) -> tuple[str, ...]:
        """Return the people of a book whom a query names."""
        return self.people[self.queries.index(query)] if self.people else ()


def plan_search(desk: Desk, chosen: Node, most: int = MOST) -> SearchPlan:
    """Plan a search of the last seven days for what a filter keeps.

    ``BadInput`` for a filter of which X can look for nothing.
    """
    queries = write_queries(desk.write_query, chosen)
    source = Source(Origin.SEARCH, show(chosen))
    return _plan(desk, source, queries, EVERYTHING, most)


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
    sifted = desk.write_query(through, _any_of(next(_batches(handles)))).sifted
    readers = Readers(info.book_id, show(sifted), frozenset(handles))
    groups = by_reach(read_until(desk, readers), handles)
    people = tuple(tuple(batch) for group in groups for batch in _batches(group))
    queries = tuple(desk.write_query(through, _any_of(batch)) for batch in people)
    source = Source(Origin.BOOK, info.book_id)
    plan = _plan(desk, source, queries, Term(On.IN, info.name), most)
    return replace(plan, readers=readers, people=people)


def read_search(desk: Desk, plan: SearchPlan, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, no more than its price, and keep each page as it comes.

    A query is asked only for newer posts the next time; where it was cut short, a gap is noted.
    Each of several queries gets its part of the posts, and what one leaves goes to the others.
    """
    desk.line.network()
    keep_share(desk, plan.queries[0], plan.share)
    started, cut = int(id_at(desk.clock.now() - MARGIN)), []
    whole = Reading(0, complete=True)
    queries = sorted(plan.queries, key=lambda query: int(_since(desk, plan, query) or 0))
    for place, query in enumerate(queries):
        room = plan.most - whole.items
        if ticket.cancelled() or room < LEAST:
            # What was not asked has an older mark than the rest, so it comes first the next time.
            return replace(whole, complete=False)
        part = max(LEAST, ceil(room / (len(queries) - place)))
        reading = _read(desk, plan, query, min(part, room), ticket)
        if place == 0:
            # The clock of this laptop may be wrong: no later than what X showed.
            started = min(started, int(desk.cache.newest(plan.source) or 0))
        if plan.readers and started and (reading.items or reading.complete):
            note_read(desk, plan.readers, plan.people_of(query), started)
        whole += replace(reading, complete=True)
        cut += [] if reading.complete else [query]
    whole += _read_on(desk, plan, cut, plan.most - whole.items, ticket)
    if whole.complete and started:
        desk.cache.set_mark(_whole(plan), str(started))
    return whole


def _since(desk: Desk, plan: SearchPlan, query: XQuery) -> str:
    """Return the post up to which a query was read, or all that it looks for, in another one."""
    if plan.readers is None:
        others = desk.cache.mark(_whole(plan))
    else:
        until = read_until(desk, plan.readers)
        others = str(min(until.get(one, 0) for one in plan.people_of(query)))
    post = max(int(desk.cache.mark(_mark(query)) or 0), int(others or 0))
    return str(post) if post else ""


def _read(desk: Desk, plan: SearchPlan, query: XQuery, room: int, ticket: Ticket) -> Reading:
    """Read at most ``room`` posts of one query."""
    since = _since(desk, plan, query)
    floor = searched(desk, since)
    stretch = Stretch(plan.source, query.text, since, floor, mark=_mark(query))
    return search_stretch(desk, ticket, stretch, job=_job(plan), most=stop_at(room))


def _read_on(
    desk: Desk, plan: SearchPlan, cut: Sequence[XQuery], room: int, ticket: Ticket
) -> Reading:
    """Read the gaps that queries just left, as far as there is room."""
    whole = Reading(0, complete=True)
    for query in cut:
        same = [gap for gap in gaps(desk) if (gap.source, gap.query) == (plan.source, query.text)]
        if len(plan.queries) == 1 or not same or room - whole.items < LEAST:
            whole = replace(whole, complete=False)
            continue
        newest = max(same, key=lambda gap: int(gap.newer))
        whole += fill_gap(desk, newest, ticket, most=room - whole.items, job=_job(plan))
    return whole


def _plan(
    desk: Desk, source: Source, queries: tuple[XQuery, ...], within: Node, most: int
) -> SearchPlan:
    share = share_found(desk, queries[0], within)
    most = max(LEAST, most)
    sifted = part_of(most, share)
    quote, saving = tell_saving(_quote(desk, queries, most), _quote(desk, queries, sifted), share)
    return SearchPlan(source, quote, sifted, queries, share, saving)


def _quote(desk: Desk, queries: Sequence[XQuery], most: int) -> Quote:
    many = len(queries)
    first, *along = post_steps(
        desk, ENDPOINT, most, speak_many(most, "{n} post", "{n} posts"), page=PAGE
    )
    # Each query gets its part of the posts, in requests of its own.
    requests = many * ceil(most / many / PAGE)
    because = speak("A search asks for them.")
    if many > 1:
        because = speak("{n} searches ask for all of them.", n=many)
    steps = (replace(first, requests=requests), *along)
    return Quote("search", steps, because, exact=False)


def _handles(desk: Desk, info: BookInfo) -> list[str]:
    allies = desk.shelf.open(info.book_id).allies()
    people = (one for one in allies if one.kind is not Kind.HASHTAG)
    return sorted(one.handle.lower() for one in people if one.status is Status.APPROVED)


def _batches(handles: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the members in as few searches as fit."""
    batch: list[str] = []
    for handle in handles:
        if batch and len(_any_of([*batch, handle])) > MEMBERS_LENGTH:
            yield batch
            batch = []
        batch.append(handle)
    if batch:
        yield batch


def _any_of(handles: Sequence[str]) -> str:
    names = " OR ".join(f"from:{handle}" for handle in handles)
    return f"({names})" if len(handles) > 1 else names


def _job(plan: SearchPlan) -> str:
    return f"{plan.source.origin} posts"


def _mark(query: XQuery) -> str:
    return f"search:{query.text}"


def _whole(plan: SearchPlan) -> str:
    """Return the mark of a whole source: for alternatives that other queries looked for."""
    sifted = show(plan.queries[0].sifted)
    return f"searched:{plan.source.origin}:{plan.source.name}:{sifted}"
