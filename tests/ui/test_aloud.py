"""What a screen reader is told where Qt says nothing by itself."""

import pytest
from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QListView

from allybook.ui.aloud import say_where
from allybook.ui.widgets.places.tree import BY_TAB, PlacesTree
from allybook.ui.widgets.places.values import Place, Section


@pytest.fixture
def rows(qtbot):
    rows = QListView()
    rows.setModel(QStringListModel(["first", "second"], rows))
    qtbot.addWidget(rows)
    rows.show()
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    return rows


def test_the_row_that_one_comes_back_to_is_said(rows):
    rows.setCurrentIndex(rows.model().index(1, 0))
    assert say_where(rows) == "second"


def test_a_list_of_nothing_says_nothing(rows):
    rows.setModel(QStringListModel([], rows))
    assert say_where(rows) == ""


@pytest.fixture
def heard():
    return []


@pytest.fixture
def places(qtbot, look, heard):
    """The places of a tab, which nobody has come to yet."""
    tree = PlacesTree(look, "Places", say=lambda view: heard.append(say_where(view)))
    tree.show_sections([Section("Views", (Place("a", "Everything", "layers", "1,284"),))])
    tree.choose("a")
    qtbot.addWidget(tree)
    tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tree.show()
    tree.activateWindow()
    qtbot.waitUntil(tree.isActiveWindow)
    tree.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tree.clearFocus()
    return tree


def come_to(qtbot, places, reason):
    """Bring the keyboard to the places, and wait for all that was to be said by then."""
    said = []
    places.setFocus(reason)
    qtbot.waitUntil(places.hasFocus)
    QTimer.singleShot(0, lambda: said.append("all"))
    qtbot.waitUntil(lambda: bool(said))


@pytest.mark.parametrize("reason", BY_TAB)
def test_coming_to_the_places_by_the_tab_key_the_chosen_one_is_said(qtbot, places, heard, reason):
    heard.clear()
    come_to(qtbot, places, reason)
    assert heard == ["Everything, 1,284"]


def test_who_presses_a_place_with_the_mouse_sees_which(qtbot, places, heard):
    heard.clear()
    come_to(qtbot, places, Qt.FocusReason.MouseFocusReason)
    assert heard == []
