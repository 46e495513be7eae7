"""Two people keep a copy of one book each, edit it apart, and put their copies together again.

What they hand each other is a copy of the book in a file, saved and merged from the menu of the
book; merging is the union of its entries, as every carrier of books will do it.
"""

import shutil
from contextlib import ExitStack

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.app.ground import LocalScribe
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from allybook.domain.people.handles import read_pieces
from allybook.services.books.edit import approve
from allybook.services.books.several import create_book
from allybook.services.people.adding import PieceFate, add, sort_out
from allybook.services.people.nominate import nominate
from allybook.ui.session import Stage
from tests.fakes.ways import FakeWays
from tests.ui.rest import come_to_rest
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ROW, PERSON = "@harborrowsn", "@odalys_bk"


class Copy:
    """One person with a profile and a copy of the book, offline, in the real window."""

    def __init__(self, name, folder, look, stack):
        desk = stack.enter_context(practice_desk(folder, offline=True))
        self.desk = replace(desk, scribe=LocalScribe(name, f"{name}'s laptop"))
        self.folder = folder / "practice" / "books"
        self.look, self.stage = look, None

    def opens(self, qtbot):
        self.qtbot, self.stage = qtbot, Stage(self.desk, self.look, FakeWays())
        self.stage.window.show()
        qtbot.waitExposed(self.stage.window)
        self.tab = self.stage.window.allies()
        self.settle()
        return self.tab

    def settle(self):
        tab, jobs = self.tab, self.stage.jobs
        come_to_rest(
            self.qtbot, lambda: tab.refresher.busy or jobs.running(), lambda: tab.page is not None
        )

    def close(self):
        if self.stage is not None:
            self.settle()
            self.stage.close()

    def goes_to(self, key):
        self.tab.show_ally(key)
        self.settle()
        return self.tab.details

    def begins_with(self, book_id, other):
        """Have the same profile folder of books as another person."""
        self.folder.mkdir(exist_ok=True)
        other.desk.shelf.open(book_id)
        for file in other.folder.glob(f"{book_id}.sqlite3*"):
            shutil.copy(file, self.folder)

    def hands_over(self, path):
        """Save a copy of the open book to a file, on a USB stick say."""
        self.act("save")
        self.choose(path)
        self.qtbot.waitUntil(path.is_file)
        self.settle()

    def takes_in(self, path):
        """Merge a colleague's copy into the open book, after a look at what it would change."""
        self.act("merge")
        self.choose(path)
        handing = self.tab.handing
        self.qtbot.waitUntil(lambda: handing.dialog is not None)
        self.qtbot.mouseClick(handing.dialog.go, LEFT)
        self.qtbot.waitUntil(handing.note.isVisible)
        handing.dialog = None
        self.settle()

    def act(self, name):
        """Choose what the menu of the book offers."""
        menu = self.tab.shelf.make_menu()
        next(one for one in menu.actions() if one.objectName() == name).trigger()
        menu.deleteLater()

    def choose(self, path):
        files = self.tab.handing.files
        files.fileSelected.emit(str(path))
        files.reject()


@pytest.fixture
def two(tmp_path, qtbot, look):
    """Ana and Ben with equal copies of one book, both windows open."""
    with ExitStack() as stack:
        ana, ben = (Copy(name, tmp_path / name, look, stack) for name in ("Ana", "Ben"))
        book = create_book(ana.desk, "Harbour groups")
        nominate(
            ana.desk,
            book,
            [
                Nominee(ROW, "HarborRowSN", Kind.ORGANISATION),
                Nominee(PERSON, "odalys_bk", Kind.PERSON),
            ],
        )
        approve(ana.desk, book, [ROW, PERSON])
        ben.begins_with(book.info.book_id, ana)
        for one in (ana, ben):
            one.desk.settings.write("book", book.info.book_id)
            one.opens(qtbot)
            stack.callback(one.close)
        yield ana, ben, book.info.book_id


def exchange(tmp_path, ana, ben, book_id):
    """Let each who has something new hand it to the other."""
    for giver, taker in ((ana, ben), (ben, ana)):
        mine, theirs = (
            {one.entry_id for one in book.entries()} for book in both(giver, taker, book_id)
        )
        if mine - theirs:
            path = tmp_path / f"copy {len(list(tmp_path.iterdir()))}.allybook"
            giver.hands_over(path)
            taker.takes_in(path)


