from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import ENDPOINTS, Deed, Outcome, Stage
from allybook.domain.book.entry import Status
from allybook.domain.errors import (
    AppRefused,
    CreditsGone,
    Fate,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    Unreachable,
)
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.books.edit import approve, decline, opt_out, remove
from allybook.services.lists.pull import members_now, pull
from allybook.services.money.doubts import held_this_month
from allybook.services.publish.plan import plan_list
from tests.fakes.desk import PRICES, Patience, make_desk
from tests.services.publish.conftest import NAMES, outcomes, publish

ADDING = PRICES.price(ENDPOINTS[Deed.ADD_MEMBER]).charge


def adds(network):
    return [name for name in network.asked if name.startswith("add")]


def test_publishing_makes_a_private_list_and_tells_what_became_of_each(desk, book, network, ticket):
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)
    assert network.lists[done.list_id].private
    assert sorted(network.on_lists[done.list_id]) == ["11", "12", "13"]
    assert desk.cache.members(done.list_id).user_ids == {"11", "12", "13"}
    assert plan_list(desk, book).quote.steps == ()


def test_what_was_billed_is_what_was_quoted(desk, book, ticket):
    quote = plan_list(desk, book).quote
    publish(desk, plan_list(desk, book), ticket)
    assert desk.ledger.spent(date.min, date.max) == quote.dollars


def test_acts_go_out_at_the_pace_with_a_little_chance(desk, book, clock, ticket):
    before = clock.now()
    publish(replace(desk, chance=lambda: 1.0), plan_list(desk, book), ticket)
    assert (clock.now() - before).total_seconds() == 48


def test_the_pace_is_kept_across_runs(desk, book, clock):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    before = clock.now()
    publish(replace(desk, chance=lambda: 0.0), plan_list(desk, book), Patience())
    assert (clock.now() - before).total_seconds() == 40


def test_no_more_than_so_many_go_out_in_24_hours(desk, book, clock, ticket):
    slow = replace(desk, daily=2)
    first = publish(slow, plan_list(slow, book), ticket)
    assert [act.outcome for act in first.acts] == [Outcome.ADDED] * 2
    assert first.stopped.startswith("2 changes in 24 hours are enough for X")
    assert first.error is None
    clock.advance(seconds=23 * 3600)
    assert publish(slow, plan_list(slow, book), ticket).acts == ()
    clock.advance(seconds=3600)
    assert len(publish(slow, plan_list(slow, book), ticket).acts) == 1


def test_a_clock_that_was_ahead_does_not_stop_publishing_for_as_long(desk, book, clock, ticket):
    slow = replace(desk, daily=2)
    clock.advance(seconds=400 * 24 * 3600)
    publish(slow, plan_list(slow, book), ticket)
    clock.advance(seconds=-400 * 24 * 3600)
    assert publish(slow, plan_list(slow, book), ticket).acts == ()
    clock.advance(seconds=24 * 3600 + 1)
    assert len(publish(slow, plan_list(slow, book), ticket).acts) == 1


def test_one_gone_person_does_not_stop_the_rest_and_is_not_asked_for_again(
    desk, book, network, ticket
):
    network.trouble["add 12"] = [NotThere("Could not find user with ids: [12].")]
    network.trouble["add 13"] = [NotThere(said := "User has been suspended: [13].", (), said)]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {
        "11": Outcome.ADDED,
        "12": Outcome.GONE,
        "13": Outcome.SUSPENDED,
    }
    plan = plan_list(desk, book)
    assert {(one.user_id, one.why) for one in plan.left_out} == {
        ("12", "gone"),
        ("13", "suspended"),
    }


@pytest.mark.parametrize("fate", [Fate.UNKNOWN, Fate.FAILED])
def test_an_answer_that_never_came_is_looked_up_not_sent_twice(desk, book, network, ticket, fate):
    asked = network.add_member

    def done_but_lost(list_id, user_id):
        if user_id == "12":
            network.on_lists[list_id].append("12")
        return asked(list_id, user_id)

    network.add_member = done_but_lost
    network.trouble["add 12"] = [Unreachable("X did not answer.", fate=fate)]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)
    assert adds(network).count("add 12") == 1
    assert (done.waiting, done.error, done.stopped) == ((), None, "")
    # X charged for the act whose answer was lost.
    (counted,) = {x.resources for x in desk.ledger.lines(date.min, date.max) if x.charge == ADDING}
    assert counted == 1 + 3


