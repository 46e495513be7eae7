"""The trash: a dated copy before a book's file goes, and the way back."""

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
    (trash / "notes.txt").write_text("mine")
    (trash / f"x{gone.copy}").write_text("broken" * 1000)
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
