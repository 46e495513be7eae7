"""Search X for posts: any filter, or what the people of a book write, sifted by X itself."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, Node, On, Or, Term
from allybook.domain.money.endpoints import SEARCH
from allybook.domain.money.pricing import Quote
from allybook.domain.people.accounts import HANDLE
from allybook.domain.posts import id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.spoken import speak, speak_many
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import post_steps
from allybook.services.reading import known
from allybook.services.reading.asking import write_queries
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.hours import (
    hours_of,
    quote_hours,
    read_hours,
    read_whole,
    search_way,
)
from allybook.services.reading.readership import Readers, by_reach, note_read, read_until
from allybook.services.reading.saving import keep_share, part_of, share_found, tell_saving
from allybook.services.reading.stretch import MARGIN
from allybook.services.reading.tens import LEAST, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.reading.hours import Hours
    from allybook.domain.spoken import Spoken
    from allybook.ports.books import BookInfo
    from allybook.ports.network import XQuery
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.reading.known import KnownWay
    from allybook.services.reading.saving import Saving

MOST = 300
MEMBERS_LENGTH = 380
"""How many of X's 512 characters name members; the rest is for the filter."""


class SearchPlan(Struct, frozen=True):
    """What is asked of X, for at most how many posts, and the price.

    ``queries`` are asked one after the other, for posts ``within`` something; ``share`` is what X
    finds of what it looks through.
    ``readers`` are the people of a book, ``people`` those of each query; so many are ``unasked``,
    since X could take their handles for ids. X is asked only for the ``window`` of time that the
    filter names, if it names one.
    """

    source: Source
    quote: Quote
    most: int
    queries: tuple[XQuery, ...]
    within: Node = EVERYTHING
    share: float = 1.0
    saving: Saving | None = None
    readers: Readers | None = None
    people: tuple[tuple[str, ...], ...] = ()
    window: Hours | None = None
    unasked: int = 0

    def people_of(self, query: XQuery) -> tuple[str, ...]:
        """Return the people of a book whom a query names."""
        return self.people[self.queries.index(query)] if self.people else ()


def plan_search(desk: Desk, chosen: Node, most: int = MOST) -> SearchPlan:
    """Plan a search of the last seven days for what a filter keeps.

    ``BadInput`` for a filter of which X can look for nothing.
    """
    queries = write_queries(desk.write_query, chosen)
    source = Source(Origin.SEARCH, show(chosen))
    return _narrow(desk, _plan(desk, source, queries, EVERYTHING, most), chosen)


def plan_book_posts(
    desk: Desk, info: BookInfo, through: Node = EVERYTHING, most: int = MOST
) -> SearchPlan:
    """Plan a search for what the approved people of a book wrote, as far as a filter keeps it."""
    handles, unasked = _names(desk, info)
    if not handles:
        raise BadInput(_say_nobody(info.name, unasked))
    # Beside many names there is less room for the filter than beside few.
    asked = [desk.write_query(through, _any_of(some)) for some in _most_and_fewest(handles)]
    readers = Readers(info.book_id, show(asked[0].sifted), frozenset(handles))
    groups = by_reach([read_until(desk, _asked(readers, query)) for query in asked], handles)
    people = tuple(tuple(batch) for group in groups for batch in _batches(group))
    queries = tuple(desk.write_query(through, _any_of(batch)) for batch in people)
    source = Source(Origin.BOOK, info.book_id)
    plan = _plan(desk, source, queries, Term(On.IN, info.name), most)
    plan = replace(plan, readers=readers, people=people, unasked=unasked)
    return _narrow(desk, plan, through)


