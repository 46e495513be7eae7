"""How a run ends that X, the network or the person cut short: what is told, and what is next."""

from datetime import date
from decimal import Decimal

import pytest

from allybook.domain.acts.outbox import Outcome, Stage
from allybook.domain.book.entry import Status
from allybook.domain.errors import (
    AppRefused,
    Fate,
    Garbled,
    Offline,
    OverBudget,
    StorageError,
    Unreachable,
)
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.domain.reading.pages import Page
from allybook.services.books.edit import approve, decline, remove
from allybook.services.lists.pull import members_now
from allybook.services.lists.reconcile import unproven
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.pace import sent_of_late
from allybook.services.publish.plan import plan_list
from tests.fakes.desk import Patience, make_desk
from tests.services.publish.conftest import outcomes, publish

NAMELESS = (Problem("", Reason.OTHER, "an account without an id"),)


class Stopping(Patience):
    """A ticket with a Stop that is pressed at some moment."""

    def __init__(self):
        super().__init__()
        self.pressed = False

    def cancelled(self):
        return self.pressed


@pytest.fixture
def unread(desk, network, book):
    """The book has a list on X that nobody here has read."""
    network.lists["77"] = XList("77", "My allies", private=True)
    network.on_lists["77"] = []
    desk.cache.save_list(network.lists["77"])
    desk.cache.set_mirror(book.info.book_id, "77")
    return "77"


@pytest.mark.parametrize("kind", [Unreachable, Garbled, StorageError])
def test_what_never_came_to_x_is_none_of_the_changes_of_a_day(desk, book, network, ticket, kind):
    def never(list_id, user_id):
        error = kind("Nothing went out.")
        error.fate = Fate.NOT_SENT
        network.asked.append("add")
        raise error

    add, network.add_member = network.add_member, never
    for _ in range(20):
        done = publish(desk, plan_list(desk, book), ticket)
        assert isinstance(done.error, kind)
        assert done.stopped == "Nothing went out."
    assert (sent_of_late(desk), "members" in network.asked) == ((), False)
    network.add_member = add
    done = publish(desk, plan_list(desk, book), ticket)
    assert (outcomes(done), done.error) == (dict.fromkeys(("11", "12", "13"), Outcome.ADDED), None)
    assert len(sent_of_late(desk)) == 3


def test_a_press_without_a_network_asks_for_one_act_as_often_as_for_any_question(
    desk, book, network, ticket
):
    none = [Unreachable("No network.", fate=Fate.NOT_SENT) for _ in range(99)]
    network.trouble["add 11"] = none
    publish(desk, plan_list(desk, book), ticket)
    assert [name for name in network.asked if name != "create_list"] == ["add 11"] * 4


def test_what_the_budget_held_back_is_none_of_the_changes_of_a_day(profile, clock, network, book):
    poor = make_desk(profile, clock, network, budget="0.025")
    for _ in range(3):
        assert isinstance(publish(poor, plan_list(poor, book), Patience()).error, OverBudget)
    assert len(sent_of_late(poor)) == 1


def test_who_went_offline_has_used_up_none_of_the_changes_of_a_day(desk, book, network, ticket):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    desk.clock.advance(seconds=24 * 3600)
    desk.line.switch(up=False)
    assert isinstance(publish(desk, plan_list(desk, book), ticket).error, Offline)
    assert sent_of_late(desk) == ()


def test_an_error_that_ended_the_sending_is_told_beside_what_the_look_came_to(
    desk, book, network, ticket
):
    decline(desk, book, ["12", "13"])
    publish(desk, plan_list(desk, book), ticket)
    approve(desk, book, ["12", "13"])
    add = network.add_member

    def forbid(list_id, user_id):
        if network.on_lists[list_id] != ["11"]:
            raise AppRefused("Your app may only read.")
        done = add(list_id, user_id)
        put_on(network, list_id, 100, 40)
        return done

    network.add_member = forbid
    done = publish(desk, plan_list(desk, book), ticket)
    assert isinstance(done.error, AppRefused)
    assert done.stopped.startswith("Your app may only read. The list does not show yet")


