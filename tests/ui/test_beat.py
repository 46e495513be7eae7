"""The beat of the window: each minute, and each day that begins, while it can be seen."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget

from allybook.ui.beat import Beat
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.zones import NEW_YORK

MINUTE = 60
HOUR = 60 * MINUTE


@pytest.fixture
def clock():
    """Half past six in the evening of the last of March in New York; 10:30 PM for X."""
    return FixedClock(datetime(2026, 3, 31, 22, 30, tzinfo=UTC), NEW_YORK)


@pytest.fixture
def desk(profile, clock, network):
    return make_desk(profile, clock, network)


@pytest.fixture
def beat(desk, hub, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Beat(desk, hub, window)


@pytest.fixture
def heard(hub):
    """What the hub tells."""
    told = []
    hub.minute.connect(lambda: told.append("minute"))
    hub.day_began.connect(lambda: told.append("day"))
    hub.changed.connect(lambda changed: told.append("ledger" if changed.ledger else "else"))
    return told


def test_it_beats_each_minute_also_soon_after_a_sleep(beat):
    assert beat.timer.isActive()
    assert not beat.timer.isSingleShot()
    assert beat.timer.interval() <= MINUTE * 1_000


def test_minutes_are_told_and_days_as_they_begin(beat, clock, heard):
    clock.advance(seconds=MINUTE)
    beat.timer.timeout.emit()
    assert heard == ["minute"]
    heard.clear()
    clock.advance(seconds=2 * HOUR)
    beat.timer.timeout.emit()
    assert heard == ["ledger", "day", "minute"]
    heard.clear()
    clock.advance(seconds=4 * HOUR)
    beat.timer.timeout.emit()
    assert heard == ["day", "minute"]
    heard.clear()
    beat.timer.timeout.emit()
    assert heard == ["minute"]


def test_a_window_that_is_closed_says_nothing_more(beat, clock, heard):
    beat._window.close()
    clock.advance(seconds=24 * HOUR)
    beat.timer.timeout.emit()
    assert heard == []
