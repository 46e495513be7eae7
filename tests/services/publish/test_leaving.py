"""Who leaves the list: whoever the book does not want there, however it came to that."""

from functools import partial

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.acts.pace import Pace
from allybook.domain.book.edit import Nominee, erase, question
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.evidence import missing_from
from allybook.domain.errors import Unreachable
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, remove, undo_entry, write
from allybook.services.lists.pull import pull
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.services.publish.leaving import ERASED
from allybook.services.publish.plan import plan_list
from allybook.services.publish.report import note_told
from allybook.services.publish.take_back import plan_take_back, take_back
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import CountingScribe
from tests.services.publish.conftest import outcomes, publish

STRANGER = Account("99", "TenantsNet", "Tenants Network")
ONE_A_DAY = Pace(20.0, 1)


@pytest.fixture
def list_id(desk, book, network, ticket):
    """The book is on its X List."""
    sign_in(desk)
    return publish(desk, plan_list(desk, book), ticket).list_id


def leave(desk, book):
    """Return who would be taken off, and why."""
    return {one.user_id: one.why for one in plan_list(desk, book).removes}


def stay(desk, book):
    return {one.user_id for one in plan_list(desk, book).undecided}


def take_approval_back(desk, book, user_id):
    entries = [e for e in book.entries(user_id) if e.set.get("status") == Status.APPROVED]
    undo_entry(desk, book, entries[-1].entry_id)
    assert book.ally(user_id).status is Status.NOMINATED


def chat_names(desk, book, account):
    """A chat that is read names an account in a post that nobody had."""
    evidence = (f"77{account.user_id}:31",)
    found = Nominee(account.user_id, account.handle, Kind.ORGANISATION, evidence=evidence)
    nominate(desk, book, [found])


def others_add(desk, network, list_id, ticket, user_id="99"):
    network.people.setdefault(user_id, STRANGER)
    network.on_lists[list_id].append(user_id)
    pull(desk, list_id, ticket)


def others_take_off(desk, network, list_id, ticket, user_id):
    network.on_lists[list_id].remove(user_id)
    pull(desk, list_id, ticket)


def test_whose_approval_is_taken_back_leaves_the_list(desk, book, network, ticket, list_id):
    take_approval_back(desk, book, "12")
    plan = plan_list(desk, book)
    assert [(one.user_id, one.why) for one in plan.removes] == [("12", Status.NOMINATED)]
    assert "DELETE /2/lists/:id/members/:user_id" in {s.endpoint for s in plan.quote.steps}
    assert outcomes(publish(desk, plan, ticket)) == {"12": Outcome.REMOVED}
    assert set(network.on_lists[list_id]) == {"11", "13"}
    assert plan_list(desk, book).quote.steps == ()


def test_a_removal_that_waits_is_not_dropped_for_a_chat_that_names_them(
    desk, book, network, ticket, list_id, clock
):
    clock.advance(seconds=25 * 3600)
    remove(desk, book, ["11", "12"])
    done = publish(desk, plan_list(desk, book, ONE_A_DAY), ticket, pace=ONE_A_DAY)
    (gone,) = outcomes(done)
    (waits,) = {"11", "12"} - {gone}
    for user_id in ("11", "12"):
        chat_names(desk, book, network.people[user_id])
        assert book.ally(user_id).status is Status.NOMINATED
    clock.advance(seconds=25 * 3600)
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.removes] == [waits]
    assert outcomes(publish(desk, plan, ticket)) == {waits: Outcome.REMOVED}
    assert network.on_lists[list_id] == ["13"]
    assert Outcome.DROPPED not in {act.outcome for act in desk.outbox.acts(list_id)}


def test_whom_others_put_there_stays_until_somebody_decides(desk, book, network, ticket, list_id):
    others_add(desk, network, list_id, ticket)
    assert (leave(desk, book), stay(desk, book)) == ({}, {"99"})
    approve(desk, book, ["99"])
    assert (leave(desk, book), stay(desk, book)) == ({}, set())
    # Back to the question, which nobody has answered for us on X.
    take_approval_back(desk, book, "99")
    assert (leave(desk, book), stay(desk, book)) == ({}, {"99"})


def test_a_stranger_who_was_removed_leaves_though_a_chat_names_them(
    desk, book, network, ticket, list_id
):
    others_add(desk, network, list_id, ticket)
    remove(desk, book, ["99"])
    chat_names(desk, book, STRANGER)
    assert leave(desk, book) == {"99": Status.NOMINATED}


def test_who_is_asked_about_and_put_back_by_others_stays(desk, book, network, ticket, list_id):
    others_take_off(desk, network, list_id, ticket, "12")
    assert book.ally("12").status is Status.NOMINATED
    others_add(desk, network, list_id, ticket, "12")
    assert (leave(desk, book), stay(desk, book)) == ({}, {"12"})


