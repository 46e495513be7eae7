from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.gateway.limits import PAUSE, end_of_period, reset_at
from tests.fakes.clock import NOON

SOON = NOON + timedelta(minutes=4)
LATER = NOON + timedelta(hours=3)
TOMORROW = NOON + timedelta(hours=20)
NAMES = ["x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"]


def window(name, left, reset):
    return {f"{name}-remaining": left, f"{name}-reset": str(int(reset.timestamp()))}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (window(NAMES[0], "0", SOON), SOON),
        (window(NAMES[0], "0", SOON) | window(NAMES[1], "7", TOMORROW), SOON),
        (window(NAMES[0], "7", SOON) | window(NAMES[2], "0", TOMORROW), TOMORROW),
        (window(NAMES[0], "0", SOON) | window(NAMES[1], "0", TOMORROW), TOMORROW),
        (window(NAMES[0], "", LATER), LATER),
        (window(NAMES[0], "", LATER) | window(NAMES[1], "0", SOON), SOON),
        (window(NAMES[0], "5", LATER), NOON + PAUSE),
        (window(NAMES[0], "0", NOON - timedelta(hours=1)), NOON + PAUSE),
        (window(NAMES[0], "0", NOON + timedelta(days=400)), NOON + PAUSE),
        (window(NAMES[0], "0", SOON) | {"retry-after": "3600"}, NOON + timedelta(hours=1)),
        ({"retry-after": "Mon, 30 Mar 2026 12:30:00 GMT"}, NOON + timedelta(minutes=30)),
        ({"retry-after": "Mon, 30 Mar 2026 12:30:00 -0000"}, NOON + timedelta(minutes=30)),
        ({"retry-after": "soon"}, NOON + PAUSE),
        ({"retry-after": f"Mon, 01 Jan {'9' * 20} 00:00:00 GMT"}, NOON + PAUSE),
        ({"x-rate-limit-remaining": "0", "x-rate-limit-reset": "later"}, NOON + PAUSE),
        ({}, NOON + PAUSE),
    ],
)
def test_the_window_that_is_used_up_decides(headers, expected):
    assert reset_at(headers, NOON) == expected


@given(
    st.dictionaries(
        st.sampled_from([f"{n}-{part}" for n in NAMES for part in ("remaining", "reset")])
        | st.just("retry-after"),
        st.text(max_size=30) | st.integers(-5, 10**13).map(str),
    )
)
def test_any_headers_give_a_moment_soon_to_come(headers):
    assert NOON < reset_at(headers, NOON) <= NOON + timedelta(days=2)


@pytest.mark.parametrize(
    ("period", "now", "expected"),
    [
        ("Daily", NOON, datetime(2026, 3, 31, tzinfo=UTC)),
        ("Monthly", NOON, datetime(2026, 4, 1, tzinfo=UTC)),
        ("Monthly", datetime(2026, 12, 31, 23, 59, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
        ("Fortnightly", NOON, NOON + PAUSE),
        ("", NOON, NOON + PAUSE),
    ],
)
def test_a_usage_cap_ends_with_its_period(period, now, expected):
    assert end_of_period(period, now) == expected
