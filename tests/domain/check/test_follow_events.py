"""Events between readings beside a plain reference, for generated readings and fates."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.check.follow_events import Fall, FollowTurn, Traces, events_between
from allybook.domain.check.followback import (
    Answer,
    Side,
    Snapshot,
    classify,
    knows,
    shade,
)
from allybook.domain.people.accounts import Standing
from tests.structs import builds

START = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = st.integers(0, 20).map(lambda days: START + timedelta(days=days))
PEOPLE = st.frozensets(st.sampled_from([str(n) for n in range(12)]))
CAME = {FollowTurn.FOLLOWED, FollowTurn.RETURNED}


@st.composite
def falls(draw):
    told = draw(DAYS)
    ended = draw(st.none() | st.integers(1, 9).map(lambda days: told + timedelta(days=days)))
    return Fall(draw(st.sampled_from([Standing.GONE, Standing.SUSPENDED])), told, ended)


FATES = builds(
    Traces,
    st.lists(falls(), max_size=2).map(tuple),
    st.none() | DAYS,
    st.booleans(),
    st.booleans(),
)


@st.composite
def readings(draw, side=Side.FOLLOWERS):
    return Snapshot(side, draw(PEOPLE), draw(st.booleans()), "follower pages", draw(DAYS))


@given(readings(), readings(), st.dictionaries(st.sampled_from(list("0123456789")), FATES))
def test_events_are_the_difference_of_complete_readings_and_of_nothing_else(one, other, fates):
    events = list(events_between(one, other, fates))
    if not (one.complete and other.complete):
        assert events == []
        return
    came = {event.user_id for event in events if event.turn in CAME}
    left = {event.user_id for event in events if event.turn not in CAME}
    assert came == {key for key in other.user_ids if key not in one.user_ids}
    assert left == {key for key in one.user_ids if key not in other.user_ids}
    assert len(events) == len(came) + len(left)


@given(readings(), readings(), st.dictionaries(st.sampled_from(list("0123456789")), FATES))
def test_nobody_is_said_to_have_left_without_being_shown_afterwards(one, other, fates):
    for event in events_between(one, other, fates):
        fate = fates.get(event.user_id, Traces())
        shown_since = fate.shown_at is not None and fate.shown_at >= other.as_of
        assert event.turn is not FollowTurn.UNFOLLOWED or shown_since or fate.elsewhere
        assert (
            event.turn not in {FollowTurn.SUSPENDED, FollowTurn.GONE, FollowTurn.RETURNED}
            or fate.falls
        )


@given(readings(), readings(), st.lists(st.integers(0, 11).map(shade), max_size=2).map(bytes))
def test_of_whom_may_have_been_erased_from_a_reading_nothing_is_sure(one, other, erased):
    blurred = replace(one, erased=erased)
    for event in events_between(blurred, other, {}):
        alike = shade(int(event.user_id)) in erased and event.user_id not in one.user_ids
        assert (event.turn is FollowTurn.UNSURE) is alike
        assert (knows(blurred, event.user_id) is None) is alike
    assert all(knows(blurred, key) for key in one.user_ids)


@given(st.lists(st.integers(1, 2**63 - 1), unique=True, max_size=50))
def test_a_shade_fits_into_a_byte(user_ids):
    assert all(0 <= shade(one) < 256 for one in user_ids)


def test_about_one_in_256_accounts_has_a_shade():
    """X's numbers have their time in the high bits and often nothing in the low ones."""
    counted = Counter(shade((n * 7_919) << 22) for n in range(256 * 200))
    assert len(counted) == 256
    assert 100 < min(counted.values()) <= max(counted.values()) < 300


def plainly(follows, followed):
    """Say the answer as a person would; None for a reading that cannot tell."""
    if None in (follows, followed):
        return "unknown"
    return {(1, 1): "mutual", (1, 0): "fan", (0, 1): "idol", (0, 0): "stranger"}[follows, followed]


def told(snapshot, key):
    if key in snapshot.user_ids:
        return 1
    return 0 if snapshot.complete else None


@given(readings(), readings(side=Side.FOLLOWING), st.sampled_from([str(n) for n in range(14)]))
def test_the_classification_is_the_plain_one_and_never_calls_unknown_a_no(
    followers, following, key
):
    answer = classify(followed_by=knows(followers, key), following=knows(following, key))
    assert answer.value == plainly(told(followers, key), told(following, key))
    incomplete = [one for one in (followers, following) if not one.complete]
    if any(key not in one.user_ids for one in incomplete):
        assert answer is Answer.UNKNOWN
