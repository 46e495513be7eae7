"""Searches whose posts are known as somebody's: who the people are first, then what they write.

X sends posts with the ids of their authors and nothing more. Whoever is searched for by handle and
has no id here is looked up before: else their posts would be paid for and belong to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.money.dollars import in_words
from allybook.domain.money.endpoints import ACCOUNTS
from allybook.domain.spoken import speak, speak_many
from allybook.services.people.unknown import (
    Unknown,
    learn,
    loose_handles,
    members_without_id,
    positive_terms,
    quote_unknown,
)
from allybook.services.reading.hidden import private_in_book
from allybook.services.reading.search import (
    MOST,
    SearchPlan,
    plan_book_posts,
    plan_search,
    read_search,
)

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Quote
    from allybook.domain.spoken import Spoken
    from allybook.ports.books import BookInfo
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading

VERIFIED = Term(On.IS, "verified")


class AuthorPlan(Struct, frozen=True):
    """Of whom X is asked who they are, how their posts are searched for, and the price of both."""

    unknown: Unknown
    search: SearchPlan
    quote: Quote


def plan_book(
    desk: Desk, info: BookInfo, through: Node = EVERYTHING, most: int = MOST
) -> AuthorPlan:
    """Plan reading the people of a book; ``BadInput`` where nobody of it is approved."""
    search = plan_book_posts(desk, info, through, most)
    loose = members_without_id(desk, info)
    unknown = Unknown(members=((info.book_id, loose),) if loose else ())
    return _plan(desk, unknown, search, _say_unasked(search.unasked), _say_private(desk, info))


def plan_authors(desk: Desk, chosen: Node, most: int = MOST) -> AuthorPlan:
    """Plan a search for a filter; ``BadInput`` for one of which X can look for nothing."""
    search = plan_search(desk, chosen, most)
    asked = tuple(positive_terms(chosen))
    unknown = Unknown(loose_handles(desk, [one.value for one in asked if one.on is On.FROM]))
    return _plan(desk, unknown, search, _say_verified(desk) if VERIFIED in asked else None)


def read_authors(desk: Desk, plan: AuthorPlan, ticket: Ticket) -> Reading:
    """Read what a plan says; who the people are is kept, whatever happens afterwards."""
    desk.line.network()
    if plan.unknown:
        learn(desk, plan.unknown, ticket)
    return read_search(desk, plan.search, ticket)


def _plan(desk: Desk, unknown: Unknown, search: SearchPlan, *told: Spoken | None) -> AuthorPlan:
    asked = quote_unknown(desk, unknown).steps if unknown else ()
    because = search.quote.because
    for more in filter(None, (_say_unknown(len(unknown.named)), *told)):
        because = speak("{told} {more}", told=because, more=more)
    quote = replace(search.quote, steps=(*asked, *search.quote.steps), because=because)
    return AuthorPlan(unknown, search, quote)


def _say_verified(desk: Desk) -> Spoken:
    return speak(
        "Who is verified is told with the names of the authors only, which come on top: {dollars} "
        "each.",
        dollars=in_words(desk.prices.price(ACCOUNTS).dollars),
    )


def _say_unknown(number: int) -> Spoken | None:
    if not number:
        return None
    return speak_many(
        number,
        "1 person has no user id here yet: X is asked first, so that their posts are known as "
        "theirs.",
        "{n} people have no user id here yet: X is asked first, so that their posts are known as "
        "theirs.",
    )


def _say_unasked(number: int) -> Spoken | None:
    """Return how many of the people X is not asked for, since it could take them for others."""
    if not number:
        return None
    return speak_many(
        number,
        "1 of them is left out: X could take a handle of digits alone for the id of somebody else.",
        "{n} of them are left out: X could take a handle of digits alone for the id of somebody "
        "else.",
    )


def _say_private(desk: Desk, info: BookInfo) -> Spoken | None:
    """Return how many of the people no search can show, as far as their profiles are here."""
    private = private_in_book(desk, info)
    if not private:
        return None
    return speak_many(
        private,
        "1 of them is private, and no search shows what they write: the home timeline does, where "
        "you follow them.",
        "{n} of them are private, and no search shows what they write: the home timeline does, "
        "where you follow them.",
    )