def test_what_x_did_not_do_is_sent_again_once_that_is_known(desk, book, network, ticket):
    network.trouble["add 12"] = [Unreachable("X did not answer.")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert adds(network) == ["add 11", "add 13", "add 12", "add 12"]
    assert network.asked.index("members") < len(network.asked) - 2
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)


def test_while_x_does_not_answer_at_all_nothing_is_claimed(desk, book, network, ticket):
    silent = [Unreachable("X did not answer.", passing=False)] * 9
    network.trouble |= {f"add {n}": list(silent) for n in (11, 12, 13)}
    network.trouble["members"] = list(silent)
    done = publish(desk, plan_list(desk, book), ticket)
    assert isinstance(done.error, Unreachable)
    assert done.acts == ()
    stages = [act.stage for act in done.waiting]
    assert stages == [Stage.SENDING, Stage.SENDING, Stage.WAITING]
    network.trouble.clear()
    again = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(again) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)


def test_a_short_pause_is_waited_for_and_a_long_one_ends_the_run(
    desk, book, network, clock, ticket
):
    soon = clock.now() + timedelta(minutes=5)
    network.trouble["add 11"] = [RateLimited("X asks to wait.", soon)]
    late = clock.now() + timedelta(hours=3)
    network.trouble["add 12"] = [RateLimited("X asks to wait.", late)]
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.ADDED, "13": Outcome.ADDED}
    assert clock.now() >= soon
    assert isinstance(done.error, RateLimited)
    assert [act.stage for act in done.waiting] == [Stage.WAITING]
    assert any("X asks to wait" in why for _, why in ticket.pauses)


@pytest.mark.parametrize(
    "error", [CreditsGone("Used up."), NeedsSignIn("Sign in."), AppRefused("Not this app.")]
)
def test_what_is_about_the_account_ends_the_run_and_nobody_is_blamed(
    desk, book, network, ticket, error
):
    network.trouble["add 13"] = [error]
    done = publish(desk, plan_list(desk, book), ticket)
    assert (done.error, outcomes(done)) == (error, {"11": Outcome.ADDED})
    assert [act.user_id for act in done.waiting] == ["13", "12"]


def test_added_but_not_there_is_told_as_refused(desk, book, network, ticket):
    network.add_member = lambda list_id, user_id: True
    done = publish(desk, plan_list(desk, book), ticket)
    assert set(outcomes(done).values()) == {Outcome.REFUSED}
    assert {act.detail for act in done.acts} == {"X said added, and the list does not show it."}
    # They were never on it, so nobody took them off: the book is as it was.
    told = [(ally.status, ally.evidence) for ally in book.allies()]
    assert told == [(Status.APPROVED, ())] * 3
    assert desk.cache.members(done.list_id).user_ids == frozenset()


def test_who_was_never_on_the_list_is_not_on_it_for_being_suspended(desk, book, network, ticket):
    network.add_member = lambda list_id, user_id: True
    network.trouble["members"] = [CreditsGone("Used up.")]
    done = publish(desk, plan_list(desk, book), ticket)
    assert desk.cache.members(done.list_id).user_ids == {"11", "12", "13"}
    desk.cache.save_problems([Problem("13", Reason.SUSPENDED)], desk.clock.now())
    pull(desk, done.list_id, ticket)
    assert desk.cache.members(done.list_id).user_ids == frozenset()
    assert book.ally("13").status is Status.APPROVED


def test_removed_but_still_there_is_told_as_refused(desk, book, network, ticket):
    publish(desk, plan_list(desk, book), ticket)
    remove(desk, book, ["11"])
    network.remove_member = lambda list_id, user_id: False
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.REFUSED}
    assert [one.user_id for one in plan_list(desk, book).removes] == ["11"]


