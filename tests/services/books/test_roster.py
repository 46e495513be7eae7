"""What the filters know of a book follows each edit, and reaches every account's cache."""

import pytest

from allybook.domain.book import edit
from allybook.domain.book.entry import Author
from allybook.domain.book.ids import entry_id
from allybook.domain.book.pen import Pen
from allybook.domain.errors import BadInput, BookGone
from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import add_note, add_tags, approve, remove, undo_entry
from allybook.services.books.roster import lay_rosters
from allybook.services.books.several import (
    create_book,
    discard_book,
    rename_book,
    restore_book,
)
from allybook.services.people.find import find_ids
from allybook.services.people.nominate import nominate_handles
from allybook.store.profile import Profile
from tests.fakes.desk import make_desk

HOME = Source(Origin.HOME)


def wrote(desk, user_id, handle):
    account = Account(user_id, handle, handle)
    post = Post(user_id * 6, user_id, desk.clock.now(), f"Words of {handle}")
    desk.cache.save_posts([post], HOME, accounts=[account])
    return account


def shown(desk, text):
    return desk.cache.count(parse(text))


def test_each_edit_reaches_the_filters_alone(desk):
    for user_id, handle in (("21", "HarborRow"), ("22", "WrenStreet")):
        wrote(desk, user_id, handle)
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow", "WrenStreet"])
    assert shown(desk, "is:ally") == 0
    approve(desk, book, ["21", "22"])
    assert shown(desk, 'in:"My allies"') == 2
    add_tags(desk, book, ["21"], ["housing"])
    assert shown(desk, "tag:housing") == 1
    (entry,) = remove(desk, book, ["22"])
    assert shown(desk, "is:ally") == 1
    undo_entry(desk, book, entry.entry_id)
    assert shown(desk, "is:ally") == 2


def test_a_handle_that_becomes_an_id_stays_one_ally(desk, network, ticket):
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow"])
    approve(desk, book, ["@harborrow"])
    network.people["21"] = wrote(desk, "21", "HarborRow")
    assert shown(desk, "is:ally") == 1
    assert find_ids(desk, book, ticket) == 1
    assert book.ally("21").key == "21"
    assert shown(desk, "is:ally") == 1
    remove(desk, book, ["21"])
    assert shown(desk, "is:ally") == 0


def test_another_accounts_cache_hears_of_the_books(desk, profile, clock, network):
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow"])
    approve(desk, book, ["@harborrow"])
    other = make_desk(profile, clock, network, account="2")
    wrote(other, "21", "HarborRow")
    assert shown(other, "is:ally") == 0
    lay_rosters(other)
    assert shown(other, "is:ally") == 1


def test_an_edit_hides_from_no_filter_what_another_account_changed(desk, profile, clock, network):
    for user_id, handle in (("21", "HarborRow"), ("22", "WrenStreet")):
        wrote(desk, user_id, handle)
    other = make_desk(profile, clock, network, account="2")
    for user_id, handle in (("21", "HarborRow"), ("22", "WrenStreet")):
        wrote(other, user_id, handle)
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow", "WrenStreet"])
    lay_rosters(other)
    approve(desk, book, ["21"])
    approve(other, other.book(), ["22"])
    assert [shown(one, "is:ally") for one in (desk, other)] == [1, 2]
    assert lay_rosters(desk)
    assert shown(desk, "is:ally") == 2
    assert not lay_rosters(desk)
    assert not lay_rosters(other)


def test_what_a_colleague_wrote_earlier_reaches_every_account(desk, profile, clock, network):
    wrote(desk, "21", "HarborRow")
    other = make_desk(profile, clock, network, account="2")
    wrote(other, "21", "HarborRow")
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow"])
    known = book.entries("21")
    pen = Pen(book.info.book_id, Author("Ben", "phone"), known[-1].at, entry_id(known[-1].at, 99))
    early = edit.approve(known, pen)
    clock.advance(seconds=60)
    add_note(desk, book, ["21"], "Asked for leaflets")
    lay_rosters(other)
    # As a program that was killed before it told its own filters leaves it.
    book.append([early])
    assert [lay_rosters(one) for one in (desk, other)] == [True, True]
    assert [shown(one, "is:ally") for one in (desk, other)] == [1, 1]


def test_a_name_that_no_book_has_any_more_is_known_to_no_filter(desk):
    wrote(desk, "21", "HarborRow")
    book = create_book(desk, "Harbour groups")
    nominate_handles(desk, book, ["HarborRow"])
    approve(desk, book, ["21"])
    # As a program that was killed while it named the book anew leaves it.
    desk.shelf.rename(book.info.book_id, "Dock groups")
    lay_rosters(desk)
    assert [shown(desk, f'in:"{name} groups"') for name in ("Harbour", "Dock")] == [0, 1]
    remove(desk, book, ["21"])
    assert shown(desk, "is:ally") == 0


def test_who_has_a_renamed_book_open_goes_by_its_new_name(desk, tmp_path, clock, network):
    wrote(desk, "21", "HarborRow")
    book = create_book(desk, "Harbour groups")
    nominate_handles(desk, book, ["HarborRow"])
    with Profile(tmp_path / "profile", clock) as profile:
        other = make_desk(profile, clock, network)
        held = other.shelf.open(book.info.book_id)
        rename_book(desk, book.info.book_id, "Dock groups")
        with pytest.raises(BadInput, match="already"):
            create_book(other, "Dock groups")
        approve(other, held, ["21"])
    assert [shown(desk, f'in:"{name} groups"') for name in ("Harbour", "Dock")] == [0, 1]
    remove(desk, book, ["21"])
    assert shown(desk, "is:ally") == 0


def test_who_edits_a_book_that_another_program_put_away_and_back_loses_nothing(
    desk, tmp_path, clock, network
):
    book = create_book(desk, "Harbour groups")
    nominate_handles(desk, book, ["HarborRow"])
    book_id = book.info.book_id
    with Profile(tmp_path / "profile", clock) as profile:
        other = make_desk(profile, clock, network)
        held = other.shelf.open(book_id)
        gone = discard_book(desk, book_id)
        with pytest.raises(BookGone, match="trash in another window"):
            add_note(other, held, ["@harborrow"], "Asked for leaflets")
        restore_book(desk, gone.copy)
        add_note(other, held, ["@harborrow"], "Asked for leaflets")
    (note,) = desk.shelf.open(book_id).ally("@harborrow").notes
    assert note.text == "Asked for leaflets"
