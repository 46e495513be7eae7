"""Looking through the cache: who wishes something else breaks off what is being counted."""

from __future__ import annotations

from threading import Event, get_ident

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from allybook.domain.errors import Cancelled
from allybook.domain.filters.parse import parse
from allybook.ui.tabs.timeline.look_through import Wish
from allybook.ui.tabs.timeline.looking import Look, Looking

BEDS, ROW = Wish(parse("beds")), Wish(parse("row"))


class SlowCache:
    """A cache whose first count lasts until somebody breaks it off, or until it may go on."""

    def __init__(self, cache):
        self._cache = cache
        self._go_on = Event()
        self.counting = None
        self.broken_off = []

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def count(self, chosen):
        if self.counting is None:
            self.counting = get_ident()
            self._go_on.wait(20)
            if self.broken_off:
                raise Cancelled("Allybook stopped reading before the end.")
        return self._cache.count(chosen)

    def stop_reading(self, threads):
        self.broken_off += threads
        self.go_on()

    def go_on(self):
        self._go_on.set()


@pytest.fixture
def slow(desk):
    return SlowCache(desk.cache)


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def looking(desk, slow, jobs, page):
    looking = Looking(replace(desk, cache=slow), jobs, page)
    looking.sights, looking.errors = [], []
    looking.seen.connect(looking.sights.append)
    looking.failed.connect(looking.errors.append)
    return looking


def test_another_wish_breaks_off_what_is_being_counted(looking, slow, calm, qtbot):
    looking.look(BEDS, anew=False)
    qtbot.waitUntil(lambda: slow.counting is not None)
    looking.look(ROW, anew=False)
    calm(lambda: looking.sights)
    assert slow.broken_off == [slow.counting]
    assert [(sight.wish, sight.whole) for sight in looking.sights] == [(ROW, True)]
    assert looking.errors == []


def test_the_same_wish_again_breaks_nothing_off(looking, slow, calm, qtbot):
    looking.look(BEDS, anew=False)
    qtbot.waitUntil(lambda: slow.counting is not None)
    looking.look(BEDS, anew=False)
    slow.go_on()
    calm(lambda: len(looking.sights) == 2)
    assert slow.broken_off == []
    assert looking.sights[0].kept == looking.sights[1].kept > 0


def test_a_look_given_up_before_it_began_reads_nothing(desk, slow):
    look = Look(replace(desk, cache=slow), BEDS)
    look.give_up()
    with pytest.raises(Cancelled):
        look.run()
    assert slow.counting is None
    assert slow.broken_off == []


def test_a_look_that_has_ended_is_not_broken_off(desk, slow):
    slow.go_on()
    look = Look(replace(desk, cache=slow), BEDS)
    sight = look.run()
    look.give_up()
    assert sight.kept == len(sight.order) > 0
    assert slow.broken_off == []
