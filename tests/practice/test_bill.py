from datetime import date, timedelta
from decimal import Decimal

import pytest

from allybook.practice.answers import Answer
from allybook.practice.bill import Bill

DAY = date(2026, 3, 31)
SEARCH = "GET /2/tweets/search/recent"
FOLLOWERS = "GET /2/users/:id/followers"


@pytest.fixture
def bill(prices):
    return Bill(prices)


def answer(*ids, **more):
    return Answer({"data": [{"id": one} for one in ids]}, ids, **more)


def test_each_resource_counts_once_a_day(bill):
    bill.charge(SEARCH, answer("1", "2", "2"), DAY, owned=False)
    bill.charge(SEARCH, answer("2", "3"), DAY, owned=False)
    assert bill.dollars == Decimal("0.015")
    bill.charge(SEARCH, answer("3"), DAY + timedelta(days=1), owned=False)
    assert bill.dollars == Decimal("0.020")


def test_owned_reads_are_cheap_and_counted_apart(bill):
    bill.charge(FOLLOWERS, answer("1"), DAY, owned=True)
    assert bill.dollars == Decimal("0.001")
    bill.charge(FOLLOWERS, answer("1"), DAY, owned=False)
    assert bill.dollars == Decimal("0.011")


def test_calls_are_charged_each_time(bill):
    for _ in range(3):
        bill.charge("GET /2/tweets/counts/recent", answer(), DAY, owned=False)
    assert bill.dollars == Decimal("0.015")


def test_what_comes_along_is_charged_by_its_kind(bill):
    bill.charge(SEARCH, answer("1", users=("7", "8"), posts=("1", "9")), DAY, owned=False)
    assert bill.dollars == Decimal("0.005") * 2 + Decimal("0.010") * 2


def test_answers_without_data_are_free(bill):
    assert bill.charge(SEARCH, Answer({"errors": []}), DAY, owned=False) == []
    assert bill.dollars == 0


def test_an_endpoint_without_a_price_is_named(bill):
    bill.charge("GET /2/unheard", answer("1"), DAY, owned=False)
    assert bill.unpriced == {"GET /2/unheard"}
    assert bill.dollars == 0


def test_charges_entered_again_are_paid_for(bill, prices):
    charges = bill.charge(SEARCH, answer("1"), DAY, owned=False)
    again = Bill(prices)
    again.enter(charges)
    again.charge(SEARCH, answer("1"), DAY, owned=False)
    assert again.dollars == bill.dollars