def categorise(one, qtbot, words):
    category = one.goes_to(ROW).fields.category
    qtbot.mouseClick(category.pencil, LEFT)
    category.field.setText(words)
    qtbot.keyClick(category.field, Qt.Key.Key_Return)
    one.settle()


def both(ana, ben, book_id):
    return [one.desk.shelf.open(book_id) for one in (ana, ben)]


def test_two_people_edit_one_ally_offline_and_resolve_it_with_one_click(tmp_path, qtbot, two):
    ana, ben, book_id = two
    categorise(ana, qtbot, "housing")
    categorise(ben, qtbot, "shelter")
    notes = ben.goes_to(ROW).notes
    qtbot.mouseClick(notes.add_note, LEFT)
    qtbot.keyClicks(notes.box, "Call Rosa at the desk.")
    qtbot.keyClick(notes.box, Qt.Key.Key_Return, CONTROL)
    ben.settle()
    exchange(tmp_path, ana, ben, book_id)
    details = ana.goes_to(ROW)
    conflict = details.conflicts[0]
    uses = {one.accessibleName(): one for one in conflict.buttons}
    assert set(uses) == {"Use housing", "Use shelter"}
    assert len(ben.goes_to(ROW).conflicts) == 1
    assert {line.text for line in details.past._lines[:3]} == {
        "Ben noted: “Call Rosa at the desk.”",
        "Ben set the category to shelter",
        "Ana set the category to housing",
    }
    qtbot.mouseClick(uses["Use housing"], LEFT)
    ana.settle()
    assert ana.tab.details.conflicts == []
    exchange(tmp_path, ana, ben, book_id)
    assert ben.goes_to(ROW).conflicts == []
    first, second = both(ana, ben, book_id)
    assert first.entries() == second.entries()
    assert first.allies() == second.allies()
    assert first.ally(ROW).category == "housing"
    assert [note.text for note in first.ally(ROW).notes] == ["Call Rosa at the desk."]
    assert ben.tab.details.fields.category.words.text() == "housing"


def test_who_opts_out_stays_out_of_every_copy_whatever_a_colleague_wrote_meanwhile(
    tmp_path, qtbot, two
):
    ana, ben, book_id = two
    details = ana.goes_to(PERSON)
    qtbot.mouseClick(details.fields.opt_out, LEFT)
    ana.settle()
    qtbot.mouseClick(ana.tab.deeds.opting_out.yes, LEFT)
    ana.settle()
    tags = ben.goes_to(PERSON).fields.tags
    qtbot.mouseClick(tags.plus, LEFT)
    qtbot.keyClicks(tags.field, "consent")
    qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    ben.settle()
    exchange(tmp_path, ana, ben, book_id)
    for one, book in zip((ana, ben), both(ana, ben, book_id), strict=True):
        assert book.ally(PERSON).status is Status.OPTED_OUT
        assert one.goes_to(PERSON).fields.status._words.text() == "Opted out, for ever"
        # Adding again is refused in words, and what is written all the same changes nothing.
        found = sort_out(one.desk, book, read_pieces("@odalys_bk"))
        assert [line.fate for line in found.lines] == [PieceFate.OUT]
        one.tab.bringing.ask()
        dialog = one.tab.bringing.dialog
        dialog.text.setPlainText("@odalys_bk")
        qtbot.waitUntil(lambda dialog=dialog: bool(dialog.sorted.lines))
        assert not dialog.add.isEnabled()
        told = dialog.report.summary.rows.itemAt(0).widget().accessibleName()
        assert told == "1 never listed again: @odalys_bk"
        dialog.reject()
        nominee = Nominee(PERSON, "odalys_bk", Kind.PERSON)
        with pytest.raises(BadInput, match="has opted out of this book and is not listed again"):
            add(one.desk, book, [nominee])
        assert book.ally(PERSON).status is Status.OPTED_OUT
    first, second = both(ana, ben, book_id)
    assert first.allies() == second.allies()
