"""Who is checked by name: a handle tells of an account only as long as that account has it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import Answer, CheckFlag, Unsaid
from allybook.domain.errors import BadInput
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.services.books.edit import approve
from allybook.services.check.answer import Asked
from allybook.services.check.foreign import Names, asked_on, list_called, names_in, names_of
from allybook.services.check.names import answer_names, check_names, plan_names
from allybook.services.check.plan import plan_check
from allybook.services.people.find import in_question
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork

BOTH = frozenset({Connection.FOLLOWING, Connection.FOLLOWED_BY})
DAY = 24 * 3600


@pytest.fixture
def book(desk):
    """A book that counts on @alice, of whom it knows the handle alone."""
    sign_in(desk)
    book = desk.book()
    nominate_handles(desk, book, ["alice"])
    approve(desk, book, ["@alice"])
    return book


def checked(desk, names, ticket):
    return check_names(desk, names, plan_names(desk, names)[0], ticket)


def stranger(clock):
    """Somebody who made an account two days ago, and took the handle @alice."""
    made = clock.now() - timedelta(days=2)
    return Account("60", "alice", "Deals", created_at=made, followers=1, connections=BOTH)


def test_a_book_is_not_answered_for_who_took_the_handle_of_an_ally(
    desk, network, book, clock, ticket
):
    clock.advance(seconds=40 * DAY)
    network.people = {"60": stranger(clock)}
    names = names_of(in_question(book.allies()))
    [found] = checked(desk, names, ticket)
    assert (found.user_id, found.handle, found.answer) == ("", "alice", Answer.UNKNOWN)
    assert (found.unsaid, found.complete) == (Unsaid.CHANGED_HANDS, False)
    # X told who it is by now, and the answer stays that nobody knows.
    assert answer_names(desk, names) == (found,)
    assert plan_names(desk, names)[0].quote.requests == 0


def test_a_book_is_answered_for_who_has_the_handle_all_the_time(desk, network, book, ticket):
    network.people = {"6": Account("6", "Alice", "Alice", followers=1, connections=BOTH)}
    [found] = checked(desk, names_of(in_question(book.allies())), ticket)
    assert (found.user_id, found.answer, found.unsaid) == ("6", Answer.MUTUAL, None)


def test_who_is_asked_for_by_an_old_handle_is_renamed_and_not_gone(desk, clock, ticket):
    sign_in(desk)
    person = Account("5", "ana_k", "Ana K.", followers=9, connections=BOTH)
    desk.cache.save_accounts([person], clock.now())
    clock.advance(seconds=DAY)
    desk.cache.save_accounts([replace(person, handle="ana_new")], clock.now())
    [found] = checked(desk, names_in("@ana_k"), ticket)
    assert (found.user_id, found.handle, found.was) == ("5", "ana_new", "ana_k")
    assert (found.answer, found.flags) == (Answer.MUTUAL, {CheckFlag.RENAMED})


def test_of_two_who_had_a_handle_neither_is_answered_for(desk, clock, ticket):
    sign_in(desk)
    for user_id in ("5", "6"):
        for handle in ("ana_k", f"ana_{user_id}"):
            desk.cache.save_accounts([Account(user_id, handle, connections=BOTH)], clock.now())
            clock.advance(seconds=DAY)
    [found] = checked(desk, names_in("@ana_k"), ticket)
    assert (found.user_id, found.unsaid, found.flags) == ("", Unsaid.NOBODY, frozenset())


@pytest.mark.parametrize(
    ("reason", "unsaid", "flags"),
    [
        (Reason.GONE, Unsaid.NOBODY, frozenset()),
        (Reason.SUSPENDED, Unsaid.UNTOLD, {CheckFlag.SUSPENDED}),
        (Reason.OTHER, Unsaid.UNTOLD, frozenset()),
    ],
)
def test_a_handle_alone_never_says_that_its_owner_is_gone(
    desk, network, ticket, reason, unsaid, flags
):
    sign_in(desk)
    network.problems = {"ana_k": Problem("ana_k", reason)}
    [found] = checked(desk, Names((), ("ana_k",)), ticket)
    assert (found.answer, found.unsaid, found.flags) == (Answer.UNKNOWN, unsaid, flags)


def test_whom_x_does_not_show_in_a_look_up_was_not_cut_short(desk, network, ticket):
    sign_in(desk)
    network.people = {"5": Account("5", "ana_k", followers=1, connections=None)}
    untied, missing = checked(desk, Names((Asked("5"), Asked("6")), ()), ticket)
    assert [one.user_id for one in (untied, missing)] == ["5", "6"]
    assert {one.unsaid for one in (untied, missing)} == {Unsaid.UNTOLD}


def test_the_members_of_a_list_are_those_that_were_added_since_too(desk, network, ticket):
    people = [Account(i, f"ally_{i}", "Ally", bio="We help") for i in ("11", "12", "13")]
    network.people = {one.user_id: one for one in people}
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, [one.handle for one in people])
    for keys in (["11", "12"], ["13"]):
        approve(desk, book, keys)
        publish(desk, plan_list(desk, book), ticket)
    list_id = desk.cache.mirror(book.info.book_id)
    assert [one.user_id for one in asked_on(desk, list_id)] == ["11", "12", "13"]
    # Filters, and whoever combines lists, ask the cache.
    assert desk.cache.members(list_id).user_ids == {"11", "12", "13"}


def test_what_another_account_has_read_today_is_not_free(profile, desk, network, clock, ticket):
    network.people = {"11": Account("11", "ally_11", followers=3)}
    checked(desk, Names((Asked("11"),), ()), ticket)
    other = make_desk(profile, clock, MemoryNetwork(), account="2")
    for one, dollars in ((desk, "0"), (other, "0.010")):
        quote = plan_check(one, [Asked("11")], anew=True).quote
        assert quote.dollars == Decimal(dollars)


def test_a_name_that_two_lists_have_means_neither(desk):
    for list_id in ("901", "902"):
        desk.cache.save_list(XList(list_id, "Helpers in Vienna"))
    with pytest.raises(BadInput, match="901, 902"):
        list_called(desk, "Helpers in Vienna")
    assert list_called(desk, "902").list_id == "902"
