from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from allybook.domain.accounts import Account
from allybook.domain.errors import (
    CreditsGone,
    ListLocked,
    NotThere,
    OverBudget,
    Refused,
    Unreachable,
)
from allybook.domain.outbox import Outcome, Stage
from allybook.services.edit import approve, opt_out, remove
from allybook.services.nominate import nominate_handles
from allybook.services.plan_list import plan_list
from allybook.services.publish import locked_until, publish
from tests.fakes.desk import PRICES, Patience, make_desk

ADDING = PRICES.price("POST /2/lists/:id/members").charge
NAMES = ("HarborRow", "WrenStreet", "MapleMain")


@pytest.fixture
def book(desk, network):
    people = [Account(str(n), name, name) for n, name in enumerate(NAMES, start=11)]
    network.people = {one.user_id: one for one in people}
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, NAMES)
    approve(desk, book, ["11", "12", "13"])
    return book


def outcomes(done):
    return {act.user_id: act.outcome for act in done.acts}


def test_a_plan_names_everyone_and_the_whole_price(desk, book):
    plan = plan_list(desk, book)
    assert [one.handle for one in plan.adds] == sorted(NAMES)
    assert (plan.removes, plan.list_id) == ((), None)
    # one list 0.01, three adds 0.03, three members read afterwards 0.03
    assert str(plan.quote.dollars) == "0.070"
    assert plan.quote.minutes == 1.0


def test_publishing_makes_a_private_list_and_tells_what_became_of_each(desk, book, network, ticket):
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)
    assert network.lists[done.list_id].private
    assert sorted(network.on_lists[done.list_id]) == ["11", "12", "13"]
    assert desk.cache.members(done.list_id).user_ids == {"11", "12", "13"}
    assert plan_list(desk, book).quote.steps == ()


def test_acts_go_out_at_the_pace_of_the_desk(desk, book, clock, ticket):
    before = clock.now()
    publish(desk, plan_list(desk, book), ticket)
    assert (clock.now() - before).total_seconds() == 40


def test_one_refused_person_does_not_stop_the_rest(desk, book, network, ticket):
    network.trouble["add 12"] = [Refused("This account cannot be added.")]
    network.trouble["add 13"] = [NotThere("User has been suspended: [13].")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {
        "11": Outcome.ADDED,
        "12": Outcome.REFUSED,
        "13": Outcome.SUSPENDED,
    }


def test_the_first_lock_stops_the_queue_for_a_day(desk, book, network, clock, ticket):
    network.trouble["add 12"] = [ListLocked("You aren't allowed to add members to this list.")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.ADDED, "13": Outcome.ADDED}
    assert [act.user_id for act in done.waiting] == ["12"]
    assert "aren't allowed" in done.stopped
    again = publish(desk, plan_list(desk, book), ticket)
    assert (again.acts, len(again.waiting)) == ((), 1)
    assert network.asked.count("add 12") == 1
    clock.advance(seconds=24 * 3600 + 1)
    assert locked_until(desk) is None
    again = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(again) == {"12": Outcome.ADDED}


def test_an_answer_that_never_came_is_looked_up_not_sent_twice(desk, book, network, ticket):
    network.trouble["add 12"] = [Unreachable("X did not answer.")]
    cut = publish(desk, plan_list(desk, book), ticket)
    assert isinstance(cut.error, Unreachable)
    list_id = desk.cache.mirror(book.info.book_id)
    sending = [act for act in desk.outbox.acts(list_id) if act.stage is Stage.SENDING]
    assert [act.user_id for act in sending] == ["12"]
    network.on_lists[list_id].append("12")  # it had been done after all
    done = publish(desk, plan_list(desk, book), ticket)
    assert [name for name in network.asked if name.startswith("add")] == [
        "add 11",
        "add 13",
        "add 12",
    ]
    assert sorted(network.on_lists[list_id]) == ["11", "12", "13"]
    assert done.waiting == ()
    assert outcomes(done)["12"] is Outcome.ADDED
    # X charged for the act whose answer was lost.
    (adds,) = {x.resources for x in desk.ledger.lines(date.min, date.max) if x.charge == ADDING}
    assert adds == 4


def test_added_but_not_there_is_told_as_refused(desk, book, network, ticket):
    network.add_member = lambda list_id, user_id: True
    done = publish(desk, plan_list(desk, book), ticket)
    assert set(outcomes(done).values()) == {Outcome.REFUSED}


def test_stopping_leaves_the_rest_in_the_outbox(desk, book):
    done = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    assert (len(done.acts), len(done.waiting)) == (1, 2)
    assert desk.outbox.waiting() == 2


def test_a_list_that_was_created_just_before_a_crash_is_found_again(desk, book, network, ticket):
    desk.settings.write(f"creating:{book.info.book_id}", desk.clock.now().isoformat())
    network.create_list("My allies", "", private=True)
    publish(desk, plan_list(desk, book), ticket)
    assert len(network.lists) == 1


def test_who_left_the_book_leaves_the_list_and_strangers_stay(desk, book, network, ticket):
    done = publish(desk, plan_list(desk, book), ticket)
    stranger = Account("99", "Stranger", "Stranger")
    network.people["99"] = stranger
    network.on_lists[done.list_id].append("99")
    remove(desk, book, ["11"])
    opt_out(desk, book, "12")
    desk.cache.save_members(
        done.list_id, ["11", "12", "13", "99"], complete=True, as_of=desk.clock.now()
    )
    plan = plan_list(desk, book)
    assert {one.user_id for one in plan.removes} == {"11", "12"}
    assert plan.strangers == ("99",)
    publish(desk, plan, ticket)
    assert network.on_lists[done.list_id] == ["13", "99"]


def test_no_lists_in_a_bio_is_respected(desk, book):
    shy = replace(desk.cache.account("13"), bio="Retired midwife. No lists please.")
    desk.cache.save_accounts([shy], desk.clock.now())
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.adds] == ["11", "12"]
    assert [one.why for one in plan.left_out] == ["no_lists"]


