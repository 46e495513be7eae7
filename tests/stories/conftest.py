"""Stories in the window wear the same look as its tests."""

import pytest

from allybook.services.people.resolve import resolve, unnamed
from allybook.services.reading.capture import capture, chat_source
from allybook.services.sign_in.who import sign_in
from allybook.ui.session import Stage
from tests.fakes.desk import Patience
from tests.fakes.ways import FakeWays
from tests.ui.conftest import SCREENLESS, dressed, look
from tests.ui.rest import come_to_rest
from tests.workshop import practice_desk

__all__ = ["dressed", "look"]


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(SCREENLESS)


@pytest.fixture
def desk(tmp_path):
    with practice_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def ways():
    return FakeWays()


@pytest.fixture
def stage(qtbot, look, desk, ways):
    stage = Stage(desk, look, ways)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    yield stage
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    stage.close()


@pytest.fixture
def settled(qtbot, stage):
    """Return a function that waits until nothing runs and something holds."""

    def wait(holds=lambda: True):
        come_to_rest(qtbot, stage.jobs.running, holds)

    return wait


@pytest.fixture
def book_shown(settled):
    """Return a function that waits until the tab of allies shows its book as it is now."""

    def wait(tab):
        settled(lambda: tab.page is not None and not tab.refresher.busy)

    return wait


@pytest.fixture
def read(desk):
    """The chat is in the cache with its authors."""
    sign_in(desk)
    capture(desk, "swhelper", Patience())
    authors = [post.author_id for post in desk.cache.posts(chat_source("swhelper"))]
    resolve(desk, unnamed(desk, authors), Patience())


@pytest.fixture
def timeline(qtbot, stage, read, settled):
    """The timeline of an active window, with all that stands beside its posts."""
    tab = stage.window.timeline()
    settled(lambda: tab.model.rowCount() > 0 and tab._map.spots)
    # Keys are for the window that has the keyboard.
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    return tab
