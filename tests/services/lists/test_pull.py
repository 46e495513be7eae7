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


def test_a_list_that_nobody_read_is_quoted_as_a_page(desk):
    quote = quote_pull(desk, "9001")
    assert (quote.dollars, quote.exact, quote.bounded) == (Decimal("1.00"), False, False)


def test_who_was_read_today_is_read_for_nothing_and_costs_again_tomorrow(
    desk, network, clock, ticket, people
):
    list_id = read(desk, network, ticket, people)
    quote = quote_pull(desk, list_id)
    assert (quote.dollars, quote.exact, quote.steps[0].words) == (0, True, "4 members")
    assert quote.steps[0].requests == 1
    clock.advance(seconds=24 * 3600)
    tomorrow, spent = quote_pull(desk, list_id), desk.ledger.spent(date.min, date.max)
    pull(desk, list_id, ticket)
    assert tomorrow.dollars == Decimal("0.04")
    assert desk.ledger.spent(date.min, date.max) - spent == tomorrow.dollars


@pytest.mark.parametrize(("told", "complete"), [("14", True), ("", False)])
def test_a_member_of_whom_nothing_can_be_used_is_not_taken_off(
    desk, network, ticket, people, told, complete
):
    list_id = read(desk, network, ticket, people)
    network.on_lists[list_id].remove("14")
    network.broken = (Problem(told, Reason.OTHER, "the account 14: name is not text"),)
    reading = pull(desk, list_id, ticket)
    assert (reading.complete, "14" in members_now(desk, list_id)) == (complete, True)
