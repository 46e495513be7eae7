"""The shelf: all books of a profile."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Stamp
from allybook.domain.errors import BadInput, StorageError
from allybook.ports.books import BookInfo
from allybook.store.database.migration import DatabaseKind, open_database
from allybook.store.profile import Profile
from tests.store.samples import an_entry


def test_books_are_listed_by_name(profile):
    infos = [profile.shelf().create(name).info for name in ("Shelter", "food ", "Anchors")]
    assert [info.name for info in profile.shelf().books()] == ["Anchors", "food", "Shelter"]
    assert {info.book_id for info in profile.shelf().books()} == {one.book_id for one in infos}


def test_a_book_opens_again_after_a_restart(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1)])
    with Profile(tmp_path, clock) as profile:
        (info,) = profile.shelf().books()
        again = profile.shelf().open(info.book_id)
        assert again.info == BookInfo(book.info.book_id, "Housing")
        assert again.entries() == [an_entry(1)]


def test_an_empty_shelf_is_empty_and_makes_no_files(profile, tmp_path):
    assert list(profile.shelf().books()) == []
    assert not (tmp_path / "profile" / "books").exists()


def test_a_new_book_is_empty(profile):
    book = profile.shelf().create("Housing")
    assert book.entries() == []
    assert book.allies() == []
    assert book.latest() == Stamp(0)


@pytest.mark.parametrize("odd", ["", "nowhere", "../profile", "..", "a/b"])
def test_a_book_that_is_not_there_is_refused(profile, odd):
    with pytest.raises(BadInput, match="There is no book"):
        profile.shelf().open(odd)


def test_a_book_needs_a_name(profile):
    with pytest.raises(BadInput):
        profile.shelf().create("  ")


def test_a_book_of_somebody_else_keeps_its_id_once(profile):
    shelf = profile.shelf()
    assert shelf.create("Housing", "0af3").info == BookInfo("0af3", "Housing")
    for taken in ("0af3", "../up"):
        with pytest.raises(BadInput, match="nothing was created"):
            shelf.create("Again", taken)
    assert [info.name for info in shelf.books()] == ["Housing"]


def test_a_book_begins_with_all_that_it_is_given_or_is_not_made(profile, tmp_path):
    shelf = profile.shelf()
    given = [replace(an_entry(number), book="another") for number in (1, 2)]
    book = shelf.create("Housing", "0af3", given)
    assert book.entries() == [replace(one, book="0af3") for one in given]

    class Torn(list):
        """Entries that cannot be read to their end."""

        def __iter__(self):
            yield an_entry(1)
            raise StorageError("broken off")

    with pytest.raises(StorageError, match="broken off"):
        shelf.create("Food", "0bf4", Torn(given))
    assert [path.name for path in (tmp_path / "profile" / "books").glob("0bf4*")] == []
    assert shelf.create("Food", "0bf4", given).info == BookInfo("0bf4", "Food")


def test_a_book_that_was_never_whole_goes_at_the_next_start_unless_one_is_being_made(
    tmp_path, clock
):
    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing", "0af3")
    part, log = (tmp_path / "books" / f"0bf4{ending}" for ending in (".part", ".part-wal"))
    with Profile(tmp_path, clock) as first, first.shelf().naming():
        open_database(part, DatabaseKind.BOOK, clock.now()).close()
        log.write_bytes(b"half of a book")
        with Profile(tmp_path, clock):
            assert part.exists()
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["Housing"]
    assert not part.exists()
    assert not log.exists()


def test_what_other_programs_have_in_the_folder_of_books_is_left_alone(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing").info.book_id
    books = tmp_path / "books"
    begun, *others = (
        books / name for name in ("0bf4.part", "notes.part", "short.part", f"{book}.sqlite3.part")
    )
    begun.touch()
    for file, written in zip(others, (b"call Rosa\n" * 50, b"Rosa", b""), strict=True):
        file.write_bytes(written)
    (books / "folder.part").mkdir()
    Profile(tmp_path, clock).close()
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["Housing"]
    assert not begun.exists()
    assert [file.read_bytes()[:9] for file in others] == [b"call Rosa", b"Rosa", b""]


def test_one_damaged_book_does_not_hide_the_others(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing")
    (tmp_path / "books" / "damaged.sqlite3").write_text("nothing" * 1000, encoding="utf-8")
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["damaged", "Housing"]
        with pytest.raises(StorageError, match=r"damaged\.sqlite3"):
            profile.shelf().open("damaged")


@pytest.mark.parametrize("older", [False, True], ids=["of nothing", "of an older Allybook"])
def test_an_empty_file_hides_no_book_and_stays_as_it_is(tmp_path, clock, older):
    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing")
    path = tmp_path / "books" / "abc.sqlite3"
    path.touch()
    if older:
        # It laid out a database where it found nothing, and no book in it.
        open_database(path, DatabaseKind.BOOK, clock.now()).close()
    was = path.read_bytes()
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["abc", "Housing"]
        with pytest.raises(StorageError, match=r"abc\.sqlite3"):
            profile.shelf().open("abc")
    assert path.read_bytes() == was


def test_only_making_a_book_makes_a_file(tmp_path, clock):
    path = tmp_path / "books" / "abc.sqlite3"
    path.parent.mkdir()
    with pytest.raises(StorageError):
        open_database(path, DatabaseKind.BOOK, clock.now(), make=False)
    assert list(path.parent.iterdir()) == []
