"""X answers a page and names, as a problem, whom it does not show: nobody is called a no for it."""

from datetime import timedelta

from tests.fakes.clock import FixedClock
from tests.servers.faulty.faults import PARTIAL
from tests.servers.faulty.server import FaultyX, serve
from tests.stories.fault_cases import ANCHOR, is_plain
from tests.stories.organiser import Organiser
from tests.stories.read_cases import stands

DAY = timedelta(days=1)


def everyone(_id):
    return True


def plain(x, number):
    """Return accounts that X adds for anybody."""
    people = [one for one in x.world.people if one.character.kind != "noise" and is_plain(one)]
    return people[:number]


def test_who_is_on_the_list_and_not_shown_is_added_all_the_same_and_only_once(tmp_path):
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR, dict.fromkeys(range(1, 30), PARTIAL), hidden=everyone)
    with serve(x) as address:
        ana = Organiser(tmp_path, x, address, clock)
        people = plain(x, 3)
        ana.write_book(people, ())
        done = ana.publishes()
        again = ana.publishes()
    assert any("/members" in met for met in x.met)
    assert {one.user_id: "added" for one in people} == ana.told
    assert (done.status, done.left, again.rows, x.truth.twice, ana.wrong) == (0, False, [], [], [])
    assert len([one for one in x.asked if one.startswith("POST") and "/members" in one]) == 3


def test_a_list_that_was_made_and_is_not_shown_is_not_made_twice(tmp_path):
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR, hidden=everyone)
    with serve(x) as address:
        ana = Organiser(tmp_path, x, address, clock)
        ana.write_book(plain(x, 2), ())
        x.watch = _at("POST /2/lists", x, "drop after")
        ana.publishes()
        x.watch = _at("GET /2/users/", x, PARTIAL)
        unseen = ana.publishes()
        assert "X did not show all your lists" in unseen.said
        x.watch = _nothing
        clock.advance(seconds=DAY.total_seconds())
        ana.publishes_until_done([DAY])
    assert x.asked.count("POST /2/lists") == 1
    assert (len(x.truth.members), x.truth.twice, ana.wrong) == (1, [], [])


def test_who_follows_and_is_not_shown_is_no_stranger(tmp_path):
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR, dict.fromkeys(range(1, 30), PARTIAL), hidden=everyone)
    with serve(x) as address:
        ana = Organiser(tmp_path, x, address, clock)
        run = ana.asks("check", "--of", "following", "--json")
    assert any("/followers" in met for met in x.met)
    told = {row["user_id"]: row["class"] for row in run.rows}
    followed = {one.user_id for one in x.world.edges.following(x.world.me)}
    assert set(told) == followed
    assert all(told[i] == stands(x, x.world.person(i)) for i in followed)


def _at(asked, x, fault):
    """Return what lets a fault meet each request that begins so, whatever number it has."""

    def watch(number, point):
        if point == "before" and x.asked[-1].startswith(asked):
            x.schedule[number] = fault

    return watch


def _nothing(_number, _point):
    pass
