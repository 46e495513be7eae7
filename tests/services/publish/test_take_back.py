"""Taking back: the opposite act through the same outbox, also after a restart."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.errors import BadInput, NotThere, OverBudget, Unreachable
from allybook.domain.people.accounts import Account
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve, opt_out, remove
from allybook.services.books.several import discard_book
from allybook.services.money.doubts import held_this_month
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.activity import happening, happenings, key_of, price_of
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish
from allybook.services.publish.take_back import Against, against, drop, plan_take_back, take_back
from allybook.services.reading.noted import note, noted
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.fakes.desk import Patience, make_desk

PEOPLE = [
    Account("21", "SafeRoof", "Safe Roof"),
    Account("22", "AnaHollow", "Ana Hollow"),
    Account("23", "NightLine", "Night Line"),
]


@pytest.fixture
def book(desk, network):
    network.people = {one.user_id: one for one in PEOPLE}
    sign_in(desk)
    desk.cache.save_accounts(PEOPLE, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, [one.handle for one in PEOPLE])
    approve(desk, book, [ally.key for ally in book.allies()])
    return book


@pytest.fixture
def published(desk, book, ticket):
    done = publish(desk, plan_list(desk, book), ticket)
    assert not done.stopped
    return done.list_id


def act_about(desk, user_id, outcome=Outcome.ADDED):
    return next(act for act in desk.outbox.acts_about(user_id) if act.outcome is outcome)


def creation(desk):
    return next(act for act in desk.outbox.acts() if act.deed is Deed.CREATE_LIST)


def test_an_add_is_taken_back_by_a_checked_removal(desk, network, published, ticket):
    act = act_about(desk, "22")
    plan = plan_take_back(desk, act)
    assert (plan.deed, plan.members, plan.along) == (Deed.REMOVE_MEMBER, 3, 0)
    assert plan.again
    spent = desk.ledger.spent(desk.clock.now().date(), desk.clock.now().date())
    taken = take_back(desk, plan, ticket)
    assert taken.done
    assert (taken.act.outcome, taken.act.undoes) == (Outcome.REMOVED, act.act_id)
    assert sorted(network.on_lists[published]) == ["21", "23"]
    cost = desk.ledger.spent(desk.clock.now().date(), desk.clock.now().date()) - spent
    assert cost == plan.quote.dollars > 0
    assert against(desk, act) is Against.TAKEN_BACK


def test_somebody_is_taken_off_the_list_of_a_book_in_the_trash(
    desk, network, book, published, ticket
):
    """What waits to add somebody there is settled, and goes nowhere."""
    book_id, now = book.info.book_id, desk.clock.now()
    desk.outbox.put([Act("waits", Deed.ADD_MEMBER, book_id, published, "24", "Bluebird", now)])
    discard_book(desk, book_id)
    taken = take_back(desk, plan_take_back(desk, act_about(desk, "22")), ticket)
    assert (taken.done, taken.error) == (True, None)
    assert sorted(network.on_lists[published]) == ["21", "23"]
    waiting = [act for act in desk.outbox.acts(published) if act.stage is not Stage.SETTLED]
    assert waiting == []
    assert next(iter(desk.outbox.acts_about("24"))).outcome is Outcome.DROPPED


def test_it_works_after_a_restart_from_the_store_alone(tmp_path, network, desk, published, profile):
    key = act_about(desk, "22").act_id
    profile.close()
    with Profile(tmp_path / "profile", desk.clock) as again:
        later = make_desk(again, desk.clock, network)
        taken = take_back(later, plan_take_back(later, happening(later, key)), Patience())
        assert taken.done
    assert sorted(network.on_lists[published]) == ["21", "23"]


def test_a_removal_is_taken_back_by_adding(desk, network, book, published, ticket):
    remove(desk, book, [book.ally("21").key])
    publish(desk, plan_list(desk, book), ticket)
    act = act_about(desk, "21", Outcome.REMOVED)
    plan = plan_take_back(desk, act)
    assert plan.deed is Deed.ADD_MEMBER
    assert plan.again
    assert take_back(desk, plan, ticket).done
    assert "21" in network.on_lists[published]
    assert against(desk, act_about(desk, "21")) is None


def test_taking_back_can_be_taken_back(desk, network, published, ticket):
    first = take_back(desk, plan_take_back(desk, act_about(desk, "22")), ticket)
    second = take_back(desk, plan_take_back(desk, first.act), ticket)
    assert second.done
    assert second.act.undoes == first.act.act_id
    assert sorted(network.on_lists[published]) == ["21", "22", "23"]


def test_nobody_who_opted_out_is_put_back(desk, book, published, ticket):
    opt_out(desk, book, [book.ally("21").key])
    publish(desk, plan_list(desk, book), ticket)
    act = act_about(desk, "21", Outcome.REMOVED)
    assert against(desk, act) is Against.NOT_WANTED
    with pytest.raises(BadInput):
        plan_take_back(desk, act)


def test_only_the_latest_about_an_account_is_taken_back(desk, book, published, ticket):
    remove(desk, book, [book.ally("21").key])
    publish(desk, plan_list(desk, book), ticket)
    assert against(desk, act_about(desk, "21")) is Against.OVERTAKEN


def test_what_nothing_came_of_is_not_taken_back(desk, published):
    now = desk.clock.now()
    desk.outbox.put([Act("w", Deed.ADD_MEMBER, "b", published, "30", "h", now)])
    (waiting,) = desk.outbox.acts_about("30")
    assert against(desk, waiting) is Against.WAITS
    desk.outbox.start("w", now)
    assert against(desk, desk.outbox.acts_about("30")[0]) is Against.IN_DOUBT
    desk.outbox.settle("w", Outcome.GONE, now)
    assert against(desk, desk.outbox.acts_about("30")[0]) is Against.NOT_DONE


def test_what_waits_for_the_list_goes_along_and_is_quoted(desk, network, book, published, ticket):
    extra = Account("24", "Foodbank", "Foodbank")
    network.people["24"] = extra
    desk.cache.save_accounts([extra], desk.clock.now())
    nominate_handles(desk, book, ["Foodbank"])
    approve(desk, book, [book.ally("24").key])
    now, info = desk.clock.now(), book.info
    desk.outbox.put([Act("w", Deed.ADD_MEMBER, info.book_id, published, "24", "Foodbank", now)])
    plan = plan_take_back(desk, act_about(desk, "22"))
    assert plan.along == 1
    assert [step.resources for step in plan.quote.steps][:2] == [1, 1]
    assert take_back(desk, plan, ticket).done
    assert sorted(network.on_lists[published]) == ["21", "23", "24"]


def test_what_could_not_be_sent_waits(desk, network, published, ticket):
    network.trouble["remove 22"] = [OverBudget("Enough.")]
    taken = take_back(desk, plan_take_back(desk, act_about(desk, "22")), ticket)
    assert not taken.done
    assert taken.act.stage is Stage.WAITING
    assert isinstance(taken.error, OverBudget)
    again = publish(desk, plan_list(desk, desk.book()), ticket)
    assert [act.outcome for act in again.acts if act.undoes] == [Outcome.REMOVED]


def test_one_waiting_act_is_dropped_and_no_other(desk, published):
    now = desk.clock.now()
    acts = [Act(key, Deed.ADD_MEMBER, "b", published, key, "h", now) for key in ("31", "32")]
    desk.outbox.put(acts)
    drop(desk, "31")
    assert desk.outbox.waiting() == 1
    with pytest.raises(BadInput):
        drop(desk, "31")


def test_a_new_list_is_taken_back_by_deleting_it(desk, network, book, published, ticket):
    act = creation(desk)
    plan = plan_take_back(desk, act)
    assert (plan.deed, plan.members, str(plan.quote.dollars)) == (Deed.DELETE_LIST, 3, "0.005")
    ours = Gap(Source(Origin.LIST, published), f"list:{published}", "10", "20", 40)
    others = replace(ours, source=Source(Origin.LIST, "9002"), query="list:9002")
    note(desk, lambda _known: [ours, others])
    taken = take_back(desk, plan, ticket)
    assert noted(desk) == (others,)
    assert (taken.done, taken.act.outcome) == (True, Outcome.DELETED)
    assert network.lists == {}
    assert desk.cache.mirror(book.info.book_id) is None
    assert desk.cache.lists() == []
    assert against(desk, act) is Against.TAKEN_BACK
    assert against(desk, act_about(desk, "22")) is Against.LIST_GONE
    assert against(desk, taken.act) is Against.FOR_GOOD
    # The book is as it was: publishing makes another list.
    assert plan_list(desk, book).list_id is None
    assert len(plan_list(desk, book).adds) == 3


def test_a_deletion_cut_off_before_its_answer_is_told_the_next_time(
    desk, network, published, ticket
):
    gone = NotThere(f"X has no list {published}.")
    network.trouble["delete_list"] = [Unreachable("X did not answer."), gone]
    plan = plan_take_back(desk, creation(desk))
    with pytest.raises(Unreachable):
        take_back(desk, plan, ticket)
    assert against(desk, creation(desk)) is None
    assert held_this_month(desk) > 0
    spent = spent_this_month(desk)
    assert take_back(desk, plan, ticket).done
    assert (held_this_month(desk), spent_this_month(desk) - spent) == (0, plan.quote.dollars)


def test_a_list_is_called_deleted_only_where_x_says_that_it_is_gone(
    desk, network, book, published, ticket
):
    network.trouble["delete_list"] = [NotThere("X does not have what was asked for.")] * 2
    network.trouble["x_list"] = [None, NotThere("X does not have what was asked for.")]
    plan = plan_take_back(desk, creation(desk))
    for _ in range(2):
        with pytest.raises(NotThere):
            take_back(desk, plan, ticket)
        assert desk.cache.mirror(book.info.book_id) == published
        assert against(desk, creation(desk)) is None
    network.trouble["delete_list"] = [NotThere("X does not have what was asked for.")]
    network.trouble["x_list"] = [NotThere("Not Found", (published,))]
    assert take_back(desk, plan, ticket).done
    assert desk.cache.mirror(book.info.book_id) is None


def test_a_deletion_that_x_did_not_do_at_first_is_counted_once(desk, network, published, ticket):
    network.trouble["delete_list"] = [Unreachable("X did not answer.")]
    plan, spent = plan_take_back(desk, creation(desk)), spent_this_month(desk)
    with pytest.raises(Unreachable):
        take_back(desk, plan, ticket)
    assert take_back(desk, plan, ticket).done
    assert (held_this_month(desk), spent_this_month(desk) - spent) == (0, plan.quote.dollars)


def test_who_was_forgotten_is_read_before_being_put_back(desk, network, book, published, ticket):
    remove(desk, book, [book.ally("21").key])
    publish(desk, plan_list(desk, book), ticket)
    network.people["21"] = replace(network.people["21"], bio="No lists please")
    act = act_about(desk, "21", Outcome.REMOVED)
    desk.cache.erase(["21"])
    taken = take_back(desk, plan_take_back(desk, act), ticket)
    assert taken.act.outcome is Outcome.NO_LISTS
    assert "21" not in network.on_lists[published]


def test_activity_has_all_of_it_newest_first(desk, published, clock):
    found = happenings(desk)
    assert {one.deed for one in found} == {Deed.CREATE_LIST, Deed.ADD_MEMBER}
    assert len(found) == 4
    moments = [one.sent_at for one in found]
    assert moments == sorted(moments, reverse=True)
    assert happening(desk, "nobody") is None
    prices = {one.deed: str(price_of(desk, one)) for one in found}
    assert prices == {Deed.CREATE_LIST: "0.010", Deed.ADD_MEMBER: "0.010"}
    refused = replace(found[0], outcome=Outcome.REFUSED)
    assert price_of(desk, refused) == 0
    assert key_of(found[0]) == found[0].act_id


def test_what_was_paid_stays_what_it_was_when_prices_change(desk, book, published, ticket):
    """What waits is told by the prices of today, and what is over as the ledger has it."""
    waits = Act("w", Deed.ADD_MEMBER, "b", published, "30", "h", desk.clock.now())
    desk.outbox.put([waits])
    charges = desk.prices.charges | {"list_create": Decimal("0.030")}
    dear = replace(desk, prices=replace(desk.prices, charges=charges))
    prices = {one.act_id: price_of(dear, one) for one in happenings(dear)}
    assert prices.pop("w") == Decimal("0.030")
    # The profiles of those who were added were known, so members were read beside them.
    lines = desk.ledger.lines(date.min, date.max)
    kept = sum(line.dollars for line in lines if line.charge == "list_create")
    assert sum(prices.values()) == kept == Decimal("0.04")
    # An older Allybook kept no price with an act: the ledger of that day has it.
    sent = act_about(dear, "22")
    assert price_of(dear, replace(sent, price=None)) == Decimal("0.01")
    long_ago = replace(sent, price=None, sent_at=sent.sent_at - timedelta(days=400))
    assert price_of(dear, long_ago) is None


@pytest.mark.parametrize("shown", [True, False])
def test_what_x_answered_well_has_its_price_whatever_came_of_it(desk, network, book, ticket, shown):
    """``shown``: X says itself that it is not done; else it says added, and the list says no."""
    add = network.add_member

    def answer(list_id, user_id):
        add(list_id, user_id)
        network.on_lists[list_id].remove(user_id)
        return not shown

    network.add_member = answer
    publish(desk, plan_list(desk, book), ticket)
    acts = desk.outbox.acts()
    assert {act.outcome for act in acts} == {Outcome.CREATED, Outcome.REFUSED}
    today = desk.clock.now().date()
    charged = [line for line in desk.ledger.lines(today, today) if line.charge == "list_create"]
    assert sum(price_of(desk, act) for act in acts) == sum(line.dollars for line in charged)
    desk.outbox.erase()
    assert {str(price_of(desk, act)) for act in desk.outbox.acts()} == {"0.010"}
    assert {act.handle for act in desk.outbox.acts()} == {""}
