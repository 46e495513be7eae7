"""What changed between two readings, and what only looks as if it had."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.check.follow_events import FollowTurn
from allybook.domain.check.followback import Answer, CheckFlag, Side, Snapshot
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.services.check.answer import Asked, answer
from allybook.services.check.compare import compare_days
from allybook.services.check.run import read_sides
from allybook.services.sign_in.who import sign_in
from tests.fakes.clock import FixedClock
from tests.fakes.zones import BERLIN, NEW_YORK

MONTH = timedelta(days=30).total_seconds()
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)
ANA, BEN, CYD = (Account(str(n), f"account{n}", f"Account {n}") for n in (21, 22, 23))
THERE = frozenset({Connection.FOLLOWING})


def read(desk, network, followers, ticket, following=()):
    network.sides = {Side.FOLLOWERS: list(followers), Side.FOLLOWING: list(following)}
    read_sides(desk, ticket)


def turns(told, side=Side.FOLLOWERS):
    return {one.handle or one.user_id: one.turn for one in told.events if one.side is side}


@pytest.fixture
def signed_in(desk, network):
    sign_in(desk)
    return desk


@pytest.fixture
def month(signed_in, network, clock, ticket):
    """Return a function that reads followers, lets a month pass, and reads again."""

    def pass_by(before, after, between=lambda: None, **sides):
        read(signed_in, network, before, ticket, **sides)
        clock.advance(seconds=MONTH / 2)
        between()
        clock.advance(seconds=MONTH / 2)
        read(signed_in, network, after, ticket, **sides)
        return compare_days(signed_in, MARCH, APRIL)

    return pass_by


def test_two_snapshots_a_month_apart_tell_who_came_and_who_is_missing(month):
    told = month([ANA, BEN], [BEN, CYD])
    assert turns(told) == {"account21": FollowTurn.MISSING, "account23": FollowTurn.FOLLOWED}
    event = told.events[0]
    assert (event.after.date(), event.by.date()) == (MARCH, APRIL)


def test_who_is_still_shown_on_the_other_side_has_left(month):
    told = month([ANA, BEN], [BEN], following=[ANA])
    assert turns(told) == {"account21": FollowTurn.UNFOLLOWED}


def test_who_is_shown_after_the_reading_has_left(month, desk, clock):
    month([ANA], [])
    clock.advance(seconds=60)
    desk.cache.save_accounts([replace(ANA, connections=frozenset())], clock.now())
    assert turns(compare_days(desk, MARCH, APRIL)) == {"account21": FollowTurn.UNFOLLOWED}


@pytest.mark.parametrize(
    ("reason", "turn"), [(Reason.SUSPENDED, FollowTurn.SUSPENDED), (Reason.GONE, FollowTurn.GONE)]
)
def test_who_x_hides_has_not_unfollowed(month, desk, clock, reason, turn):
    month([ANA], [])
    clock.advance(seconds=60)
    desk.cache.save_problems([Problem("21", reason)], clock.now())
    assert set(turns(compare_days(desk, MARCH, APRIL)).values()) == {turn}


def test_whom_we_blocked_has_not_left_by_itself(month, desk, clock):
    blocked = replace(ANA, connections=frozenset({Connection.BLOCKING}))
    told = month([ANA], [], between=lambda: desk.cache.save_accounts([blocked], clock.now()))
    assert turns(told) == {"account21": FollowTurn.BLOCKED}


def test_a_suspension_that_ends_is_no_new_follower(month, desk, network, clock, ticket):
    fall = Problem("21", Reason.SUSPENDED)
    told = month([ANA], [], between=lambda: desk.cache.save_problems([fall], clock.now()))
    assert set(turns(told).values()) == {FollowTurn.SUSPENDED}
    clock.advance(seconds=MONTH)
    read(desk, network, [ANA], ticket)
    again = compare_days(desk, APRIL, APRIL + timedelta(days=30))
    assert turns(again) == {"account21": FollowTurn.RETURNED}
    # What was told of March stays: it was hidden then, and did not leave.
    assert turns(compare_days(desk, MARCH, APRIL)) == {"account21": FollowTurn.SUSPENDED}


def test_a_renamed_account_is_the_same_one(month):
    assert turns(month([ANA], [replace(ANA, handle="NewName")])) == {}


def test_a_half_read_side_makes_no_events(desk, signed_in, clock):
    def keep(ids, *, complete, days=0):
        moment = clock.now() + timedelta(days=days)
        snapshot = Snapshot(Side.FOLLOWERS, frozenset(ids), complete, "follower pages", moment)
        desk.cache.save_snapshot("1", snapshot)

    keep({"21", "22"}, complete=True)
    keep({"22"}, complete=False, days=30)
    with pytest.raises(BadInput, match="31 March 2026"):
        compare_days(desk, MARCH, APRIL)
    keep({"21", "23"}, complete=True, days=29)
    told = compare_days(desk, APRIL, MARCH)
    assert turns(told) == {"22": FollowTurn.MISSING, "23": FollowTurn.FOLLOWED}
    assert told.untold == (Side.FOLLOWING,)


def test_only_those_asked_about_are_told(month, desk):
    month([ANA, BEN], [])
    assert set(turns(compare_days(desk, MARCH, APRIL, {"22"}))) == {"account22"}


def test_a_private_ally_answers_like_any_other_and_is_flagged(desk, network, signed_in, ticket):
    read(desk, network, [replace(ANA, private=True)], ticket)
    (found,) = answer(desk, [Asked("21")])
    assert (found.answer, found.flags) == (Answer.FAN, {CheckFlag.PRIVATE})


def test_without_anybody_signed_in_there_is_nothing_to_compare(desk):
    with pytest.raises(BadInput, match="none"):
        compare_days(desk, MARCH, APRIL)


@pytest.mark.parametrize(("zone", "days"), [(NEW_YORK, (30, 31)), (BERLIN, (31, 32))], ids=str)
def test_the_days_that_are_compared_are_those_of_the_person(desk, signed_in, zone, days):
    """Read on 31 March at 2 AM and on 1 April at 2 AM, UTC."""
    here = replace(desk, clock=FixedClock(desk.clock.now(), zone))
    for day, ids in ((0, {"21"}), (1, {"22"})):
        moment = datetime(2026, 3, 31, 2, tzinfo=UTC) + timedelta(days=day)
        snapshot = Snapshot(Side.FOLLOWERS, frozenset(ids), True, "follower pages", moment)  # noqa: FBT003 (a fact)
        desk.cache.save_snapshot("1", snapshot)
    first, last = (date(2026, 3, 1) + timedelta(days=day - 1) for day in days)
    assert turns(compare_days(here, first, last)) == {
        "22": FollowTurn.FOLLOWED,
        "21": FollowTurn.MISSING,
    }
    before = first - timedelta(days=1)
    with pytest.raises(BadInput, match=f"{first.day} {first:%B} 2026, {last.day} {last:%B} 2026"):
        compare_days(here, before, first)