def read_search(desk: Desk, plan: SearchPlan, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, no more than its price, and keep each page as it comes.

    A query is asked only for newer posts the next time; where it was cut short, a gap is noted.
    Each of several queries gets its part of the posts, and what one leaves goes to the others.
    """
    desk.line.network()
    keep_share(desk, plan.queries[0], plan.share)
    # Of a time that a filter names nothing is noted but its parts.
    started, cut = 0 if plan.window else int(id_at(desk.clock.now() - MARGIN)), []
    whole = Reading(0, complete=True)
    queries = sorted(plan.queries, key=lambda query: int(_since(desk, plan, query) or 0))
    for place, query in enumerate(queries):
        room = plan.most - whole.charged
        if ticket.cancelled() or room < LEAST:
            # What was not asked has an older mark than the rest, so it comes first the next time.
            return replace(whole, complete=False)
        part = max(LEAST, ceil(room / (len(queries) - place)))
        reading = _read(desk, plan, query, min(part, room), ticket)
        if place == 0:
            # The clock of this laptop may be wrong: no later than what X showed.
            started = min(started, int(desk.cache.newest(plan.source) or 0))
        if plan.readers and started and (reading.items or reading.complete):
            note_read(desk, _asked(plan.readers, query), plan.people_of(query), started)
        whole += reading if plan.window else replace(reading, complete=True)
        cut += [] if plan.window or reading.complete else [query]
    whole += _read_on(desk, plan, cut, plan.most - whole.charged, ticket)
    if whole.complete and started:
        desk.cache.set_mark(_whole(plan), str(started))
    return whole


def _way(desk: Desk, plan: SearchPlan, query: XQuery) -> KnownWay:
    """Return how a query is asked for parts of all that it looks for."""
    until, within = _since(desk, plan, query), plan.within
    if len(plan.queries) > 1 and plan.people:
        within = Or(tuple(map(_written_by, plan.people_of(query))))
    return search_way(desk, plan.source, query, until, within)


def _since(desk: Desk, plan: SearchPlan, query: XQuery) -> str:
    """Return the post up to which a query was read, or all that it looks for, in another one."""
    if plan.readers is None:
        others = desk.cache.mark(_whole(plan))
    else:
        until = read_until(desk, _asked(plan.readers, query))
        others = str(min(until.get(one, 0) for one in plan.people_of(query)))
    post = max(int(known.read_until(desk, query.text) or 0), int(others or 0))
    return str(post) if post else ""


def _asked(readers: Readers, query: XQuery) -> Readers:
    """Return people with what X leaves out as one query says it; others have more room, or less."""
    return replace(readers, sifted=show(query.sifted))


def _read(desk: Desk, plan: SearchPlan, query: XQuery, room: int, ticket: Ticket) -> Reading:
    """Read at most ``room`` posts of one query."""
    way = _way(desk, plan, query)
    if plan.window is not None:
        return read_hours(desk, ticket, way, plan.window, job=_job(plan), most=room)
    return read_whole(desk, ticket, way, _mark(query), job=_job(plan), most=room)


def _read_on(
    desk: Desk, plan: SearchPlan, cut: Sequence[XQuery], room: int, ticket: Ticket
) -> Reading:
    """Read the gaps that queries just left, as far as there is room."""
    whole = Reading(0, complete=True)
    for query in cut:
        same = [gap for gap in gaps(desk) if gap.is_of(plan.source, query.text)]
        if len(plan.queries) == 1 or not same or room - whole.charged < LEAST:
            whole = replace(whole, complete=False)
            continue
        newest = max(same, key=lambda gap: int(gap.newer))
        whole += fill_gap(desk, newest, ticket, most=room - whole.charged, job=_job(plan))
    return whole


def _plan(
    desk: Desk, source: Source, queries: tuple[XQuery, ...], within: Node, most: int
) -> SearchPlan:
    share = share_found(desk, queries[0], within)
    most = max(LEAST, most)
    sifted = part_of(most, share)
    quote, saving = tell_saving(_quote(desk, queries, most), _quote(desk, queries, sifted))
    return SearchPlan(source, quote, sifted, queries, within, share, saving)


def _narrow(desk: Desk, plan: SearchPlan, chosen: Node) -> SearchPlan:
    """Return a plan that asks for no more than the time which a filter names, if it names one."""
    window = hours_of(desk, chosen)
    if window is None:
        return plan
    ways = [_way(desk, plan, query) for query in plan.queries]
    quote, is_missing = quote_hours(desk, plan.quote, ways, window)
    saving = plan.saving if is_missing else None
    return replace(plan, quote=quote, saving=saving, window=window)


def _quote(desk: Desk, queries: Sequence[XQuery], most: int) -> Quote:
    many = len(queries)
    first, *along = post_steps(
        desk, SEARCH, most, speak_many(most, "{n} post", "{n} posts"), page=PAGE
    )
    # Each query gets its part of the posts, in requests of its own.
    requests = many * ceil(most / many / PAGE)
    because = speak("A search asks for them.")
    if many > 1:
        because = speak("{n} searches ask for all of them.", n=many)
    steps = (replace(first, requests=requests), *along)
    return Quote("search", steps, because, exact=False)


def _names(desk: Desk, info: BookInfo) -> tuple[list[str], int]:
    """Return by what X is asked for the approved people, and how many X cannot be asked for.

    Their handles are those of today by all that X told of their ids: another may have the handle
    by which somebody was put into the book.
    """
    allies = desk.shelf.open(info.book_id).allies()
    people = [one for one in allies if one.kind is not Kind.HASHTAG]
    approved = [one for one in people if one.status is Status.APPROVED]
    known = desk.cache.accounts([one.user_id for one in approved if one.user_id])
    today = {user_id: account.handle for user_id, account in known.items() if account.handle}
    called = {(today.get(one.user_id or "", one.handle).lower(), one.user_id) for one in approved}
    names = [_name_to_ask(handle, user_id or "") for handle, user_id in called if handle]
    return sorted({*filter(None, names)}), names.count("")


def _name_to_ask(handle: str, user_id: str) -> str:
    """Return a handle, or the id where X could take the handle for one; nothing if for either.

    An id is longer than any handle, or X could take it for one.
    """
    if not handle.isdigit():
        return handle
    return "" if not user_id or HANDLE.fullmatch(user_id) else user_id


def _written_by(name: str) -> Term:
    return Term(On.AUTHOR if name.isdigit() else On.FROM, name)


def _say_nobody(name: str, unasked: int) -> Spoken:
    """Return why nobody of a book can be searched for."""
    if unasked:
        return speak(
            "Nobody in “{name}” can be searched for: X could take a handle of digits alone for "
            "the id of somebody else. Nothing was asked.",
            name=name,
        )
    return speak("Nobody in “{name}” can be searched for yet: approve someone first.", name=name)


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


def _most_and_fewest(handles: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return as many members as fit in one search, and the one whose name takes least room."""
    return next(_batches(handles)), [min(handles, key=len)]


def _any_of(handles: Sequence[str]) -> str:
    names = " OR ".join(f"from:{handle}" for handle in handles)
    return f"({names})" if len(handles) > 1 else names


def _job(plan: SearchPlan) -> str:
    return f"{plan.source.origin} posts"


def _mark(query: XQuery) -> str:
    return known.mark_of(query.text)


def _whole(plan: SearchPlan) -> str:
    """Return the mark of a whole source: for alternatives that other queries looked for."""
    sifted = show(plan.queries[0].sifted)
    return f"searched:{plan.source.origin}:{plan.source.name}:{sifted}"
