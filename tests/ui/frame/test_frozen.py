"""The strip above all else, for as long as nothing can be kept."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.store.profile import Profile
from allybook.ui.frame.frozen import FrozenStrip
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

FULL = "The disk is full: Allybook shows what it has and keeps nothing new."


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, None)


def test_it_tells_why_and_goes_when_there_is_room_again(qtbot, look, desk):
    told = [FULL]
    strip = FrozenStrip(look, replace(desk, frozen=lambda: told[0]), again_ms=1)
    qtbot.addWidget(strip)
    assert strip.look_again()
    assert strip.isVisible()
    assert strip.accessibleName() == (
        "The disk is full. Allybook shows what it has and keeps nothing new."
    )
    with qtbot.waitSignal(strip.thawed):
        told[0] = ""
    assert not strip.isVisible()


def test_it_says_nothing_where_all_is_kept(qtbot, look, desk):
    strip = FrozenStrip(look, desk, again_ms=1)
    qtbot.addWidget(strip)
    assert not strip.look_again()
    assert not strip.isVisible()
