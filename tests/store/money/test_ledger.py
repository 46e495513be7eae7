"""The ledger: each resource once per UTC day and class, exact to a millionth of a dollar."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.money.pricing import Price, Spending
from allybook.store.money.ledger import PAID_FOR_DAYS, _dollars, _micro

TODAY = date(2026, 3, 30)
TOMORROW = TODAY + timedelta(days=1)
POST = Price("post", Decimal("0.005"))
USER = Price("user", Decimal("0.01"))
COUNT = Price("counts", Decimal("0.005"), per_call=True)


@pytest.fixture
def ledger(profile):
    return profile.ledger()


def test_a_resource_costs_once_a_day(ledger):
    assert ledger.count(TODAY, POST, ["1", "2", "2"], "refresh") == Decimal("0.01")
    assert ledger.count(TODAY, POST, ["2", "3"], "chat") == Decimal("0.005")
    assert ledger.count(TODAY, POST, ["1", "2", "3"], "chat") == 0
    assert ledger.count(TOMORROW, POST, ["1"], "refresh") == Decimal("0.005")
    assert ledger.spent(TODAY, TOMORROW) == Decimal("0.02")
    assert ledger.spent(TODAY, TODAY) == Decimal("0.015")


def test_the_same_id_in_another_class_costs_too(ledger):
    ledger.count(TODAY, POST, ["1"], "refresh")
    assert ledger.count(TODAY, USER, ["1"], "refresh") == Decimal("0.01")


def test_calls_cost_each_time_whatever_they_return(ledger):
    costs = [ledger.count(TODAY, COUNT, resources, "count") for resources in ((), ["1"], ["1"])]
    assert costs == [Decimal("0.005")] * 3
    assert ledger.lines(TODAY, TODAY) == [Spending(TODAY, "counts", "count", 3, Decimal("0.015"))]


def test_what_is_paid_for_today_is_known_before_asking(ledger):
    ledger.count(TODAY, POST, ["1", "2"], "refresh")
    assert ledger.counted(TODAY, "post", ["2", "3", "2"]) == 1
    assert ledger.counted(TODAY, "user", ["2"]) == 0
    assert ledger.counted(TOMORROW, "post", ["2"]) == 0


def test_lines_are_sums_per_day_class_and_job(ledger):
    ledger.count(TOMORROW, POST, ["1"], "refresh")
    ledger.count(TODAY, USER, ["9"], "check")
    ledger.count(TODAY, POST, ["1"], "refresh")
    ledger.count(TODAY, POST, ["2", "3"], "refresh")
    ledger.count(TODAY, POST, [], "nothing")
    assert ledger.lines(TODAY, TOMORROW) == [
        Spending(TODAY, "post", "refresh", 3, Decimal("0.015")),
        Spending(TODAY, "user", "check", 1, Decimal("0.01")),
        Spending(TOMORROW, "post", "refresh", 1, Decimal("0.005")),
    ]


def test_old_resources_are_forgotten_and_their_sums_are_kept(ledger):
    ledger.count(TODAY, POST, ["1"], "refresh")
    last_day = TODAY + timedelta(days=PAID_FOR_DAYS)
    ledger.count(last_day, POST, ["1"], "refresh")
    assert ledger.counted(TODAY, "post", ["1"]) == 1
    ledger.count(last_day + timedelta(days=1), POST, ["1"], "refresh")
    assert ledger.counted(TODAY, "post", ["1"]) == 0
    assert ledger.spent(TODAY, TODAY) == Decimal("0.005")


def test_nothing_spent_is_nothing(ledger):
    assert ledger.spent(TODAY, TODAY) == 0
    assert ledger.lines(TODAY, TODAY) == []


@given(st.decimals(0, 1000, places=6))
def test_dollars_are_exact_to_a_millionth(dollars):
    assert _dollars(_micro(dollars)) == dollars
