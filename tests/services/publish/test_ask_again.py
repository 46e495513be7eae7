"""Of whom X said no: left out for a month, then asked again, or when a person wants it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.errors import BadInput, Refused
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.lists.pull import pull
from allybook.services.publish.plan import plan_list
from tests.services.publish.conftest import outcomes, publish

MONTH = timedelta(days=30).total_seconds()
SHY = "Retired midwife. No lists please."


def left_out(plan):
    return {one.user_id: one.why for one in plan.left_out}


def adds(plan):
    return {one.user_id: one.why for one in plan.adds}


@pytest.fixture
def refused(desk, book, network, ticket):
    """Publish, and let X refuse one of three."""
    network.trouble["add 12"] = [Refused("X refused this.", "You are blocked.")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done)["12"] is Outcome.BLOCKS_YOU
    return book


def test_who_was_refused_is_left_out_with_the_date_and_costs_nothing(desk, refused, clock):
    said = clock.now()
    plan = plan_list(desk, refused)
    assert (left_out(plan), plan.quote.steps) == ({"12": "blocks_you"}, ())
    assert [one.user_id for one in plan.askable] == ["12"]
    assert abs(plan.askable[0].since - said) < timedelta(hours=1)


def test_a_month_later_x_is_asked_again(desk, refused, clock, network, ticket):
    clock.advance(seconds=MONTH + 3600)
    plan = plan_list(desk, refused)
    assert (adds(plan), plan.unread) == ({"12": "ask_again"}, ())
    done = publish(desk, plan, ticket)
    assert outcomes(done) == {"12": Outcome.ADDED}
    assert "12" in network.on_lists[done.list_id]


def test_a_person_can_have_x_asked_at_once(desk, refused, network, ticket):
    plan = plan_list(desk, refused, again=True)
    assert adds(plan) == {"12": "ask_again"}
    before = desk.ledger.spent(clock_day(desk), clock_day(desk))
    done = publish(desk, plan, ticket)
    assert outcomes(done) == {"12": Outcome.ADDED}
    spent = desk.ledger.spent(clock_day(desk), clock_day(desk)) - before
    assert spent == plan.quote.dollars


def clock_day(desk):
    return desk.clock.now().date()


@pytest.mark.parametrize("reason", [Reason.SUSPENDED, Reason.GONE])
def test_who_is_back_on_x_is_added_once_asked_about_again(
    desk, book, network, clock, ticket, reason
):
    desk.cache.save_problems([Problem("12", reason, "")], clock.now())
    clock.advance(seconds=3600)
    assert left_out(plan_list(desk, book)) == {"12": reason.value}
    network.people["12"] = replace(network.people["12"], followers=3)
    # X knows the account again; the profile is read before anything else is asked.
    plan = plan_list(desk, book, again=True)
    assert (adds(plan)["12"], plan.unread) == ("ask_again", ("12",))
    done = publish(desk, plan, ticket)
    assert outcomes(done)["12"] is Outcome.ADDED


def test_who_stays_suspended_is_told_again_and_no_add_is_paid(desk, book, network, clock, ticket):
    desk.cache.save_problems([Problem("12", Reason.SUSPENDED, "")], clock.now())
    network.problems["12"] = Problem("12", Reason.SUSPENDED, "")
    del network.people["12"]
    done = publish(desk, plan_list(desk, book, again=True), ticket)
    assert outcomes(done)["12"] is Outcome.SUSPENDED
    assert not [one for one in network.asked if one == "add 12"]
    assert left_out(plan_list(desk, book)) == {"12": "suspended"}


def test_who_is_still_private_is_told_and_no_add_is_paid(desk, book, network, ticket):
    closed = replace(network.people["12"], private=True, connections=frozenset())
    network.people["12"] = closed
    desk.cache.save_accounts([closed], desk.clock.now())
    assert left_out(plan_list(desk, book)) == {"12": "private"}
    done = publish(desk, plan_list(desk, book, again=True), ticket)
    assert outcomes(done)["12"] is Outcome.PRIVATE
    assert not [one for one in network.asked if one == "add 12"]


def test_what_x_did_not_show_is_reported_and_not_asked_for_at_each_publishing(
    desk, book, network, clock, ticket
):
    del network.people["12"]
    desk.cache.empty()
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done)["12"] is Outcome.NOT_SHOWN
    asked = len(network.asked)
    plan = plan_list(desk, book)
    assert (left_out(plan), plan.unread, plan.quote.steps) == ({"12": "not_shown"}, (), ())
    publish(desk, plan, ticket)
    assert len(network.asked) == asked
    clock.advance(seconds=MONTH + 3600)
    assert plan_list(desk, book).unread == ("12",)


def test_who_asks_for_no_lists_is_never_asked_about_again(desk, book, clock):
    shy = replace(desk.cache.account("12"), bio=SHY)
    desk.cache.save_accounts([shy], clock.now())
    clock.advance(seconds=3 * MONTH)
    plan = plan_list(desk, book, again=True)
    assert left_out(plan) == {"12": "no_lists"}
    assert plan.askable == ()


def long_list(desk, book):
    desk.cache.set_mirror(book.info.book_id, "9")
    members = [str(n) for n in range(100, 300)]
    desk.cache.save_members("9", members, complete=True, as_of=desk.clock.now())


def test_the_list_can_be_looked_at_in_two_ways_and_the_cheaper_is_taken(desk, book):
    long_list(desk, book)
    plan = plan_list(desk, book)
    assert [way.name for way in plan.ways] == ["newest", "whole"]
    assert (plan.way, str(plan.quote.dollars)) == ("newest", "0.060")
    assert "reading the whole list afterwards would cost $2.06" in plan.quote.because
    whole = plan_list(desk, book, way="whole")
    assert whole.quote.dollars == plan.going("whole").quote.dollars == plan.ways[1].quote.dollars
    assert plan.going("nowhere") is plan


def test_the_whole_of_a_new_list_is_nobody_but_who_is_added(desk, book, network, ticket):
    plan = plan_list(desk, book, way="whole")
    assert (plan.way, len(plan.ways)) == ("whole", 1)
    assert plan.quote == plan_list(desk, book).quote
    spent = desk.ledger.spent(clock_day(desk), clock_day(desk))
    done = publish(desk, plan, ticket)
    assert desk.ledger.spent(clock_day(desk), clock_day(desk)) - spent == plan.quote.dollars
    # Nothing is left to do, which is so whatever way it is looked at.
    for way in ("newest", "whole"):
        again = plan_list(desk, book, way=way)
        assert (again.way, again.quote.steps, again.list_id) == (way, (), done.list_id)


def test_the_whole_list_can_be_read_where_that_is_free_as_well(desk, book, network, ticket):
    made = network.create_list("Long", "", private=True)
    others = {str(n): Account(str(n), f"h{n}", f"N{n}") for n in range(100, 130)}
    network.people |= others
    network.on_lists[made.list_id] = list(others)
    desk.cache.set_mirror(book.info.book_id, made.list_id)
    pull(desk, made.list_id, ticket)
    newest, whole = plan_list(desk, book).ways
    assert (newest.name, whole.name) == ("newest", "whole")
    assert newest.quote.dollars == whole.quote.dollars
    assert plan_list(desk, book, way="whole").way == "whole"


def test_a_way_that_there_is_not_is_refused(desk, book):
    desk.cache.set_mirror(book.info.book_id, "9")
    # Nobody knows who is on the list: it is read whole in any case, at whatever price.
    assert not plan_list(desk, book).quote.bounded
    with pytest.raises(BadInput, match="say whole"):
        plan_list(desk, book, way="newest")


@pytest.mark.parametrize(("way", "read"), [("newest", 3), ("whole", 33)])
def test_the_way_that_was_chosen_is_gone_and_costs_what_it_said(
    desk, book, network, ticket, way, read
):
    made = network.create_list("Long", "", private=True)
    others = {str(n): Account(str(n), f"h{n}", f"N{n}") for n in range(100, 130)}
    network.people |= others
    network.on_lists[made.list_id] = list(others)
    desk.cache.set_mirror(book.info.book_id, made.list_id)
    desk.cache.save_members(made.list_id, list(others), complete=True, as_of=desk.clock.now())
    spent = desk.ledger.spent(clock_day(desk), clock_day(desk))
    plan = plan_list(desk, book, way=way)
    done = publish(desk, plan, ticket)
    assert done.error is None
    billed = desk.ledger.spent(clock_day(desk), clock_day(desk)) - spent
    assert billed == plan.quote.dollars == Decimal("0.03") + read * Decimal("0.01")
