import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton

from allybook.domain.book import edit
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Author, Kind
from allybook.domain.errors import StorageError
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import add_note, opt_out
from allybook.services.books.edit import write as write_entries
from allybook.services.books.merge import merge
from allybook.services.books.several import copy_book, restore_book
from allybook.services.people.adding import add
from allybook.services.people.find import find_ids
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(tab):
    tab.show_ally("104")
    return tab.details.notes


def rows(notes):
    """Return who wrote what, as it stands there."""
    shown = [notes._rows.itemAt(place).widget() for place in range(notes._rows.count())]
    return [(row.findChild(Words).text(), row.findChildren(Prose)[1].text()) for row in shown]


def write(notes, qtbot, text):
    qtbot.mouseClick(notes.add_note, LEFT)
    notes.box.setPlainText(text)
    qtbot.keyClick(notes.box, Qt.Key.Key_Return, CONTROL)


def test_ctrl_enter_adds_a_note_and_enter_a_line(notes, tab, book, qtbot, settle):
    qtbot.mouseClick(notes.add_note, LEFT)
    qtbot.keyClicks(notes.box, "Ask for Mo.")
    qtbot.keyClick(notes.box, Qt.Key.Key_Return)
    qtbot.keyClicks(notes.box, "Not on Fridays.")
    assert book.ally("104").notes == ()
    qtbot.keyClick(notes.box, Qt.Key.Key_Return, CONTROL)
    settle(tab)
    assert [note.text for note in book.ally("104").notes] == ["Ask for Mo.\nNot on Fridays."]
    assert rows(notes) == [("Ana", "Ask for Mo.\u2028Not on Fridays.")]
    assert not notes.box.isVisible()
    assert tab.details.past._lines[0].text == "Ana noted: “Ask for Mo.\nNot on Fridays.”"


def test_the_button_adds_it_too_and_nothing_empty_is_added(notes, tab, book, qtbot, settle):
    qtbot.mouseClick(notes.add_note, LEFT)
    notes.box.setPlainText("  \n ")
    assert not notes.send.isEnabled()
    qtbot.keyClick(notes.box, Qt.Key.Key_Return, CONTROL)
    notes.box.setPlainText("Back in May.")
    qtbot.mouseClick(notes.send, LEFT)
    settle(tab)
    assert [note.text for note in book.ally("104").notes] == ["Back in May."]


def test_notes_of_several_people_are_a_conversation(notes, tab, desk, book, clock, settle):
    for person, text in (("Ben", "Who is this?"), ("Ana", "The youth project on Elm Street.")):
        desk.scribe._author = Author(person, "phone")
        clock.advance(seconds=3_600)
        add_note(desk, book, ["104"], text)
    settle(tab)
    assert rows(notes) == [("Ben", "Who is this?"), ("Ana", "The youth project on Elm Street.")]
    assert notes.title.text() == "Notes, 2"
    first = notes._rows.itemAt(0).widget()
    assert first.accessibleName() == "Ben, 1 h: Who is this?"
    assert first.findChild(Words).toolTip() == "Ben, on phone"
    assert "2026" in first.findChildren(Prose)[0].toolTip()


def test_the_last_notes_are_in_sight_and_the_earlier_ones_a_press_away(
    notes, tab, desk, book, qtbot, settle
):
    for number in range(8):
        add_note(desk, book, ["104"], f"note {number}")
    settle(tab)
    assert [text for _, text in rows(notes)] == [f"note {number}" for number in range(3, 8)]
    qtbot.mouseClick(notes.earlier, LEFT)
    assert len(rows(notes)) == 8
    assert not notes.earlier.isVisible()


def test_earlier_notes_are_as_old_as_they_are_when_they_are_asked_for(
    notes, tab, desk, clock, qtbot, settle
):
    # Nothing in the book is of days to come.
    clock.advance(seconds=30 * 24 * 3_600)
    for number in range(8):
        add_note(desk, desk.book(), ["104"], f"note {number}")
    settle(tab)
    clock.advance(seconds=3 * 3_600)
    tab.property("hub").minute.emit()
    qtbot.mouseClick(notes.earlier, LEFT)
    shown = [notes._rows.itemAt(place).widget().accessibleName() for place in range(8)]
    assert shown == [f"Ana, 3 h: note {number}" for number in range(8)]


def test_what_is_half_written_waits_with_its_ally(notes, tab, book, qtbot, settle):
    qtbot.mouseClick(notes.add_note, LEFT)
    notes.box.setPlainText("half a thou")
    tab.deeds.add_tags(["104"], ["fresh"])
    settle(tab)
    assert notes.box.toPlainText() == "half a thou"
    tab.show_ally("101")
    assert (notes.box.isVisible(), notes.box.toPlainText()) == (False, "")
    tab.show_ally("104")
    assert (notes.box.isVisible(), notes.box.toPlainText()) == (True, "half a thou")
    assert book.ally("101").notes == ()


