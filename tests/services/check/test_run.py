from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import Answer, CheckFlag, Side
from allybook.domain.errors import CostsMore, Unreachable
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.domain.posts import id_at
from allybook.services.check.answer import LOOK_UPS, Asked, Sides, answer
from allybook.services.check.plan import PAGE, PAGES, plan_check, plan_ways
from allybook.services.check.run import SPARE, check, read_sides
from allybook.services.money.quote import spent_this_month
from allybook.services.sign_in.who import sign_in
from tests.fakes.network import DARK

BOTH, FAN, IDOL, NONE = (Account(str(n), f"account{n}", f"Account {n}") for n in (21, 22, 23, 24))
EVERYONE = [Asked(one.user_id, one.handle) for one in (BOTH, FAN, IDOL, NONE)]


@pytest.fixture
def sides(desk, network):
    network.sides = {Side.FOLLOWERS: [BOTH, FAN], Side.FOLLOWING: [BOTH, IDOL]}
    network.me_ = replace(network.me_, followers=2, following=2)
    sign_in(desk)


def answers(findings):
    return {one.user_id: one.answer for one in findings}


def test_pages_of_both_sides_answer_for_everyone(desk, sides, ticket):
    plan = plan_check(desk, None)
    assert plan.way == PAGES
    findings = check(desk, EVERYONE, replace(plan), ticket)
    assert answers(findings) == {
        "21": Answer.MUTUAL,
        "22": Answer.FAN,
        "23": Answer.IDOL,
        "24": Answer.STRANGER,
    }
    assert all(one.complete and one.source == PAGES for one in findings)


def test_a_half_read_side_says_unknown_never_no(desk, network, sides, ticket):
    network.page_size = 1
    network.trouble["follows"] = [None, None, None, *DARK]
    with pytest.raises(Unreachable):
        read_sides(desk, ticket)
    assert answers(answer(desk, EVERYONE)) == {
        "21": Answer.MUTUAL,
        "22": Answer.UNKNOWN,
        "23": Answer.UNKNOWN,
        "24": Answer.UNKNOWN,
    }


def test_who_cannot_be_read_but_by_id_is_there_all_the_same(desk, network, sides, ticket):
    network.sides[Side.FOLLOWERS] = [BOTH]
    network.broken = (Problem(FAN.user_id, Reason.OTHER, "the account 22: name is not text"),)
    read_sides(desk, ticket, (Side.FOLLOWERS,))
    network.broken = ()
    read_sides(desk, ticket, (Side.FOLLOWING,))
    assert answers(answer(desk, EVERYONE))["22"] is Answer.FAN


def test_someone_without_an_id_on_a_page_makes_nobody_a_no(desk, network, sides, ticket):
    network.sides[Side.FOLLOWERS] = [BOTH]
    network.broken = (Problem("", Reason.OTHER, "a account without a usable id: id is missing"),)
    read_sides(desk, ticket, (Side.FOLLOWERS,))
    network.broken = ()
    read_sides(desk, ticket, (Side.FOLLOWING,))
    assert answers(answer(desk, EVERYONE))["22"] is Answer.UNKNOWN


@pytest.mark.parametrize(("told", "stands"), [("22", Answer.FAN), ("", Answer.UNKNOWN)])
def test_whom_x_names_on_a_page_is_there_and_trouble_without_a_name_makes_nobody_a_no(
    desk, network, sides, ticket, told, stands
):
    network.sides[Side.FOLLOWERS] = [BOTH]
    network.unshown = (Problem(told, Reason.OTHER, "Sorry."),)
    read_sides(desk, ticket, (Side.FOLLOWERS,))
    network.unshown = ()
    read_sides(desk, ticket, (Side.FOLLOWING,))
    assert answers(answer(desk, EVERYONE))["22"] is stands


def test_a_half_read_side_does_not_hide_an_earlier_whole_one(desk, network, clock, sides, ticket):
    read_sides(desk, ticket)
    clock.advance(seconds=60)
    network.trouble["follows"] = [*DARK]
    with pytest.raises(Unreachable):
        read_sides(desk, ticket)
    assert answers(answer(desk, EVERYONE))["22"] is Answer.FAN


def grow(network, followers):
    """Let as many follow as that, of whom X tells."""
    network.sides[Side.FOLLOWERS] = [Account(str(n), f"a{n}", "A") for n in range(100, followers)]
    network.me_ = replace(network.me_, followers=len(network.sides[Side.FOLLOWERS]))


