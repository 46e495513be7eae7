"""The refresh by itself while it reads: it says so, it can be ended, and its trouble passes."""

from datetime import timedelta
from decimal import Decimal
from threading import Event

import pytest
from msgspec.structs import replace

from allybook.domain.errors import CreditsGone, RateLimited
from allybook.domain.lists import XList
from allybook.services.reading.allowance import daily_cap, set_daily_cap, spent_by_itself
from tests.ui.tabs.timeline.hands import later

LIMIT = "X asks for a pause. Nothing was lost."
BROKE = "The credits of X are used up. Buy some; nothing was lost."
BY_ITSELF = "Every 15 minutes. Spent today: $0.00 of $0.25."


@pytest.fixture
def slow():
    """What ends the pauses that X asks for."""
    slow = Event()
    yield slow
    slow.set()


@pytest.fixture
def desk(desk, clock, slow):
    """A desk that waits as long as it is asked to, a slice at a time."""

    def wait(seconds):
        if slow.wait(0.02):
            clock.advance(seconds=seconds)

    set_daily_cap(desk, Decimal("0.25"))
    return replace(desk, wait=wait)


@pytest.fixture
def waiting(open_tab, qtbot, clock, network, calm):
    """It was told to wait by X while it read."""
    tab = open_tab()
    later(clock, network, 20)
    network.trouble["home"] = [RateLimited(LIMIT, clock.now() + timedelta(minutes=15))]
    automatic = tab.reader.automatic
    automatic.refresh()
    qtbot.waitUntil(lambda: automatic.says.text().startswith("X asks to wait until "))
    return tab


def test_switched_off_while_it_waits_it_asks_and_pays_no_more(desk, waiting, network, calm):
    automatic, asked = waiting.reader.automatic, len(network.asked)
    automatic.box.click()
    calm()
    assert (len(network.asked), spent_by_itself(desk), daily_cap(desk)) == (asked, 0, 0)
    assert automatic.says.text().startswith("Off. When on: ")
    automatic.box.click()
    calm(lambda: automatic.says.text() == BY_ITSELF)
    automatic.refresh()
    calm(lambda: spent_by_itself(desk) > 0)


def test_it_says_how_long_it_waits_and_reads_once_at_a_time(waiting, slow, network, desk, calm):
    automatic, asked = waiting.reader.automatic, len(network.asked)
    said = automatic.says.text()
    assert said.endswith(", then it goes on by itself. Without the tick it stops.")
    automatic.refresh()
    automatic.show_state()
    assert automatic.says.text() == said
    slow.set()
    calm(lambda: spent_by_itself(desk) > 0)
    assert automatic.says.text().startswith("Every 15 minutes. ")
    assert len(network.asked) == asked + 1


def test_refresh_pressed_meanwhile_names_it(waiting, qtbot, slow, calm):
    qtbot.waitUntil(waiting.refresh_button.isEnabled)
    waiting.refresh_button.click()
    qtbot.waitUntil(waiting.note.isVisible)
    assert "or by the refresh by itself. Wait" in waiting.note.accessibleName()
    slow.set()


def test_it_says_that_it_reads(open_tab, qtbot, jobs):
    automatic, read = open_tab().reader.automatic, Event()
    automatic._ticket = jobs.fetch(
        automatic,
        lambda _ticket: read.wait(60),
        done=lambda _answer: automatic._end(),
        failed=automatic._fail,
        progress=lambda _done, _total: automatic._say_now(),
    )
    qtbot.waitUntil(lambda: automatic.says.text() == "Reading… Without the tick it stops.")
    read.set()
    qtbot.waitUntil(lambda: automatic.says.text() == BY_ITSELF)


def test_trouble_goes_with_the_choice_that_mends_it(desk, open_tab, network, clock, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    tab = open_tab()
    automatic = tab.reader.automatic

    def fail():
        network.trouble["home"] = [CreditsGone(BROKE)]
        automatic.refresh()
        calm(lambda: automatic.says.text() == BROKE)

    fail()
    automatic.menu.aboutToShow.emit()
    next(one for one in automatic.menu.actions() if one.text() == "Housing").trigger()
    calm(lambda: automatic.says.text() == BY_ITSELF)
    fail()
    automatic.cap.activated.emit(automatic.cap.currentIndex())
    calm(lambda: automatic.says.text() == BY_ITSELF)
    fail()
    desk.line.switch(up=False)
    automatic.show_state()
    assert automatic.says.text() == "Waits until you are online."