@pytest.fixture
def copied(desk, book):
    """A copy of the book: the keys of its allies are the same."""
    return copy_book(desk, book.info.book_id, "Swhelper allies, copy")


def test_what_is_half_written_waits_in_its_book(notes, tab, book, copied, qtbot, settle):
    qtbot.mouseClick(notes.add_note, LEFT)
    notes.box.setPlainText("only for the first book")
    tab.open_book(copied.info.book_id)
    settle(tab)
    tab.show_ally("104")
    assert tab.details.row.key == "104"
    assert (notes.box.isVisible(), notes.box.toPlainText()) == (False, "")
    write(notes, qtbot, "for the copy")
    settle(tab)
    assert [note.text for note in copied.ally("104").notes] == ["for the copy"]
    tab.open_book(book.info.book_id)
    settle(tab)
    tab.show_ally("104")
    assert (notes.box.isVisible(), notes.box.toPlainText()) == (True, "only for the first book")
    assert book.ally("104").notes == ()


def test_a_field_that_is_open_in_one_book_is_put_away_in_its_copy(tab, book, copied, settle):
    tab.work.table.setCurrentIndex(tab.work.model.index(0, 0))
    key, category = tab.details.key, tab.details.fields.category
    category.start()
    category.field.setText("only for the first book")
    tab.open_book(copied.info.book_id)
    settle(tab)
    # The same ally stands first in both.
    assert (tab.page.info, tab.details.key) == (copied.info, key)
    assert category.field.isHidden()
    assert category.text() == copied.ally(key).category == book.ally(key).category


def test_the_tab_says_about_whom_notes_are_begun(notes, tab, desk, book, qtbot, settle):
    assert tab.say_begun() == ""
    notes.start()
    notes.box.setPlainText("  ")
    assert tab.say_begun() == ""
    notes.box.setPlainText("half a thou")
    notes.end()
    first = tab.details.row.name
    assert tab.say_begun() == first
    tab.show_ally("101")
    notes.box.setPlainText("and one more")
    assert tab.say_begun() == f"{tab.details.row.name}, {first}"
    # Nothing may be written any more of who opts out.
    opt_out(desk, book, ["101"])
    qtbot.waitUntil(lambda: tab.say_begun() == first)
    settle(tab)


def test_a_note_is_taken_back_from_where_it_stands(notes, tab, book, qtbot, settle):
    write(notes, qtbot, "wrong ally")
    settle(tab)
    notes.undo_asked.emit(book.ally("104").notes[0].entry_id)
    asked = tab.details.past.asked
    assert asked.words.text() == "The note is taken back: “wrong ally”"
    qtbot.mouseClick(asked.yes, LEFT)
    settle(tab)
    assert rows(notes) == []
    tab.details.past.ask_undo(tab.details.past._lines[0].entry_id)
    assert tab.details.past.asked.words.text() == "The note comes back: “wrong ally”"


def test_a_long_note_is_cut_in_the_history_and_whole_above(notes, tab, qtbot, settle):
    text = "A long story about the centre, " * 5
    write(notes, qtbot, text)
    settle(tab)
    assert rows(notes)[0][1] == text.strip()
    row = tab.details.past._rows.itemAt(0).widget()
    assert row.findChild(Prose).text().endswith("…”")


def test_the_age_of_a_note_goes_on_with_the_clock(notes, tab, clock, qtbot, settle):
    # Nothing in the book is of days to come.
    clock.advance(seconds=30 * 24 * 3_600)
    write(notes, qtbot, "Back in May.")
    settle(tab)
    (when,) = [one for one in notes.findChildren(Prose) if one.text().startswith("now, ")]
    undo = when.findChild(QAbstractButton)
    undo.setFocus()
    clock.advance(seconds=3 * 3_600)
    tab.property("hub").minute.emit()
    assert when.text().startswith("3 h, ")
    assert (
        notes._rows.itemAt(notes._rows.count() - 1)
        .widget()
        .accessibleName()
        .startswith("Ana, 3 h: ")
    )
    assert when.findChild(QAbstractButton) is undo


HALF = "half a note"


@pytest.fixture
def named(tab, desk, book, network, qtbot, settle):
    """A book that knows Anna by her handle only; X knows her id."""
    network.people["301"] = Account("301", "anna", "Anna")
    add(desk, book, [Nominee("@anna", "anna", Kind.PERSON)])
    qtbot.waitUntil(lambda: "@anna" in tab.page.allies)
    settle(tab)
    tab.show_ally("@anna")
    tab.details.notes.start()
    tab.details.notes.box.setPlainText(HALF)
    return tab.details.notes


@pytest.fixture
def find(tab, desk, book, qtbot, settle):
    """Look up Anna's id while somebody is at the window, and wait until it shows."""

    def find():
        assert find_ids(desk, book, Patience(), ["anna"]) == 1
        qtbot.waitUntil(lambda: "301" in tab.page.allies)
        settle(tab)

    return find


