import pytest

from allybook.domain.acts.outbox import Outcome
from allybook.domain.errors import ListLocked, NotThere, Refused
from allybook.services.publish.lock import locked_until
from allybook.services.publish.plan import plan_list
from tests.services.publish.conftest import outcomes, publish

REFUSAL = "You aren't allowed to add members to this list."
DAY = 24 * 3600 + 1


@pytest.fixture
def go(desk, book, ticket):
    return lambda: publish(desk, plan_list(desk, book), ticket)


def test_the_first_lock_stops_the_queue_for_a_day(desk, network, clock, go):
    network.trouble["add 13"] = [ListLocked(REFUSAL)]
    done = go()
    assert outcomes(done) == {"11": Outcome.ADDED}
    assert [act.user_id for act in done.waiting] == ["13", "12"]
    assert (done.error, "aren't allowed" in done.stopped) == (None, True)
    assert "Nobody is added before 01 April 09:00 UTC" in done.stopped
    again = go()
    assert (again.acts, len(again.waiting)) == ((), 2)
    assert network.asked.count("add 13") == 1
    clock.advance(seconds=DAY)
    assert locked_until(desk) is None
    assert outcomes(go()) == {"12": Outcome.ADDED, "13": Outcome.ADDED}
    assert network.asked[-3:-1] == ["add 12", "add 13"]


def test_refusals_in_a_row_that_name_nobody_stop_the_queue_too(desk, network, go):
    nobody = NotThere("X does not have what was asked for. Nothing was lost.")
    people = desk.cache.accounts(["11", "12", "13"])
    network.trouble |= {f"add {one}": [nobody] for one in people}
    done = go()
    assert outcomes(done) == dict.fromkeys(people, Outcome.REFUSED)
    assert done.stopped.startswith("X refused 3 in a row.")
    assert locked_until(desk) is not None
    assert desk.cache.accounts(list(people)) == people


def test_whoever_x_refuses_twice_does_not_stop_the_others_for_ever(desk, book, network, clock, go):
    network.trouble["add 11"] = [ListLocked(REFUSAL)] * 2
    go()
    clock.advance(seconds=DAY)
    done = go()
    assert outcomes(done) == {
        "12": Outcome.ADDED,
        "13": Outcome.ADDED,
        "11": Outcome.REFUSED,
    }
    # X added others in between: it is about this one, and no lock.
    assert (locked_until(desk), done.stopped) == (None, "")
    (refused,) = [act for act in done.acts if act.user_id == "11"]
    assert refused.detail.endswith("does not say why.")
    plan = plan_list(desk, book)
    assert [(one.user_id, one.why) for one in plan.left_out] == [("11", "refused")]
    assert plan.adds == ()


def test_two_who_are_refused_do_not_take_turns_for_ever(network, clock, go):
    network.trouble["add 11"] = [ListLocked(REFUSAL)] * 9
    network.trouble["add 13"] = [ListLocked(REFUSAL)] * 9
    came = {}
    for _ in range(5):
        came |= outcomes(go())
        clock.advance(seconds=DAY)
    assert came == {"11": Outcome.REFUSED, "12": Outcome.ADDED, "13": Outcome.REFUSED}


def test_a_lock_that_lasts_stops_again_each_day_with_one_request(network, clock, go):
    for n in (11, 12, 13):
        network.trouble[f"add {n}"] = [ListLocked(REFUSAL)] * 9
    for days in range(1, 4):
        go()
        asked = [name for name in network.asked if name.startswith("add")]
        assert len(asked) == days
        clock.advance(seconds=DAY)


def test_three_refusals_in_a_row_look_like_a_lock(desk, book, network, ticket):
    for n in (11, 12, 13):
        network.trouble[f"add {n}"] = [Refused("X refused the request.")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.stopped.startswith("X refused 3 in a row. Nobody is added before")
    assert locked_until(desk) is not None


def test_a_lock_of_a_clock_that_was_ahead_ends_after_a_day(desk, network, clock, go):
    clock.advance(seconds=300 * DAY)
    network.trouble["add 11"] = [ListLocked(REFUSAL)]
    go()
    clock.advance(seconds=-300 * DAY)
    go()
    assert (locked_until(desk) - clock.now()).total_seconds() <= DAY
    clock.advance(seconds=DAY)
    assert len(go().acts) == 3