def test_whoever_x_refuses_twice_does_not_stop_the_others_for_ever(
    desk, book, network, clock, ticket
):
    refusal = "You aren't allowed to add members to this list."
    network.trouble["add 11"] = [ListLocked(refusal), ListLocked(refusal)]
    publish(desk, plan_list(desk, book), ticket)
    clock.advance(seconds=24 * 3600 + 1)
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {
        "12": Outcome.ADDED,
        "13": Outcome.ADDED,
        "11": Outcome.BLOCKS_YOU,
    }
    plan = plan_list(desk, book)
    assert [(one.user_id, one.why) for one in plan.left_out] == [("11", "refused")]
    assert plan.adds == ()


def test_a_clock_set_back_changes_nothing_about_who_is_on_the_list(
    desk, book, network, clock, ticket
):
    publish(desk, plan_list(desk, book), ticket)
    clock.advance(seconds=-3600)
    remove(desk, book, ["11"])
    gone = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(gone) == {"11": Outcome.REMOVED}
    approve(desk, book, ["11"])
    back = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(back) == {"11": Outcome.ADDED}
    assert sorted(next(iter(network.on_lists.values()))) == ["11", "12", "13"]


def test_nothing_to_do_asks_nothing_and_makes_no_list(desk, network, ticket):
    done = publish(desk, plan_list(desk, desk.book()), ticket)
    assert (done.acts, network.asked, network.lists) == ((), [], {})


def test_a_list_of_the_same_name_is_not_taken_for_our_own(desk, book, network, ticket):
    network.trouble["create_list"] = [CreditsGone("Your credits are used up.")]
    with pytest.raises(CreditsGone):
        publish(desk, plan_list(desk, book), ticket)
    theirs = network.create_list("My allies", "", private=False)
    network.on_lists[theirs.list_id] = ["99"]
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.list_id != theirs.list_id


def test_a_private_account_that_we_do_not_follow_is_not_tried(desk, book):
    closed = replace(desk.cache.account("13"), private=True, connections=frozenset())
    desk.cache.save_accounts([closed], desk.clock.now())
    plan = plan_list(desk, book)
    assert [one.why for one in plan.left_out] == ["private"]


def test_the_budget_stops_before_the_request_that_would_break_it(profile, clock, network, book):
    poor = make_desk(profile, clock, network, budget="0.025")
    done = publish(poor, plan_list(poor, book), Patience())
    assert isinstance(done.error, OverBudget)
    assert outcomes(done) == {"11": Outcome.ADDED}
    list_id = poor.cache.mirror(book.info.book_id)
    assert network.on_lists[list_id] == ["11"]
    assert poor.ledger.spent(date.min, date.max) == Decimal("0.02")
    assert poor.outbox.waiting() == 2
