"""Somebody types into what lies over the posts: the posts behind it are left alone."""

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from allybook.domain.filters.show import show
from allybook.services.books.edit import approve
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles

LETTERS = "jknolramsh"
"""What does something to the post that the keyboard is on."""


class Hand:
    """Types as a keyboard does: the window gives each key to whom it belongs."""

    def __init__(self, window, *places):
        self.window, self.fired = window, []
        for place in places:
            for key in place.findChildren(QShortcut):
                key.activated.connect(lambda key=key: self.fired.append(key.key().toString()))

    def types(self, letters):
        for letter in letters:
            QTest.keyClick(self.window.windowHandle(), letter)
        fired, self.fired = self.fired, []
        return fired


@pytest.fixture
def hand(timeline, stage, settled):
    timeline.show_filter("lang:en")
    settled(lambda: show(timeline.sight.wish.chosen) == "lang:en" and timeline.sight.whole)
    timeline.view.setFocus()
    timeline.beside.step(1)
    settled()
    hand = Hand(stage.window, timeline.work, timeline.places)
    assert hand.types("j") == ["J"]
    return hand


def over():
    """Return what lies over the window."""
    return QApplication.activePopupWidget()


def open_editor(timeline):
    timeline.bar._row.chips[-1].click()
    menu = over()
    change = next(one for one in menu.actions() if one.text() == "Change it…")
    menu.close()
    change.trigger()
    return over()


def test_a_language_is_typed_into_the_card_of_a_chip(timeline, hand, settled):
    editor = open_editor(timeline)
    assert hand.types("norwegian") == []
    assert editor.value.view().currentIndex().data() == "Norwegian"
    hand.types("\r")
    settled(lambda: show(timeline.sight.wish.chosen) == "lang:no")


def test_no_part_of_a_card_acts_on_the_post_behind_it(timeline, hand):
    editor = open_editor(timeline)
    for part in (editor.keep, editor.about, editor.yes, editor.no):
        part.setFocus()
        assert hand.types(LETTERS) == []
    editor.keep.showPopup()
    assert hand.types(LETTERS) == []
    assert editor.keep.currentText() == "Keep posts"


def test_letters_in_a_menu_do_nothing_behind_it(timeline, hand):
    timeline.bar._row.chips[-1].click()
    assert hand.types(LETTERS) == []
    over().close()
    timeline.bar.more.click()
    assert hand.types(LETTERS) == []
    over().close()
    timeline.muting.ask()
    menu = over()
    assert hand.types(LETTERS) == []
    inner = next(action.menu() for action in menu.actions() if action.menu())
    inner.popup(menu.mapToGlobal(menu.rect().topRight()))
    assert hand.types(LETTERS) == []
    inner.close()
    menu.close()
    hand.window.shell.row.menu.click()
    assert hand.types(LETTERS) == []
    over().close()
    assert hand.types("j") == ["J"]


def test_letters_in_a_box_beside_the_posts_choose_in_the_box(qtbot, timeline, hand, settled):
    automatic = timeline.reader.automatic
    automatic.box.click()
    settled(automatic.cap.isVisible)
    automatic.cap.setFocus()
    qtbot.waitUntil(automatic.cap.hasFocus)
    assert hand.types(LETTERS) == []
    automatic.cap.showPopup()
    assert hand.types(LETTERS) == []
    automatic.cap.hidePopup()
    automatic.which.click()
    assert hand.types(LETTERS) == []
    over().close()


@pytest.fixture
def allies(desk):
    book = create_book(desk, "Harbour groups")
    nominate_handles(desk, book, ["ElmRowLegal", "OakLanePantry"])
    approve(desk, book, [ally.key for ally in book.allies()])
    desk.settings.write("book", book.info.book_id)


def test_a_menu_of_allies_does_what_its_lines_say_by_their_keys(qtbot, allies, stage, book_shown):
    tab = stage.window.allies()
    book_shown(tab)
    stage.window.shell.show_page("allies")
    table, asked = tab.work.table, []
    table.asked.connect(asked.append)
    stage.window.activateWindow()
    table.setCurrentIndex(table.model().index(0, 1))
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    hand = Hand(stage.window)
    tab.arranging.pop_menu(table.mapToGlobal(table.rect().center()))
    hand.types("adltco")
    assert asked == []
    over().close()
    table.menu_asked.emit(table.mapToGlobal(table.rect().center()))
    menu = over()
    hand.types("x")
    assert over() is menu
    hand.types("t")
    assert asked == []
    assert over() is tab.deeds.asking
    over().close()
