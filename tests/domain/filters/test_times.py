from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.times import (
    day_of,
    is_local,
    local,
    midnight,
    name_moment,
    name_span,
    read_moment,
    read_span,
)
from tests.fakes.zones import APIA, BEIRUT, FIRST, LAST, NEW_YORK, ZONES


def test_spans():
    assert read_span("90m") == timedelta(minutes=90)
    assert read_span("3d") == timedelta(days=3)
    assert read_span("2w") == timedelta(weeks=2)
    assert read_span("999999999w") == read_span("999999999d")


@pytest.mark.parametrize("value", ["", "3", "d", "3 d", "-3d", "3y", "٣d", "9999999999d"])
def test_no_spans(value):
    assert read_span(value) is None


def test_moments():
    assert read_moment("2026-03-01", UTC) == datetime(2026, 3, 1, tzinfo=UTC)
    assert read_moment("2026-03-01T10:30", UTC) == datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
    assert read_moment("2026-03-01T10:30:05.5+02:00", FIRST) == datetime(
        2026, 3, 1, 8, 30, 5, 500_000, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2026-02-30",
        "2026-W01-1",
        "20260301",
        "0001-01-01T00:00+14:00",
        "2026-03-01T25:00",
    ],
)
def test_no_moments(value):
    assert read_moment(value, LAST) is None


def test_days_of_zones():
    assert read_moment("2026-03-26", NEW_YORK) == datetime(2026, 3, 26, 4, tzinfo=UTC)
    assert read_moment("2026-02-26", NEW_YORK) == datetime(2026, 2, 26, 5, tzinfo=UTC)
    assert read_moment("2026-03-26T21:39", NEW_YORK) == datetime(2026, 3, 27, 1, 39, tzinfo=UTC)
    assert read_moment("2026-03-26", FIRST) == datetime(2026, 3, 25, 10, tzinfo=UTC)
    assert read_moment("2026-03-26", LAST) == datetime(2026, 3, 26, 11, tzinfo=UTC)
    assert read_moment("2026-03-26T21:39Z", LAST) == datetime(2026, 3, 26, 21, 39, tzinfo=UTC)


def test_a_day_without_a_midnight_begins_when_clocks_go_forward():
    begins = midnight(date(2026, 3, 29), BEIRUT)
    assert begins == datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert begins.astimezone(BEIRUT).hour == 1
    assert midnight(date(2011, 12, 30), APIA) == midnight(date(2011, 12, 31), APIA)


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_the_calendar_ends_nowhere(zone):
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    for day in (date.min, date.max):
        assert first <= midnight(day, zone) <= last
        assert read_moment(day.isoformat(), zone) == midnight(day, zone)
    assert (day_of(first, zone), day_of(last, zone)) == (date.min, date.max)


def test_which_moments_hang_on_where_one_lives():
    assert all(map(is_local, ["2026-03-01", "2026-03-01T10:30", "2026-03-01T10:30:05.5"]))
    assert not any(map(is_local, ["2026-03-01T10:30Z", "2026-03-01T10:30-05:00"]))


def test_in_words():
    assert name_span("1h") == "1 hour"
    assert name_span("3d") == "3 days"
    assert name_span("soon") == "soon"
    assert name_moment("2026-03-01") == "1 March 2026"
    assert name_moment("2026-03-01T10:30Z") == "1 March 2026 10:30 UTC"
    assert name_moment("2026-03-01T10:30:59Z") == "1 March 2026 10:30:59 UTC"
    assert name_moment("2026-03-01T10:30:00.5") == "1 March 2026 10:30:00.500000"
    assert name_moment("soon") == "soon"


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from(ZONES))
def test_every_moment_can_be_told_by_every_clock(moment, zone):
    shown = local(moment, zone)
    assert shown == moment
    assert day_of(moment, zone) == shown.date()
    assert shown.tzinfo is zone or moment.date() in {date.min, date.max}
