"""Who opted out by handle on one laptop is listed by none, though another knows the user id."""

import pytest

from allybook.domain.accounts import Account
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.outbox import Act, Deed, Outcome
from allybook.services.edit import approve, opt_out
from allybook.services.export import export_allies
from allybook.services.nominate import nominate
from allybook.services.opt_outs import heed
from allybook.services.plan_list import plan_list, speaks_against
from allybook.services.share_page import Wish, plan_page


@pytest.fixture
def book(desk):
    """A book into which both laptops wrote: the account by id, and its opting out by handle."""
    book = desk.book()
    desk.cache.save_accounts([Account("68", "KestrelYard", "Kestrel Yard")], desk.clock.now())
    opt_out(desk, book, "@kestrelyard")
    nominate_by_id(desk, book, "68", "Kestrel_Was")
    assert {ally.key for ally in book.allies()} == {"68", "@kestrelyard"}
    return book


def nominate_by_id(desk, book, key, handle):
    nominate(desk, book, [Nominee(key, handle, Kind.ORGANISATION)])
    approve(desk, book, [key])


def act(desk, book, deed):
    return Act("a", deed, book.info.book_id, "9", "68", "KestrelYard", desk.clock.now())


def test_nobody_is_added_or_found_whose_handle_opted_out(desk, book):
    plan = plan_list(desk, book)
    assert (plan.adds, plan.unfound) == ((), ())
    assert [(one.user_id, one.why) for one in plan.left_out] == [("68", "opted_out")]
    assert speaks_against(desk, act(desk, book, Deed.ADD_MEMBER)) is Outcome.OPTED_OUT


def test_who_is_on_the_list_is_taken_off_it(desk, book):
    desk.cache.set_mirror(book.info.book_id, "9")
    desk.cache.save_members("9", ["68"], complete=True, as_of=desk.clock.now())
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.removes] == ["68"]
    assert speaks_against(desk, act(desk, book, Deed.REMOVE_MEMBER)) is None


def test_neither_a_table_nor_a_page_has_them(desk, book, tmp_path):
    assert export_allies(desk, book, tmp_path / "allies.csv") == 0
    assert plan_page(desk, book, Wish()).shown == 0


def test_who_opted_out_by_id_is_not_found_by_handle_either(desk):
    book = desk.book()
    opt_out(desk, book, "68")
    desk.cache.save_accounts([Account("68", "KestrelYard")], desk.clock.now())
    nominate_by_id(desk, book, "@kestrelyard", "KestrelYard")
    assert plan_list(desk, book).unfound == ()


def test_another_account_and_a_hashtag_of_the_same_name_stay(desk, book):
    nominate(desk, book, [Nominee("#kestrelyard", "KestrelYard", Kind.HASHTAG)])
    nominate_by_id(desk, book, "70", "heron_lane")
    found = {ally.key: ally.status for ally in heed(desk, book.allies())}
    assert (found["#kestrelyard"], found["70"]) == (Status.NOMINATED, Status.APPROVED)
