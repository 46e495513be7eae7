"""What speaks for and against a nomination, from this book, the others and the profiles."""

import pytest

from allybook.domain.book.reasons import Concern
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, decline, opt_out
from allybook.services.books.later import put_off, put_off_until
from allybook.services.books.reasons import Scales
from allybook.services.books.several import create_book, discard_book
from allybook.services.people.nominate import nominate_handles


@pytest.fixture
def weigh(desk):
    scales = Scales(desk)

    def reasons(book):
        told = scales.weigh(book, book.allies())
        return {key: [(one.reason, one.by) for one in those] for key, those in told.items()}

    return reasons


@pytest.fixture
def known(desk):
    """Accounts that the cache knows; one of them was called otherwise before."""
    now = desk.clock.now()
    desk.cache.save_accounts([Account("1", "ElmWas"), Account("2", "Oak")], now)
    desk.cache.save_accounts([Account("1", "ElmNow")], now)


def test_what_other_books_decided_is_told_by_their_names(desk, known, weigh):
    book, other, third = (create_book(desk, name) for name in ("Here", "Other", "Third"))
    for one in (book, other, third):
        nominate_handles(desk, one, ["Oak", "fir"], ["Beds"])
    assert weigh(book) == {"2": [], "@fir": [(Concern.NO_ID, "")]}
    opt_out(desk, other, ["2"])
    approve(desk, third, ["2"])
    decline(desk, third, ["@fir"], "too far")
    assert weigh(book) == {
        "2": [(Concern.OPTED_OUT_BEFORE, "Other"), (Concern.IN_OTHER_BOOK, "Third")],
        "@fir": [(Concern.DECLINED_BEFORE, "Third"), (Concern.NO_ID, "")],
    }
    discard_book(desk, other.info.book_id)
    assert weigh(book)["2"] == [
        (Concern.OPTED_OUT_BEFORE, "Other (in the trash)"),
        (Concern.IN_OTHER_BOOK, "Third"),
    ]


def test_an_ally_under_an_old_handle_is_recognised_from_both_sides(desk, known, weigh):
    book = create_book(desk, "Here")
    nominate_handles(desk, book, ["ElmWas", "ElmNow"])
    assert weigh(book)["1"] == [(Concern.OLD_HANDLE, "ElmWas")]
    assert (Concern.OLD_HANDLE, "ElmNow") in weigh(book)["@elmwas"]


def test_who_opted_out_here_is_recognised_under_the_new_handle(desk, known, weigh):
    book = create_book(desk, "Here")
    opt_out(desk, book, ["@elmwas"])
    nominate_handles(desk, book, ["ElmNow"])
    assert weigh(book)["1"][0] == (Concern.OPTED_OUT_BEFORE, "Here")


def test_what_is_put_off_comes_back_after_a_day(desk, clock):
    put_off(desk, "a book", ["1", "2"])
    clock.advance(seconds=3_600)
    put_off(desk, "a book", ["2"])
    assert set(put_off_until(desk, "a book")) == {"1", "2"}
    assert put_off_until(desk, "another book") == {}
    clock.advance(seconds=23 * 3_600)
    assert set(put_off_until(desk, "a book")) == {"2"}
