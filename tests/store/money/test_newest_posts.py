"""A doubt about a page of newest posts: minutes later it may be about others."""

from datetime import timedelta
from decimal import Decimal

import pytest

from allybook.domain.money.months import month_of
from allybook.domain.money.pricing import Price
from allybook.domain.money.reservations import Charge, Reservation
from tests.fakes.clock import NOON

POST = Price("post", Decimal("0.005"))
MONTH = month_of(NOON.date())
BUDGET = Decimal(1)
LATER = timedelta(hours=8)
SOON = timedelta(seconds=90)
AGAIN = timedelta(seconds=110)


@pytest.fixture
def ledger(profile):
    return profile.ledger()


def newest(at=NOON, *, most=100, moves=True):
    return Reservation(at, "refresh", "read", (Charge(POST, most),), moves=moves)


@pytest.mark.parametrize(
    ("moves", "after", "held"),
    [(True, LATER, "0.5"), (True, SOON, "0"), (False, LATER, "0")],
    ids=["newest, hours later", "newest, at once", "from a place on, hours later"],
)
def test_other_posts_do_not_settle_what_the_same_question_may_have_cost(ledger, moves, after, held):
    ledger.doubt(ledger.reserve(newest(moves=moves), BUDGET))
    again = ledger.reserve(newest(NOON + after, moves=moves), Decimal(5))
    assert again.held == Decimal(held)
    ledger.settle(again, [Charge(POST, 2, ("1", "2"))])
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (Decimal(held), Decimal("0.01"))


def test_a_budget_holds_for_newest_posts_that_were_asked_for_twice(ledger):
    ledger.doubt(ledger.reserve(newest(), BUDGET))
    assert not ledger.reserve(newest(NOON + LATER, most=101), BUDGET).key


def test_a_chain_of_tries_makes_no_page_the_same_as_one_of_hours_before(ledger):
    for at in range(6):
        ledger.doubt(ledger.reserve(newest(NOON + at * AGAIN), Decimal(5)))
    # Each doubt is that of a try and of the next one, and of no third.
    firsts = [NOON + at * AGAIN for at in (0, 2, 4)]
    assert [doubt.since for doubt in ledger.doubts(*MONTH)] == firsts
    ledger.settle(ledger.reserve(newest(NOON + 6 * AGAIN), Decimal(5)), [Charge(POST, 1, ("1",))])
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (Decimal("1.5"), Decimal("0.005"))
