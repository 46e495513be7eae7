"""The planner over a loopback X: 300 allies, the cheapest way, quoted = in the ledger = billed."""

from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal

import pytest

from allybook.domain.check.followback import Answer
from allybook.services.check.answer import LOOK_UPS, Asked
from allybook.services.check.foreign import Names
from allybook.services.check.names import check_names, plan_names
from allybook.services.check.plan import PAGES, plan_check, plan_ways
from allybook.services.check.run import check
from allybook.services.money.quote import spent_this_month
from tests.servers.crowded_x import CrowdedX, desk_at

ALLIES = 300
FOLLOWING = 50
FIRST_ALLY = 10_000


@pytest.fixture
def x(clock):
    with CrowdedX(clock) as running:
        yield running


@pytest.fixture
def settle(x, profile, clock):
    """Return a function that lays out a crowd, and a desk that reaches it over loopback."""
    with ExitStack() as opened:

        def lay(followers, *, owner):
            x.crowd.followers = [str(FIRST_ALLY + n) for n in range(followers)]
            x.crowd.following = [str(5_000 + n) for n in range(FOLLOWING)]
            x.owned = owner
            return opened.enter_context(desk_at(x, profile, clock))

        yield lay


@dataclass(frozen=True)
class Case:
    """One row of the table; ``dollars`` and ``requests`` are reckoned by hand."""

    followers: int
    owner: bool
    way: str
    dollars: str
    requests: int


TABLE = [
    # 200 + 50 accounts on pages or 300 look-ups, at $0.010 each; pages cost the owner $0.001 each.
    Case(200, owner=False, way=PAGES, dollars="2.50", requests=2),
    Case(200, owner=True, way=PAGES, dollars="0.25", requests=2),
    Case(2_000, owner=False, way=LOOK_UPS, dollars="3.00", requests=3),
    Case(2_000, owner=True, way=PAGES, dollars="2.05", requests=3),
    Case(20_000, owner=False, way=LOOK_UPS, dollars="3.00", requests=3),
    Case(20_000, owner=True, way=LOOK_UPS, dollars="3.00", requests=3),
]


def allies(number=ALLIES):
    return [Asked(str(FIRST_ALLY + n)) for n in range(number)]


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_x_bills_what_was_quoted_for_the_cheapest_way(settle, x, ticket, case):
    desk = settle(case.followers, owner=case.owner)
    billed, spent, seen = x.billed, spent_this_month(desk), len(x.seen)
    plan = plan_check(desk, allies())
    assert (plan.way, plan.quote.dollars) == (case.way, Decimal(case.dollars))
    assert all(other.dollars >= plan.quote.dollars for other in plan.quote.others)
    findings = check(desk, allies(), plan, ticket)
    assert x.billed - billed == plan.quote.dollars
    assert spent_this_month(desk) - spent == plan.quote.dollars
    assert len(x.seen) - seen == plan.quote.requests == case.requests
    told = {one.user_id: one.answer for one in findings}
    followed = set(x.crowd.followers)
    assert told == {
        one.user_id: Answer.FAN if one.user_id in followed else Answer.STRANGER for one in allies()
    }
    assert all(one.complete for one in findings)


@pytest.mark.parametrize("way", [PAGES, LOOK_UPS])
def test_each_way_can_be_taken_and_costs_what_it_said(settle, x, ticket, way):
    desk = settle(200, owner=True)
    ways = {plan.way: plan for plan in plan_ways(desk, allies())}
    assert [*ways] == [PAGES, LOOK_UPS]
    billed = x.billed
    findings = check(desk, allies(), ways[way], ticket)
    assert x.billed - billed == ways[way].quote.dollars
    assert {one.source for one in findings} == {way}
    assert sum(one.answer is Answer.FAN for one in findings) == 200


def test_names_whose_ids_are_unknown_are_found_and_checked_for_one_price(settle, x, ticket):
    desk = settle(20_000, owner=False)
    x.crowd.handles = {str(FIRST_ALLY + n): f"ally{n}" for n in range(40)}
    names = Names(tuple(allies(10)), tuple(f"ally{n}" for n in range(10, 40)))
    (plan, *others) = plan_names(desk, names)
    assert plan.quote.dollars == Decimal("0.40")
    assert all(other.quote.dollars >= plan.quote.dollars for other in others)
    billed = x.billed
    findings = check_names(desk, names, plan, ticket)
    assert x.billed - billed == plan.quote.dollars
    assert [one.answer for one in findings] == [Answer.FAN] * 40
    assert {one.handle for one in findings} == {f"ally{n}" for n in range(40)}


def test_a_name_that_nobody_has_is_unknown_and_costs_nothing(settle, x, ticket):
    desk = settle(200, owner=False)
    names = Names((), ("nobody_here",))
    (plan,) = plan_names(desk, names)
    billed = x.billed
    (finding,) = check_names(desk, names, plan, ticket)
    assert (finding.answer, finding.handle, finding.complete) == (
        Answer.UNKNOWN,
        "nobody_here",
        False,
    )
    assert (x.billed, plan.quote.exact) == (billed, False)