def test_who_was_asked_about_and_added_again_by_us_leaves(desk, book, network, ticket, list_id):
    others_take_off(desk, network, list_id, ticket, "12")
    approve(desk, book, ["12"])
    publish(desk, plan_list(desk, book), ticket)
    assert "12" in network.on_lists[list_id]
    take_approval_back(desk, book, "12")
    assert leave(desk, book) == {"12": Status.NOMINATED}


def test_who_was_put_back_by_activity_stays(desk, book, network, ticket, list_id):
    remove(desk, book, ["12"])
    publish(desk, plan_list(desk, book), ticket)
    chat_names(desk, book, network.people["12"])
    (act,) = [act for act in desk.outbox.acts(list_id) if act.outcome is Outcome.REMOVED]
    assert take_back(desk, plan_take_back(desk, act), ticket).act.outcome is Outcome.ADDED
    assert (leave(desk, book), stay(desk, book)) == ({}, {"12"})


def test_whom_x_kept_is_taken_off_again(desk, book, network, ticket, list_id):
    take_approval_back(desk, book, "12")
    keeps, network.remove_member = network.remove_member, lambda list_id, user_id: False
    assert outcomes(publish(desk, plan_list(desk, book), ticket)) == {"12": Outcome.REFUSED}
    network.remove_member = keeps
    assert outcomes(publish(desk, plan_list(desk, book), ticket)) == {"12": Outcome.REMOVED}


def test_an_add_without_an_answer_is_taken_off_where_it_is_wanted_no_more(
    desk, book, network, ticket
):
    def lost(list_id, user_id):
        network.on_lists[list_id].append(user_id)
        raise Unreachable("X did not answer.", passing=False)

    adds, network.add_member = network.add_member, lost
    network.trouble["members"] = [Unreachable("X did not answer.", passing=False)] * 9
    publish(desk, plan_list(desk, book), ticket)
    network.add_member = adds
    network.trouble.clear()
    (there,) = network.on_lists.values()
    take_approval_back(desk, book, there[0])
    assert there[0] in leave(desk, book)
    gone = there[0]
    publish(desk, plan_list(desk, book), ticket)
    assert gone not in there


def test_who_was_erased_leaves_and_no_name_is_written_again(desk, book, network, ticket, list_id):
    write(desk, book, {"12": erase})
    assert leave(desk, book) == {"12": ERASED}
    done = publish(desk, plan_list(desk, book), ticket)
    note_told(desk, list_id, done.acts)
    assert outcomes(done) == {"12": Outcome.REMOVED}
    assert [act.handle for act in done.acts] == [""]
    assert set(network.on_lists[list_id]) == {"11", "13"}
    assert (leave(desk, book), stay(desk, book)) == ({}, set())


def test_whom_a_colleague_erased_leaves_too(desk, book, network, ticket, list_id):
    others_add(desk, network, list_id, ticket)
    write(desk, book, {"99": erase})
    # The list that is read shows them, and they come into no book by that.
    pull(desk, list_id, ticket)
    assert book.ally("99") is None
    assert leave(desk, book) == {"99": ERASED}


def test_what_was_said_names_who_leaves(desk, book, network, ticket, list_id):
    said = plan_list(desk, book)
    take_approval_back(desk, book, "12")
    assert plan_list(desk, book, said=said).removes == ()
    assert plan_list(desk, book, said=plan_list(desk, book)).removes != ()


@pytest.mark.parametrize("theirs", [True, False])
def test_a_book_that_others_approved_in_may_have_its_list_already(desk, book, theirs):
    nominate_handles(desk, book, ["NightLine"])
    assert not plan_list(desk, book).second
    scribe = CountingScribe("Nadia", "Nadia's laptop") if theirs else desk.scribe
    approve(replace(desk, scribe=scribe), book, ["@nightline"])
    assert plan_list(desk, book).second is theirs


def test_of_a_list_that_is_there_nothing_is_said_of_a_second(desk, book, list_id):
    nominate_handles(desk, book, ["NightLine"])
    nadia = replace(desk, scribe=CountingScribe("Nadia", "Nadia's laptop"))
    approve(nadia, book, ["@nightline"])
    assert not plan_list(desk, book).second


def test_who_is_asked_about_for_the_list_of_another_organiser_stays(desk, book, list_id):
    # As a colleague's copy brings it: their own list lost one whom ours has by us.
    write(desk, book, {"12": partial(question, evidence=missing_from("600"))})
    assert book.ally("12").status is Status.NOMINATED
    assert (leave(desk, book), stay(desk, book)) == ({}, {"12"})
