from datetime import UTC, datetime, timedelta

from allybook.practice.clock import PracticeClock

ANCHOR = datetime(2026, 3, 31, 12, 53, tzinfo=UTC)


def test_the_day_begins_at_the_anchor_and_goes_on():
    seconds = iter([1000.0, 1000.0, 1090.5])
    clock = PracticeClock(ANCHOR, lambda: next(seconds))
    assert clock.now() == ANCHOR
    assert clock.now() == ANCHOR + timedelta(seconds=90.5)
