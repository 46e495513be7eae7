"""The table is written in where it stands, and worked by the keyboard."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLineEdit

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import StorageError
from allybook.services.books.edit import add_tags
from allybook.ui.models.allies import AllyColumn
from allybook.ui.tabs.allies.deeds import split_tags
from tests.ui.tabs.allies.test_tab import Browser, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


def editor(tab, kind=QLineEdit):
    return tab.work.table.viewport().findChild(kind)


def test_f2_writes_the_category_and_tab_goes_on_to_the_tags(tab, book, qtbot, settle):
    table = tab.work.table
    table.go_to("104")
    press(qtbot, table, Qt.Key.Key_F2)
    line = editor(tab)
    assert line.text() == "youth"
    line.setText("families")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: editor(tab) is not None and editor(tab).text() == "youth")
    tags = editor(tab)
    tags.setText("spring, Youth, night shelter")
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.writing)
    settle(tab)
    assert book.ally("104").category == "families"
    assert set(book.ally("104").tags) == {"youth", "spring", "night shelter"}
    assert tab.acts.last == "tagging Kindling Youth Project"
    tab.acts.take_back()
    settle(tab)
    assert book.ally("104").tags == ("youth",)
    assert book.ally("104").category == "families"


def test_tags_that_came_before_the_disk_was_full_are_taken_back(
    desk, book, open_tab, qtbot, settle
):
    disk = Disk()
    tab = open_tab(replace(desk, shelf=SmallShelf(desk.shelf, disk)))
    disk.room = 1
    tab.deeds.write_cell("104", AllyColumn.TAGS, "spring")
    settle(tab)
    assert set(book.ally("104").tags) == {"spring", "youth"}
    disk.room = 9
    tab.acts.take_back()
    settle(tab)
    assert book.ally("104").tags == ("youth",)


def test_escape_leaves_a_cell_as_it_was(tab, book, qtbot, settle):
    table = tab.work.table
    table.go_to("104")
    press(qtbot, table, Qt.Key.Key_F2)
    editor(tab).setText("wrong")
    qtbot.keyClick(editor(tab), Qt.Key.Key_Escape)
    settle(tab)
    assert book.ally("104").category == "youth"


def test_what_changes_meanwhile_waits_until_the_cell_is_left(tab, desk, book, qtbot, settle):
    table = tab.work.table
    table.go_to("104")
    press(qtbot, table, Qt.Key.Key_F2)
    line = editor(tab)
    line.setText("half a wo")
    add_tags(desk, book, ["101"], ["news"])
    settle(tab)
    assert editor(tab) is line
    assert line.text() == "half a wo"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "news" in tab.work.model.rows()[1].tags)
    assert table.current() == "104"


def test_the_kind_is_chosen_where_it_stands(tab, book, qtbot, settle):
    table = tab.work.table
    columns = table.columns
    columns.choose(columns.plan.shown(AllyColumn.KIND, wanted=True))
    row = tab.work.model.row_of("104")
    table.edit(tab.work.model.index(row, AllyColumn.KIND))
    box = editor(tab, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(tab)
    assert book.ally("104").kind is Kind.PERSON


def test_who_has_opted_out_cannot_be_written(tab, qtbot):
    tab.places.choose("state:opted_out")
    tab.places.chosen.emit("state:opted_out")
    tab.work.table.go_to("402")
    assert not tab.work.table.edit_current()


def test_tags_are_taken_from_all_that_are_chosen(tab, book, qtbot, settle):
    tab.work.table.choose(["101", "112"])
    press(qtbot, tab.work.table, Qt.Key.Key_T, SHIFT)
    assert tab.deeds.asking.field.placeholderText().startswith("food")
    tab.deeds.asking.field.setText("FOOD")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally("101").tags == ("youth",)
    assert book.ally("112").tags == ("housing",)
    tab.acts.take_back()
    settle(tab)
    assert "food" in book.ally("101").tags


def test_j_and_k_go_on_and_back_and_stay_at_the_ends(tab, qtbot):
    table = tab.work.table
    table.setCurrentIndex(tab.work.model.index(0, 0))
    press(qtbot, table, Qt.Key.Key_K)
    assert table.currentIndex().row() == 0
    press(qtbot, table, Qt.Key.Key_J)
    press(qtbot, table, Qt.Key.Key_J)
    assert table.currentIndex().row() == 2
    press(qtbot, table, Qt.Key.Key_K)
    assert table.currentIndex().row() == 1


def test_o_opens_an_ally_on_x_and_slash_goes_to_the_filter(tab, qtbot):
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    tab.work.table.go_to("102")
    press(qtbot, tab.work.table, Qt.Key.Key_O)
    QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == ["https://x.com/i/user/102"]
    press(qtbot, tab.work.table, Qt.Key.Key_Slash)
    assert tab.work.bar.field.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Insert])
def test_plus_brings_allies_in(tab, qtbot, key):
    press(qtbot, tab.work.table, key)
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    assert tab.bringing.dialog.isVisible()
    tab.bringing.dialog.reject()


def test_a_hashtag_that_is_visited_opens_its_chat(tab, qtbot):
    with qtbot.waitSignal(tab.property("hub").chat_wanted) as asked:
        tab.work.table.doubleClicked.emit(tab.work.model.index(0, AllyColumn.ALLY))
    assert asked.args == ["ShelterNotes"]


def test_everybody_is_chosen_and_removed_as_one_act(tab, book, qtbot, settle):
    press(qtbot, tab.work.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(tab.work.table.chosen()) == 13
    press(qtbot, tab.work.table, Qt.Key.Key_Delete)
    settle(tab)
    assert not [ally for ally in book.allies() if ally.status is Status.APPROVED]
    tab.acts.take_back()
    settle(tab)
    assert len([ally for ally in book.allies() if ally.status is Status.APPROVED]) == 13


def test_a_long_act_shows_how_far_it_is_and_can_be_stopped(tab, qtbot):
    tab.acts.advanced.emit("tagging 600", 100, 600)
    assert tab.progress.isVisible()
    assert tab.progress.numbers.text() == "100 of 600"
    tab.acts.rested.emit()
    assert not tab.progress.isVisible()
    tab.acts.advanced.emit("tagging 3", 1, 3)
    assert not tab.progress.isVisible()


@pytest.mark.parametrize(
    ("text", "tags"),
    [("", []), (" a ,b,, A", ["A", "b"]), ("#Food,  night   shelter ", ["Food", "night shelter"])],
)
def test_tags_are_written_with_commas_between(text, tags):
    assert split_tags(text) == tags


class Disk:
    """A disk with room for so many transactions more."""

    room = 0


class SmallShelf:
    """A shelf whose books stand on such a disk."""

    def __init__(self, shelf, disk):
        self._shelf, self._disk = shelf, disk

    def open(self, book_id):
        return SmallBook(self._shelf.open(book_id), self._disk)

    def __getattr__(self, name):
        return getattr(self._shelf, name)


class SmallBook:
    """A book of such a shelf."""

    def __init__(self, book, disk):
        self._book, self._disk = book, disk

    def amend(self, keys, make):
        self._disk.room -= 1
        if self._disk.room < 0:
            raise StorageError("The disk is full.")
        return self._book.amend(keys, make)

    def __getattr__(self, name):
        return getattr(self._book, name)
