"""The window's tests run without a screen, in the bundled letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from allybook.ui.theme.look import Look

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
