"""The menu of the window."""

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from allybook.ui.delegates.post import Density
from allybook.ui.frame.window_menu import WindowMenu


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def menu(look, parent):
    return WindowMenu(look, parent, QMenu("Accounts", parent))


def test_its_lines_stand_in_this_order(menu):
    assert [line.text() for line in menu.actions() if not line.isSeparator()] == [
        "Work offline",
        "Accounts",
        "Look",
        "Activity…",
        "Forget what X said…",
        "Other ways to start…",
        "Quit",
    ]


def test_it_tells_which_scheme_was_chosen_and_ticks_the_one_that_is_shown(qtbot, menu, look):
    assert menu.schemes[look.chosen].isChecked()
    with qtbot.waitSignal(menu.scheme_chosen) as told:
        menu.schemes["dark"].trigger()
    assert told.args == ["dark"]
    assert menu.schemes["dark"].isChecked()


def test_it_tells_how_much_of_each_post_was_chosen(qtbot, menu):
    with qtbot.waitSignal(menu.density_chosen) as told:
        menu.densities[Density.COMPACT].trigger()
    assert told.args == [Density.COMPACT]
    assert [entry.text() for entry in menu.densities.values()] == [
        "Compact posts, 1 line",
        "Usual posts, 2 lines",
        "Roomy posts, 3 lines",
    ]
