"""Handles wait for their ids, are looked up for a price, and never asked about twice in vain."""

import pytest

from allybook.domain.accounts import Account
from allybook.domain.errors import Unreachable
from allybook.services.edit import approve, set_fields
from allybook.services.find import find_ids, quote_find, still_to_find, unknown_handles
from allybook.services.nominate import nominate_handles
from tests.fakes.network import DARK


def test_handles_that_nobody_has_are_asked_for_once(desk, network, ticket):
    network.people = {"21": Account("21", "elm", "Elm")}
    book = desk.book()
    nominate_handles(desk, book, ["Elm", "oak"], ["Beds"])
    wanted = still_to_find(desk, book.allies())
    assert (wanted, float(quote_find(desk, wanted).dollars)) == (("Elm", "oak"), 0.02)
    assert find_ids(desk, book, ticket, wanted) == 1
    assert {ally.key for ally in book.allies()} == {"21", "@oak", "#beds"}
    assert (unknown_handles(desk), still_to_find(desk, book.allies())) == ({"oak"}, ())


def test_a_record_under_a_former_handle_is_identified_by_the_present_one(desk, network, ticket):
    network.people = {"21": Account("21", "elm_now")}
    book = desk.book()
    nominate_handles(desk, book, ["elm"])
    set_fields(desk, book, ["@elm"], {"handle": "elm_now"})
    approve(desk, book, ["@elm"])
    assert find_ids(desk, book, ticket) == 1
    assert [ally.key for ally in book.allies()] == ["21"]


def test_who_was_not_found_because_x_did_not_answer_is_asked_for_again(desk, network, ticket):
    network.trouble["accounts_by_handle"] = list(DARK)
    book = desk.book()
    nominate_handles(desk, book, ["oak"])
    with pytest.raises(Unreachable):
        find_ids(desk, book, ticket, ["oak"])
    assert still_to_find(desk, book.allies()) == ("oak",)
