"""X asks to wait: the window says how long, stays at work, and goes on by itself or stops."""

from datetime import timedelta
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.errors import RateLimited, Unreachable
from allybook.domain.posts import Post
from allybook.services.line import Line
from allybook.services.reading.capture import capture, chat_source
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
PAUSE = timedelta(minutes=12, seconds=40)
PAGES = 5


class Hasty:
    """A clock that waiting moves: a quarter of a second in some milliseconds, once it may."""

    def __init__(self, clock):
        self._clock, self.zone = clock, clock.zone
        self._slept = timedelta()
        self.hurry = Event()

    def now(self):
        return self._clock.now() + self._slept

    def wait(self, seconds):
        if self.hurry.wait(0.02):
            self._slept += timedelta(seconds=seconds)


@pytest.fixture
def network():
    return MemoryNetwork()


@pytest.fixture
def desk(tmp_path, network):
    """A desk with a chat in its cache, from now on on a line whose other end is a test's."""
    with practice_desk(tmp_path) as desk:
        capture(desk, "swhelper", Patience())
        clock = Hasty(desk.clock)
        yield replace(
            desk, clock=clock, wait=clock.wait, line=Line(network), chance=lambda: 0.0, billed=None
        )


@pytest.fixture
def timeline(qtbot, stage):
    tab = stage.window.timeline()
    # Nothing can be read before its price stands there.
    ready = (tab.model.rowCount, tab.refresh_button.isEnabled)
    qtbot.waitUntil(lambda: all(one() for one in ready), timeout=20_000)
    return tab


def posts(desk, number):
    """Return posts, newest first, five of them a page."""
    newest = desk.cache.posts(chat_source("swhelper"))[-1]
    first = int(newest.post_id)
    return [
        Post(str(first + n), newest.author_id, newest.created_at, f"Later, number {n}")
        for n in range(number, 0, -1)
    ]


def wait_for_x(qtbot, desk, network, tab, pages=1):
    """Press Refresh, and wait until X asks to wait after some pages."""
    network.timeline, network.page_size = posts(desk, 3 * PAGES), PAGES
    limit = RateLimited("X asks for a pause. Nothing was lost.", desk.clock.now() + PAUSE)
    network.trouble["home"] = [*[None] * pages, limit]
    qtbot.mouseClick(tab.refresh_button, LEFT)
    qtbot.waitUntil(tab.progress.countdown.isVisible, timeout=20_000)


def test_the_window_says_how_long_and_stays_at_work(qtbot, desk, network, stage, timeline):
    wait_for_x(qtbot, desk, network, timeline)
    words = timeline.progress.countdown.words
    assert words.text().startswith("X asks to wait: 12:")
    assert words.text().endswith(" left, then it goes on by itself")
    shown = words.text()
    qtbot.waitUntil(lambda: words.text() != shown)
    timeline.show_filter("housing")
    qtbot.waitUntil(lambda: timeline.sight.wish.chosen == timeline.bar.chosen)
    stage.window.followback()
    stage.window.timeline()
    assert timeline.progress.countdown.isVisible()
    kept = desk.cache.count(timeline.sight.wish.chosen)
    qtbot.waitUntil(lambda: timeline.sight.kept == kept)
    qtbot.mouseClick(timeline.progress.stop, LEFT)
    qtbot.waitUntil(timeline.progress.isHidden)


def test_it_goes_on_by_itself_and_reads_the_rest(qtbot, desk, network, timeline):
    told = []
    timeline.progress.countdown.told.connect(told.append)
    wait_for_x(qtbot, desk, network, timeline)
    asked = len(network.asked)
    desk.clock.hurry.set()
    qtbot.waitUntil(timeline.refresh_button.isEnabled, timeout=20_000)
    assert network.asked[asked:] == ["home", "home"]
    assert timeline.progress.isHidden()
    assert timeline.note.accessibleName() == "15 posts read. X charged nothing for that."
    assert desk.cache.post(network.timeline[-1].post_id)
    # Told at both ends, not each second.
    assert [words.partition(" until")[0] for words in told][:1] == ["X asks to wait"]
    assert len(told) <= 2


def test_stop_ends_the_waiting_at_once_and_keeps_what_was_read(qtbot, desk, network, timeline):
    wait_for_x(qtbot, desk, network, timeline)
    asked = len(network.asked)
    qtbot.mouseClick(timeline.progress.stop, LEFT)
    qtbot.waitUntil(timeline.progress.isHidden)
    assert "Stopped." in timeline.note.accessibleName()
    assert desk.cache.post(network.timeline[PAGES - 1].post_id)
    assert len(network.asked) == asked


def test_however_many_jobs_wait_what_is_here_can_be_read(qtbot, desk, stage, timeline):
    stop, heard = Event(), []

    def wait(ticket):
        while not (ticket.cancelled() or stop.wait(0.02)):
            pass

    words = {"done": heard.append, "failed": heard.append}
    for _ in range(30):
        stage.jobs.fetch(stage, wait, **words)
    timeline.show_filter("housing")
    qtbot.waitUntil(lambda: timeline.sight.wish.chosen == timeline.bar.chosen)
    assert heard == []
    stop.set()
    qtbot.waitUntil(lambda: len(heard) == 30)


def test_a_limit_of_a_day_ends_the_job_with_its_moment(qtbot, desk, network, timeline):
    sentence = "X asks for a pause until 31 March 08:00 UTC; go on then. Nothing was lost."
    network.timeline, network.page_size = posts(desk, 3 * PAGES), PAGES
    limit = RateLimited(sentence, desk.clock.now() + timedelta(hours=20))
    network.trouble["home"] = [None, limit]
    qtbot.mouseClick(timeline.refresh_button, LEFT)
    qtbot.waitUntil(timeline.note.isVisible, timeout=20_000)
    assert "31 March 08:00 UTC" in timeline.note.accessibleName()
    assert desk.cache.post(network.timeline[0].post_id)


def test_trouble_that_passes_is_no_trouble(qtbot, desk, network, timeline):
    desk.clock.hurry.set()
    network.timeline = posts(desk, 3)
    network.trouble["home"] = [Unreachable("X did not answer in time.")] * 2
    qtbot.mouseClick(timeline.refresh_button, LEFT)
    qtbot.waitUntil(lambda: network.asked.count("home") == 3, timeout=20_000)
    qtbot.waitUntil(timeline.refresh_button.isEnabled)
    assert timeline.note.accessibleName() == "3 posts read. X charged nothing for that."
    assert desk.cache.post(network.timeline[-1].post_id)
