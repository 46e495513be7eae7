from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.acts.pace import JITTER, Pace
from allybook.domain.errors import BadInput
from allybook.services.publish.pace import (
    choose_pace,
    next_after,
    note_sent,
    pace_of,
    sent_of_late,
    usual,
)

USUAL = Pace(20.0, 50)


def test_nobody_has_to_choose(desk):
    assert pace_of(desk) == usual(desk) == USUAL


def test_a_chosen_pace_is_kept(desk):
    choose_pace(desk, Pace(60.0, 10))
    assert pace_of(desk) == Pace(60.0, 10)
    assert pace_of(replace(desk, pace=1.0)) == Pace(60.0, 10)


@pytest.mark.parametrize("pace", [Pace(-1, 5), Pace(1e9, 5), Pace(5, 0), Pace(5, 10**9)])
def test_a_pace_that_cannot_be_kept_is_refused(desk, pace):
    with pytest.raises(BadInput):
        choose_pace(desk, pace)
    assert pace_of(desk) == USUAL


@pytest.mark.parametrize("words", ["soon", "nan", "-3"])
def test_a_damaged_setting_means_the_usual_pace(desk, words):
    desk.settings.write("pace", words)
    assert pace_of(desk) == USUAL


def test_changes_of_late_are_counted_for_24_hours(desk, clock):
    for _ in range(3):
        note_sent(desk, clock.now())
        clock.advance(seconds=3600)
    assert len(sent_of_late(desk)) == 3
    assert next_after(desk, Pace(1, 4)) is None
    assert next_after(desk, Pace(1, 3)) == clock.now() + timedelta(hours=21)
    assert next_after(desk, Pace(1, 1)) == clock.now() + timedelta(hours=23)
    clock.advance(seconds=22 * 3600)
    assert len(sent_of_late(desk)) == 1


def test_moments_still_to_come_count_as_now(desk, clock):
    clock.advance(seconds=10**6)
    note_sent(desk, clock.now())
    clock.advance(seconds=-(10**6))
    assert sent_of_late(desk) == (clock.now(),)
    note_sent(desk)
    clock.advance(seconds=24 * 3600)
    assert sent_of_late(desk) == ()


@given(st.integers(0, 500), st.integers(0, 80), st.integers(1, 60))
def test_days_hold_all_changes_and_never_too_many(changes, sent, daily):
    days = Pace(20.0, daily).days(changes, sent)
    assert sum(days) == changes
    assert max(days) <= daily
    assert days[0] <= max(0, daily - sent)
    assert all(days[1:])


def test_a_long_list_takes_days():
    pace = Pace(20.0, 50)
    assert pace.days(50, 36) == (14, 36)
    assert pace.minutes((14, 36)) == 24 * 60 + 12
    assert pace.days(3) == (3,)
    assert pace.minutes((3,)) == 1.0


def test_chance_makes_a_pause_longer_never_shorter():
    assert USUAL.apart(0.0) == timedelta(seconds=20)
    assert USUAL.apart(1.0) == timedelta(seconds=20 * (1 + JITTER))


def test_faster_is_quicker_or_more():
    assert Pace(19, 50).is_faster(USUAL)
    assert Pace(60, 51).is_faster(USUAL)
    assert not Pace(20, 50).is_faster(USUAL)
    assert not Pace(60, 10).is_faster(USUAL)
