"""One book cannot be read: all else goes on, and it is said which file it is."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from shiboken6 import delete

from allybook.app.ground import resource_folder
from allybook.domain.book.entry import Status
from allybook.domain.changes import Changed
from allybook.services.books.edit import opt_out
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.books.roster import lay_rosters
from allybook.services.books.several import choose_book, create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.session import Session, shut_books
from tests.fakes.spoilt import newer, spoil, spoil_leaf
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
    # None was chosen, and it may be the damaged one that is meant.
    assert (whole["name"], whole["approved"], whole["current"]) == ("Bbb", 1, False)
    assert run("books", "list").out.splitlines()[1].split() == [ID, "?", "?", ID]
    bbb = ("--book", "Bbb", "allies")
    for words in (("budget",), ("posts", "--count"), (*bbb, "list")):
        assert run(*words).status == 0
    for words in (
        ("allies", "list"),
        ("allies", "remove", "@wren"),
        ("allies", "opt-out", "@wren"),
        ("list", "publish", "--yes"),
    ):
        refused = run(*words)
        assert refused.status == 2
        assert refused.err.endswith("choose one. “--book NAME” does. Nothing was changed.\n")
    added = run(*bbb, "add", "@bob")
    assert added.status == 2
    assert added.err.endswith("Who opted out of it is not known: nobody was added.\n")
    told = [(one["handle"], one["status"]) for one in run(*bbb, "list", "--json").json]
    assert told == [("wren", "approved")]
    assert run("books", "rename", whole["book_id"], "Ccc").status == 0
    assert run("books", "discard", "Ccc").status == 0
    # There is no other, and none is made in its place.
    assert run("allies", "list").status == 2
    assert run("books", "list", "--json").json == [damaged]


def test_a_book_of_a_newer_allybook_stops_no_command(broken):
    (book,) = (path for path in broken.rglob("books/*.sqlite3") if path.stem != ID)
    book.with_name(f"{ID}.sqlite3").unlink()
    allybook("books", "new", "Elders", profile=broken)
    newer(book)
    listed = allybook("books", "list", profile=broken)
    assert listed.status == 1
    assert f"A newer Allybook wrote {book.name}" in listed.err
    assert allybook("budget", profile=broken).status == 0
    assert allybook("--book", "Elders", "allies", "list", profile=broken).status == 0


def test_what_is_damaged_deep_in_a_book_is_said_where_it_is_met(tmp_path):
    """The filters know the book: what is read of it as a command begins is whole."""
    handles = [f"@somebody_{number}" for number in range(250)]
    assert allybook("allies", "add", *handles, profile=tmp_path).status == 0
    assert allybook("books", "list", profile=tmp_path).err == ""
    (book,) = tmp_path.rglob("books/*.sqlite3")
    spoil_leaf(book, "allies")
    listed = allybook("books", "list", profile=tmp_path)
    assert (listed.status, listed.out.splitlines()[1].split()[2:4]) == (1, ["?", "?"])
    assert listed.err.count(f"{book.name} in ") == 1


@pytest.mark.parametrize("named", [(), ("--no-nominate",)])
def test_a_chat_is_printed_although_its_book_is_damaged(tmp_path, named):
    practice = {"profile": tmp_path}
    assert allybook("--practice", "allies", "add", "@wren", **practice).status == 0
    (book,) = tmp_path.rglob("books/*.sqlite3")
    spoil(book)
    for _ in ("paid for", "here already"):
        chat = allybook("--practice", "chat", "swhelper", "--json", *named, **practice)
        assert chat.status == 2
        assert f"{book.name} in " in chat.err
        assert chat.json["posts"] > 0
        assert chat.json["nominations"]


@pytest.fixture
def books(desk):
    """Two books that can be read, of which none was chosen; somebody waits in the inbox."""
    zebra = create_book(desk, "Zebra")
    create_book(desk, "Yak")
    nominate_handles(desk, zebra, ["wren"])
    choose_book(desk, zebra.info.book_id)
    return zebra


@pytest.fixture
def damage(desk, tmp_path):
    """Return a function that lays a damaged book beside the others, and returns its id."""
    number = iter(range(9))

    def lay():
        (folder,) = {path.parent for path in tmp_path.rglob("books/*.sqlite3")}
        book_id = f"{next(number):04}"
        (folder / f"{book_id}.sqlite3").write_bytes(b"nothing" * 1000)
        return book_id

    return lay


@pytest.fixture
def open_window():
    """Return a function that opens a window until something holds of it, as a person would.

    It returns whether that came; who waits in vain for 20 seconds closes it.
    """

    def run(desk, holds, file=""):
        session, came = Session(resource_folder()), []
        timer = QTimer(interval=20)
        patience = QTimer(singleShot=True, interval=20_000)
        patience.start()

        def look():
            for window in session.application.topLevelWidgets():
                if not (window.inherits("QMainWindow") and window.isVisible()):
                    continue
                if holds(window):
                    came.append(window)
                if came or not patience.isActive():
                    window.close()

        timer.timeout.connect(look)
        timer.start()
        session.run(desk, FakeWays(), file)
        timer.stop()
        delete(session.frame)
        return bool(came)

    return run


def names_files(window, ids):
    """Return whether the note that can be seen names these files."""
    note = window.footnotes.note
    return note.isVisible() and all(f"{one}.sqlite3 in " in note.accessibleName() for one in ids)


def test_the_window_opens_and_says_which_files_are_damaged(qtbot, desk, books, damage, open_window):
    ids = [damage(), damage()]
    assert open_window(desk, lambda window: names_files(window, ids))


def test_the_window_shows_a_whole_book_beside_a_damaged_one(
    qtbot, desk, books, damage, open_window
):
    damage()

    def shows(window):
        page = window.allies().page
        return page is not None and [one.handle for one in page.nominations] == ["wren"]

    assert open_window(desk, shows)


def test_a_file_that_is_opened_takes_no_word_of_damage_away(
    qtbot, desk, books, damage, open_window, tmp_path
):
    ids, file = [damage(), damage()], tmp_path / "posts.jsonl"
    # Posts need no book, so nobody has to know which is meant.
    choose_book(desk, "")
    told = {"author_id": "77", "created_at": "2026-03-29T10:00:00.000Z"}
    file.write_text(json.dumps({"id": "9", "text": "From a file", **told}), encoding="utf-8")

    def is_read(window):
        note = window.footnotes.brought
        return note.isVisible() and names_files(window, ids)

    assert open_window(desk, is_read, str(file))


def test_on_a_full_disk_it_is_said_as_well(qtbot, desk, books, damage, open_window):
    ids = [damage()]
    full = replace(desk, frozen=lambda: "The disk is full.")
    assert open_window(full, lambda window: names_files(window, ids))


@pytest.mark.parametrize("why", ["", "The disk is full."])
def test_it_is_found_before_the_window_opens(desk, books, damage, why):
    ids, before = [damage(), damage()], desk.cache.roster_marks()
    found = shut_books(replace(desk, frozen=lambda: why))
    assert [f"{one}.sqlite3 in " in words for one, words in zip(ids, found, strict=True)] == [
        True,
        True,
    ]
    # Where nothing is kept, nothing is laid.
    assert (desk.cache.roster_marks() == before) == bool(why)


def test_a_book_that_is_damaged_later_is_said_once_it_is_missed(
    qtbot, desk, books, damage, stage, settled
):
    tab = stage.window.allies()
    settled(lambda: tab.page is not None and not tab.refresher.busy)
    book_id = damage()
    desk.announcer.announce(Changed(books=frozenset({book_id})))
    qtbot.waitUntil(lambda: names_files(stage.window, [book_id]))
    settled(lambda: not tab.refresher.busy)
    assert [info.name for info, _ in tab.page.books] == ["Yak", "Zebra"]


def test_the_window_shows_another_book_and_leaves_the_choice(
    qtbot, desk, books, damage, stage, settled
):
    choose_book(desk, "")
    damage()
    tab = stage.window.allies()
    settled(lambda: tab.page is not None and not tab.refresher.busy)
    assert tab.page.info.name == "Yak"
    assert desk.settings.read("book") == ""
    tab.open_book(books.info.book_id)
    settled(lambda: tab.page.info == books.info)
    assert desk.settings.read("book") == books.info.book_id


def test_what_is_known_of_a_damaged_book_stays_and_the_others_are_heeded(desk, tmp_path):
    whole, lost = create_book(desk, "Whole"), create_book(desk, "Lost")
    nominate_handles(desk, whole, ["wren"])
    nominate_handles(desk, lost, ["elm"])
    opt_out(desk, whole, ["@wren"])
    (path,) = tmp_path.rglob(f"{lost.info.book_id}.sqlite3")
    spoil(path)
    heard = []
    desk.announcer.listen(lambda changed: heard.extend(changed.shut))
    assert not lay_rosters(desk)
    assert [path.name in words for words in heard] == [True]
    assert "Lost" in desk.cache.roster_marks()
    assert link_opt_outs(desk) == 0
    assert whole.ally("@wren").status is Status.OPTED_OUT
