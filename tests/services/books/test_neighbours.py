"""Other books that have whoever opts out of one: found by id, and by handle only where it tells."""

import pytest

from allybook.domain.book.edit import Nominee, erase
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.partly import PartlyDone
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, opt_out, remove, write
from allybook.services.books.neighbours import neighbours_with, opt_out_everywhere
from allybook.services.books.several import create_book, discard_book
from allybook.services.people.nominate import nominate


@pytest.fixture
def book(desk):
    return desk.book()


@pytest.fixture
def food(desk, book):
    return create_book(desk, "Food")


def put(desk, book, key, handle, kind=Kind.ORGANISATION):
    nominate(desk, book, [Nominee(key, handle, kind)])
    approve(desk, book, [key])


def found(desk, book, *keys):
    return [(one.info.name, one.keys) for one in neighbours_with(desk, book, keys)]


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        (("12", "oak"), ("12", "elm"), True),
        (("12", "oak"), ("13", "oak"), False),
        (("12", "oak"), ("@oak", "Oak"), True),
        (("@oak", "oak"), ("12", "Oak"), True),
        (("@oak", "oak"), ("@oak", "OAK"), True),
        (("12", "oak"), ("@elm", "elm"), False),
    ],
)
def test_who_is_the_same_account_in_another_book(desk, book, food, here, there, same):
    put(desk, book, *here)
    put(desk, food, *there)
    assert found(desk, book, here[0]) == ([("Food", (there[0],))] if same else [])


def test_a_hashtag_is_found_by_its_key_and_no_account_of_that_name(desk, book, food):
    put(desk, food, "#oak", "oak", Kind.HASHTAG)
    put(desk, food, "@oak", "oak")
    assert found(desk, book, "#oak") == [("Food", ("#oak",))]
    assert found(desk, book, "@oak") == [("Food", ("@oak",))]


def test_somebody_typed_is_found_by_what_the_cache_knows_of_them(desk, book, food):
    desk.cache.save_accounts([Account("12", "oak", "Oak")], desk.clock.now())
    put(desk, food, "12", "former")
    assert found(desk, book, "@oak") == [("Food", ("12",))]
    assert found(desk, book, "12") == [("Food", ("12",))]


def test_a_handle_that_another_may_have_by_now_finds_nobody(desk, book, food):
    for handle, user_id in (("oak", "9"), ("elm", "9"), ("oak", "43")):
        desk.cache.save_accounts([Account(user_id, handle, "Oak")], desk.clock.now())
    put(desk, food, "@oak", "oak")
    assert found(desk, book, "43") == []


@pytest.mark.parametrize("leave", [opt_out, remove])
def test_who_is_out_of_the_other_book_already_is_not_named(desk, book, food, leave):
    put(desk, food, "12", "oak")
    leave(desk, food, ["12"])
    assert found(desk, book, "12") == []


def test_they_are_opted_out_of_all_of_them_at_once(desk, book, food):
    for one in (book, food):
        put(desk, one, "12", "oak")
    assert len(opt_out_everywhere(desk, book, ["12"], neighbours_with(desk, book, ["12"]))) == 2
    assert {one.ally("12").status for one in (book, food)} == {Status.OPTED_OUT}


def test_who_was_erased_here_is_opted_out_of_the_others(desk, book, food):
    put(desk, book, "12", "oak")
    put(desk, food, "12", "oak")
    write(desk, book, {"12": erase})
    opt_out_everywhere(desk, book, ["12"], neighbours_with(desk, book, ["12"]))
    assert food.ally("12").status is Status.OPTED_OUT


def test_a_neighbour_that_is_gone_meanwhile_stops_nobody_in_the_own_book(desk, book, food):
    put(desk, book, "12", "oak")
    put(desk, food, "12", "oak")
    others = neighbours_with(desk, book, ["12"])
    discard_book(desk, food.info.book_id)
    with pytest.raises(PartlyDone):
        opt_out_everywhere(desk, book, ["12"], others)
    assert book.ally("12").status is Status.OPTED_OUT
