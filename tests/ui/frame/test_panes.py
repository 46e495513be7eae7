from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QTextEdit, QVBoxLayout, QWidget

from allybook.ui.frame.panes import ThreePanes
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.places.values import Place, Section


@pytest.fixture
def panes(qtbot, look):
    places = PlacesPane(look, "Places")
    places.show_sections([Section("Views", (Place("a", "Everything", "layers"),))])
    panes = ThreePanes(look, places, QTextEdit(), QLabel("details"))
    panes.places, panes.work = places, panes.findChild(QTextEdit)
    panes.details = next(w for w in panes.findChildren(QLabel) if w.text() == "details")
    qtbot.addWidget(panes)
    panes.show()
    return panes


def test_a_wide_window_shows_three_panes(panes, look):
    panes.resize(1_280, 700)
    assert not panes.details_folded
    assert panes.places.width() == look.width("sidebar") - 1
    assert panes.details.isVisible()
    assert panes.details.width() == look.width("details")


def test_details_open_over_the_list_in_a_narrow_window(qtbot, panes):
    panes.resize(1_000, 700)
    assert panes.details_folded
    assert not panes.details.isVisible()
    panes.open_details()
    assert panes.details.isVisible()
    assert panes.drawer.geometry().right() == 999
    with qtbot.waitSignal(panes.drawer.closed):
        qtbot.keyClick(panes.drawer, Qt.Key.Key_Escape)
    assert not panes.details.isVisible()


def test_the_cross_closes_them_too(qtbot, panes):
    panes.resize(1_000, 700)
    panes.open_details()
    qtbot.mouseClick(panes.drawer.cross, Qt.MouseButton.LeftButton)
    assert panes.drawer.isHidden()


@pytest.fixture
def narrow(qtbot, look):
    """Panes whose work is a field over a list, in a window that has the keyboard."""
    work, places = QWidget(), PlacesPane(look, "Places")
    column = QVBoxLayout(work)
    panes = ThreePanes(look, places, work, QLabel("details"))
    panes.field, panes.rows = QLineEdit(), QListWidget()
    column.addWidget(panes.field)
    column.addWidget(panes.rows)
    qtbot.addWidget(panes)
    panes.resize(1_000, 700)
    panes.show()
    panes.activateWindow()
    qtbot.waitUntil(panes.isActiveWindow)
    return panes


@pytest.mark.parametrize("name", ["field", "rows"])
def test_closed_details_give_the_keyboard_back_to_where_it_was(qtbot, narrow, name):
    before = getattr(narrow, name)
    before.setFocus()
    narrow.open_details()
    narrow.open_details()
    assert narrow.drawer.cross.hasFocus()
    qtbot.keyClick(narrow.drawer.cross, Qt.Key.Key_Escape)
    assert before.hasFocus()


def test_the_list_has_the_keyboard_where_it_was_elsewhere_before(qtbot, narrow):
    narrow.field.setFocus()
    narrow.open_details()
    narrow.field.hide()
    qtbot.keyClick(narrow.drawer.cross, Qt.Key.Key_Escape)
    assert narrow.rows.hasFocus()
    narrow.open_details()
    narrow.rows.hide()
    narrow.field.show()
    qtbot.keyClick(narrow.drawer.cross, Qt.Key.Key_Escape)
    assert narrow.field.hasFocus()


def test_opening_details_beside_the_list_changes_nothing(panes):
    panes.resize(1_280, 700)
    panes.open_details()
    assert panes.drawer.isHidden()


def test_places_become_a_strip_and_come_back(panes, look):
    panes.resize(800, 600)
    assert panes.places.folded
    assert panes.places.width() == look.width("strip") - 1
    panes.resize(1_280, 700)
    assert not panes.places.folded
    assert panes.places.width() == look.width("sidebar") - 1
    assert panes.details.isVisible()


def test_places_opened_by_hand_have_room_for_their_words(panes, look):
    panes.resize(640, 400)
    panes.places.strip.words_asked.emit()
    assert panes.places.width() >= 176
    assert panes.work.width() >= 240
    # A little more or less room folds nothing that a person opened.
    panes.resize(660, 400)
    assert panes.places.opened
    panes.resize(1_280, 700)
    assert not panes.places.opened
    assert not panes.places.folded
    assert panes.widths() == (look.width("sidebar"), look.width("details"))


def test_widths_are_remembered_through_folding(panes):
    panes.resize(1_400, 700)
    panes.set_widths(260, 400)
    panes.resize(700, 600)
    panes.resize(1_400, 700)
    assert panes.widths() == (260, 400)
    assert (panes.places.width(), panes.details.width()) == (259, 400)


def test_widths_stay_within_their_bounds(panes):
    panes.set_widths(5, 9_000)
    assert panes.widths() == (176, 480)


def test_two_panes_will_do(qtbot, look):
    panes = ThreePanes(look, PlacesPane(look, "Places"), QLabel("work"))
    qtbot.addWidget(panes)
    panes.resize(1_280, 700)
    panes.show()
    panes.open_details()
    assert panes.drawer.isHidden()
    work = next(w for w in panes.findChildren(QLabel) if w.text() == "work")
    assert work.width() > 1_000


def test_a_page_without_anything_to_choose_gives_the_details_room_to_the_work(panes):
    panes.resize(1_280, 700)
    panes.set_details_shown(shown=False)
    assert not panes.details.isVisible()
    panes.resize(1_000, 700)
    panes.open_details()
    assert panes.drawer.isHidden()
    panes.resize(1_280, 700)
    panes.set_details_shown(shown=True)
    assert panes.details.isVisible()


@pytest.mark.parametrize(("width", "folded"), [(1_280, False), (1_000, True)])
def test_they_fold_for_a_width_before_they_are_seen(qtbot, look, width, folded):
    details = QLabel("details")
    panes = ThreePanes(look, PlacesPane(look, "Places"), QTextEdit(), details)
    qtbot.addWidget(panes)
    panes.fit(width)
    assert (details.parentWidget() is panes.drawer) is folded
    panes.resize(width, 700)
    panes.show()
    assert (details.parentWidget() is panes.drawer) is folded