def test_stopping_leaves_the_rest_in_the_outbox_and_asks_no_more(desk, book, network):
    done = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    assert (len(done.acts), len(done.waiting)) == (1, 2)
    assert desk.outbox.waiting() == 2
    assert "members" not in network.asked


def test_only_the_new_members_are_read_afterwards(desk, book, network, ticket):
    done = publish(desk, plan_list(desk, book), ticket)
    network.people |= {str(n): Account(str(n), f"a{n}") for n in range(100, 150)}
    network.on_lists[done.list_id][:0] = [str(n) for n in range(100, 150)]
    pull(desk, done.list_id, ticket, 60)
    remove(desk, book, ["12"])
    publish(desk, plan_list(desk, book), ticket)
    approve(desk, book, ["12"])
    before = desk.ledger.spent(date.min, date.max)
    desk.clock.advance(seconds=24 * 3600)
    plan = plan_list(desk, book)
    publish(desk, plan, ticket)
    assert desk.ledger.spent(date.min, date.max) - before == Decimal("0.02") == plan.quote.dollars
    assert members_now(desk, done.list_id) >= {"11", "12", "13", "100"}


def test_who_left_the_book_leaves_the_list_and_strangers_become_nominations(
    desk, book, network, ticket
):
    done = publish(desk, plan_list(desk, book), ticket)
    network.people["99"] = Account("99", "Stranger", "Stranger")
    network.on_lists[done.list_id].append("99")
    remove(desk, book, ["11"])
    opt_out(desk, book, ["12"])
    plan = plan_list(desk, book)
    assert {one.user_id for one in plan.removes} == {"11", "12"}
    publish(desk, plan, ticket)
    assert network.on_lists[done.list_id] == ["13", "99"]
    assert book.ally("99").status is Status.NOMINATED
    decline(desk, book, ["99"])
    assert [one.user_id for one in plan_list(desk, book).removes] == ["99"]


def test_who_opts_out_while_others_are_sent_is_not_added(desk, book, network):
    class Changing(Patience):
        def report(self, done, total):
            super().report(done, total)
            opt_out(desk, book, ["13"])

    done = publish(desk, plan_list(desk, book), Changing())
    assert outcomes(done)["13"] is Outcome.OPTED_OUT
    assert "add 13" not in network.asked


def test_an_undone_decision_or_a_bio_keeps_an_old_wish_from_going_out(desk, book, network):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    plan = plan_list(desk, book)
    decline(desk, book, ["12"])
    shy = replace(desk.cache.account("13"), bio="Bitte auf keine Liste setzen")
    desk.cache.save_accounts([shy], desk.clock.now())
    done = publish(desk, plan, Patience())
    assert outcomes(done) == {"13": Outcome.NO_LISTS}
    assert adds(network) == ["add 11"]
    assert done.waiting == ()


def test_whoever_is_on_the_list_already_costs_no_request(desk, book, network):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    (list_id,) = network.on_lists
    plan = plan_list(desk, book)
    members = ["11", "12"]
    desk.cache.save_members(list_id, members, complete=True, as_of=desk.clock.now())
    done = publish(desk, plan, Patience())
    assert outcomes(done) == {"12": Outcome.ALREADY_THERE, "13": Outcome.ADDED}
    assert "add 12" not in network.asked


def test_a_list_that_nobody_has_read_is_read_first(desk, book, network, ticket):
    made = network.create_list("My allies", "", private=True)
    network.on_lists[made.list_id] = ["11", "12"]
    desk.cache.set_mirror(book.info.book_id, made.list_id)
    plan = plan_list(desk, book)
    assert (len(plan.adds), plan.quote.exact) == (3, False)
    done = publish(desk, plan, ticket)
    assert adds(network) == ["add 13"]
    assert outcomes(done) == {
        "11": Outcome.ALREADY_THERE,
        "12": Outcome.ALREADY_THERE,
        "13": Outcome.ADDED,
    }


