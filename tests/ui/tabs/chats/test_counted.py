"""What was counted of a chat is what is read, for what was said, or a part that is told."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from threading import Event

import pytest

from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.hours import Hours
from allybook.services.money.quote import set_budget, spent_this_month
from allybook.services.reading.capture import capture, chat_source
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience


def written(clock, number, every):
    moments = [clock.now() - one * every for one in range(1, number + 1)]
    return [
        Post(id_at(at, sequence=5), "31", at, "#beds tonight", hashtags=("beds",)) for at in moments
    ]


@pytest.fixture
def tab(desk, network, clock, open_tab):
    """A chat of two hundred posts, of which the newest fifty are here."""
    sign_in(desk)
    network.found = written(clock, 200, timedelta(minutes=30))
    capture(desk, "beds", Patience(), most=50)
    return open_tab(desk)


def later(network, clock, number):
    """Let three hours go by, in the last minutes of which posts are written."""
    clock.advance(seconds=3 * 3600)
    network.found = [*written(clock, number, timedelta(minutes=4)), *network.found]


def count(tab, calm):
    tab.open_chat("#beds")
    calm(lambda: tab.count_button.isVisible() and tab.count_button.isEnabled())
    tab.count_button.click()
    calm(lambda: tab.buying.counted and tab.capture_button.isEnabled())


def press(tab, desk, calm):
    before = spent_this_month(desk)
    tab.capture_button.click()
    calm(lambda: not tab.buying.busy)
    return spent_this_month(desk) - before


def test_what_was_written_after_the_count_is_left_for_the_next(tab, desk, network, clock, calm):
    capture(desk, "beds", Patience())
    later(network, clock, 3)
    count(tab, calm)
    assert tab.capture_button.text() == "Capture 3 posts, $0.015"
    later(network, clock, 9)
    assert press(tab, desk, calm) == Decimal("0.015")
    count(tab, calm)
    assert tab.capture_button.text() == "Capture 9 posts, $0.045"
    assert press(tab, desk, calm) == Decimal("0.045")
    assert len(desk.cache.posts(chat_source("beds"))) == 212


def test_a_counted_chat_is_read_whole_however_much_was_written_since(
    tab, desk, network, clock, calm
):
    later(network, clock, 6)
    count(tab, calm)
    assert tab.capture_button.text() == "Capture 156 posts, $0.78"
    later(network, clock, 20)
    assert press(tab, desk, calm) == Decimal("0.78")
    assert tab.note.accessibleName() == ""
    assert len(desk.cache.posts(chat_source("beds"))) == 206


def test_a_part_is_offered_where_the_budget_has_room_for_no_more(tab, desk, network, clock, calm):
    later(network, clock, 6)
    count(tab, calm)
    set_budget(desk, spent_this_month(desk) + Decimal("0.12"))
    calm(lambda: "Capture 20 posts" in tab.capture_button.text())
    assert tab.capture_button.isEnabled()
    assert "Only the newest 20 of them are read." in tab.capture_button.toolTip()
    assert press(tab, desk, calm) == Decimal("0.10")
    assert tab.note.accessibleName() == (
        "20 posts read; there are older ones. Count to see the price of the rest."
    )


def test_of_a_chat_of_which_all_is_here_it_is_not_said_that_x_has_none(
    tab, desk, network, clock, calm
):
    hour = Hours(start=clock.now() - timedelta(hours=30), end=clock.now() - timedelta(hours=29))
    capture(desk, "beds", Patience(), window=hour)
    # What lies between is gone, so that X counts only what is here.
    network.found = [one for one in network.found if one in desk.cache.posts(chat_source("beds"))]
    count(tab, calm)
    assert tab.capture_button.text() == "Capture, free"
    network.asked.clear()
    assert press(tab, desk, calm) == 0
    assert network.asked == []
    assert tab.note.accessibleName() == "X has no new posts with this hashtag."


def test_what_could_not_be_used_of_a_chat_is_told(tab, desk, network, calm):
    count(tab, calm)
    network.broken = (Problem("77", Reason.OTHER, "the post 77: lang is not text"),)
    press(tab, desk, calm)
    told = tab.note.accessibleName()
    assert told.startswith("Not all could be used. 2 parts of what X sent could not be used")


def test_where_x_did_not_send_all_of_a_chat_that_is_told(tab, desk, network, calm):
    count(tab, calm)
    network.unshown = (Problem("", Reason.OTHER, "Something went wrong."),)
    press(tab, desk, calm)
    told = tab.note.accessibleName()
    assert "X did not send all of it (Something went wrong.); read it again later." in told


class SlowX(dict):
    """What X finds by each query: ``two`` posts for any, once it may go on."""

    def __init__(self, two):
        super().__init__()
        self.go_on, self._two = Event(), two

    def get(self, _query, _without):
        assert self.go_on.wait(20)
        return self._two


def leave(tab, button, calm):
    """Press a button of a chat, and open another one before it is known what came of it."""
    button.click()
    tab.open_chat("#macro")
    calm(lambda: not tab.buying.busy and tab.header.title.text() == "#macro")


def test_a_count_is_not_written_over_another_chat(tab, network, clock, calm, qtbot):
    slow = network.found_by = SlowX(written(clock, 2, timedelta(minutes=4)))
    tab.open_chat("#cosy")
    calm(lambda: tab.header.title.text() == "#cosy" and tab.count_button.isEnabled())
    tab.count_button.click()
    tab.open_chat("#macro")
    qtbot.waitUntil(lambda: tab.header.title.text() == "#macro")
    slow.go_on.set()
    qtbot.waitUntil(lambda: not tab.buying.busy)
    assert tab.buying.counted["cosy", False].posts == 2
    assert (tab.header.title.text(), tab.header.subtitle.text()) == ("#macro", "")
    assert tab.note.accessibleName() == ""


def test_what_came_of_another_chat_is_said_by_its_name(tab, network, calm):
    network.found = []
    tab.open_chat("#beds")
    calm(lambda: tab.count_button.isVisible() and tab.count_button.isEnabled())
    leave(tab, tab.count_button, calm)
    assert tab.note.accessibleName() == "#beds: X counts no new posts."


def test_a_capture_that_ends_leaves_the_other_chat_as_it_is(tab, desk, network, clock, calm):
    later(network, clock, 6)
    count(tab, calm)
    set_budget(desk, spent_this_month(desk) + Decimal("0.12"))
    calm(lambda: "Capture 20 posts" in tab.capture_button.text())
    leave(tab, tab.capture_button, calm)
    assert tab.note.accessibleName() == (
        "#beds: 20 posts read; there are older ones. Count to see the price of the rest."
    )
