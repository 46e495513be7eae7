"""Of whom X must be asked before a filter can find what it is about, and what that costs."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.unknown import (
    Unknown,
    learn,
    members_without_id,
    quote_unknown,
    unknown_people,
)
from tests.store.samples import HOME, a_post

ANA, BEN, CAT = (
    Account(str(10 + place), handle, handle, verified=True)
    for place, handle in enumerate(("Ana", "Ben", "Cat"))
)


@pytest.fixture
def book(desk):
    """Keep a book of Ana, Ben and Cat by their handles alone; Dot is nominated only."""
    book = desk.book("Allies")
    nominate_handles(desk, book, ["Ana", "Ben", "Cat"])
    approve(desk, book, [ally.key for ally in book.allies()])
    nominate_handles(desk, book, ["Dot"])
    lay_rosters(desk)
    return book


@pytest.fixture
def posts(desk, network):
    """Keep a post by each, as a search brings them: nobody has a name."""
    network.people = {one.user_id: one for one in (ANA, BEN, CAT)}
    made = [a_post(key, "beds", author_id=str(9 + key)) for key in (1, 2, 3)]
    desk.cache.save_posts(made, HOME)


def test_members_count_until_somebody_knows_whose_posts_are_theirs(desk, book):
    assert members_without_id(desk, book.info) == ("Ana", "Ben", "Cat")
    desk.cache.save_accounts([ANA], desk.clock.now())
    assert members_without_id(desk, book.info) == ("Ben", "Cat")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", (0, 0, 0)),
        ("beds -is:repost", (0, 0, 0)),
        ("from:Ana OR from:zoe", (2, 0, 0)),
        ("-from:ana", (1, 0, 0)),
        ("in:allies", (0, 3, 0)),
        ("in:others", (0, 0, 0)),
        ("is:ally", (0, 3, 0)),
        ("tag:housing", (0, 3, 0)),
        ("beds is:verified", (0, 0, 3)),
        ("chairs is:verified", (0, 0, 0)),
        ("-is:private", (0, 0, 3)),
    ],
)
@pytest.mark.usefixtures("book", "posts")
def test_who_is_unknown_hangs_on_what_is_asked(desk, text, told):
    found = unknown_people(desk, parse(text))
    in_books = sum(len(those) for _book, those in found.members)
    assert (len(found.handles), in_books, len(found.authors)) == told


@pytest.mark.parametrize("text", ["in:allies", "is:ally", "from:Ana", "is:verified"])
def test_what_is_learnt_makes_the_filter_find_and_is_asked_once(desk, book, posts, ticket, text):
    chosen = parse(text)
    assert desk.cache.count(chosen) == 0
    unknown = unknown_people(desk, chosen)
    quote, before = quote_unknown(desk, unknown), spent_this_month(desk)
    learn(desk, unknown, ticket)
    assert spent_this_month(desk) - before == quote.dollars
    assert desk.cache.count(chosen) == (1 if text == "from:Ana" else 3)
    assert unknown_people(desk, chosen) == Unknown()


def test_ids_that_were_learnt_stand_in_the_book(desk, book, posts, ticket):
    learn(desk, unknown_people(desk, parse("in:allies")), ticket)
    found = {ally.handle: ally.user_id for ally in book.allies()}
    assert found == {"Ana": "10", "Ben": "11", "Cat": "12", "Dot": None}


def test_whom_x_does_not_know_is_not_asked_for_again(desk, network, book, ticket):
    unknown = unknown_people(desk, parse("from:zoe"))
    learn(desk, unknown, ticket)
    assert not unknown_people(desk, parse("from:zoe"))
    assert spent_this_month(desk) == 0
