"""The whole answer beside a plain reference, for generated readings, look-ups and accounts."""

import dataclasses
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.check.followback import Answer, CheckFlag, Side, Snapshot
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.domain.posts import id_at
from allybook.services.check.answer import LOOK_UPS, Asked, answer
from allybook.services.check.everyone import answer_everyone, read_everyone
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from tests.structs import builds

IDS = [str(n) for n in range(11, 19)]
DAYS = 30
QUIET = 180


@dataclass(frozen=True)
class Read:
    """One side as it was read on a day."""

    side: Side
    ids: frozenset
    complete: bool
    day: int


@dataclass(frozen=True)
class Told:
    """What X told of one account on a day; ``ties`` is None where it was not asked for."""

    day: int
    private: bool
    silent: int | None
    handle: str
    ties: frozenset | None
    fell: Reason | None


READS = st.lists(
    builds(
        Read,
        st.sampled_from(Side),
        st.frozensets(st.sampled_from(IDS)),
        st.booleans(),
        st.integers(1, DAYS),
    ),
    max_size=5,
    unique_by=lambda one: one.day,
)
TIES = st.none() | st.frozensets(st.sampled_from([Connection.FOLLOWING, Connection.FOLLOWED_BY]))
TOLD = builds(
    Told,
    st.integers(1, DAYS),
    st.booleans(),
    st.none() | st.integers(0, 400),
    st.sampled_from(["", "Ana", "ana", "Ben"]),
    TIES,
    st.none() | st.sampled_from([Reason.GONE, Reason.SUSPENDED]),
)
PEOPLE = st.dictionaries(st.sampled_from(IDS), TOLD)


def newest(reads, side):
    """Say which reading of a side counts: the newest complete one, else the newest."""
    of_side = sorted((one for one in reads if one.side is side), key=lambda one: one.day)
    whole = [one for one in of_side if one.complete]
    return (whole or of_side or [None])[-1]


def telling(reads, side, key):
    """Say which reading tells of an account: a part read since that has it, else the newest."""
    base = newest(reads, side)
    since = (
        [r for r in reads if r.side is side and r.day > base.day and key in r.ids] if base else []
    )
    found = max(since, key=lambda one: one.day, default=base)
    return found and dataclasses.replace(found, complete=base.complete)


def by_readings(reads, key, *, hidden):
    """Say what both sides tell, as a person would who looks through two lists."""
    halves = []
    for side in (Side.FOLLOWERS, Side.FOLLOWING):
        one = telling(reads, side, key)
        if one is None:
            halves.append("?")
        elif key in one.ids:
            halves.append("yes")
        else:
            halves.append("no" if one.complete and not hidden else "?")
    if "?" in halves:
        return Answer.UNKNOWN
    return {
        ("yes", "yes"): Answer.MUTUAL,
        ("yes", "no"): Answer.FAN,
        ("no", "yes"): Answer.IDOL,
        ("no", "no"): Answer.STRANGER,
    }[halves[0], halves[1]]


def by_look_up(told):
    if told.fell:
        return Answer.UNKNOWN
    follows, followed = Connection.FOLLOWED_BY in told.ties, Connection.FOLLOWING in told.ties
    if follows and followed:
        return Answer.MUTUAL
    if follows:
        return Answer.FAN
    return Answer.IDOL if followed else Answer.STRANGER


def plainly(reads, people, key):
    """Say the answer, each half by what is newer, and whether a look-up gave any of it."""
    told = people.get(key)
    hidden = bool(told and told.fell)
    read = by_readings(reads, key, hidden=hidden)
    if told is None or told.ties is None:
        return read, False
    looked_up = by_look_up(told)
    if looked_up is Answer.UNKNOWN:
        return read, False
    if read is Answer.UNKNOWN:
        return looked_up, True
    sides = [telling(reads, side, key) for side in (Side.FOLLOWERS, Side.FOLLOWING)]
    ties = set()
    for tie, one in zip((Connection.FOLLOWED_BY, Connection.FOLLOWING), sides, strict=True):
        if tie in told.ties if told.day > one.day else key in one.ids:
            ties.add(tie)
    newer = dataclasses.replace(told, ties=frozenset(ties))
    return by_look_up(newer), told.day > min(one.day for one in sides)


