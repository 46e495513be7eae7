"""Stories in the window wear the same look as its tests."""

import pytest

from allybook.ui.session import Stage
from tests.fakes.ways import FakeWays
from tests.ui.conftest import SCREENLESS, dressed, look
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
