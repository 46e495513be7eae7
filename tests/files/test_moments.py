"""Moments as X's files write them."""

import email.utils
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.files.moments import read_moment

MOMENTS = st.datetimes(
    datetime(2006, 3, 21),  # noqa: DTZ001
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sat Feb 18 12:33:11 +0000 2023", datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)),
        ("Sat Feb 18 12:33:11 +0130 2023", datetime(2023, 2, 18, 11, 3, 11, tzinfo=UTC)),
        ("Sat Feb 18 12:33:11 -0800 2023", datetime(2023, 2, 18, 20, 33, 11, tzinfo=UTC)),
        ("2023-02-18T12:33:11.000Z", datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)),
        ("2023-02-18T12:33:11+02:00", datetime(2023, 2, 18, 10, 33, 11, tzinfo=UTC)),
        ("2023-02-18T12:33:11", datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)),
    ],
)
def test_both_shapes_are_read(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "18/02/2023 12:33:11",
        "Sat Foo 18 12:33:11 +0000 2023",
        "Sat Feb 31 12:33:11 +0000 2023",
        "Sat Feb 18 12:33:11 xxxxx 2023",
        "Sat Jan 01 00:00:00 +2300 0001",
        "0001-01-01T00:00:00+23:00",
        # What programs write that do not know a date.
        "0001-01-01T00:00:00Z",
        "Mon Jan 01 00:00:00 +0000 0001",
        "1601-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ],
)
def test_what_is_no_moment_is_none(text):
    assert read_moment(text) is None


@given(MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_every_moment_comes_back(moment, minutes):
    there = moment.astimezone(timezone(timedelta(minutes=minutes)))
    day, rest = email.utils.format_datetime(there).split(", ")
    date, month, year, time, zone = rest.split()
    assert read_moment(f"{day} {month} {date} {time} {zone} {year}") == moment
    assert read_moment(there.isoformat()) == moment
