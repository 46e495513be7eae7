"""Books are renamed, copied, put away and brought back, from the menu of the open one."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.names import LONGEST
from allybook.services.books.several import rename_book
from allybook.services.timeline.views import save_view

LEFT = Qt.MouseButton.LeftButton


def names(desk):
    return [info.name for info in desk.shelf.books()]


def offered(tab):
    menu = tab.shelf.make_menu()
    found = {one.objectName(): one.isEnabled() for one in menu.actions() if one.objectName()}
    menu.deleteLater()
    return found


def test_the_menu_offers_everything_and_the_trash_only_when_it_holds_something(tab):
    assert offered(tab) == {
        "combine": True,
        "compare": True,
        "merge": True,
        "save": True,
        "rename": True,
        "copy": True,
        "discard": True,
        "trash": False,
        "fine": False,
    }


def test_a_book_is_renamed(tab, desk, qtbot, settle):
    tab.shelf.ask_name()
    dialog = tab.shelf.dialog
    assert "by hand" not in dialog.accessibleDescription()
    dialog.field.setText("workshop DEMO")
    assert not dialog.keep.isEnabled()
    dialog.field.setText("Allies of all")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.page.info.name == "Allies of all")
    settle(tab)
    assert tab.work.header.title.text() == "Allies of all"
    assert names(desk) == ["Allies of all", "Workshop demo"]


def test_filters_that_may_have_meant_another_book_are_named(tab, desk, book, qtbot, settle):
    # An earlier Allybook made two books that filters take for one.
    desk.shelf.create("SWHELPER allies")
    save_view(desk, "Ours", 'in:"swhelper Allies"')
    settle(tab)
    tab.shelf.ask_name()
    tab.shelf.dialog.field.setText("Allies of all")
    qtbot.keyClick(tab.shelf.dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.page.info.name == "Allies of all")
    settle(tab)
    assert tab.shelf.note.accessibleName() == (
        "Not every filter followed. These may mean this book or another one, and stay as they "
        "are: “Ours”."
    )


def test_who_is_shown_stays_so_when_the_book_is_renamed(tab, desk, book, qtbot, settle):
    settle(tab)
    table = tab.work.table
    table.setCurrentIndex(tab.work.model.index(2, 0))
    settle(tab)
    here = table.current()
    rename_book(desk, book.info.book_id, "Allies of all")
    qtbot.waitUntil(lambda: tab.page.info.name == "Allies of all")
    settle(tab)
    assert here
    assert (table.current(), tab.details.key) == (here, here)


def test_a_book_is_copied_and_opened(tab, desk, book, qtbot, settle):
    tab.shelf.ask_copy()
    assert tab.shelf.dialog.field.text() == "Swhelper allies, copy"
    qtbot.mouseClick(tab.shelf.dialog.keep, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "Swhelper allies, copy")
    settle(tab)
    assert len(tab.page.rows) == len(book.allies())


LONG = "Shelters of the northern counties and of the islands beyond, spring to winter"


@pytest.mark.parametrize("name", [LONG, LONG[:60] + "🏠" * 140])
def test_a_long_name_stands_whole_where_it_is_changed(tab, desk, book, qtbot, settle, name):
    rename_book(desk, book.info.book_id, name)
    qtbot.waitUntil(lambda: tab.page.info.name == name)
    settle(tab)
    tab.shelf.ask_name()
    assert tab.shelf.dialog.field.text() == name
    tab.shelf.dialog.reject()
    tab.shelf.ask_copy()
    copy = tab.shelf.dialog.field.text()
    assert copy.endswith(", copy")
    assert name.startswith(copy.removesuffix(", copy"))
    assert len(copy) <= LONGEST
    tab.shelf.dialog.reject()


def test_a_book_goes_into_the_trash_and_comes_back(tab, desk, book, qtbot, settle):
    tab.shelf.ask_discard()
    dialog = tab.shelf.dialog
    assert "Its X List stays on X" in dialog.accessibleDescription()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(tab)
    assert len(names(desk)) == 2
    tab.shelf.ask_discard()
    qtbot.mouseClick(tab.shelf.dialog.yes, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "Workshop demo")
    settle(tab)
    assert "“Swhelper allies” is in the trash." in tab.shelf.note.accessibleName()
    assert offered(tab)["trash"]
    tab.shelf.show_trash()
    qtbot.mouseClick(tab.shelf.dialog.buttons[0], LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "Swhelper allies")
    settle(tab)
    assert len(tab.page.rows) == len(desk.shelf.open(book.info.book_id).allies())


@pytest.mark.parametrize("what", ["ask_name", "ask_copy", "ask_discard", "ask_combine"])
def test_escape_changes_nothing(tab, desk, book, qtbot, settle, what):
    before = (names(desk), len(book.entries()))
    getattr(tab.shelf, what)()
    qtbot.waitUntil(lambda: tab.shelf.dialog is not None)
    qtbot.keyClick(tab.shelf.dialog, Qt.Key.Key_Escape)
    settle(tab)
    assert (names(desk), len(book.entries())) == before
