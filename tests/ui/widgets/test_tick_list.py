"""The tick list as a widget: one thing at a time, and nothing lit before it was opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allybook.domain.book.entry import Kind
from allybook.ui.widgets.avatar import Who
from allybook.ui.widgets.tick_list import TickCard, TickList, TickListView

JUNO = TickCard(Who("Juno Hale", Kind.PERSON, "7"), "Juno Hale", "@junohale", "Follow.", "A fan.")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ticks(qtbot, look):
    ticks = TickList(look)
    qtbot.addWidget(ticks)
    ticks.resize(320, 360)
    return ticks


def opened(card):
    return TickCard(card.who, card.name, card.under, card.deed, card.why, opened=True)


def test_an_empty_list_is_not_there(ticks):
    ticks.show_list(TickListView())
    assert ticks.isHidden()


def test_it_shows_one_and_names_who_comes_then(ticks):
    ticks.show_list(TickListView(JUNO, 1, 5, ("Ana", "Ben", "Cem"), "Dora: followed"))
    assert not ticks.isHidden()
    assert ticks.numbers.text() == "1 of 5 done"
    assert (ticks.name.text(), ticks.under.text()) == ("Juno Hale", "@junohale")
    assert ticks.what.text() == "Follow. A fan."
    assert ticks.then.text() == "Then Ana, Ben and 1 more."
    assert ticks.last.text() == "Dora: followed"
    assert "Juno Hale" in ticks.card.accessibleName()
    assert "1 of 5 done" in ticks.accessibleName()


def test_done_is_lit_only_after_it_was_opened(ticks):
    ticks.show_list(TickListView(JUNO, 0, 1))
    assert not ticks.done.isEnabled()
    assert ticks.skip.isEnabled()
    ticks.show_list(TickListView(opened(JUNO), 0, 1))
    assert ticks.done.isEnabled()
    assert ticks.open.text() == "Open again"


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("open", "open_asked"),
        ("done", "done_asked"),
        ("skip", "skip_asked"),
        ("undo", "undo_asked"),
    ],
)
def test_the_buttons_ask(qtbot, ticks, button, signal):
    ticks.show_list(TickListView(opened(JUNO), 1, 2, (), "Dora: followed"))
    ticks.show()
    with qtbot.waitSignal(getattr(ticks, signal)):
        QTest.mouseClick(getattr(ticks, button), LEFT)


@pytest.mark.parametrize(
    ("key", "signal"), [("o", "open_asked"), ("d", "done_asked"), ("s", "skip_asked")]
)
def test_the_keyboard_is_enough(qtbot, ticks, key, signal):
    ticks.show_list(TickListView(opened(JUNO), 0, 1))
    ticks.show()
    qtbot.waitExposed(ticks)
    ticks.activateWindow()
    qtbot.waitUntil(ticks.isActiveWindow)
    ticks.open.setFocus()
    with qtbot.waitSignal(getattr(ticks, signal)):
        qtbot.keyClick(ticks.open, key)


def test_the_keyboard_stays_on_what_comes_next(qtbot, ticks):
    ticks.show_list(TickListView(opened(JUNO), 0, 2, ("Ana",)))
    ticks.show()
    qtbot.waitExposed(ticks)
    ticks.activateWindow()
    qtbot.waitUntil(ticks.isActiveWindow)
    ticks.done.setFocus()
    ana = TickCard(Who("Ana", Kind.PERSON, "8"), "Ana", "", "Follow.")
    ticks.show_list(TickListView(ana, 1, 2, (), "Juno Hale: followed"))
    assert ticks.focusWidget() is ticks.open


def test_when_all_is_done_the_last_mark_can_still_be_taken_back(ticks):
    ticks.show_list(TickListView(None, 3, 3, (), "Juno Hale: followed"))
    assert ticks.card.isHidden()
    assert not ticks.isHidden()
    assert not ticks.undo.isHidden()


def test_an_address_that_did_not_open_can_be_copied(qtbot, ticks):
    ticks.show_list(TickListView(JUNO, 0, 1))
    ticks.refuse("No browser opened.", "Open this address yourself:", copies=True)
    assert not ticks.note.isHidden()
    with qtbot.waitSignal(ticks.copy_asked):
        ticks.note.followed.emit("Copy the address")


def test_there_is_no_button_for_all(ticks):
    ticks.show_list(TickListView(opened(JUNO), 1, 9, ("Ana", "Ben"), "Dora: followed"))
    words = {button.text() for button in (ticks.open, ticks.done, ticks.skip, ticks.undo)}
    assert words == {"Open again", "Done", "Skip", "Undo"}