@pytest.mark.parametrize("asked", [None, EVERYONE])
def test_a_price_by_old_numbers_is_not_passed(desk, network, clock, sides, ticket, asked):
    clock.advance(seconds=20 * 86_400)
    plan = next(one for one in plan_ways(desk, asked) if one.way == PAGES)
    assert (plan.quote.bounded, plan.quote.dollars) == (True, Decimal("0.05"))
    grow(network, 400)
    with pytest.raises(CostsMore, match=r"costs \$3\.02 now; it was \$0\.04\. None of them"):
        check(desk, asked, plan, ticket)
    assert spent_this_month(desk) <= plan.quote.dollars
    assert network.asked.count("follows") == 0
    # The new price is agreed to.
    again = next(one for one in plan_ways(desk, asked) if one.way == PAGES)
    assert again.quote.dollars == Decimal("3.02")
    assert check(desk, asked, again, ticket)


def test_who_comes_after_x_told_is_not_read_beyond_what_was_said(desk, network, sides, ticket):
    grow(network, 110)
    sign_in(desk)
    plan = plan_check(desk, None)
    grow(network, 200)
    with pytest.raises(CostsMore, match="more followers or following than X told"):
        check(desk, None, plan, ticket)
    followers = desk.cache.glimpses("1")[0]
    assert (followers.side, followers.complete) == (Side.FOLLOWERS, False)
    assert len(desk.cache.people("1", followers)) == 10 + SPARE
    assert answers(answer(desk, EVERYONE))["24"] is Answer.UNKNOWN
    # Who was read today is free, so that the next price is that of the others.
    assert plan_check(desk, None, anew=True).quote.dollars == Decimal("0.85")
    assert len(check(desk, None, plan_check(desk, None), ticket)) == 102


def test_a_number_of_x_s_that_stays_too_low_ends_no_check_twice(desk, network, sides, ticket):
    grow(network, 200)
    network.me_ = replace(network.me_, followers=10)
    desk.cache.save_accounts([network.me_], desk.clock.now())
    plan = plan_check(desk, None)
    with pytest.raises(CostsMore):
        check(desk, None, plan, ticket)
    again = plan_check(desk, None)
    assert again.quote.steps[-1].resources == PAGE
    assert len(check(desk, None, again, ticket)) == 102


def test_few_allies_are_looked_up_and_many_followers_are_not_read(desk, network, clock, ticket):
    network.me_ = replace(network.me_, followers=20_000, following=300)
    sign_in(desk)
    network.people = {
        "21": replace(BOTH, connections=frozenset({Connection.FOLLOWING, Connection.FOLLOWED_BY})),
        "24": replace(NONE, connections=frozenset()),
    }
    network.problems = {"22": Problem("22", Reason.SUSPENDED)}
    asked = EVERYONE[:2] + EVERYONE[3:]
    plan = plan_check(desk, asked)
    assert (plan.way, str(plan.quote.dollars)) == (LOOK_UPS, "0.030")
    findings = {one.user_id: one for one in check(desk, asked, plan, ticket)}
    assert findings["21"].answer is Answer.MUTUAL
    assert findings["24"].answer is Answer.STRANGER
    assert findings["22"].answer is Answer.UNKNOWN
    assert findings["22"].flags == {CheckFlag.SUSPENDED}


@pytest.mark.parametrize("reason", [Reason.OTHER, Reason.PRIVATE])
def test_a_tie_of_long_ago_is_no_answer_of_today(desk, network, clock, ticket, reason):
    network.me_ = replace(network.me_, followers=20_000, following=300)
    desk.cache.save_accounts(
        [replace(FAN, connections=frozenset({Connection.FOLLOWING}))], clock.now()
    )
    clock.advance(seconds=60 * 86_400)
    sign_in(desk)
    network.problems = {"22": Problem("22", reason, "Something went wrong.")}
    asked = EVERYONE[1:2]
    plan = plan_check(desk, asked)
    assert plan.way == LOOK_UPS
    [found] = check(desk, asked, plan, ticket)
    assert (found.answer, found.complete) == (Answer.UNKNOWN, False)


def test_a_tie_that_x_could_not_load_is_unknown_whatever_it_was_before(
    desk, network, clock, ticket
):
    network.me_ = replace(network.me_, followers=20_000, following=300)
    sign_in(desk)
    told = replace(BOTH, connections=frozenset({Connection.FOLLOWED_BY}))
    desk.cache.save_accounts([told], clock.now())
    clock.advance(seconds=86_400)
    sign_in(desk)
    network.people = {"21": replace(BOTH, connections=None)}
    asked = EVERYONE[:1]
    (finding,) = check(desk, asked, plan_check(desk, asked), ticket)
    assert (finding.answer, finding.complete) == (Answer.UNKNOWN, False)


