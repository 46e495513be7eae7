"""The clock of a laptop with a wrong time is still never behind what it has seen."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book.clock import is_far_ahead, moment, tick
from allybook.domain.book.entry import Stamp
from tests.structs import builds

STAMPS = builds(Stamp, st.integers(0, 2**45), st.integers(0, 2**16))
MOMENTS = st.integers(0, 2**45)


@given(STAMPS, MOMENTS)
def test_a_tick_is_later_than_the_last(last, now_ms):
    assert tick(last, now_ms) > last
    assert tick(last, now_ms).milliseconds >= now_ms


def test_the_wall_is_followed_when_it_is_ahead():
    assert tick(Stamp(5, 9), 7) == Stamp(7)
    assert tick(Stamp(5, 9), 3) == Stamp(5, 10)


@given(st.integers(0, 2**63))
def test_any_stamp_is_told_as_a_day_in_any_zone(milliseconds):
    told = moment(Stamp(milliseconds))
    for hours in (-12, 14):
        assert told.astimezone(timezone(timedelta(hours=hours))).year >= 1969


def test_a_stamp_is_told_as_the_moment_that_it_is():
    assert moment(Stamp(1_774_915_200_000)) == datetime(2026, 3, 31, tzinfo=UTC)
    assert moment(Stamp(2**48 - 1)) == datetime(9999, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(("years", "far"), [(-30, False), (0, False), (9, False), (11, True)])
def test_a_stamp_of_years_to_come_is_far_ahead(years, far):
    now = datetime(2026, 3, 31, tzinfo=UTC)
    written = now + timedelta(days=365 * years)
    assert is_far_ahead(Stamp(round(written.timestamp() * 1000)), now) is far
