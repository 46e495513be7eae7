from datetime import date
from decimal import Decimal

import pytest

from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.lists.pull import members_now, pull, quote_pull


@pytest.fixture
def people(network):
    network.people = {str(n): Account(str(n), f"ally_{n}", f"Ally {n}") for n in range(11, 15)}
    return network.people


def read(desk, network, ticket, members):
    """Read a list of these members."""
    made = network.create_list("My allies", "", private=True)
    network.on_lists[made.list_id] = list(members)
    pull(desk, made.list_id, ticket)
    return made.list_id


def paid(desk):
    return desk.ledger.spent(date.min, date.max)


def put_on(network, list_id, number):
    """Let others put so many people on a list."""
    new = {str(n): Account(str(n), f"new_{n}", "New") for n in range(1000, 1000 + number)}
    network.people |= new
    network.on_lists[list_id] += new


def test_a_list_that_nobody_read_is_quoted_as_a_page(desk):
    quote = quote_pull(desk, "9001")
    assert (quote.dollars, quote.exact, quote.bounded) == (Decimal("1.00"), False, True)


def test_who_was_read_today_is_read_for_nothing_and_costs_again_tomorrow(
    desk, network, clock, ticket, people
):
    list_id = read(desk, network, ticket, people)
    quote, spent = quote_pull(desk, list_id), paid(desk)
    assert (quote.dollars, quote.steps[0].words) == (Decimal("0.09"), "9 members")
    assert "Of those known, 4 were read today and are free." in quote.because
    assert quote.steps[0].requests == 1
    pull(desk, list_id, ticket)
    assert paid(desk) == spent
    clock.advance(seconds=24 * 3600)
    assert "free" not in quote_pull(desk, list_id).because
    assert pull(desk, list_id, ticket).complete
    assert paid(desk) - spent == Decimal("0.04")


@pytest.mark.parametrize("later", [0, 24 * 3600])
@pytest.mark.parametrize("gone", [False, True])
def test_a_list_that_has_grown_costs_no_more_than_was_told(
    desk, network, ticket, people, later, gone
):
    list_id = read(desk, network, ticket, people)
    desk.clock.advance(seconds=later)
    if gone:
        network.on_lists[list_id].clear()
    put_on(network, list_id, 40)
    quote, spent = quote_pull(desk, list_id), paid(desk)
    reading = pull(desk, list_id, ticket)
    assert (reading.items, reading.complete) == (9, False)
    assert paid(desk) - spent <= quote.dollars
    assert members_now(desk, list_id) == {"11", "12", "13", "14"}
    assert pull(desk, list_id, ticket, 50).complete
    assert len(members_now(desk, list_id)) == (40 if gone else 44)


def test_what_is_read_on_takes_as_many_requests_as_were_told(desk, network, ticket, people):
    list_id = read(desk, network, ticket, people)
    put_on(network, list_id, 230)
    quote, asked = quote_pull(desk, list_id, 240), network.asked.count("members")
    assert pull(desk, list_id, ticket, 240).complete
    assert network.asked.count("members") - asked == quote.requests == 3


def test_a_list_that_gained_a_few_is_read_whole(desk, network, ticket, people):
    list_id = read(desk, network, ticket, people)
    put_on(network, list_id, 5)
    assert pull(desk, list_id, ticket).complete
    assert len(members_now(desk, list_id)) == 9


def test_a_long_list_that_nobody_read_is_read_page_by_page(desk, network, ticket):
    list_id = network.create_list("Large", "", private=True).list_id
    put_on(network, list_id, 230)
    for items in (100, 200):
        assert pull(desk, list_id, ticket).complete is False
        assert len(members_now(desk, list_id)) == items
    assert pull(desk, list_id, ticket).complete
    assert paid(desk) <= Decimal("2.30") + Decimal("0.02")


@pytest.mark.parametrize(("told", "complete"), [("14", True), ("", False)])
def test_a_member_of_whom_nothing_can_be_used_is_not_taken_off(
    desk, network, ticket, people, told, complete
):
    list_id = read(desk, network, ticket, people)
    network.on_lists[list_id].remove("14")
    network.broken = (Problem(told, Reason.OTHER, "the account 14: name is not text"),)
    reading = pull(desk, list_id, ticket)
    assert (reading.complete, "14" in members_now(desk, list_id)) == (complete, True)


@pytest.mark.parametrize(("told", "complete"), [("14", True), ("", False)])
def test_a_member_whom_x_does_not_show_is_not_taken_off(
    desk, network, ticket, people, told, complete
):
    list_id = read(desk, network, ticket, people)
    network.on_lists[list_id].remove("14")
    network.unshown = (Problem(told, Reason.OTHER, "Sorry."),)
    reading = pull(desk, list_id, ticket)
    assert (reading.complete, "14" in members_now(desk, list_id)) == (complete, True)
    assert ("X did not send all of it (Sorry.)" in reading.complaint) is not complete
