"""The strip above all else, for as long as nothing can be kept."""

from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, current_thread, main_thread

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from allybook.domain.changes import Changed
from allybook.store.profile import Profile
from allybook.ui.frame.disk import Disk
from allybook.ui.frame.frozen import AGAIN, FrozenStrip
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

FULL = "The disk is full: Allybook shows what it has and keeps nothing new."


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, None)


@pytest.fixture
def told():
    """What the disk says about itself."""
    return [FULL]


@pytest.fixture
def strip(qtbot, look, desk, told):
    with shown(qtbot, look, replace(desk, frozen=lambda: told[0])) as strip:
        yield strip


@contextmanager
def shown(qtbot, look, desk, *, again_ms=1):
    hub, jobs = Hub(desk.announcer), Jobs()
    strip = FrozenStrip(look, desk, jobs, hub, again_ms=again_ms)
    qtbot.addWidget(strip)
    yield strip
    jobs.close()
    hub.close()


def test_it_tells_why_and_goes_when_there_is_room_again(qtbot, strip, told):
    strip.look_again()
    qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName() == (
        "The disk is full. Allybook shows what it has and keeps nothing new. Try again"
    )
    with qtbot.waitSignal(strip.thawed):
        told[0] = ""
    assert not strip.isVisible()


def test_it_says_nothing_where_all_is_kept(qtbot, strip, told):
    told[0] = ""
    strip.show_why("")
    strip.take(lambda: told.append("done again"))
    qtbot.waitUntil(lambda: not strip.busy)
    assert not strip.isVisible()
    assert told == [""]


def test_what_was_not_written_is_done_again_when_it_can_be(qtbot, strip, told):
    strip.take(lambda: told.append("first"))
    strip.take(lambda: told.append("second"))
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(strip.thawed):
        told[0] = ""
    assert strip.accessibleName() == (
        "There is room again. The last 2 things that you did were not written. Try again"
    )
    strip.followed.emit(AGAIN)
    assert told == ["", "first", "second"]
    assert not strip.isVisible()


def test_who_did_something_else_meanwhile_is_asked_no_more(qtbot, strip, told, desk):
    strip.take(lambda: told.append("again"))
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(strip.thawed):
        told[0] = ""
    assert "What you did last was not written." in strip.accessibleName()
    desk.announcer.announce(Changed(books=frozenset({"b"})))
    qtbot.waitUntil(lambda: not strip.isVisible())
    strip.followed.emit(AGAIN)
    assert told == [""]


def test_what_is_offered_stays_when_the_disk_is_looked_at_again(qtbot, strip, told):
    strip.take(lambda: told.append("again"))
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(strip.thawed):
        told[0] = ""
    strip.look_again()
    qtbot.waitUntil(lambda: not strip.busy)
    # What fails for another reason is told by whoever asked, and not offered along with it.
    strip.take(lambda: told.append("refused"))
    qtbot.waitUntil(lambda: not strip.busy)
    assert strip.isVisible()
    strip.followed.emit(AGAIN)
    assert told == ["", "again"]


def test_who_closed_it_hears_of_what_is_lost_later(qtbot, strip, told):
    strip.take(lambda: told.append("first"))
    qtbot.waitUntil(strip.isVisible)
    strip.hide()
    strip.look_again()
    qtbot.waitUntil(lambda: not strip.busy)
    assert not strip.isVisible()
    strip.take(lambda: told.append("second"))
    qtbot.waitUntil(strip.isVisible)


def test_room_that_came_while_it_was_looked_is_seen_at_once(qtbot, look, desk):
    looks, go_on = [], Event()

    def frozen():
        looks.append(FULL if not looks else "")
        go_on.wait(30)
        return looks[-1]

    # Nobody looks by themselves here.
    with shown(qtbot, look, replace(desk, frozen=frozen), again_ms=600_000) as strip:
        strip.take(None)
        qtbot.waitUntil(lambda: looks == [FULL])
        strip.look_again()
        with qtbot.waitSignal(strip.thawed):
            go_on.set()
        assert looks == [FULL, ""]


def test_the_window_does_not_wait_for_a_disk_that_hangs(qtbot, look, desk):
    asked_in = []

    def frozen():
        asked_in.append(current_thread())
        return ""

    hub, jobs, shell = Hub(desk.announcer), Jobs(), QWidget()
    qtbot.addWidget(shell)
    disk = Disk(replace(desk, frozen=frozen), look, jobs, hub, shell)
    asked_in.clear()
    desk.announcer.announce(Changed(settings=True))
    qtbot.waitUntil(lambda: bool(asked_in))
    assert main_thread() not in asked_in
    assert "strip" not in vars(disk)
    jobs.close()
    hub.close()
