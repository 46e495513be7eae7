"""Refreshing by itself: off at first, and within its dollars of the day."""

from datetime import timedelta
from decimal import Decimal

from allybook.domain.posts import Post, id_at
from allybook.services.auto import (
    JOB,
    daily_cap,
    most_now,
    refresh_by_itself,
    set_daily_cap,
    spent_by_itself,
)
from allybook.services.sign_in import sign_in


def posts(clock, count):
    moments = [clock.now() - timedelta(minutes=number) for number in range(count)]
    return [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]


def test_nothing_is_refreshed_that_nobody_allowed(desk, network, clock, ticket):
    network.timeline = posts(clock, 30)
    assert (daily_cap(desk), most_now(desk)) == (0, 0)
    assert refresh_by_itself(desk, ticket) is None
    assert network.asked == []


def test_it_stays_within_its_dollars_of_the_day(desk, network, clock, ticket):
    sign_in(desk)
    set_daily_cap(desk, Decimal("0.25"))
    for _quarter in range(20):
        clock.advance(seconds=900)
        network.timeline = posts(clock, 500)
        refresh_by_itself(desk, ticket)
    assert Decimal("0.15") < spent_by_itself(desk) <= Decimal("0.25")
    assert most_now(desk) == 0
    today = clock.now().date()
    assert JOB in {line.job for line in desk.ledger.lines(today, today)}
    clock.advance(seconds=86_400)
    assert most_now(desk) == 50


def test_switched_off_it_rests(desk, network, ticket):
    set_daily_cap(desk, Decimal("0.25"))
    set_daily_cap(desk, Decimal(0))
    assert refresh_by_itself(desk, ticket) is None