def test_owning_the_app_makes_pages_the_cheaper_way(desk, network):
    network.me_ = replace(network.me_, followers=900, following=100)
    sign_in(desk)
    many = [Asked(str(n)) for n in range(200, 350)]
    assert plan_check(desk, many).way == LOOK_UPS
    owner = replace(desk, owns_app=True)
    plan = plan_check(owner, many)
    assert (plan.way, str(plan.quote.dollars)) == (PAGES, "1.000")


def test_flags_say_what_to_make_of_an_answer(desk, network, clock, sides, ticket):
    old = id_at(clock.now() - timedelta(days=200))
    desk.cache.save_accounts(
        [replace(BOTH, latest_post_id=old), replace(FAN, private=True)], clock.now()
    )
    read_sides(desk, ticket)
    asked = [Asked("21", "account21"), Asked("22", "OldName")]
    flags = {one.user_id: one.flags for one in answer(desk, asked)}
    assert flags["21"] == {CheckFlag.QUIET}
    assert CheckFlag.RENAMED in flags["22"]


def test_without_any_reading_nothing_is_known(desk):
    assert set(answers(answer(desk, EVERYONE)).values()) == {Answer.UNKNOWN}


def test_what_a_look_up_told_is_known_later_too(desk, network, clock, ticket):
    network.me_ = replace(network.me_, followers=20_000, following=300)
    sign_in(desk)
    network.people = {
        "22": replace(FAN, connections=frozenset({Connection.FOLLOWED_BY})),
        "24": replace(NONE, connections=frozenset()),
    }
    asked = [EVERYONE[1], EVERYONE[3]]
    findings = check(desk, asked, plan_check(desk, asked), ticket)
    read_at = clock.now()
    clock.advance(seconds=86_400)
    assert answer(desk, asked) == findings
    assert {one.as_of for one in findings} == {read_at}
    assert {one.source for one in findings} == {LOOK_UPS}


def test_the_newer_of_a_reading_and_a_look_up_answers(desk, clock, sides, ticket):
    read_sides(desk, ticket)
    clock.advance(seconds=60)
    desk.cache.save_accounts(
        [replace(IDOL, connections=frozenset({Connection.FOLLOWING, Connection.FOLLOWED_BY}))],
        clock.now(),
    )
    after = {one.user_id: one for one in answer(desk, EVERYONE)}
    assert (after["23"].answer, after["23"].source) == (Answer.MUTUAL, LOOK_UPS)
    clock.advance(seconds=60)
    read_sides(desk, ticket)
    assert answers(answer(desk, EVERYONE))["23"] is Answer.IDOL


def test_a_look_up_answers_where_a_reading_was_cut_short(desk, network, clock, sides, ticket):
    told = replace(FAN, connections=frozenset({Connection.FOLLOWED_BY}))
    desk.cache.save_accounts([told], clock.now())
    clock.advance(seconds=60)
    network.trouble["follows"] = [*DARK]
    with pytest.raises(Unreachable):
        read_sides(desk, ticket)
    assert answers(answer(desk, EVERYONE))["22"] is Answer.FAN


def test_an_account_that_a_look_up_left_out_is_unknown(desk, network, clock, ticket):
    told = replace(FAN, connections=frozenset({Connection.FOLLOWED_BY}))
    desk.cache.save_accounts([told], clock.now())
    network.me_ = replace(network.me_, followers=20_000, following=300)
    sign_in(desk)
    asked = EVERYONE[1:2]
    (finding,) = check(desk, asked, plan_check(desk, asked, anew=True), ticket)
    assert (finding.answer, finding.complete) == (Answer.UNKNOWN, False)


def test_one_reading_can_be_asked_alone(desk, network, clock, sides, ticket):
    read_sides(desk, ticket)
    me = desk.me().user_id
    before = Sides(*(desk.cache.snapshots(me, side)[0] for side in Side))
    clock.advance(seconds=86_400)
    network.sides[Side.FOLLOWERS] = [BOTH, FAN, IDOL]
    read_sides(desk, ticket)
    assert answers(answer(desk, None))["23"] is Answer.MUTUAL
    assert answers(answer(desk, None, of=before))["23"] is Answer.IDOL
