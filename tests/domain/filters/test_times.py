from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.filters.times import name_moment, name_span, read_moment, read_span


def test_spans():
    assert read_span("90m") == timedelta(minutes=90)
    assert read_span("3d") == timedelta(days=3)
    assert read_span("2w") == timedelta(weeks=2)
    assert read_span("999999999w") == read_span("999999999d")


@pytest.mark.parametrize("value", ["", "3", "d", "3 d", "-3d", "3y", "٣d", "9999999999d"])
def test_no_spans(value):
    assert read_span(value) is None


def test_moments():
    assert read_moment("2026-03-01") == datetime(2026, 3, 1, tzinfo=UTC)
    assert read_moment("2026-03-01T10:30") == datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
    assert read_moment("2026-03-01T10:30:05.5+02:00") == datetime(
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
    assert read_moment(value) is None


def test_in_words():
    assert name_span("1h") == "1 hour"
    assert name_span("3d") == "3 days"
    assert name_span("soon") == "soon"
    assert name_moment("2026-03-01") == "1 March 2026"
    assert name_moment("2026-03-01T10:30Z") == "1 March 2026 10:30 UTC"
    assert name_moment("2026-03-01T10:30:59Z") == "1 March 2026 10:30:59 UTC"
    assert name_moment("2026-03-01T10:30:00.5") == "1 March 2026 10:30:00.500000 UTC"
    assert name_moment("soon") == "soon"
