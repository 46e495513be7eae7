from datetime import UTC, datetime, timedelta

from allybook.practice.limits import Limits

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


def test_the_window_opens_with_the_first_request_and_closes_after_fifteen_minutes():
    limits = Limits()
    assert [limits.take("GET /a", 2, NOON).allowed for _ in range(3)] == [True, True, False]
    assert not limits.take("GET /a", 2, NOON + timedelta(minutes=14, seconds=59)).allowed
    assert limits.take("GET /a", 2, NOON + timedelta(minutes=15)).allowed


def test_endpoints_have_windows_of_their_own():
    limits = Limits()
    assert limits.take("GET /a", 1, NOON).allowed
    assert limits.take("GET /b", 1, NOON).allowed


def test_headers_count_down_to_the_reset():
    headers = Limits().take("GET /a", 75, NOON).headers()
    assert headers == {
        "x-rate-limit-limit": "75",
        "x-rate-limit-remaining": "74",
        "x-rate-limit-reset": str(int((NOON + timedelta(minutes=15)).timestamp())),
    }
