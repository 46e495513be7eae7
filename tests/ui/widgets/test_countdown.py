"""A pause counted down: each second for the eyes, at both ends for the ears."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.money.limits import WaitsFor
from allybook.ui.ticket import Pause
from allybook.ui.widgets.countdown import Countdown, figures, sentence, twin
from allybook.ui.widgets.progress import ProgressCard, Step

UNTIL = datetime(2026, 3, 30, 15, 20, tzinfo=UTC)


class Monotonic:
    """Seconds that go on when they are told to."""

    def __init__(self):
        self.seconds = 1_000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def add(qtbot):
    def add(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return add


@pytest.fixture
def time():
    return Monotonic()


@pytest.fixture
def countdown(add, look, time):
    shown = add(Countdown(look, monotonic=time))
    shown.heard = []
    shown.told.connect(shown.heard.append)
    return shown


def pause(seconds, why=WaitsFor.LIMIT, until=UNTIL):
    return Pause(until, 1_000.0 + seconds, why)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (7, "0:07"), (760, "12:40"), (3_599, "59:59"), (3_760, "1:02:40")],
)
def test_a_length_is_said_as_clocks_show_it(seconds, words):
    assert figures(seconds) == words


def test_what_is_waited_for_is_said_with_what_comes_then():
    assert sentence(WaitsFor.LIMIT, 760) == "X asks to wait: 12:40 left, then it goes on by itself"
    assert sentence(WaitsFor.TROUBLE, 4) == "X does not answer: the next try is in 0:04"
    assert sentence("Slowly, %1", 4) == "Slowly, %1: 0:04 left, then it goes on by itself"
    assert sentence(WaitsFor.LIMIT, 0) == "X asks to wait: it goes on any moment now"


def test_it_counts_by_seconds_that_no_clock_change_touches(qtbot, countdown, time):
    countdown.show_pause(pause(760.4))
    assert countdown.words.text().startswith("X asks to wait: 12:41 left")
    time.seconds += 60.01
    qtbot.waitUntil(lambda: "11:41 left" in countdown.words.text())
    time.seconds += 9_000
    qtbot.waitUntil(lambda: "any moment" in countdown.words.text())


def test_a_screen_reader_hears_the_beginning_and_the_end(countdown, time):
    countdown.show_pause(pause(760))
    name = countdown.words.accessibleName()
    assert name == twin(pause(760))
    assert countdown.heard == [f"{name}. It goes on by itself."]
    time.seconds += 30
    countdown.show_pause(pause(760))
    assert len(countdown.heard) == 1
    countdown.show_pause(None)
    assert countdown.heard[1:] == ["The pause is over; it goes on."]
    assert countdown.isHidden()


def test_a_breath_is_not_worth_saying(countdown):
    countdown.show_pause(pause(2, WaitsFor.TROUBLE))
    countdown.show_pause(None)
    assert countdown.heard == []


def test_what_nobody_sees_does_not_tick_and_is_right_when_seen_again(countdown, time):
    countdown.show_pause(pause(600))
    countdown.hide()
    assert not countdown._timer.isActive()
    time.seconds += 120
    countdown.show()
    assert "8:00 left" in countdown.words.text()
    assert countdown._timer.isActive()


def test_the_twin_says_the_hour_of_this_place():
    local = UNTIL.astimezone()
    assert twin(pause(0)).startswith("X asks to wait until ")
    assert f":{local:%M}" in twin(pause(0))
    assert twin(pause(0)) == twin(pause(0, until=UNTIL + timedelta(seconds=20)))


def test_a_card_counts_in_place_of_what_was_done_last(add, look):
    card = add(ProgressCard(look, "Reading the home timeline"))
    card.show_step(Step(200, 300, "Read a page"))
    height = card.sizeHint().height()
    card.show_step(Step(200, 300, "Read a page", pause=pause(760)))
    assert card.countdown.isVisible()
    assert not card.last.isVisible()
    assert card.sizeHint().height() == height
    assert card.accessibleName().startswith("Reading the home timeline, 200 of 300, X asks to wait")
    card.show_step(Step(300, 300, "Read a page"))
    assert not card.countdown.isVisible()
    assert card.last.isVisible()


def test_a_card_of_a_job_that_ended_says_nothing_of_going_on(add, look):
    card = add(ProgressCard(look, "Reading the home timeline"))
    heard = []
    card.countdown.told.connect(heard.append)
    card.show_step(Step(0, 0, pause=pause(10**9)))
    card.hide()
    card.show_step(Step(0, 0))
    assert len(heard) == 1
