"""The window's tests run without a screen, in the bundled letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.theme.look import Look
from tests.ui.rest import come_to_rest

# Before the first application is made; a person may still choose to watch.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Only the screen that is not there says so: of sizes, of raising, of menus.
SCREENLESS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RESOURCES = Path(__file__).parents[2] / "resources"


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(SCREENLESS)


@pytest.fixture(scope="session")
def dressed(qapp):
    look = Look(RESOURCES, qapp)
    look.apply(qapp)
    return look


@pytest.fixture
def look(dressed):
    """The light look on the application; a test may change the scheme."""
    yield dressed
    dressed.set_scheme("light")


@pytest.fixture
def jobs(qtbot):
    """Jobs that are left to themselves when the test ends."""
    jobs = Jobs(patience_ms=1)
    yield jobs
    jobs.close()


def bury():
    """Delete the widgets that are closed, as the program does before it puts the desk away.

    What they meant to do in a moment would ask a desk that is gone.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def hub(desk, qtbot):
    hub = Hub(desk.announcer)
    yield hub
    hub.close()
    bury()


@pytest.fixture
def calm(qtbot, jobs):
    """Return a function that waits until nothing runs and something holds."""

    def wait(holds=lambda: True):
        come_to_rest(qtbot, jobs.running, holds)

    return wait