def test_what_is_being_written_stays_when_an_id_is_found(named, tab, book, find, qtbot, settle):
    named.box.moveCursor(QTextCursor.MoveOperation.Start)
    find()
    assert tab.details.key == "301"
    assert (named.box.isVisible(), named.box.toPlainText()) == (True, HALF)
    # It was not laid anew: who writes goes on where they were.
    assert named.box.textCursor().position() == 0
    assert tab.say_begun() == tab.details.row.name
    qtbot.keyClick(named.box, Qt.Key.Key_Return, CONTROL)
    settle(tab)
    assert [note.text for note in book.ally("301").notes] == [HALF]
    assert tab.say_begun() == ""


def test_what_waits_with_a_handle_goes_on_with_its_id(named, tab, find):
    tab.show_ally("104")
    assert named.box.toPlainText() == ""
    find()
    assert tab.say_begun() == "anna"
    tab.show_ally("301")
    assert (named.box.isVisible(), named.box.toPlainText()) == (True, HALF)


def test_what_is_half_written_of_two_is_together_when_they_are_merged(
    named, tab, desk, book, qtbot, settle
):
    tab.show_ally("104")
    named.box.setPlainText("the other half")
    merge(desk, book, "104", "@anna")
    qtbot.waitUntil(lambda: "@anna" not in tab.page.allies)
    settle(tab)
    tab.show_ally("101")
    tab.show_ally("104")
    assert named.box.toPlainText().splitlines() in (
        [HALF, "the other half"],
        ["the other half", HALF],
    )
    assert tab.say_begun() == tab.details.row.name


@pytest.fixture
def waiting(notes, tab):
    """Half a note waits with somebody while another ally is shown; this is the name."""
    notes.start()
    notes.box.setPlainText(HALF)
    shown = tab.details.row.name
    tab.show_ally("101")
    return shown


@pytest.fixture
def discard(tab, qtbot, settle):
    """Return a function that puts the book in the trash, as a person does."""

    def discard():
        here = tab.page.info
        tab.shelf.ask_discard()
        qtbot.mouseClick(tab.shelf.dialog.yes, LEFT)
        qtbot.waitUntil(lambda: tab.page.info != here)
        settle(tab)

    return discard


def test_what_was_begun_in_a_book_in_the_trash_is_asked_about(
    notes, tab, desk, qtbot, settle, discard
):
    notes.start()
    notes.box.setPlainText(HALF)
    shown, here = tab.details.row.name, tab.page.info
    assert tab.say_begun() == shown
    discard()
    assert tab.say_begun() == shown
    restore_book(desk, desk.shelf.discarded()[0].copy)
    assert tab.say_begun() == shown
    tab.open_book(here.book_id)
    qtbot.waitUntil(lambda: tab.page.info == here)
    settle(tab)
    tab.show_ally("104")
    assert notes.box.toPlainText() == HALF


def test_of_a_book_in_the_trash_too_nobody_is_asked_about_who_opted_out(
    waiting, tab, desk, book, discard
):
    assert tab.say_begun() == waiting
    opt_out(desk, book, ["104"])
    discard()
    assert tab.say_begun() == ""


def test_nobody_is_asked_to_add_a_note_in_a_book_that_is_nowhere(
    notes, tab, desk, discard, tmp_path
):
    notes.start()
    notes.box.setPlainText(HALF)
    discard()
    for copy in tmp_path.rglob("trash/*"):
        copy.unlink()
    assert tab.say_begun() == ""


def test_nobody_is_asked_to_add_a_note_about_who_opted_out_meanwhile(waiting, tab, desk, book):
    assert tab.say_begun() == waiting
    opt_out(desk, book, ["104"])
    assert tab.say_begun() == ""


def test_nobody_is_asked_to_add_a_note_about_whom_the_book_forgot(
    notes, tab, desk, book, qtbot, settle
):
    notes.start()
    notes.box.setPlainText(HALF)
    assert tab.say_begun() == tab.details.row.name
    write_entries(desk, book, {"104": edit.erase})
    qtbot.waitUntil(lambda: "104" not in tab.page.allies)
    settle(tab)
    assert tab.say_begun() == ""


class PulledShelf:
    """A shelf over another one, on a disk that can be pulled out."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.out = False

    def open(self, book_id):
        if self.out:
            raise StorageError("The disk was pulled out.")
        return self._shelf.open(book_id)

    def __getattr__(self, name):
        return getattr(self._shelf, name)


def test_while_no_book_can_be_read_what_was_begun_is_asked_about(desk, book, open_tab):
    shelf = PulledShelf(desk.shelf)
    tab = open_tab(replace(desk, shelf=shelf))
    tab.show_ally("104")
    tab.details.notes.start()
    tab.details.notes.box.setPlainText(HALF)
    shelf.out = True
    assert tab.say_begun() == tab.details.row.name
    shelf.out = False
