"""The answers for very many are those that a check gives for each."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.services.check.answer import Asked, answer
from allybook.services.check.classes import Classes
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
IDS = [str(number) for number in range(10, 20)]
ids = st.frozensets(st.sampled_from(IDS), max_size=6)
sides = st.tuples(ids, st.booleans(), st.integers(0, 3))


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(NOON)
    with Profile(tmp_path, clock) as profile:
        desk = make_desk(profile, clock, None)
        desk.settings.write("me", "1")
        desk.cache.save_accounts([Account("1", "me")], NOON)
        yield desk


def both(desk):
    """Return what each way says of all, where anybody ever looked."""
    faces = desk.cache.faces(IDS)
    quick = Classes(desk).of(IDS, faces)
    slow = {one.user_id: one.answer for one in answer(desk, list(map(Asked, IDS))) if one.source}
    return dict(quick), slow


def test_where_nobody_ever_looked_there_is_no_answer(desk):
    assert both(desk) == ({}, {})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.tuples(sides, sides), ids, ids)
def test_both_ways_agree(desk, read, looked_up, fallen):
    for side, (people, complete, day) in zip(Side, read, strict=True):
        as_of = NOON + timedelta(days=day)
        snapshot = Snapshot(side, people, complete=complete, source="pages", as_of=as_of)
        desk.cache.save_snapshot("1", snapshot)
    ties = frozenset({Connection.FOLLOWED_BY})
    told = [Account(one, f"h{one}", "N", connections=ties) for one in looked_up]
    desk.cache.save_accounts(told, NOON + timedelta(days=1))
    problems = [Problem(one, Reason.SUSPENDED) for one in fallen]
    desk.cache.save_problems(problems, NOON + timedelta(days=2))
    quick, slow = both(desk)
    assert quick == slow
