"""Tests of what is said of people whom X was never asked about."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.unasked import unasked, unheard
from allybook.services.people.unknown import learn, unknown_people
from allybook.services.timeline.mutes import mute
from tests.store.samples import HOME, a_post

PRICE = "Asking X who they are costs at most ${}."
AUTHORS = (
    "X was not asked yet who 2 of the authors are, so nobody knows here which of them are verified "
    "or private."
)


@pytest.fixture(autouse=True)
def sample(desk, network):
    """Keep posts by two whom nobody knows, and a book with another one."""
    network.people = {"10": Account("10", "Ana"), "11": Account("11", "Ben")}
    desk.cache.save_posts([a_post(1), a_post(2, author_id="11")], HOME)
    book = desk.book("Allies")
    nominate_handles(desk, book, ["Cat"])
    approve(desk, book, [ally.key for ally in book.allies()])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "from:Ana",
            [
                "X was not asked yet who @Ana is, so their posts are not known as theirs.",
                PRICE.format("0.01"),
            ],
        ),
        (
            "-(from:Ana OR from:Ben)",
            [
                "X was not asked yet who 2 of these people are (@Ana and others), so their posts "
                "are not known as theirs.",
                PRICE.format("0.02"),
            ],
        ),
        (
            "in:Allies",
            [
                "1 person in “Allies” has no user id here yet, so their posts are not known as "
                "theirs.",
                PRICE.format("0.01"),
            ],
        ),
        ("homes is:verified", [AUTHORS, PRICE.format("0.02")]),
        ("homes -is:repost", []),
    ],
)
def test_people_of_whom_x_said_nothing_are_told_with_the_price(desk, text, said):
    assert [str(one) for one in unasked(desk, parse(text))] == said


def test_whom_x_does_not_have_is_told_and_costs_nothing(desk, ticket):
    chosen = parse("from:zoe")
    learn(desk, unknown_people(desk, chosen), ticket)
    said = unasked(desk, chosen)
    assert [str(one) for one in said] == ["X showed nobody called @zoe when it was asked."]


def test_a_mute_by_handle_is_spoken_of_where_it_reaches_half(desk):
    assert len(unheard(desk, mute(desk, MuteKind.AUTHOR, "Ana"))) == 1
    assert unheard(desk, mute(desk, MuteKind.WORD, "ana")) == ()
    desk.cache.save_accounts([Account("10", "Ana")], desk.clock.now())
    assert unheard(desk, mute(desk, MuteKind.AUTHOR, "Ana")) == ()
