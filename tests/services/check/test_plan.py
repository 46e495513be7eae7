"""The planner of follow-back checks: the cheapest way that answers, billed exactly as quoted."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import Answer, Side, Snapshot
from allybook.domain.errors import CostsMore
from allybook.domain.lists import XList
from allybook.domain.money.price_table import parse
from allybook.domain.people.accounts import Account, Connection
from allybook.services.check.answer import LOOK_UPS, Asked
from allybook.services.check.plan import (
    ARCHIVE_SERVES,
    AT_HAND,
    LIST,
    PAGES,
    choose_way,
    plan_check,
    plan_ways,
)
from allybook.services.check.run import check, read_sides
from allybook.services.money.quote import spent_this_month
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import RESOURCES

ALLIES = 300
FOLLOWING = 50
ARCHIVE = "x-archive"


def person(number):
    ties = frozenset({Connection.FOLLOWED_BY}) if number % 2 else frozenset()
    return Account(str(number), f"a{number}", f"A {number}", connections=ties)


def crowd(first, size):
    return [person(number) for number in range(first, first + size)]


def asked_of(people):
    return [Asked(one.user_id, one.handle) for one in people]


@pytest.fixture
def world(desk, network):
    """Return a function that lays out a world: followers, and whether we own the app."""

    def lay(followers, *, owner, shared=0):
        network.sides = {
            Side.FOLLOWERS: crowd(10_000, followers),
            Side.FOLLOWING: crowd(9_000, FOLLOWING - shared) + crowd(10_000, shared),
        }
        network.people = {one.user_id: one for one in crowd(10_000, ALLIES)}
        network.owns_app = owner
        network.me_ = replace(network.me_, followers=followers, following=FOLLOWING)
        sign_in(desk)
        return replace(desk, owns_app=owner)

    return lay


def archive(desk, network, age):
    for side, people in network.sides.items():
        ids = frozenset(one.user_id for one in people)
        taken = desk.clock.now() - age
        desk.cache.save_snapshot(
            "1", Snapshot(side, ids, complete=True, source=ARCHIVE, as_of=taken)
        )


@dataclass(frozen=True)
class Case:
    followers: int
    owner: bool
    imported: bool
    way: str
    dollars: str


TABLE = [
    Case(200, owner=False, imported=False, way=PAGES, dollars="2.50"),
    Case(200, owner=True, imported=False, way=PAGES, dollars="0.25"),
    Case(2_000, owner=False, imported=False, way=LOOK_UPS, dollars="3.00"),
    Case(2_000, owner=True, imported=False, way=PAGES, dollars="2.05"),
    Case(20_000, owner=False, imported=False, way=LOOK_UPS, dollars="3.00"),
    Case(20_000, owner=True, imported=False, way=LOOK_UPS, dollars="3.00"),
    *(
        Case(followers, owner=owner, imported=True, way=AT_HAND, dollars="0")
        for followers in (200, 2_000, 20_000)
        for owner in (False, True)
    ),
]


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_the_cheapest_way_is_taken_and_billed_as_quoted(world, network, ticket, case):
    desk = world(case.followers, owner=case.owner)
    if case.imported:
        archive(desk, network, timedelta(days=3))
    before, asked = spent_this_month(desk), asked_of(crowd(10_000, ALLIES))
    plan = plan_check(desk, asked)
    assert (plan.way, plan.quote.dollars) == (case.way, Decimal(case.dollars))
    assert all(other.dollars >= plan.quote.dollars for other in plan.quote.others)
    asked_before = len(network.asked)
    findings = check(desk, asked, plan, ticket)
    assert spent_this_month(desk) - before == plan.quote.dollars
    assert len(network.asked) - asked_before == plan.quote.requests
    assert all(one.complete and one.answer is not Answer.UNKNOWN for one in findings)


def test_every_way_not_taken_is_told_with_its_price(world, network):
    desk = world(2_000, owner=True)
    quote = plan_check(desk, asked_of(crowd(10_000, ALLIES))).quote
    assert [(one.words, str(one.dollars)) for one in quote.others] == [
        ("looking up 300 accounts", "3.000")
    ]
    assert quote.because == (
        "Reading the following and followers once answers for everyone, at the owner's price; "
        "looking up 300 accounts would cost $3.00."
    )


def test_the_archive_says_its_date_and_an_old_one_does_not_serve(world, network, clock):
    desk = world(200, owner=False)
    archive(desk, network, timedelta(days=3))
    asked = asked_of(crowd(10_000, ALLIES))
    because = plan_check(desk, asked).quote.because
    assert "known from the archive of 28 March 2026" in because
    assert "looking up 300 accounts would cost $3.00" in because
    clock.advance(seconds=(ARCHIVE_SERVES - timedelta(days=3)).total_seconds() + 1)
    assert plan_check(desk, asked).way == PAGES


def test_an_archive_behind_a_later_reading_does_not_serve(world, network, ticket, clock):
    desk = world(200, owner=True)
    archive(desk, network, timedelta(days=3))
    read_sides(desk, ticket)
    clock.advance(seconds=86_400)
    assert plan_check(desk, None).way == PAGES


def test_what_was_read_today_is_not_asked_for_again(world, network, ticket, clock):
    desk = world(200, owner=True)
    read_sides(desk, ticket)
    plan = plan_check(desk, None)
    assert (plan.way, plan.quote.requests) == (AT_HAND, 0)
    assert "known from today, 09:00 UTC" in plan.quote.because
    asked = len(network.asked)
    assert len(check(desk, None, plan, ticket)) == 250
    assert len(network.asked) == asked
    clock.advance(seconds=86_400)
    assert plan_check(desk, None).way == PAGES


def test_anew_asks_x_whatever_is_known_and_pays_only_for_news(world, network, ticket):
    desk = world(200, owner=True)
    read_sides(desk, ticket)
    before = spent_this_month(desk)
    plan = plan_check(desk, None, anew=True)
    assert (plan.way, plan.quote.dollars, plan.quote.requests) == (PAGES, 0, 2)
    check(desk, None, plan, ticket)
    assert spent_this_month(desk) == before


def test_one_side_is_read_where_the_other_is_at_hand(world, network, ticket):
    desk = world(200, owner=True)
    read_sides(desk, ticket, [Side.FOLLOWING])
    plan = plan_check(desk, None)
    assert (plan.sides, plan.quote.exact) == ((Side.FOLLOWERS,), True)
    before = spent_this_month(desk)
    findings = check(desk, None, plan, ticket)
    assert spent_this_month(desk) - before == plan.quote.dollars == Decimal("0.2")
    assert len(findings) == 250


def test_who_is_on_both_sides_is_paid_once_so_the_price_is_at_most(world, ticket):
    desk = world(200, owner=True, shared=20)
    plan = plan_check(desk, None)
    assert not plan.quote.exact
    before = spent_this_month(desk)
    check(desk, None, plan, ticket)
    assert spent_this_month(desk) - before == plan.quote.dollars - Decimal("0.02")


def test_the_price_of_both_sides_is_never_less_than_what_is_paid(world, network, ticket, clock):
    """Who was on both sides a month ago may be on one of them by now."""
    desk = world(100, owner=False)
    both = frozenset(one.user_id for one in crowd(10_000, 100))
    for side in Side:
        past = clock.now() - timedelta(days=30)
        month_old = Snapshot(side, both, complete=True, source=PAGES, as_of=past)
        desk.cache.save_snapshot("1", month_old)
    plan, before = plan_check(desk, None, anew=True), spent_this_month(desk)
    check(desk, None, plan, ticket)
    paid = spent_this_month(desk) - before
    assert paid == plan.quote.dollars == Decimal("1.50")


def test_who_was_paid_for_today_and_is_on_a_side_no_more_makes_nobody_free(
    world, network, ticket, clock
):
    desk = world(100, owner=False)
    old = crowd(20_000, 100)
    past, ids = clock.now() - timedelta(days=30), frozenset(one.user_id for one in old)
    month_old = Snapshot(Side.FOLLOWERS, ids, complete=True, source=PAGES, as_of=past)
    desk.cache.save_snapshot("1", month_old)
    network.people = {one.user_id: one for one in old}
    asked = asked_of(old)
    check(desk, asked, choose_way(plan_ways(desk, asked, anew=True), "look-ups"), ticket)
    plan, before = plan_check(desk, None, anew=True), spent_this_month(desk)
    check(desk, None, plan, ticket)
    assert spent_this_month(desk) - before == plan.quote.dollars == Decimal("1.50")


def test_only_those_of_whom_x_did_not_tell_today_are_looked_up(world, network, ticket):
    desk = world(20_000, owner=False)
    first, everyone = asked_of(crowd(10_000, 120)), asked_of(crowd(10_000, ALLIES))
    check(desk, first, plan_check(desk, first), ticket)
    plan = plan_check(desk, everyone)
    assert (len(plan.ids), str(plan.quote.dollars), plan.quote.requests) == (180, "1.800", 2)
    findings = check(desk, everyone, plan, ticket)
    assert all(one.complete and one.answer is not Answer.UNKNOWN for one in findings)
    again = plan_check(desk, everyone)
    assert again.way == AT_HAND
    assert again.quote.because.startswith("X told today about all 300 accounts, so nothing")
    alone = plan_check(desk, everyone[:1]).quote.because
    assert alone.startswith("X told today about this account, so nothing is asked of it")


def test_the_members_of_a_list_are_read_where_that_is_cheaper(world, network, ticket):
    desk = world(20_000, owner=False)
    ids = [one.user_id for one in crowd(10_000, ALLIES)]
    network.on_lists["9001"] = ids
    desk.cache.save_list(XList("9001", "Swhelper allies"))
    yesterday = desk.clock.now() - timedelta(days=1)
    desk.cache.save_members("9001", ids, complete=True, as_of=yesterday)
    asked = asked_of(crowd(10_000, ALLIES))
    assert plan_check(desk, asked).way == LOOK_UPS
    shipped = (RESOURCES / "prices.toml").read_text(encoding="utf-8")
    cheap = parse(shipped, '[endpoints]\n"GET /2/lists/:id/members" = "list"')
    plan = plan_check(replace(desk, prices=cheap), asked)
    # With a few more, where others put somebody on the list.
    assert (plan.way, str(plan.quote.dollars)) == (LIST, "1.525")
    findings = check(desk, asked, plan, ticket)
    assert all(one.complete and one.answer is not Answer.UNKNOWN for one in findings)
    # Others may be on it by now in the place of those read today, who would be free.
    [again] = [one for one in plan_ways(desk, asked, anew=True) if one.way == LIST]
    assert str(again.quote.dollars) == "3.050"


def test_who_was_never_signed_in_hears_of_that_price_too(desk, network, ticket):
    network.sides = {Side.FOLLOWERS: crowd(10, 5), Side.FOLLOWING: crowd(20, 4)}
    plan = plan_check(desk, None)
    assert plan.quote.steps[0].endpoint == "GET /2/users/me"
    check(desk, None, plan, ticket)
    assert spent_this_month(desk) <= plan.quote.dollars


def test_a_list_that_others_lengthened_is_told_and_read_further_the_next_time(
    world, network, ticket
):
    desk = world(20_000, owner=False)
    allies, strangers = crowd(10_000, 40), crowd(50_000, 30)
    ids = [one.user_id for one in allies]
    network.people |= {one.user_id: one for one in strangers}
    network.on_lists["9001"] = [*ids, *(one.user_id for one in strangers)]
    desk.cache.save_list(XList("9001", "Swhelper allies"))
    yesterday = desk.clock.now() - timedelta(days=1)
    desk.cache.save_members("9001", ids, complete=True, as_of=yesterday)
    asked, paid = asked_of(allies), []

    def read():
        """Read the list for a check, and note what was told and what was paid."""
        plan = next(one for one in plan_ways(desk, asked, anew=True) if one.way == LIST)
        spent = spent_this_month(desk)
        try:
            return check(desk, asked, plan, ticket)
        finally:
            paid.append((spent_this_month(desk) - spent, plan.quote.dollars))

    with pytest.raises(CostsMore, match="Others have put more on this list"):
        read()
    desk.clock.advance(seconds=24 * 3600)
    findings = read()
    assert all(one.complete and one.answer is not Answer.UNKNOWN for one in findings)
    assert all(cost <= told for cost, told in paid)
    assert desk.cache.members("9001").user_ids == set(network.on_lists["9001"])
