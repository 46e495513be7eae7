from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.errors import BadInput
from allybook.practice.clock import PracticeClock, read_anchor
from tests.practice.conftest import scenario_texts

ANCHOR = datetime(2026, 3, 31, 12, 53, tzinfo=UTC)


def test_the_day_begins_at_the_anchor_and_goes_on():
    seconds = iter([1000.0, 1000.0, 1090.5])
    clock = PracticeClock(ANCHOR, lambda: next(seconds))
    assert clock.now() == ANCHOR
    assert clock.now() == ANCHOR + timedelta(seconds=90.5)


def test_the_day_is_read_without_the_people(scenario):
    assert read_anchor(scenario_texts()["scenario.toml"]) == scenario.setting.anchor
    assert read_anchor("anchor = 2026-03-31T12:53:00Z\n[[people]]\nnever read") == ANCHOR


@pytest.mark.parametrize(
    "text", ["", "anchor =", "anchor = 5", "anchor = 2026-03-31T12:53:00", "[[people]]"]
)
def test_a_scenario_without_a_day_is_refused(text):
    with pytest.raises(BadInput, match=r"scenario\.toml is wrong"):
        read_anchor(text)
