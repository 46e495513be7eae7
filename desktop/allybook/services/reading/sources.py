"""Sources as acts: what a filter is about (``aiming``) is read from X, through the rest of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import EVERYTHING, Node
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.several import find_book
from allybook.services.money.quote import fits, hold_to, left
from allybook.services.reading.aiming import find_list
from allybook.services.reading.alone import alone
from allybook.services.reading.authorship import (
    AuthorPlan,
    plan_authors,
    plan_book,
    read_authors,
)
from allybook.services.reading.capture import MOST as MOST_OF_CHAT
from allybook.services.reading.capture import capture, chat_source, query_of, quote_capture
from allybook.services.reading.hours import hours_of
from allybook.services.reading.read_list import ListReading, plan_list_posts, read_list
from allybook.services.reading.refresh import HOME, MOST, quote_refresh, refresh
from allybook.services.reading.tens import most_that

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Quote
    from allybook.domain.reading.hours import Hours
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.saving import Saving


class ReadingWish(Struct, frozen=True):
    """What a person wants to be read: a source as they name it, through which filter, how much."""

    source: Source
    through: Node
    most: int


class SourcePlan(Struct, frozen=True):
    """What is read of a source, under which name, for at most how many posts and what price.

    ``queries`` are what X is asked to search for, if it searches; of a chat, in the ``window``.
    It was planned for what is ``wanted``; where that is cut to what the budget has room for,
    ``whole`` is the price of all of it.
    """

    source: Source
    name: str
    quote: Quote
    most: int
    queries: tuple[str, ...] = ()
    saving: Saving | None = None
    way: ListReading | AuthorPlan | None = None
    window: Hours | None = None
    wanted: ReadingWish | None = None
    whole: Quote | None = None


def plan_source(
    desk: Desk, source: Source, through: Node = EVERYTHING, most: int | None = None
) -> SourcePlan:
    """Plan reading what is new in a source, named as people name it; ``BadInput`` if unknown.

    Without ``most``, it is for at most as many posts as is usual.
    """
    wanted = ReadingWish(source, through, _usual(source) if most is None else most)
    return replace(_plan(desk, wanted), wanted=wanted)


def _plan(desk: Desk, wanted: ReadingWish) -> SourcePlan:
    source, through, most = wanted.source, wanted.through, wanted.most
    match source.origin:
        case Origin.HOME:
            return SourcePlan(HOME, "", quote_refresh(desk, most), most)
        case Origin.LIST:
            return _plan_list(desk, source.name, through, most)
        case Origin.BOOK:
            info = find_book(desk, source.name)
            return _of_search(plan_book(desk, info, through, most), info.name)
        case Origin.SEARCH:
            return _of_search(plan_authors(desk, through, most), "")
        case Origin.CHAT:
            chat = chat_source(source.name)
            window = hours_of(desk, through)
            quote = quote_capture(desk, chat.name, window=window, most=most)
            queries = (query_of(desk, chat.name),)
            return SourcePlan(chat, chat.name, quote, most, queries, window=window)
        case _:
            raise BadInput("This came from a file; import a newer one to have what is new.")


def plan_within(
    desk: Desk, source: Source, through: Node = EVERYTHING, most: int | None = None
) -> SourcePlan:
    """Plan as ``plan_source`` does, for as many posts as the budget has room for.

    It is the smallest reading where there is no room for any, and all of it where none is left.
    """
    most = _usual(source) if most is None else most
    plan = plan_source(desk, source, through, most)
    if fits(desk, plan.quote) or not left(desk):
        return plan
    plan_size = partial(plan_source, desk, source, through)
    size = most_that(lambda size: fits(desk, plan_size(size).quote), most)
    return replace(plan_size(size), whole=plan.quote)


def read_agreed(desk: Desk, plan: SourcePlan, ticket: Ticket) -> Reading:
    """Read what a plan says, as it is planned by now; ``CostsMore`` where that costs more.

    A person may agree to a price long after it was shown. ``BeingRead`` where another window or
    command reads the same.
    """
    now = _again(desk, plan)
    with alone(desk, now.source, now.queries):
        # What is here by now may have been read until a moment ago.
        now = _again(desk, now)
        hold_to(plan.quote, now.quote)
        return read_source(desk, now, ticket)


def _again(desk: Desk, plan: SourcePlan) -> SourcePlan:
    """Return a plan as it is by now."""
    wanted = plan.wanted
    return plan_source(desk, wanted.source, wanted.through, wanted.most) if wanted else plan


def read_source(desk: Desk, plan: SourcePlan, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, no more than its price."""
    if isinstance(plan.way, ListReading):
        return read_list(desk, plan.way, ticket)
    if isinstance(plan.way, AuthorPlan):
        return read_authors(desk, plan.way, ticket)
    if plan.source.origin is Origin.CHAT:
        return capture(desk, plan.name, ticket, window=plan.window, most=plan.most)
    return refresh(desk, ticket, most=plan.most)


def _usual(source: Source) -> int:
    """Return for how many posts at most a source is asked where nobody says."""
    return MOST_OF_CHAT if source.origin is Origin.CHAT else MOST


def _plan_list(desk: Desk, named: str, through: Node, most: int) -> SourcePlan:
    list_id, name = find_list(desk, named)
    way = plan_list_posts(desk, list_id, most, through)
    queries = (way.query.text,) if way.query else ()
    source = Source(Origin.LIST, list_id)
    return SourcePlan(source, name, way.quote, way.most, queries, way.saving, way)


def _of_search(way: AuthorPlan, name: str) -> SourcePlan:
    search = way.search
    queries = tuple(query.text for query in search.queries)
    return SourcePlan(search.source, name, way.quote, search.most, queries, search.saving, way)