def test_who_is_on_a_page_read_since_follows_by_the_day_of_that_page(world):
    desk = world()
    followers = Read(Side.FOLLOWERS, frozenset({"11"}), complete=True, day=1)
    following = Read(Side.FOLLOWING, frozenset({"12", "13"}), complete=True, day=2)
    page = Read(Side.FOLLOWERS, frozenset({"12"}), complete=False, day=9)
    lay(desk, [followers, following, page], {})
    found = {one.user_id: one for one in answer(desk, None)}
    told = {key: (one.answer, one.complete) for key, one in found.items()}
    assert told == {
        "11": (Answer.FAN, True),
        "12": (Answer.MUTUAL, True),
        "13": (Answer.IDOL, True),
    }
    assert (found["12"].as_of - found["11"].as_of).days == 1
    assert tuple(found.values()) == tuple(answer_everyone(desk, read_everyone(desk)))
    assert read_everyone(desk).counts()[Answer.MUTUAL] == 1
    # A look-up of the days between is older than the page; a later one is not.
    no = frozenset({Connection.FOLLOWING})
    for day, expected in ((5, Answer.MUTUAL), (10, Answer.IDOL)):
        lay(desk, [], {"12": Told(day, private=False, silent=None, handle="", ties=no, fell=None)})
        assert answer(desk, [Asked("12")])[0].answer is expected


def test_what_x_told_since_outweighs_the_side_that_is_a_month_old(world):
    """The following are read anew, and the followers break off: what came with the first counts."""
    desk = world()
    old = [Read(side, frozenset({"11", "13"}), complete=True, day=1) for side in Side]
    new = Read(Side.FOLLOWING, frozenset({"11", "12", "14"}), complete=True, day=DAYS)
    us, both = Connection.FOLLOWING, frozenset({Connection.FOLLOWING, Connection.FOLLOWED_BY})
    ties = {"11": frozenset({us}), "12": both, "14": both - {us}}
    people = {
        key: Told(DAYS, private=False, silent=None, handle="", ties=told, fell=None)
        for key, told in ties.items()
    }
    lay(desk, [*old, new], people)
    found = {one.user_id: one for one in answer(desk, None)}
    assert {key: one.answer for key, one in found.items()} == {
        "11": Answer.IDOL,
        "12": Answer.MUTUAL,
        "13": Answer.FAN,
        # The following were read after the look-up that says otherwise of them.
        "14": Answer.MUTUAL,
    }
    assert {key for key, one in found.items() if one.source == LOOK_UPS} == set(ties)
    assert tuple(found.values()) == tuple(answer_everyone(desk, read_everyone(desk)))


def flags(told, was):
    if told is None:
        return set()
    found = set()
    if told.private:
        found.add(CheckFlag.PRIVATE)
    if told.fell:
        found.add(CheckFlag.GONE if told.fell is Reason.GONE else CheckFlag.SUSPENDED)
    if told.handle and was.lower() != told.handle.lower():
        found.add(CheckFlag.RENAMED)
    if told.silent is not None and told.silent >= QUIET:
        found.add(CheckFlag.QUIET)
    return found


@pytest.fixture(scope="module")
def world():
    """A desk on which one day after another is played."""
    clock = FixedClock()
    with TemporaryDirectory() as folder, Profile(Path(folder) / "profile", clock) as profile:
        desk = make_desk(profile, clock, MemoryNetwork())
        sign_in(desk)

        def fresh():
            desk.cache.empty()
            return desk

        yield fresh


def lay(desk, reads, people):
    now = desk.clock.now()
    start = now - timedelta(days=DAYS + 1)
    desk.cache.save_accounts([Account("1", "us")], start)
    for one in reads:
        as_of = start + timedelta(days=one.day)
        desk.cache.save_snapshot("1", Snapshot(one.side, one.ids, one.complete, "pages", as_of))
    for key, told in people.items():
        # Handles of two accounts never meet: the newer one would take it from the older.
        handle = f"{told.handle}{key}" if told.handle else ""
        silent = told.silent
        latest = None if silent is None else id_at(now - timedelta(days=silent, hours=1))
        account = Account(
            key, handle, private=told.private, latest_post_id=latest, connections=told.ties
        )
        # A look-up of the day is later than the reading of the day.
        moment = start + timedelta(days=told.day, hours=-1)
        desk.cache.save_accounts([account], moment)
        if told.fell:
            desk.cache.save_problems([Problem(key, told.fell)], moment)


@settings(max_examples=120, deadline=None)
@given(READS, PEOPLE)
def test_every_answer_is_the_plain_one(world, reads, people):
    desk = world()
    lay(desk, reads, people)
    asked = [Asked(key, f"Ana{key}") for key in IDS]
    for one in answer(desk, asked):
        told = people.get(one.user_id)
        expected, by_look = plainly(reads, people, one.user_id)
        assert one.answer is expected
        assert (one.source == LOOK_UPS) is by_look
        assert one.flags == flags(named(told, one.user_id), f"Ana{one.user_id}")
        assert one.complete is (by_look or is_whole(reads))
        missing = [half for side in Side if (half := newest(reads, side)) and not half.complete]
        if any(one.user_id not in half.ids for half in missing) and not by_look:
            assert one.answer is Answer.UNKNOWN


def named(told, key):
    return (
        dataclasses.replace(told, handle=f"{told.handle}{key}" if told.handle else "")
        if told
        else None
    )


def is_whole(reads):
    halves = [newest(reads, side) for side in Side]
    return all(one is not None and one.complete for one in halves)
