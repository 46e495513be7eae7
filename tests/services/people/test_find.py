"""Handles wait for their ids, are looked up for a price, and never asked about twice in vain."""

from datetime import timedelta

import pytest

from allybook.domain.acts.outbox import Outcome
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput, Unreachable
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.domain.people.handles import read_pieces
from allybook.services.books.edit import add_note, approve, remove, set_fields
from allybook.services.people.adding import add, sort_out
from allybook.services.people.find import (
    find_ids,
    find_key,
    keys_meant,
    lost_among,
    quote_find,
    still_to_find,
    unknown_handles,
)
from allybook.services.people.nominate import nominate, nominate_handles
from tests.fakes.network import DARK


def test_handles_that_nobody_has_are_asked_for_once(desk, network, ticket):
    network.people = {"21": Account("21", "elm", "Elm")}
    book = desk.book()
    nominate_handles(desk, book, ["Elm", "oak"], ["Beds"])
    wanted = still_to_find(desk, book.allies())
    assert (wanted, float(quote_find(desk, wanted).dollars)) == (("Elm", "oak"), 0.02)
    assert find_ids(desk, book, ticket, wanted) == 1
    assert {ally.key for ally in book.allies()} == {"21", "@oak", "#beds"}
    assert (unknown_handles(desk), still_to_find(desk, book.allies())) == ({"oak"}, ())


def test_a_record_under_a_former_handle_is_identified_by_the_present_one(desk, network, ticket):
    network.people = {"21": Account("21", "elm_now")}
    book = desk.book()
    nominate_handles(desk, book, ["elm"])
    set_fields(desk, book, ["@elm"], {"handle": "elm_now"})
    approve(desk, book, ["@elm"])
    assert find_ids(desk, book, ticket) == 1
    assert [ally.key for ally in book.allies()] == ["21"]


def test_who_was_not_found_because_x_did_not_answer_is_asked_for_again(desk, network, ticket):
    network.trouble["accounts_by_handle"] = list(DARK)
    book = desk.book()
    nominate_handles(desk, book, ["oak"])
    with pytest.raises(Unreachable):
        find_ids(desk, book, ticket, ["oak"])
    assert still_to_find(desk, book.allies()) == ("oak",)


def test_a_suspended_handle_is_told_as_suspended_and_asked_about_a_month_later(
    desk, network, ticket, clock
):
    network.problems = {"elm": Problem("elm", Reason.SUSPENDED)}
    book = desk.book()
    nominate_handles(desk, book, ["elm", "oak"])
    approve(desk, book, ["@elm", "@oak"])
    assert find_ids(desk, book, ticket) == 0
    assert lost_among(desk, ["Elm", "oak"]) == {"Elm": Outcome.SUSPENDED, "oak": Outcome.GONE}
    assert (find_ids(desk, book, ticket), network.asked) == (0, ["accounts_by_handle"])
    clock.advance(seconds=31 * 24 * 3600)
    assert still_to_find(desk, book.allies()) == ("elm", "oak")
    find_ids(desk, book, ticket)
    assert network.asked == ["accounts_by_handle"] * 2


def test_a_handle_of_digits_is_not_taken_for_an_id(desk, network, ticket):
    desk.cache.save_accounts([Account("77", "oak")], desk.clock.now())
    network.problems = {"77": Problem("77", Reason.GONE)}
    book = desk.book()
    nominate_handles(desk, book, ["77"])
    find_ids(desk, book, ticket, ["77"])
    assert desk.cache.account("77").standing.value == "active"


def test_handles_kept_by_an_older_version_are_asked_for_once_more(desk):
    desk.cache.set_mark("unknown handles", '["elm"]')
    assert unknown_handles(desk) == frozenset()


def test_a_handle_means_whose_it_is_today(desk):
    book = desk.book()
    desk.cache.save_accounts([Account("12", "ben_l")], desk.clock.now())
    nominate_handles(desk, book, ["ben_l"])
    desk.cache.save_accounts([Account("12", "ben_new")], desk.clock.now())
    assert [find_key(desk, book, typed) for typed in ("@Ben_New", "ben_l", "12")] == ["12"] * 3
    assert keys_meant(desk, book, ["@nobody_yet", "#beds"]) == ("@nobody_yet", "#beds")


def test_an_account_is_never_the_hashtag_of_the_same_name(desk):
    book = desk.book()
    nominate_handles(desk, book, [], ["HelpDesk"])
    with pytest.raises(BadInput, match="not in this book"):
        find_key(desk, book, "@HelpDesk")
    assert find_key(desk, book, "#helpdesk") == "#helpdesk"
    assert book.ally("#helpdesk").status is Status.NOMINATED


@pytest.fixture
def passed_on(desk, network):
    """A handle that the account 5 had when it was approved, and that the account 7 has now."""
    book = desk.book()
    nominate_handles(desk, book, ["Alice"])
    approve(desk, book, ["@alice"])
    add_note(desk, book, ["@alice"], "our friend of the shelter")
    for who in (Account("5", "Alice"), Account("5", "bob"), Account("7", "alice")):
        desk.cache.save_accounts([who], desk.clock.now())
    return book


def test_nobody_inherits_trust_with_a_handle(desk, passed_on, network, ticket):
    assert still_to_find(desk, passed_on.allies()) == ()
    assert find_ids(desk, passed_on, ticket) == 0
    nominate(desk, passed_on, [Nominee("7", "alice", Kind.PERSON)])
    alice, stranger = passed_on.ally("@alice"), passed_on.ally("7")
    assert (alice.user_id, alice.status) == (None, Status.APPROVED)
    assert (stranger.status, stranger.notes) == (Status.NOMINATED, ())
    assert network.asked == []


def test_who_came_to_x_after_the_book_wrote_of_the_handle_is_another(desk, clock, ticket):
    book = desk.book()
    nominate_handles(desk, book, ["alice", "elm"])
    young = Account("7", "alice", created_at=clock.now() + timedelta(seconds=1))
    desk.cache.save_accounts([young, Account("8", "elm", created_at=clock.now())], clock.now())
    assert find_ids(desk, book, ticket, ["alice", "elm"]) == 1
    assert {ally.key for ally in book.allies()} == {"@alice", "8"}


def test_whom_a_person_removed_and_added_anew_is_the_one_of_today(desk, passed_on):
    remove(desk, passed_on, ["@alice"])
    found = sort_out(desk, passed_on, read_pieces("@alice"))
    add(desk, passed_on, found.addable)
    assert passed_on.ally("7").status is Status.APPROVED
    assert passed_on.ally("@alice").status is Status.REMOVED
