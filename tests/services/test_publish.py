from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from allybook.domain.accounts import Account
from allybook.domain.errors import ListLocked, NotThere, OverBudget, Refused, Unreachable
from allybook.domain.outbox import Outcome, Stage
from allybook.services.edit import approve, opt_out, remove
from allybook.services.nominate import nominate_handles
from allybook.services.plan_list import plan_list
from allybook.services.publish import locked_until, publish
from tests.fakes.desk import Patience, make_desk

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
    assert done.waiting == 1
    assert "aren't allowed" in done.stopped
    with pytest.raises(ListLocked):
        publish(desk, plan_list(desk, book), ticket)
    clock.advance(seconds=24 * 3600 + 1)
    assert locked_until(desk) is None
    again = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(again) == {"12": Outcome.ADDED}


def test_an_answer_that_never_came_is_looked_up_not_sent_twice(desk, book, network, ticket):
    network.trouble["add 12"] = [Unreachable("X did not answer.")]
    with pytest.raises(Unreachable):
        publish(desk, plan_list(desk, book), ticket)
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
    assert done.waiting == 0


def test_added_but_not_there_is_told_as_refused(desk, book, network, ticket):
    network.add_member = lambda list_id, user_id: True
    done = publish(desk, plan_list(desk, book), ticket)
    assert set(outcomes(done).values()) == {Outcome.REFUSED}


def test_stopping_leaves_the_rest_in_the_outbox(desk, book):
    done = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    assert (len(done.acts), done.waiting) == (1, 2)
    assert desk.outbox.waiting() == 2


def test_a_list_that_was_created_just_before_a_crash_is_found_again(desk, book, network, ticket):
    desk.settings.write(f"creating:{book.info.book_id}", "My allies")
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


def test_the_budget_stops_before_the_request_that_would_break_it(profile, clock, network, book):
    poor = make_desk(profile, clock, network, budget="0.025")
    with pytest.raises(OverBudget):
        publish(poor, plan_list(poor, book), Patience())
    list_id = poor.cache.mirror(book.info.book_id)
    assert network.on_lists[list_id] == ["11"]
    assert poor.ledger.spent(date.min, date.max) == Decimal("0.02")
    assert poor.outbox.waiting() == 2
