"""The trash: a dated copy before a book's file goes, and the way back."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput, StorageError
from allybook.store.books.shelf import SqliteShelf
from allybook.store.books.trash import hold
from allybook.store.database.connection import connect
from allybook.store.profile import Profile
from tests.store.samples import an_entry


def files(folder):
    return sorted(path.name for path in folder.rglob("*.sqlite3*"))


def test_a_discarded_book_is_a_dated_copy_and_comes_back_after_a_restart(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1)])
        gone = profile.shelf().discard(book.info.book_id)
        assert profile.shelf().books() == []
        assert files(tmp_path) == [gone.copy]
        assert gone.copy.startswith(book.info.book_id)
    with Profile(tmp_path, clock) as profile:
        assert profile.shelf().discarded() == [gone]
        assert profile.shelf().restore(gone.copy) == gone.info
        assert profile.shelf().open(gone.info.book_id).entries() == [an_entry(1)]
        assert profile.shelf().discarded() == []


def test_what_is_not_a_copy_of_ours_is_left_alone(profile, tmp_path):
    info = profile.shelf().create("Housing").info
    gone = profile.shelf().discard(info.book_id)
    trash = tmp_path / "profile" / "books" / "trash"
    (trash / "notes.txt").write_text("mine", encoding="utf-8")
    (trash / f"x{gone.copy}").write_text("broken" * 1000, encoding="utf-8")
    assert profile.shelf().discarded() == [gone]
    with pytest.raises(BadInput, match="trash"):
        profile.shelf().restore("notes.txt")


@pytest.mark.parametrize("laid", ["empty", "without a table", "without a row"])
def test_an_empty_file_under_a_dated_name_is_none_of_ours(profile, tmp_path, laid):
    shelf = profile.shelf()
    gone = shelf.discard(shelf.create("Housing").info.book_id)
    empty = tmp_path / "profile" / "books" / "trash" / "abc.2026-03-31T120000Z.sqlite3"
    empty.touch()
    if laid != "empty":
        with closing(connect(empty)) as connection:
            connection.execute("PRAGMA user_version = 1")
            if laid == "without a row":
                connection.execute("CREATE TABLE book (book_id TEXT, name TEXT)")
    assert shelf.discarded() == [gone]
    assert shelf.out_of_trash() == [(gone.info, [])]
    with pytest.raises(BadInput, match="trash"):
        shelf.restore(empty.name)
    assert shelf.restore(gone.copy) == gone.info


def test_a_book_that_is_there_is_not_overwritten(profile, tmp_path):
    info = profile.shelf().create("Housing").info
    gone = profile.shelf().discard(info.book_id)
    (tmp_path / "profile" / "books" / f"{info.book_id}.sqlite3").write_bytes(b"")
    with pytest.raises(BadInput, match="here already"):
        profile.shelf().restore(gone.copy)


def test_a_new_name_stays_after_a_restart(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        profile.shelf().rename(book.info.book_id, " Homes ")
        assert book.info.name == "Homes"
        with pytest.raises(BadInput, match="needs a name"):
            profile.shelf().rename(book.info.book_id, " ")
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["Homes"]


ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on Windows")
def test_a_discard_that_is_killed_at_any_step_loses_nothing_and_leaves_nothing(tmp_path, clock):
    command = [sys.executable, "-m", "tests.store.books.discarding", str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    kills = int(told.stdout)
    assert kills > 15
    unfinished = list(tmp_path.rglob("*.part*"))
    assert unfinished
    for folder in sorted(tmp_path.iterdir()):
        with Profile(folder, clock) as profile:
            shelf = profile.shelf()
            if shelf.books():
                shelf.discard(shelf.books()[0].book_id)
            gone = shelf.discarded()
            back = shelf.restore(gone[0].copy)
            assert shelf.open(back.book_id).entries() == [an_entry(1)]
    assert not list(tmp_path.rglob("*.part*"))
    assert len(list(tmp_path.iterdir())) == kills + 1


def test_an_unfinished_copy_goes_at_the_next_start_unless_somebody_is_laying_it(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        gone = profile.shelf().discard(profile.shelf().create("Housing").info.book_id)
        trash = next(tmp_path.rglob(gone.copy)).parent
    part, other = trash / f"{gone.copy}.part", trash / "notes.part"
    part.write_bytes(b"half of a book")
    (trash / f"{gone.copy}.part-journal").write_bytes(b"")
    other.write_text("mine", encoding="utf-8")
    with Profile(tmp_path, clock) as profile:
        assert profile.shelf().discarded() == [gone]
    assert sorted(path.name for path in trash.iterdir()) == sorted([gone.copy, other.name])
    with closing(apsw.Connection(str(part))) as laying:
        laying.execute("CREATE TABLE book (name)")
        laying.execute("BEGIN EXCLUSIVE")
        with Profile(tmp_path, clock) as profile:
            assert profile.shelf().discarded() == [gone]
        assert part.exists()
        laying.execute("ROLLBACK")
    # Nor where it is about to be laid.
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Food", gone.info.book_id)
        part.write_bytes(b"half of a book")
        with closing(connect(trash.parent / f"{book.info.book_id}.sqlite3")) as taking:
            taking.execute("BEGIN EXCLUSIVE")
            with Profile(tmp_path, clock) as other:
                assert other.shelf().discarded() == [gone]
            assert part.exists()


def test_what_is_left_beside_a_file_that_is_gone_is_not_taken_for_the_next_one(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1)])
        gone = profile.shelf().discard(book.info.book_id)
    stale = next(tmp_path.rglob(gone.copy)).parents[1] / f"{gone.info.book_id}.sqlite3-wal"
    stale.write_bytes(b"of another file")
    with Profile(tmp_path, clock) as profile:
        profile.shelf().restore(gone.copy)
        assert profile.shelf().open(gone.info.book_id).entries() == [an_entry(1)]


def test_copies_from_before_a_migration_go_along_and_come_back(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book_id = profile.shelf().create("Housing").info.book_id
        folder = tmp_path / "books"
        copy = folder / f"{book_id}.sqlite3.2026-01-01T000000Z.v1.bak"
        copy.write_text("an older version", encoding="utf-8")
        gone = profile.shelf().discard(book_id)
        assert not copy.exists()
        moved = folder / "trash" / f"{gone.copy}.2026-01-01T000000Z.v1.bak"
        assert moved.read_text(encoding="utf-8") == "an older version"
        assert profile.shelf().discarded() == [gone]
        profile.shelf().restore(gone.copy)
    assert copy.read_text(encoding="utf-8") == "an older version"
    assert files(folder) == [f"{book_id}.sqlite3", copy.name]


def test_an_erasure_in_the_trash_reaches_the_copies_that_came_along(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1)])
        book_id = book.info.book_id
        copy = tmp_path / "books" / f"{book_id}.sqlite3.2026-01-01T000000Z.v1.bak"
        copy.write_text("saferoof", encoding="utf-8")
        gone = profile.shelf().discard(book_id)
        with profile.shelf().trashed(gone.copy) as trashed:
            [entry] = trashed.entries()
            trashed.append([replace(entry, entry_id=f"{entry.entry_id}x", erased=True)])
            assert trashed.allies() == []
        profile.shelf().restore(gone.copy)
    assert files(tmp_path / "books") == [f"{book_id}.sqlite3"]


def test_what_was_written_in_the_trash_and_not_moved_into_the_file_comes_back_too(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        shelf = profile.shelf()
        book = shelf.create("Housing")
        gone = shelf.discard(book.info.book_id)
        with shelf.trashed(gone.copy) as trashed:
            trashed.append([an_entry(1)])
            back = shelf.restore(gone.copy)
        assert shelf.open(back.book_id).entries() == [an_entry(1)]
    assert files(tmp_path / "books") == [f"{back.book_id}.sqlite3"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved on Windows")
def test_what_goes_back_takes_nothing_more_where_it_was(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        shelf = profile.shelf()
        gone = shelf.discard(shelf.create("Housing").info.book_id)
        with shelf.trashed(gone.copy) as trashed:
            shelf.restore(gone.copy)
            with pytest.raises(StorageError):
                trashed.append([an_entry(1)])


def test_a_file_is_not_moved_while_its_log_has_what_somebody_wrote(profile, tmp_path):
    book_id = profile.shelf().create("Housing").info.book_id
    path = tmp_path / "profile" / "books" / f"{book_id}.sqlite3"
    with closing(connect(path)) as reader, closing(connect(path)) as mover:
        reader.execute("BEGIN; SELECT * FROM entries").fetchall()
        mover.execute("PRAGMA busy_timeout = 0; UPDATE book SET name = 'Homes'").fetchall()
        with pytest.raises(apsw.BusyError):
            hold(mover, path)
    with closing(connect(path)) as mover:
        hold(mover, path)
        assert mover.execute("SELECT name FROM book").get == "Homes"


class CountingShelf(SqliteShelf):
    """A shelf that counts how often a book in the trash is opened."""

    opened = 0

    def trashed(self, copy):
        self.opened += 1
        return super().trashed(copy)


def test_who_opted_out_of_a_book_in_the_trash_is_read_once_of_each_state(tmp_path, clock):
    with closing(CountingShelf(tmp_path, clock)) as shelf:
        book = shelf.create("Housing")
        book.append([replace(an_entry(1), set={"status": "opted_out", "handle": "oak"})])
        gone = shelf.discard(book.info.book_id)
        for _ in range(3):
            ((info, out),) = shelf.out_of_trash()
            assert (info, [line.handle for line in out]) == (gone.info, ["oak"])
        assert shelf.opened == 1
        with SqliteShelf.trashed(shelf, gone.copy) as laid:
            laid.append([replace(an_entry(2), erased=True, ally=an_entry(1).ally, set={})])
        assert [list(out) for _, out in shelf.out_of_trash()] == [[]]


class Held(SqliteShelf):
    """Another program holds what is in the trash."""

    def trashed(self, copy):
        raise StorageError("held")


def test_nobody_is_let_in_while_another_program_holds_a_copy(tmp_path, clock):
    with closing(Held(tmp_path, clock)) as shelf:
        gone = shelf.discard(shelf.create("Housing").info.book_id)
        with pytest.raises(StorageError, match="held"):
            shelf.out_of_trash()
        (tmp_path / "trash" / gone.copy).write_bytes(b"")
    with closing(SqliteShelf(tmp_path, clock)) as shelf:
        assert shelf.out_of_trash() == []


def test_a_copy_that_cannot_be_opened_bars_nobody_and_stops_nobody(tmp_path, clock):
    with closing(SqliteShelf(tmp_path, clock)) as shelf:
        gone = shelf.discard(shelf.create("Housing").info.book_id)
        with closing(connect(tmp_path / "trash" / gone.copy)) as connection:
            connection.execute("PRAGMA user_version = 9999")
        assert shelf.out_of_trash() == [(gone.info, ())]
