from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome
from allybook.domain.acts.pace import Pace
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, opt_out
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.agreed import find_said
from allybook.services.publish.objection import speaks_against
from allybook.services.publish.pace import note_sent
from allybook.services.publish.plan import CHANGED_HANDS, plan_list

NAMES = ("HarborRow", "WrenStreet", "MapleMain")


@pytest.fixture
def book(desk):
    people = [Account(str(n), name, name) for n, name in enumerate(NAMES, start=11)]
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, NAMES)
    approve(desk, book, ["11", "12", "13"])
    return book


def listed(desk, book, members):
    desk.cache.set_mirror(book.info.book_id, "9")
    desk.cache.save_members("9", members, complete=True, as_of=desk.clock.now())


def test_a_plan_names_everyone_and_the_whole_price(desk, book):
    plan = plan_list(desk, book)
    assert [one.handle for one in plan.adds] == sorted(NAMES)
    assert (plan.removes, plan.list_id) == ((), None)
    # one list 0.01, three adds 0.03, three members read afterwards 0.03
    assert str(plan.quote.dollars) == "0.070"
    assert (plan.quote.minutes, plan.days) == (1.0, (3,))


def test_adding_to_a_long_list_reads_only_whom_it_adds(desk, book):
    listed(desk, book, [str(n) for n in range(100, 300)])
    plan = plan_list(desk, book)
    assert plan.quote.dollars == Decimal("0.06")
    assert plan.quote.steps[-1].words == "Check afterwards: 3 members read"


def test_taking_off_reads_the_whole_list(desk, book):
    listed(desk, book, ["11", "12", *(str(n) for n in range(100, 298))])
    opt_out(desk, book, ["11"])
    plan = plan_list(desk, book)
    # one add, one remove, 200 members afterwards
    assert plan.quote.dollars == Decimal("0.01") + Decimal("0.005") + Decimal("2.00")


def test_more_than_a_day_takes_is_said_by_days(desk, book, clock):
    note_sent(desk, *[clock.now()] * 49)
    plan = plan_list(desk, book)
    assert plan.days == (1, 2)
    assert plan.quote.minutes > 24 * 60
    assert plan.quote.steps[-1].words == "Check on each of 2 days: 3 members read"
    assert plan_list(desk, book, Pace(20.0, 100)).days == (3,)


def test_no_lists_in_a_bio_is_respected(desk, book):
    shy = replace(desk.cache.account("13"), bio="Retired midwife. No lists please.")
    desk.cache.save_accounts([shy], desk.clock.now())
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.adds] == ["11", "12"]
    assert [one.why for one in plan.left_out] == ["no_lists"]


def test_a_private_account_that_we_do_not_follow_is_not_tried(desk, book):
    closed = replace(desk.cache.account("13"), private=True, connections=frozenset())
    desk.cache.save_accounts([closed], desk.clock.now())
    plan = plan_list(desk, book)
    assert [one.why for one in plan.left_out] == ["private"]


def test_a_private_account_of_which_nothing_is_known_is_tried(desk, book):
    closed = replace(desk.cache.account("13"), private=True)
    desk.cache.save_accounts([closed], desk.clock.now())
    assert len(plan_list(desk, book).adds) == 3


@pytest.mark.parametrize("deed", list(Deed)[:2])
def test_an_old_wish_is_weighed_anew(desk, book, deed):
    act = Act("a", deed, book.info.book_id, "9", "11", "HarborRow", desk.clock.now())
    adding = deed is Deed.ADD_MEMBER
    assert speaks_against(desk, act) is (None if adding else Outcome.DROPPED)
    opt_out(desk, book, ["11"])
    approve_again = replace(act, undoes="b")
    assert speaks_against(desk, act) is (Outcome.OPTED_OUT if adding else None)
    assert speaks_against(desk, approve_again) is (Outcome.OPTED_OUT if adding else None)


class Walked(tuple):
    """Handles that count how often somebody walks through them for one."""

    __slots__ = ()
    times = 0

    def __contains__(self, handle):
        Walked.times += 1
        return super().__contains__(handle)


def test_of_many_that_were_said_each_is_known_without_a_walk_through_all(desk, book):
    nominate_handles(desk, book, names := [f"ally_{n}" for n in range(20)])
    approve(desk, book, [f"@{name}" for name in names])
    said = plan_list(desk, book)
    now = plan_list(desk, book, said=replace(said, unfound=Walked(said.unfound)))
    assert set(now.unfound) == set(names)
    assert Walked.times == 0


def test_who_is_known_by_a_handle_that_changed_hands_is_left_off_and_told(desk, network, ticket):
    book = desk.book()
    nominate_handles(desk, book, ["Alice"])
    approve(desk, book, ["@alice"])
    desk.cache.save_accounts([Account("5", "alice")], desk.clock.now())
    desk.cache.save_accounts([Account("5", "bob")], desk.clock.now())
    before = plan_list(desk, book)
    assert before.unfound == ("Alice",)
    # X is asked who has the handle now: somebody else.
    network.people = {"7": Account("7", "alice")}
    found = find_said(desk, before, ticket)
    assert (found.adds, found.unfound) == ((), ())
    assert [(one.handle, one.why) for one in found.left_out] == [("Alice", CHANGED_HANDS)]
    assert book.ally("@alice").user_id is None
