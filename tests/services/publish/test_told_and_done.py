"""What publishing sends and reads is what its price named: no more, later or while it was read."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from allybook.domain.acts.outbox import Deed, Outcome, Stage
from allybook.domain.errors import BadInput, CostsMore
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, opt_out, remove
from allybook.services.lists.pull import grown, members_now, pull
from allybook.services.lists.reconcile import unproven
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.agreed import hold
from allybook.services.publish.plan import TAKES_BACK, plan_list
from allybook.services.publish.run import FURTHER, OVERNIGHT
from allybook.services.publish.take_back import Against, drop, look_into, plan_take_back, take_back
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.services.publish.conftest import outcomes, publish

DAY = 86_400


def paid(desk):
    return desk.ledger.spent(date.min, date.max)


def bring(desk, network, numbers, *, approved=True):
    """Put people into the book of whom all is known."""
    people = [Account(str(n), f"ally_{n}", f"Ally {n}") for n in numbers]
    network.people |= {one.user_id: one for one in people}
    desk.cache.save_accounts(people, desk.clock.now())
    nominate_handles(desk, desk.book(), [one.handle for one in people])
    if approved:
        approve(desk, desk.book(), [one.user_id for one in people])
    return [one.user_id for one in people]


@pytest.fixture
def listed(desk, book, network, ticket):
    """The book of 44 is on its list, which was read whole; that was yesterday."""
    bring(desk, network, range(101, 142))
    list_id = publish(desk, plan_list(desk, book), ticket).list_id
    assert len(members_now(desk, list_id)) == 44
    desk.clock.advance(seconds=DAY)
    return list_id


def begun(desk, list_id, user_id="101"):
    """Take an add back, and press Stop before it is sent; return the act that waits."""
    act = next(a for a in desk.outbox.acts_about(user_id) if a.outcome is Outcome.ADDED)
    taken = take_back(desk, plan_take_back(desk, act), Patience(stop_after=0))
    assert (taken.act.stage, taken.act.undoes) == (Stage.WAITING, act.act_id)
    return taken.act


# What waits and takes something back.


def test_a_plan_names_and_prices_what_takes_an_earlier_change_back(
    desk, book, network, ticket, listed
):
    begun(desk, listed)
    bring(desk, network, [201])
    plan = plan_list(desk, book)
    assert [(one.handle, one.why) for one in plan.removes] == [("ally_101", TAKES_BACK)]
    assert [one.user_id for one in plan.adds] == ["201"]
    before = paid(desk)
    done = publish(desk, plan, ticket)
    assert outcomes(done) == {"101": Outcome.REMOVED, "201": Outcome.ADDED}
    assert paid(desk) - before == plan.quote.dollars == Decimal("0.455")
    assert plan.quote.exact


def test_what_waits_alone_is_a_plan_of_its_own(desk, book, network, ticket, listed):
    """The book still has them as an ally: the next plan would put them on the list again."""
    begun(desk, listed)
    plan, before = plan_list(desk, book), paid(desk)
    assert ([one.user_id for one in plan.removes], plan.adds) == (["101"], ())
    publish(desk, plan, ticket)
    assert "101" not in network.on_lists[listed]
    assert paid(desk) - before == plan.quote.dollars
    assert [one.user_id for one in plan_list(desk, book).adds] == ["101"]


def test_who_was_taken_off_and_comes_back_is_named_among_the_adds(
    desk, book, network, ticket, listed
):
    remove(desk, book, ["101"])
    publish(desk, plan_list(desk, book), ticket)
    act = desk.outbox.acts_about("101")[0]
    desk.clock.advance(seconds=DAY)
    take_back(desk, plan_take_back(desk, act), Patience(stop_after=0))
    plan, before = plan_list(desk, book), paid(desk)
    assert [(one.user_id, one.why) for one in plan.adds] == [("101", TAKES_BACK)]
    assert outcomes(publish(desk, plan, ticket)) == {"101": Outcome.ADDED}
    assert paid(desk) - before == plan.quote.dollars
    # The book still has them as removed: the next plan would take them off again.
    assert [one.user_id for one in plan_list(desk, book).removes] == ["101"]


def test_what_is_needless_by_now_is_in_no_price_and_settled_for_nothing(
    desk, book, network, ticket, listed
):
    waits = begun(desk, listed)
    network.on_lists[listed].remove("101")
    pull(desk, listed, ticket)
    assert plan_list(desk, book).removes == ()
    before = paid(desk)
    publish(desk, plan_list(desk, book), ticket)
    assert paid(desk) == before
    assert desk.outbox.acts_about("101")[0].act_id == waits.act_id
    assert desk.outbox.acts_about("101")[0].outcome is Outcome.NOT_THERE


def test_what_was_asked_for_since_the_price_was_told_is_not_sent_with_it(
    desk, book, network, ticket, listed
):
    bring(desk, network, [201])
    plan, before = plan_list(desk, book), paid(desk)
    begun(desk, listed)
    done = publish(desk, hold(desk, plan), ticket)
    assert outcomes(done) == {"201": Outcome.ADDED}
    assert paid(desk) - before == plan.quote.dollars == Decimal("0.02")
    assert "101" in network.on_lists[listed]
    assert [act.user_id for act in done.waiting] == ["101"]


def test_what_is_asked_for_while_a_run_goes_on_waits_for_the_next(
    desk, book, network, ticket, listed
):
    bring(desk, network, [201, 202])
    plan, before, add = plan_list(desk, book), paid(desk), network.add_member

    def meanwhile(list_id, user_id):
        if user_id == "201":
            begun(desk, listed)
        return add(list_id, user_id)

    network.add_member = meanwhile
    done = publish(desk, plan, ticket)
    assert outcomes(done) == {"201": Outcome.ADDED, "202": Outcome.ADDED}
    assert paid(desk) - before == plan.quote.dollars
    assert "101" in network.on_lists[listed]


def test_what_waits_can_be_sent_by_itself_or_dropped(desk, network, ticket, listed):
    waits = begun(desk, listed)
    plan, before = plan_take_back(desk, waits), paid(desk)
    assert (plan.deed, plan.along, plan.again) == (Deed.REMOVE_MEMBER, 0, True)
    taken = take_back(desk, plan, ticket)
    assert (taken.done, taken.act.act_id) == (True, waits.act_id)
    assert paid(desk) - before == plan.quote.dollars == Decimal("0.435")
    with pytest.raises(BadInput):
        drop(desk, waits.act_id)


def test_what_waits_is_not_sent_where_the_person_wants_to_be_on_no_list(
    desk, book, network, ticket, listed
):
    remove(desk, book, ["101"])
    publish(desk, plan_list(desk, book), ticket)
    act = desk.outbox.acts_about("101")[0]
    waits = take_back(desk, plan_take_back(desk, act), Patience(stop_after=0)).act
    opt_out(desk, book, ["101"])
    assert look_into(desk, waits) is Against.NOT_WANTED
    assert plan_list(desk, book).adds == ()


def test_an_unread_list_names_what_waits_all_the_same(desk, book, network, ticket, listed):
    """Without a cache nobody knows who is on the list: it is read first, and that is told."""
    begun(desk, listed)
    desk.cache.empty()
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.removes] == ["101"]
    assert (plan.quote.bounded, plan.members >= 1) == (False, True)
    assert min(step.resources for step in plan.quote.steps) >= 0


# Taking back is held to its price.


def test_taking_back_costs_no_more_than_was_told_before_midnight(desk, network, ticket, listed):
    pull(desk, listed, ticket)
    act = next(a for a in desk.outbox.acts_about("101") if a.outcome is Outcome.ADDED)
    plan = plan_take_back(desk, act)
    assert plan.quote.dollars == Decimal("0.005")
    desk.clock.advance(seconds=DAY)
    before = paid(desk)
    with pytest.raises(CostsMore, match=r"It costs \$0.435 now; it was \$0.005. Nothing was sent"):
        take_back(desk, plan, ticket)
    assert paid(desk) == before
    assert desk.outbox.waiting() == 0
    assert "101" in network.on_lists[listed]


def test_what_others_began_while_the_price_stood_there_does_not_go_along(
    desk, network, ticket, listed
):
    waits = begun(desk, listed, "102")
    act = next(a for a in desk.outbox.acts_about("101") if a.outcome is Outcome.ADDED)
    plan = plan_take_back(desk, act)
    assert plan.along == 1
    # One is dropped, another begun: as many, at the same price, but others than were told.
    drop(desk, waits.act_id)
    begun(desk, listed, "103")
    with pytest.raises(CostsMore, match="Other changes wait for this list by now"):
        take_back(desk, plan, ticket)
    assert {"101", "102", "103"} <= set(network.on_lists[listed])


def test_what_was_taken_back_meanwhile_is_not_taken_back_twice(desk, network, ticket, listed):
    act = next(a for a in desk.outbox.acts_about("101") if a.outcome is Outcome.ADDED)
    plan = plan_take_back(desk, act)
    assert take_back(desk, plan, ticket).done
    before = paid(desk)
    with pytest.raises(BadInput, match="it is taken back already"):
        take_back(desk, plan, ticket)
    assert paid(desk) == before


# A run goes on over midnight (UTC).


@pytest.fixture
def clock():
    """A clock that stands at eight in the evening: midnight is four hours away."""
    return FixedClock(datetime(2026, 3, 31, 20, tzinfo=UTC))


def at_night(desk, network, ticket, list_id, seconds):
    """Let it be so long before midnight, all of the list read that day, and two changes wanted."""
    now = desk.clock.now()
    midnight = datetime(now.year, now.month, now.day, tzinfo=UTC).timestamp() + DAY
    desk.clock.advance(seconds=midnight - seconds - now.timestamp())
    pull(desk, list_id, ticket)
    bring(desk, network, [201])
    remove(desk, desk.book(), ["101"])


def test_what_ends_after_midnight_gives_nothing_as_free(desk, book, network, ticket, listed):
    at_night(desk, network, ticket, listed, 15)
    plan, before = plan_list(desk, book), paid(desk)
    assert (plan.quote.dollars, plan.quote.exact) == (Decimal("0.455"), False)
    assert plan.quote.day is None
    done = publish(desk, plan, ticket)
    assert (done.stopped, unproven(desk, listed)) == ("", False)
    assert paid(desk) - before <= plan.quote.dollars


def test_what_ends_before_midnight_has_its_free_ones(desk, book, network, ticket, listed):
    at_night(desk, network, ticket, listed, 3600)
    plan, before = plan_list(desk, book), paid(desk)
    assert (plan.quote.dollars, plan.quote.exact) == (Decimal("0.025"), True)
    assert publish(desk, plan, ticket).stopped == ""
    assert paid(desk) - before == plan.quote.dollars


def test_a_run_that_takes_longer_than_was_thought_looks_another_time(
    desk, book, network, ticket, listed
):
    at_night(desk, network, ticket, listed, 3600)
    plan, before, add = plan_list(desk, book), paid(desk), network.add_member

    def slowly(list_id, user_id):
        desk.clock.advance(seconds=2 * 3600)
        return add(list_id, user_id)

    network.add_member = slowly
    done = publish(desk, plan, ticket)
    assert done.stopped == OVERNIGHT
    assert outcomes(done) == {"101": Outcome.REMOVED, "201": Outcome.ADDED}
    assert paid(desk) - before <= plan.quote.dollars
    again, before = plan_list(desk, book), paid(desk)
    assert unproven(desk, listed)
    assert publish(desk, again, ticket).stopped == ""
    assert paid(desk) - before <= again.quote.dollars


def test_nothing_is_sent_where_nobody_could_look_first(desk, book, network, ticket, listed):
    at_night(desk, network, ticket, listed, 3600)
    plan, before = plan_list(desk, book), paid(desk)
    seen, now = desk.cache.members(listed).user_ids, desk.clock.now()
    desk.cache.save_members(listed, seen, complete=False, as_of=now)
    desk.clock.advance(seconds=2 * 3600)
    done = publish(desk, plan, ticket)
    assert done.stopped == OVERNIGHT
    assert outcomes(done) == {}
    assert paid(desk) == before


# A look goes no further than was told, where much is sent on many days.


def test_a_look_of_the_first_day_goes_as_far_as_that_day_was_told(
    desk, book, network, ticket, listed
):
    """Of 120 the first 50 go out today, and their look is of 50: not of all that is to come."""
    bring(desk, network, range(301, 421))
    plan, before = plan_list(desk, book), paid(desk)
    assert plan.days == (50, 50, 20)
    add = network.add_member

    def another_too(list_id, user_id):
        done = add(list_id, user_id)
        network.people["999"] = Account("999", "stranger", "Stranger")
        network.on_lists[list_id].append("999")
        network.add_member = add
        return done

    # A stranger is among the newest 50: they do not show all who were added.
    network.add_member = another_too
    done = publish(desk, plan, ticket)
    assert len(outcomes(done)) == 50
    assert FURTHER in done.stopped
    assert paid(desk) - before == 50 * Decimal("0.01") + 50 * Decimal("0.01")
    assert grown(desk, listed) > 0


def test_a_whole_look_of_the_first_day_has_no_room_for_those_of_the_next(
    desk, book, network, ticket, listed
):
    bring(desk, network, range(301, 421))
    plan, before = plan_list(desk, book, way="whole"), paid(desk)
    network.people |= {str(n): Account(str(n), f"new_{n}", "New") for n in range(900, 980)}
    network.on_lists[listed] += [str(n) for n in range(900, 980)]
    done = publish(desk, plan, ticket)
    assert len(outcomes(done)) == 50
    # The list had 44, and 50 were added: no more than those were told for today.
    assert paid(desk) - before == 50 * Decimal("0.01") + 94 * Decimal("0.01")


# Lists that others lengthened.


def put_on(network, list_id, number):
    new = {str(n): Account(str(n), f"new_{n}", "New") for n in range(1000, 1000 + number)}
    network.people |= new
    network.on_lists[list_id] += new


def test_a_list_that_others_lengthened_is_read_to_its_end_the_next_time(
    desk, network, ticket, listed
):
    put_on(network, listed, 20)
    assert not pull(desk, listed, ticket).complete
    assert pull(desk, listed, ticket).complete
    assert len(members_now(desk, listed)) == 64
    assert grown(desk, listed) == 0


def test_reading_a_few_of_a_list_does_not_make_it_longer(desk, book, network, ticket, listed):
    assert not pull(desk, listed, ticket, 5).complete
    assert grown(desk, listed) == 0
    bring(desk, network, [201])
    assert plan_list(desk, book).quote.exact


def test_what_is_known_of_a_longer_list_is_not_forgotten_for_a_short_look(
    desk, network, ticket, listed
):
    put_on(network, listed, 60)
    pull(desk, listed, ticket)
    most = grown(desk, listed)
    assert most > 60
    pull(desk, listed, ticket, 5)
    assert grown(desk, listed) == most
