"""Whose names are still to be looked up."""

from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.people.resolve import resolve, unnamed


def test_names_are_asked_for_once_and_not_of_who_is_gone(desk, network, ticket):
    network.people["21"] = Account("21", "HarborRow", "Harbor Row")
    network.problems["22"] = Problem("22", Reason.SUSPENDED)
    wanted = ("21", "22", "21")
    assert unnamed(desk, wanted) == ("21", "22")
    assert resolve(desk, unnamed(desk, wanted), ticket) == 1
    assert unnamed(desk, wanted) == ()