def test_a_full_list_stops_the_adding_and_says_so(desk, book, network, ticket):
    made = network.create_list("My allies", "", private=True)
    desk.cache.set_mirror(book.info.book_id, made.list_id)
    plan = plan_list(desk, book)
    ids = [str(n) for n in range(1000, 5998)]
    desk.cache.save_members(made.list_id, ids, complete=True, as_of=desk.clock.now())
    network.people |= {i: Account(i, f"a{i}") for i in ids}
    network.on_lists[made.list_id] = ids
    done = publish(desk, plan, ticket)
    assert [act.outcome for act in done.acts] == [Outcome.ADDED] * 2
    assert done.stopped.startswith("The list is full: X lets 5,000 on a list.")
    assert [act.stage for act in done.waiting] == [Stage.WAITING]
    assert [one.why for one in plan_list(desk, book).left_out] == ["list_full"]


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


def test_the_budget_stops_before_the_request_that_would_break_it(profile, clock, network, book):
    poor = make_desk(profile, clock, network, budget="0.025")
    done = publish(poor, plan_list(poor, book), Patience())
    assert isinstance(done.error, OverBudget)
    assert outcomes(done) == {"11": Outcome.ADDED}
    list_id = poor.cache.mirror(book.info.book_id)
    assert network.on_lists[list_id] == ["11"]
    assert poor.ledger.spent(date.min, date.max) == Decimal("0.02")
    assert poor.outbox.waiting() == 2


def test_a_small_rest_of_the_budget_is_enough_to_look_after_an_interruption(
    profile, clock, network, book
):
    desk = make_desk(profile, clock, network, budget="0.20")
    network.trouble["add 11"] = [Unreachable("X did not answer.")]
    done = publish(desk, plan_list(desk, book), Patience())
    assert (done.error, len(done.acts)) == (None, len(NAMES))


def test_two_programs_do_not_publish_at_once(desk, book, network, ticket):
    with desk.outbox.turn():
        done = publish(desk, plan_list(desk, book), ticket)
    assert "already, in another window" in str(done.error)
    assert network.asked == []


@pytest.mark.parametrize("beside", [False, True])
def test_a_list_that_was_deleted_on_x_is_made_anew_the_next_time(
    desk, book, network, ticket, beside
):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    (gone,) = network.on_lists
    words, named = (f"X says: “Could not find list with id: [{gone}].”", ())
    if beside:
        words, named = "X says: “Not Found”.", (gone,)
    network.trouble["add 12"] = [NotThere(words, named)]
    network.trouble["x_list"] = [NotThere(words, named)]
    done = publish(desk, plan_list(desk, book), ticket)
    assert "no longer on X" in str(done.error)
    del network.lists[gone], network.on_lists[gone]
    plan = plan_list(desk, book)
    assert (plan.list_id, len(plan.adds)) == (None, 3)
    assert len(publish(desk, plan, ticket).acts) == 3


def test_a_new_handle_is_told_and_written_into_the_book(desk, book, network, ticket):
    network.people["12"] = Account("12", "WrenStreetFood", "Wren Street")
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.renamed == {"12": "WrenStreetFood"}
    assert book.ally("12").handle == "WrenStreetFood"
    assert [act.handle for act in done.acts if act.user_id == "12"] == ["WrenStreet"]


def test_a_book_that_got_its_list_meanwhile_gets_no_second_one(desk, book, network, ticket):
    old = plan_list(desk, book)
    first = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    done = publish(desk, old, ticket)
    assert (done.list_id, list(network.lists)) == (first.list_id, [first.list_id])
    assert sorted(adds(network)) == ["add 11", "add 12", "add 13"]
    assert outcomes(done) == {"12": Outcome.ADDED, "13": Outcome.ADDED}
    assert publish(desk, old, ticket).acts == ()


def test_an_act_in_doubt_ends_with_its_list(desk, book, network, clock, ticket):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    (gone,) = network.on_lists
    error = NotThere(f"X says: “Could not find list with id: [{gone}].”")
    network.trouble["add 12"] = [Unreachable("X did not answer.", passing=False)]
    network.trouble["add 13"] = [Unreachable("X did not answer.", passing=False)]
    network.trouble["members"] = [error]
    done = publish(desk, plan_list(desk, book), ticket)
    assert "no longer on X" in str(done.error)
    assert (done.waiting, desk.outbox.waiting()) == ((), 0)
    assert held_this_month(desk) == 0
