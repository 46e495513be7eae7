"""Who opted out by handle on one laptop is listed by none, though another knows the user id."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome
from allybook.domain.book.edit import Nominee, erase
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.domain.people.handles import read_pieces
from allybook.ports.books import BookCopy
from allybook.services.books import edit
from allybook.services.books.copies import merge_copy
from allybook.services.books.edit import approve
from allybook.services.books.export import export_allies
from allybook.services.books.opt_outs import heed, heeded, link_opt_outs, opt_out_for_ever
from allybook.services.people.adding import PieceFate, sort_out
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.services.people.resolve import resolve_handles
from allybook.services.publish.objection import speaks_against
from allybook.services.publish.plan import plan_list
from allybook.services.share.page import Edition, plan_page
from tests.fakes.desk import Patience


@pytest.fixture
def book(desk):
    """A book into which both laptops wrote: the account by id, and its opting out by handle."""
    book = desk.book()
    desk.cache.save_accounts([Account("68", "KestrelYard", "Kestrel Yard")], desk.clock.now())
    edit.opt_out(desk, book, ["@kestrelyard"])
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
    assert plan_page(desk, book, Edition()).shown == 0


def test_who_opted_out_by_id_is_not_found_by_handle_either(desk):
    book = desk.book()
    edit.opt_out(desk, book, ["68"])
    desk.cache.save_accounts([Account("68", "KestrelYard")], desk.clock.now())
    nominate_by_id(desk, book, "@kestrelyard", "KestrelYard")
    assert plan_list(desk, book).unfound == ()


def test_another_account_and_a_hashtag_of_the_same_name_stay(desk, book):
    nominate(desk, book, [Nominee("#kestrelyard", "KestrelYard", Kind.HASHTAG)])
    nominate_by_id(desk, book, "70", "heron_lane")
    found = {ally.key: ally.status for ally in heed(desk, book.allies())}
    assert (found["#kestrelyard"], found["70"]) == (Status.NOMINATED, Status.APPROVED)


def rename(desk, user_id, handle, **facts):
    """Let the cache hear of an account under a handle."""
    desk.cache.save_accounts([Account(user_id, handle, **facts)], desk.clock.now())


def offered(desk, book, text):
    return [line.fate for line in sort_out(desk, book, read_pieces(text)).lines]


def test_who_opted_out_by_handle_is_refused_under_a_new_one(desk, clock, network, ticket):
    book = desk.book()
    opt_out_for_ever(desk, book, ["@old_harbor"])
    assert book.ally("@old_harbor").user_id is None
    network.people = {"68": Account("68", "old_harbor")}
    resolve_handles(desk, ["old_harbor"], ticket)
    assert book.ally("@old_harbor").user_id == "68"
    clock.advance(seconds=3600)
    rename(desk, "68", "NewHarbor")
    assert offered(desk, book, "@NewHarbor") == [PieceFate.OUT]
    nominate_handles(desk, book, ["NewHarbor"])
    assert [(ally.key, ally.status) for ally in book.allies()] == [("68", Status.OPTED_OUT)]


def test_it_is_linked_at_once_where_the_id_is_known_already(desk):
    book = desk.book()
    rename(desk, "68", "KestrelYard")
    opt_out_for_ever(desk, book, ["@kestrelyard"])
    assert book.ally("68").status is Status.OPTED_OUT


def test_who_was_erased_does_not_stop_the_others_who_asked(desk):
    book, heard = desk.book(), []
    names = [f"ally_{number}" for number in range(300)]
    nominate_handles(desk, book, [*names, "gone"])
    approve(desk, book, [f"@{name}" for name in names])
    edit.write(desk, book, {"@gone": erase})
    rename(desk, "68", names[-1])
    ticket = Patience()
    desk.announcer.listen(heard.append)
    with pytest.raises(PartlyDone, match=r"300 of 301 are done\. They were erased") as told:
        opt_out_for_ever(desk, book, ["@gone", *(f"@{name}" for name in names)], ticket)
    assert len(told.value.written) == 301
    assert {line.status for line in book.rows()} == {Status.OPTED_OUT}
    assert book.ally("68").handle == names[-1]
    # One change is heard of for all who opt out, and one for the id that was linked.
    assert (len(heard), ticket.reports) == (2, [(301, 301)])


def test_where_nobody_can_be_opted_out_it_is_said(desk):
    book = desk.book()
    nominate_handles(desk, book, ["gone"])
    edit.write(desk, book, {"@gone": erase})
    with pytest.raises(BadInput, match="nothing to do"):
        opt_out_for_ever(desk, book, ["@gone"])


def test_who_had_the_handle_before_anybody_looked_is_linked_too(desk, clock):
    book = desk.book()
    opt_out_for_ever(desk, book, ["@old_harbor"])
    rename(desk, "68", "old_harbor")
    clock.advance(seconds=3600)
    rename(desk, "68", "NewHarbor")
    assert link_opt_outs(desk) == 1
    assert link_opt_outs(desk) == 0
    assert offered(desk, book, "@NewHarbor") == [PieceFate.OUT]


def test_of_two_who_had_the_handle_nobody_is_linked_and_the_former_is_left_alone(desk, clock):
    book = desk.book()
    opt_out_for_ever(desk, book, ["@harbor"])
    rename(desk, "68", "harbor")
    clock.advance(seconds=3600)
    rename(desk, "68", "harbor_was")
    rename(desk, "99", "harbor")
    assert link_opt_outs(desk) == 0
    nominate_by_id(desk, book, "68", "harbor_was")
    assert {ally.status for ally in heed(desk, book.allies())} == {Status.OPTED_OUT}
    assert heeded(desk, book, "68").status is Status.OPTED_OUT


def test_an_account_that_was_made_since_is_not_the_one_that_opted_out(desk, clock):
    book = desk.book()
    opt_out_for_ever(desk, book, ["@harbor"])
    rename(desk, "99", "harbor", created_at=clock.now() + timedelta(days=9))
    assert link_opt_outs(desk) == 0
    assert book.ally("@harbor").user_id is None


def test_a_merged_copy_brings_opt_outs_that_are_linked_here(desk, tmp_path):
    book, path = desk.book(), tmp_path / "a.allybook"
    nominate_by_id(desk, book, "68", "KestrelYard")
    rename(desk, "68", "KestrelYard")
    theirs = desk.shelf.create("Theirs")
    edit.opt_out(desk, theirs, ["@kestrelyard"])
    entries = tuple(replace(one, book=book.info.book_id) for one in theirs.entries())
    desk.exporter.write_book(path, BookCopy(book.info, entries))
    merge_copy(desk, desk.importers.open_book(path), "merging")
    assert [(ally.key, ally.status) for ally in book.allies()] == [("68", Status.OPTED_OUT)]
