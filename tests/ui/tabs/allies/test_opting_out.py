"""Opting out in the window: the other books that have somebody are named, and offered."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.services.books.edit import approve
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.widgets.prose import Prose

LEFT = Qt.MouseButton.LeftButton
WHO = "101"


@pytest.fixture
def food(desk, book):
    """Another book that counts on one of them."""
    food = create_book(desk, "Food")
    account = desk.cache.account(WHO)
    nominate_handles(desk, food, [account.handle])
    approve(desk, food, [WHO])
    return food


def ask(tab, settle):
    tab.deeds.ask("opt_out", tab.work.model.picks(1, 1), tab.mapToGlobal(tab.rect().center()))
    settle(tab)
    return tab.deeds.opting_out


def test_opting_out_asks_once_says_for_ever_and_enter_does_not_do_it(tab, book, qtbot, settle):
    dialog = ask(tab, settle)
    assert "cannot be undone" in dialog.accessibleDescription()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally("101").status is Status.APPROVED
    qtbot.mouseClick(ask(tab, settle).yes, LEFT)
    settle(tab)
    assert book.ally("101").status is Status.OPTED_OUT
    assert tab.acts.last == ""


@pytest.mark.parametrize("there_too", [True, False])
def test_another_book_that_has_them_is_named_and_offered(food, book, tab, qtbot, settle, there_too):
    dialog = ask(tab, settle)
    told = [one.text() for one in dialog.findChildren(Prose)]
    assert "Other books have them as well: “Food”." in told
    assert dialog.also.isVisible()
    assert dialog.also.isChecked()
    dialog.also.setChecked(there_too)
    qtbot.mouseClick(dialog.yes, LEFT)
    settle(tab)
    assert book.ally(WHO).status is Status.OPTED_OUT
    left = Status.OPTED_OUT if there_too else Status.APPROVED
    assert food.ally(WHO).status is left


def test_nothing_more_is_asked_where_no_other_book_has_them(book, tab, settle):
    dialog = ask(tab, settle)
    assert not dialog.also.isVisible()
    assert dialog.chosen == ()
