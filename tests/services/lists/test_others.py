"""What others do to a list on X comes into the book as questions."""

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.book.evidence import came_from_list, went_from_list
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.books.edit import approve, decline, opt_out, undo_entry
from allybook.services.lists.pull import pull
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish


@pytest.fixture
def listed(desk, network, ticket):
    """A book of two allies on its list."""
    people = [Account(i, h, h) for i, h in (("11", "HarborRow"), ("12", "WrenStreet"))]
    network.people = {one.user_id: one for one in people}
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow", "WrenStreet"])
    approve(desk, book, ["11", "12"])
    publish(desk, plan_list(desk, book), ticket)
    return book


def others_add(network, account):
    network.people[account.user_id] = account
    next(iter(network.on_lists.values())).append(account.user_id)


def others_remove(network, user_id):
    next(iter(network.on_lists.values())).remove(user_id)


def look(desk, book, ticket):
    pull(desk, desk.cache.mirror(book.info.book_id), ticket)


def test_whom_others_add_comes_in_as_a_nomination_once(desk, listed, network, ticket):
    others_add(network, Account("99", "TenantsNet", "Tenants Network", bio="We help tenants"))
    look(desk, listed, ticket)
    ally = listed.ally("99")
    assert (ally.status, ally.handle) == (Status.NOMINATED, "TenantsNet")
    assert came_from_list(ally.evidence)
    entries = len(listed.entries("99"))
    look(desk, listed, ticket)
    assert len(listed.entries("99")) == entries
    decline(desk, listed, ["99"])
    look(desk, listed, ticket)
    assert listed.ally("99").status is Status.DECLINED


def test_whom_others_take_off_is_asked_about_and_not_put_back(desk, listed, network, ticket):
    others_remove(network, "12")
    look(desk, listed, ticket)
    ally = listed.ally("12")
    assert (ally.status, went_from_list(ally.evidence)) == (Status.NOMINATED, True)
    plan = plan_list(desk, listed)
    assert (plan.adds, plan.removes) == ((), ())
    look(desk, listed, ticket)
    assert listed.ally("12").status is Status.NOMINATED
    approve(desk, listed, ["12"])
    look(desk, listed, ticket)
    assert listed.ally("12").status is Status.APPROVED
    assert [one.user_id for one in plan_list(desk, listed).adds] == ["12"]


@pytest.mark.parametrize("reason", [Reason.SUSPENDED, Reason.GONE])
def test_whom_x_hides_was_taken_off_by_nobody(desk, listed, network, ticket, reason):
    desk.cache.save_problems([Problem("12", reason)], desk.clock.now())
    others_remove(network, "12")
    for _ in range(2):
        look(desk, listed, ticket)
        ally = listed.ally("12")
        assert (ally.status, ally.evidence) == (Status.APPROVED, ())


def test_who_is_back_on_x_and_not_on_the_list_is_asked_about(desk, listed, network, ticket, clock):
    desk.cache.save_problems([Problem("12", Reason.SUSPENDED)], clock.now())
    others_remove(network, "12")
    look(desk, listed, ticket)
    clock.advance(seconds=7 * 24 * 3600)
    shown = replace(network.people["12"], bio="Tenants first", followers=3)
    desk.cache.save_accounts([shown], clock.now())
    look(desk, listed, ticket)
    ally = listed.ally("12")
    assert (ally.status, went_from_list(ally.evidence)) == (Status.NOMINATED, True)
    assert desk.cache.members(desk.cache.mirror(listed.info.book_id)).user_ids == {"11"}


def test_asking_is_one_entry_that_can_be_undone(desk, listed, network, ticket):
    others_remove(network, "12")
    look(desk, listed, ticket)
    undo_entry(desk, listed, listed.entries("12")[-1].entry_id)
    ally = listed.ally("12")
    assert (ally.status, ally.evidence) == (Status.APPROVED, ())


def test_who_opted_out_is_asked_about_no_more(desk, listed, network, ticket):
    opt_out(desk, listed, ["12"])
    others_remove(network, "12")
    look(desk, listed, ticket)
    assert listed.ally("12").status is Status.OPTED_OUT


def test_a_reading_that_was_cut_short_says_nobody_is_missing(desk, listed, network, ticket):
    class Short(type(ticket)):
        def cancelled(self):
            return bool(self.reports)

    network.page_size = 1
    look(desk, listed, Short())
    assert {ally.status for ally in listed.allies()} == {Status.APPROVED}
    assert plan_list(desk, listed).adds == ()


def test_a_new_handle_comes_into_the_book(desk, listed, network, ticket):
    network.people["12"] = replace(network.people["12"], handle="WrenKitchen")
    look(desk, listed, ticket)
    assert listed.ally("12").handle == "WrenKitchen"
    network.people["11"] = replace(network.people["11"], handle="HARBORROW")
    before = len(listed.entries("11"))
    look(desk, listed, ticket)
    assert len(listed.entries("11")) == before
