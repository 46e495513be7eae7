"""Looking through the cache: who wishes something else breaks off what is being counted."""

from __future__ import annotations

from concurrent.futures import wait
from threading import Event, get_ident

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from allybook.domain.errors import Cancelled
from allybook.domain.filters.parse import parse
from allybook.ui.tabs.timeline.looking import MOST_AROUND, Looking, LookThrough
from allybook.ui.tabs.timeline.wish import Wish

BEDS, ROW, LAST = (Wish(parse(word)) for word in ("beds", "row", "last"))


class SlowCache:
    """A cache whose first count lasts until somebody breaks it off, or until it may go on."""

    def __init__(self, cache):
        self._cache = cache
        self._go_on = Event()
        self.counting = None
        self.counted = 0
        self.broken_off = []

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def count(self, chosen):
        if self.counting is None:
            self.counting = get_ident()
            self._go_on.wait(20)
            if self.broken_off:
                raise Cancelled("Allybook stopped reading before the end.")
        self.counted += 1
        return self._cache.count(chosen)

    def stop_reading(self, threads):
        self.broken_off += threads
        self.go_on()

    def go_on(self):
        self._go_on.set()


@pytest.fixture
def slow(desk):
    return SlowCache(desk.cache)


class Screened(QWidget):
    """A window that comes to the screen when it is told to."""

    is_there = True

    def testAttribute(self, which):  # noqa: N802 (Qt's name)
        there = self.is_there or which != Qt.WidgetAttribute.WA_Mapped
        return there and super().testAttribute(which)


@pytest.fixture
def page(qtbot):
    page = Screened()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def looking(desk, slow, jobs, page):
    looking = Looking(replace(desk, cache=slow), jobs, page)
    looking.sights, looking.errors = [], []
    looking.seen.connect(looking.sights.append)
    looking.failed.connect(looking.errors.append)
    return looking


def test_posts_are_not_taken_for_painted_before_the_window_is_there(looking, slow, page, qtbot):
    slow.go_on()
    page.is_there = False
    page.show()
    looking.look(ROW, anew=True)
    qtbot.waitUntil(lambda: bool(looking.sights))
    with qtbot.assertNotEmitted(looking.painted, wait=60):
        pass
    with qtbot.waitSignal(looking.painted):
        page.is_there = True
    qtbot.waitUntil(lambda: looking.sights[-1].whole)


def test_nobody_waits_for_ever_for_a_window_that_does_not_come(looking, slow, page, qtbot):
    slow.go_on()
    page.is_there = False
    page.show()
    with qtbot.waitSignal(looking.painted):
        looking.look(ROW, anew=True)
    qtbot.waitUntil(lambda: looking.sights[-1].whole)


def test_another_wish_breaks_off_what_is_being_counted(looking, slow, calm, qtbot):
    looking.look(BEDS, anew=False)
    qtbot.waitUntil(lambda: slow.counting is not None)
    looking.look(ROW, anew=False)
    calm(lambda: looking.sights)
    assert slow.broken_off == [slow.counting]
    assert [(sight.wish, sight.whole) for sight in looking.sights] == [(ROW, True)]
    assert looking.errors == []


def test_the_same_wish_again_breaks_nothing_off_and_the_late_answer_is_dropped(
    looking, slow, calm, qtbot
):
    looking.look(BEDS, anew=False)
    qtbot.waitUntil(lambda: slow.counting is not None)
    looking.look(BEDS, anew=False)
    qtbot.waitUntil(lambda: len(looking.sights) == 1)
    slow.go_on()
    calm(lambda: slow.counted == 4)
    assert slow.broken_off == []
    assert [sight.wish for sight in looking.sights] == [BEDS]


def test_of_a_wish_given_up_neither_the_first_posts_nor_all_are_heard(looking, slow, calm):
    slow.go_on()
    looking.look(BEDS, anew=True)
    looking.look(ROW, anew=True)
    looking.look(BEDS, anew=False)
    looking.look(ROW, anew=False)
    calm(lambda: looking.sights and looking.sights[-1].whole)
    assert {sight.wish for sight in looking.sights} == {ROW}
    assert looking.errors == []


def test_an_answer_that_was_on_its_way_when_another_wish_came_is_not_heard(
    looking, slow, jobs, calm
):
    slow.go_on()
    looking.look(BEDS, anew=False)
    # It has ended, and nobody has heard of it yet.
    wait(jobs._running.values())
    looking.look(ROW, anew=False)
    calm(lambda: looking.sights)
    assert [sight.wish for sight in looking.sights] == [ROW]


def test_a_look_given_up_before_it_began_reads_nothing(desk, slow):
    look = LookThrough(replace(desk, cache=slow), BEDS)
    look.give_up()
    with pytest.raises(Cancelled):
        look.run()
    assert slow.counting is None
    assert slow.broken_off == []


def test_a_look_that_has_ended_is_not_broken_off(desk, slow):
    slow.go_on()
    look = LookThrough(replace(desk, cache=slow), BEDS)
    sight = look.run()
    look.give_up()
    assert sight.kept == len(sight.order) > 0
    assert slow.broken_off == []


def test_few_counts_of_the_places_run_at_a_time_and_the_last_wish_waits(looking, slow, jobs, qtbot):
    around = []
    looking.seen_around.connect(lambda wish, *_: around.append(wish))
    looking.look_around(BEDS)
    qtbot.waitUntil(lambda: slow.counting is not None)
    for wish in (ROW, BEDS, ROW, LAST):
        looking.look_around(wish)
        assert jobs.running() <= MOST_AROUND
    # A later look is told before the one that lasts, which nobody hears of then.
    qtbot.waitUntil(lambda: around == [ROW, LAST])
    slow.go_on()
    qtbot.waitUntil(lambda: not jobs.running())
    assert around == [ROW, LAST]
    looking.look_around(BEDS)
    qtbot.waitUntil(lambda: around == [ROW, LAST, BEDS])