def test_a_stop_while_the_list_is_looked_at_is_told(desk, book, network):
    ticket, look = Stopping(), network.members

    def members(list_id, **how):
        ticket.pressed = True
        raise Unreachable("X did not answer.")

    network.members = members
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.stopped.startswith("Stopped as you asked, before anybody looked whether the list")
    assert set(outcomes(done).values()) == {Outcome.ADDED}
    assert unproven(desk, done.list_id)
    network.members = look
    again = publish(desk, plan_list(desk, book), Patience())
    assert (again.stopped, unproven(desk, done.list_id)) == ("", False)


def test_who_asks_the_cache_hears_what_x_said_before_a_stop(desk, book, network, ticket):
    """Groups, filters and counts read who is on a list there."""
    list_id = publish(desk, plan_list(desk, book), ticket).list_id
    remove(desk, book, ["11"])
    network.people["14"] = Account("14", "NightOrg", "NightOrg")
    desk.cache.save_accounts([network.people["14"]], desk.clock.now())
    nominate_handles(desk, book, ["NightOrg"])
    approve(desk, book, ["14"])
    stopping, look = Stopping(), network.members

    def members(list_id, **how):
        stopping.pressed = True
        raise Unreachable("X did not answer.")

    network.members = members
    done = publish(desk, plan_list(desk, book), stopping)
    assert outcomes(done) == {"11": Outcome.REMOVED, "14": Outcome.ADDED}
    assert desk.cache.members(list_id).user_ids == {"12", "13", "14"}
    assert desk.cache.members(list_id).complete
    network.members = look
    publish(desk, plan_list(desk, book), ticket)
    assert desk.cache.members(list_id).user_ids == {"12", "13", "14"}


def test_whom_x_said_removed_and_part_of_the_list_still_shows_is_on_it(desk, book, network, ticket):
    list_id = publish(desk, plan_list(desk, book), ticket).list_id
    remove(desk, book, ["11"])
    network.remove_member, network.broken = lambda list_id, user_id: False, NAMELESS
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.REFUSED}
    assert desk.cache.members(list_id).user_ids == {"11", "12", "13"}


def test_a_stop_at_the_look_leaves_what_ended_the_sending_told(desk, book, network):
    ticket = Stopping()

    def members(list_id, **how):
        ticket.pressed = True
        raise Unreachable("X did not answer.")

    network.members = members
    desk.settings.write("daily", "2")
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.stopped.startswith("2 changes in 24 hours are enough for X")
    assert "Stopped as you asked, before anybody looked" in done.stopped


def test_a_member_without_an_id_holds_nobody_up(desk, book, network, ticket, unread):
    network.broken = NAMELESS
    done = publish(desk, plan_list(desk, book), ticket)
    assert (done.stopped, done.error, done.waiting) == ("", None, ())
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)
    assert plan_list(desk, book).adds == ()
    before = len(network.asked)
    publish(desk, plan_list(desk, book), ticket)
    assert len(network.asked) == before


def test_a_removal_is_looked_at_once_also_where_a_member_has_no_id(desk, book, network, ticket):
    list_id = publish(desk, plan_list(desk, book), ticket).list_id
    network.broken = NAMELESS
    remove(desk, book, ["11"])
    done = publish(desk, plan_list(desk, book), ticket)
    assert (outcomes(done), done.stopped) == ({"11": Outcome.REMOVED}, "")
    assert not unproven(desk, list_id)
    plan = plan_list(desk, book)
    assert (plan.removes, plan.quote.steps) == ((), ())


def test_who_is_still_there_is_told_also_where_a_member_has_no_id(desk, book, network, ticket):
    publish(desk, plan_list(desk, book), ticket)
    network.broken = NAMELESS
    remove(desk, book, ["11"])
    network.remove_member = lambda list_id, user_id: False
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.REFUSED}


def test_who_is_not_shown_may_be_the_member_without_an_id(desk, book, network, ticket):
    publish(desk, plan_list(desk, book), Patience(stop_after=1))
    network.broken = NAMELESS
    add = network.add_member

    def lost(list_id, user_id):
        if user_id == "12":
            raise Unreachable("X did not answer.")
        return add(list_id, user_id)

    network.add_member = lost
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.stopped.startswith("The list has an account on it that X does not name")
    assert outcomes(done)["13"] is Outcome.ADDED
    assert [(act.user_id, act.stage) for act in done.waiting] == [("12", Stage.SENDING)]
    network.broken, network.add_member = (), add
    assert outcomes(publish(desk, plan_list(desk, book), ticket))["12"] is Outcome.ADDED


