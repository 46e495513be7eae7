"""Posts that are paid for are known as somebody's: who they are is asked first, at its price."""

from decimal import Decimal

import pytest

from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.desk import Patience, make_desk

HANDLES = ("QuaybridgeNight", "HarborRowSN", "RowanbridgeCo")
BOOK = Source(Origin.BOOK, "My allies")
SEARCH = Source(Origin.SEARCH)


def fill(desk, network, clock):
    """Put three into the book by their handles; two of them wrote something, one is private."""
    people = [Account(str(31 + place), handle) for place, handle in enumerate(HANDLES)]
    people[2] = Account("33", HANDLES[2], private=True)
    network.people = {one.user_id: one for one in people}
    network.found = [
        Post(id_at(clock.now(), sequence=number), str(31 + number % 2), clock.now(), "Beds")
        for number in (4, 3, 2, 1)
    ]
    book = desk.book("My allies")
    nominate_handles(desk, book, HANDLES)
    approve(desk, book, [ally.key for ally in book.allies()])
    lay_rosters(desk)
    return book


@pytest.fixture
def book(desk, network, clock):
    return fill(desk, network, clock)


@pytest.mark.parametrize(
    ("text", "count"), [('in:"My allies"', 4), ("is:ally", 4), ("from:QuaybridgeNight", 2)]
)
def test_what_a_book_wrote_is_found_by_all_that_asks_for_it(desk, book, ticket, text, count):
    plan = plan_source(desk, BOOK)
    assert plan.quote.dollars == Decimal("1.53")
    assert "3 people have no user id here yet: X is asked first" in plan.quote.because
    assert read_source(desk, plan, ticket).items == 4
    assert desk.cache.count(parse(text)) == count
    assert spent_this_month(desk) == Decimal("0.05")
    assert {ally.user_id for ally in book.allies()} == {"31", "32", "33"}
    lines = desk.ledger.lines(desk.clock.now().date(), desk.clock.now().date())
    assert {line.job: line.resources for line in lines} == {"names": 3, "book posts": 4}


def test_who_is_known_is_not_asked_for_and_the_private_are_told(desk, book, ticket):
    read_source(desk, plan_source(desk, BOOK), ticket)
    again = plan_source(desk, BOOK)
    assert again.quote.dollars == Decimal("1.50")
    assert "no user id" not in again.quote.because
    assert again.quote.because.endswith(
        "1 of them is private, and no search shows what they write: the home timeline does, where "
        "you follow them."
    )


def test_the_budget_stops_before_anything_is_paid(profile, clock, network):
    desk = make_desk(profile, clock, network, budget="0.02")
    fill(desk, network, clock)
    with pytest.raises(OverBudget):
        read_source(desk, plan_source(desk, BOOK), Patience())
    assert spent_this_month(desk) == 0
    assert "search" not in network.asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from:QuaybridgeNight", 1),
        ("beds (from:QuaybridgeNight OR from:HarborRowSN)", 2),
        ("beds -from:QuaybridgeNight", 0),
        ("beds", 0),
    ],
)
def test_whom_a_search_asks_for_is_known_when_their_posts_come(
    desk, network, clock, ticket, text, names
):
    fill(desk, network, clock)
    plan = plan_source(desk, SEARCH, parse(text))
    assert sum(step.resources for step in plan.quote.steps[:-1]) == names
    read_source(desk, plan, ticket)
    assert ("accounts_by_handle" in network.asked) is bool(names)
    assert spent_this_month(desk) == Decimal("0.02") + Decimal("0.01") * names
    assert desk.cache.count(parse("from:QuaybridgeNight")) == (2 if names else 0)


def test_a_search_for_verified_people_says_what_tells_them(desk, network):
    plan = plan_source(desk, SEARCH, parse("beds is:verified"))
    assert plan.quote.because.endswith(
        "Who is verified is told with the names of the authors only, which come on top: $0.01 each."
    )
    with pytest.raises(BadInput):
        plan_source(desk, SEARCH, parse("-is:repost"))
