"""The shelf: all books of a profile."""

from __future__ import annotations

import pytest

from allybook.domain.book.entry import Stamp
from allybook.domain.errors import BadInput, StorageError
from allybook.ports.books import BookInfo
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


def test_one_damaged_book_does_not_hide_the_others(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing")
    (tmp_path / "books" / "damaged.sqlite3").write_text("nothing" * 1000, encoding="utf-8")
    with Profile(tmp_path, clock) as profile:
        assert [info.name for info in profile.shelf().books()] == ["damaged", "Housing"]
        with pytest.raises(StorageError, match=r"damaged\.sqlite3"):
            profile.shelf().open("damaged")