def test_pages_in_a_circle_are_told_as_such_and_nobody_is_added(
    desk, book, network, ticket, unread
):
    network.members = lambda list_id, **how: Page((), "same")
    done = publish(desk, plan_list(desk, book), ticket)
    assert isinstance(done.error, Garbled)
    assert "have no end" in done.stopped
    assert network.on_lists[unread] == []


def test_an_added_person_is_looked_for_on_the_whole_list_where_others_added_more(
    desk, book, network, ticket
):
    publish(desk, plan_list(desk, book), Patience(stop_after=2))
    (list_id,) = network.on_lists
    network.people |= {str(n): Account(str(n), f"a{n}") for n in range(100, 110)}
    network.on_lists[list_id] += [str(n) for n in range(100, 110)]
    asked = network.add_member

    def add_in_the_middle(list_id, user_id):
        asked(list_id, user_id)
        members = network.on_lists[list_id]
        members.insert(0, members.pop())
        return True

    network.add_member = add_in_the_middle
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done)["12"] is Outcome.ADDED
    assert done.stopped.startswith("The list does not show yet all that was sent")
    assert publish(desk, plan_list(desk, book), ticket).stopped == ""
    assert members_now(desk, list_id) == set(network.on_lists[list_id])
    assert book.ally("100").status is Status.NOMINATED


def paid(desk):
    return desk.ledger.spent(date.min, date.max)


def put_on(network, list_id, first, number):
    """Let others put so many people on a list."""
    new = {str(n): Account(str(n), f"a{n}") for n in range(first, first + number)}
    network.people |= new
    network.on_lists[list_id] += new


@pytest.mark.parametrize("deed", ["add", "remove"])
@pytest.mark.parametrize("others", [1, 40])
def test_a_list_that_others_made_longer_is_read_no_further_than_was_told(
    desk, book, network, ticket, deed, others
):
    decline(desk, book, ["13"])
    list_id = publish(desk, plan_list(desk, book), ticket).list_id
    desk.clock.advance(seconds=24 * 3600)
    (approve if deed == "add" else decline)(desk, book, ["13" if deed == "add" else "11"])
    plan, act = plan_list(desk, book), f"{deed}_member"
    change = getattr(network, act)

    def changed_meanwhile(of, user_id):
        done = change(of, user_id)
        put_on(network, list_id, 100, others)
        return done

    setattr(network, act, changed_meanwhile)
    for _ in range(6):
        before = paid(desk)
        done = publish(desk, plan, ticket)
        # Whom X was asked to take off may be there still, and is read then.
        slack = Decimal("0.01") if plan.removes else 0
        assert paid(desk) - before <= plan.quote.dollars + slack
        if not done.stopped:
            break
        assert done.stopped.startswith("The list does not show yet all that was sent")
        plan = plan_list(desk, book)
        assert (plan.unproven, plan.quote.bounded) == (True, True)
    assert (done.stopped, unproven(desk, list_id)) == ("", False)
    assert members_now(desk, list_id) == set(network.on_lists[list_id])
    assert plan_list(desk, book).quote.steps == ()


def test_who_was_said_to_be_added_and_is_not_is_told_at_the_next_look(
    desk, book, network, ticket, clock
):
    decline(desk, book, ["13"])
    publish(desk, plan_list(desk, book), ticket)
    clock.advance(seconds=24 * 3600)
    approve(desk, book, ["13"])
    network.add_member = lambda list_id, user_id: True
    plan, before = plan_list(desk, book), paid(desk)
    done = publish(desk, plan, ticket)
    assert done.stopped.startswith("The list does not show yet all that was sent")
    assert paid(desk) - before <= plan.quote.dollars
    plan, before = plan_list(desk, book), paid(desk)
    assert outcomes(publish(desk, plan, ticket)) == {"13": Outcome.REFUSED}
    assert paid(desk) - before <= plan.quote.dollars
    assert {ally.status for ally in book.allies()} == {Status.APPROVED}
