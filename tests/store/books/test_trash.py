"""The trash: a dated copy before a book's file goes, and the way back."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from allybook.domain.errors import BadInput
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
