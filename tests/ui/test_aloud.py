"""What a screen reader is told where Qt says nothing by itself."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView

from allybook.ui.aloud import say_where
from allybook.ui.widgets.places.pane import PlacesPane
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


def test_coming_to_the_places_by_the_tab_key_the_chosen_one_is_said(qtbot, look):
    pane = PlacesPane(look, "Places")
    pane.show_sections([Section("Views", (Place("a", "Everything", "layers", "1,284"),))])
    pane.choose("a")
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    pane.tree.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(pane.tree.hasFocus)
    assert say_where(pane.tree).startswith("Everything")
