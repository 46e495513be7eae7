"""Everyone at once: the same answers as one by one, for generated readings and look-ups."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.check.followback import Answer, Side, Snapshot, shade
from allybook.domain.people.accounts import Account, Connection
from allybook.services.check.answer import answer
from allybook.services.check.everyone import answer_everyone, read_everyone
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork

PEOPLE = st.frozensets(st.integers(10, 40).map(str))
ERASED = st.lists(st.integers(10, 40).map(shade), max_size=3).map(bytes)
READINGS = st.lists(st.tuples(st.sampled_from(Side), PEOPLE, st.booleans(), ERASED), max_size=4)
TIES = st.dictionaries(
    st.integers(10, 40).map(str), st.frozensets(st.sampled_from(Connection)), max_size=4
)


@settings(max_examples=30, deadline=None)
@given(READINGS, TIES)
def test_everyone_at_once_is_answered_as_one_by_one(readings, ties):
    clock = FixedClock()
    with TemporaryDirectory() as folder, Profile(Path(folder) / "profile", clock) as profile:
        desk = make_desk(profile, clock, MemoryNetwork())
        sign_in(desk)
        for days, (side, ids, complete, erased) in enumerate(readings):
            as_of = clock.now() + timedelta(days=days)
            desk.cache.save_snapshot("1", Snapshot(side, ids, complete, "pages", as_of, erased))
        counts = read_everyone(desk).counts()
        assert counts == {
            kind: Counter(one.answer for one in answer(desk, None))[kind] for kind in Answer
        }
        people = [replace(Account(key, f"a{key}"), connections=tie) for key, tie in ties.items()]
        desk.cache.save_accounts(people, clock.now() + timedelta(hours=1))
        assert tuple(answer_everyone(desk, read_everyone(desk))) == answer(desk, None)
