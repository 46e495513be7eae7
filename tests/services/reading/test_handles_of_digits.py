"""A handle of digits alone: X may take it for an id, so a book asks by id, or not for its owner."""

import json

import pytest

from allybook.domain.book.entry import Status
from allybook.domain.errors import BadInput
from allybook.domain.filters.subject import Subject
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.noted import MARK, noted
from allybook.services.reading.sources import plan_source, read_source
from tests.gateway.x_search import Seen, finds

LONG = "1455023456789012345"
BOOK = Source(Origin.BOOK, "My allies")
WHY = "X could take a handle of digits alone for the id of somebody else."


@pytest.fixture
def fill(desk, network, clock):
    """Return what puts accounts, each with its post at X, into the book of allies."""

    def put(**ids):
        people = [Account(user_id, handle.strip("_")) for handle, user_id in ids.items()]
        network.people = {one.user_id: one for one in people}
        network.found = [
            Post(id_at(clock.now(), sequence=number), one.user_id, clock.now(), "Beds")
            for number, one in enumerate(people)
        ]
        desk.cache.save_accounts(people, clock.now())
        book = desk.book("My allies")
        nominate_handles(desk, book, [one.handle for one in people])
        approve(desk, book, [one.key for one in book.allies()])
        assert {one.status for one in book.allies()} == {Status.APPROVED}
        lay_rosters(desk)
        return people

    return put


def found_by(query, account):
    """Return whether X's search, as its pages describe it, gives what an account wrote."""
    post = Post("9", account.user_id, None, "Beds")
    return finds(query, Seen(Subject(post, account), post))


def test_the_posts_of_a_stranger_with_that_id_are_not_paid_for(desk, fill):
    ana, digits = fill(ana="31", _988="32")
    (query,) = plan_source(desk, BOOK).queries
    assert found_by(query, ana)
    assert not found_by(query, Account("988", "a_stranger"))
    assert not found_by(query, digits)


def test_who_is_left_out_is_told_before_it_is_paid_for(desk, fill, network, ticket):
    fill(ana="31", _988="32", _77="33")
    plan = plan_source(desk, BOOK)
    assert f"2 of them are left out: {WHY}" in plan.quote.because
    read_source(desk, plan, ticket)
    assert network.queries == ["from:ana"]
    noted = desk.cache.mark("people read")
    assert "ana" in noted
    assert "988" not in noted


def test_whose_id_no_handle_can_be_is_asked_for_by_that(desk, fill, ticket):
    ana, digits = fill(ana="31", _988=LONG)
    plan = plan_source(desk, BOOK)
    (query,) = plan.queries
    assert found_by(query, ana)
    assert found_by(query, digits)
    assert not found_by(query, Account("988", "a_stranger"))
    assert "left out" not in plan.quote.because
    assert read_source(desk, plan, ticket).items == 2
    assert LONG in desk.cache.mark("people read")
    purge_account(desk, find_known(desk, "988"), books=True)
    assert LONG not in desk.cache.mark("people read")


def test_a_book_of_such_handles_alone_says_so_and_asks_nothing(desk, fill, network):
    fill(_988="32")
    with pytest.raises(BadInput, match="take a handle of digits alone for the id of somebody else"):
        plan_source(desk, BOOK)
    assert network.queries == []


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("(from:988 OR from:ana)", ["from:ana"]),
        (
            "(from:ana OR from:988 OR from:77 OR from:b) -is:retweet",
            ["(from:ana OR from:b) -is:retweet"],
        ),
        (f"(from:{LONG} OR from:988a)", [f"(from:{LONG} OR from:988a)"]),
        ("beds -from:988", ["beds -from:988"]),
        ("(-from:988 OR beds)", ["(-from:988 OR beds)"]),
        ("from:988 -is:retweet", []),
        ("(from:988 OR from:77)", []),
        # Another question would be left: (cats beds) finds less than was to be read.
        ("(cats from:988 OR beds)", []),
        ("(beds OR from:988 cats)", []),
        ("to:988 beds", []),
        ("(to:988 OR beds)", []),
        ('"see from:988" (from:ana OR from:b)', ['"see from:988" (from:ana OR from:b)']),
        ("", [""]),
    ],
)
def test_a_gap_that_was_noted_earlier_asks_for_no_stranger(desk, clock, query, asked):
    row = ("book", "a", query, id_at(clock.now()), id_at(clock.now(), sequence=9), 4)
    desk.cache.set_mark(MARK, json.dumps([row]))
    assert [gap.query for gap in noted(desk)] == asked
