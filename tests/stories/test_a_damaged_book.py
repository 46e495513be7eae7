"""One book is damaged: all else goes on, and it is said which file it is."""

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import delete

from allybook.app.ground import resource_folder
from allybook.domain.book.entry import Status
from allybook.services.books.edit import opt_out
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.books.roster import lay_rosters
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.session import Session
from tests.fakes.ways import FakeWays
from tests.stories.command import allybook

WRITTEN = {"emptied": b"", "other bytes": b"nothing" * 1000}
ID = "0000"
"""It is listed before all that have a name."""


@pytest.fixture(params=WRITTEN.values(), ids=WRITTEN)
def broken(request, tmp_path):
    """A profile with a book of one, and one that was damaged."""
    allybook("books", "new", "Bbb", profile=tmp_path)
    assert allybook("--book", "Bbb", "allies", "add", "@wren", profile=tmp_path).status == 0
    (book,) = tmp_path.rglob("books/*.sqlite3")
    book.with_name(f"{ID}.sqlite3").write_bytes(request.param)
    return tmp_path


def test_commands_go_on_and_say_which_file_is_damaged(broken):
    def run(*words):
        ended = allybook(*words, profile=broken)
        assert f"{ID}.sqlite3 in " in ended.err
        return ended

    listed = run("books", "list", "--json")
    damaged, whole = listed.json
    assert (listed.status, listed.err.count(ID)) == (1, 1)
    assert damaged == {
        "book_id": ID,
        "name": ID,
        "approved": None,
        "nominated": None,
        "current": False,
        "damaged": True,
    }
    assert (whole["name"], whole["approved"], whole["current"]) == ("Bbb", 1, True)
    assert run("books", "list").out.splitlines()[1].split() == [ID, "?", "?", ID]
    for words in (("budget",), ("posts", "--count"), ("allies", "list")):
        assert run(*words).status == 0
    added = run("allies", "add", "@bob")
    assert added.status == 2
    assert added.err.endswith("Who opted out of it is not known: nobody was added.\n")
    assert [one["handle"] for one in run("allies", "list", "--json").json] == ["wren"]
    assert run("books", "rename", whole["book_id"], "Ccc").status == 0
    assert run("books", "discard", "Ccc").status == 0
    # There is no other, and none is made in its place.
    assert run("allies", "list").status == 2
    assert run("books", "list", "--json").json == [damaged]


def test_the_window_opens_and_says_which_file_is_damaged(qtbot, desk, tmp_path):
    desk.book()
    (book,) = (path for path in tmp_path.rglob("*.sqlite3") if path.parent.name == "books")
    book.with_name(f"{ID}.sqlite3").write_bytes(b"nothing" * 1000)
    session = Session(resource_folder())
    said = []

    def watch():
        for window in session.application.topLevelWidgets():
            if window.inherits("QMainWindow") and window.isVisible():
                said.append(window.footnotes.note.accessibleName())
                if said[-1]:
                    window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(watch)
    timer.start()
    session.run(desk, FakeWays())
    timer.stop()
    delete(session.frame)
    assert f"{ID}.sqlite3 in " in said[-1]


def test_what_is_known_of_a_damaged_book_stays_and_the_others_are_heeded(desk, tmp_path):
    whole, lost = create_book(desk, "Whole"), create_book(desk, "Lost")
    nominate_handles(desk, whole, ["wren"])
    nominate_handles(desk, lost, ["elm"])
    opt_out(desk, whole, ["@wren"])
    (path,) = tmp_path.rglob(f"{lost.info.book_id}.sqlite3")
    path.rename(path.with_name("elsewhere"))
    path.write_bytes(b"nothing" * 1000)
    heard = []
    assert not lay_rosters(desk, heard.append)
    assert [str(path.name) in str(error) for error in heard] == [True]
    assert "Lost" in desk.cache.roster_marks()
    assert link_opt_outs(desk) == 0
    assert whole.ally("@wren").status is Status.OPTED_OUT
