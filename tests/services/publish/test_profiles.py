"""Nobody is added whose bio nobody has read."""

from datetime import date

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome
from allybook.domain.errors import Unreachable
from allybook.services.publish.objection import speaks_against
from allybook.services.publish.plan import plan_list
from tests.fakes.desk import Patience
from tests.services.publish.conftest import outcomes, publish

SHY = "Retired midwife. No lists please."


@pytest.fixture
def forgotten(desk, book, network):
    """The cache is empty, as after a purge or on a second laptop; one bio says no lists."""
    network.people["13"] = replace(network.people["13"], bio=SHY)
    desk.cache.empty()
    return book


def test_a_plan_says_which_profiles_are_read_first(desk, forgotten):
    plan = plan_list(desk, forgotten)
    assert (set(plan.unread), plan.quote.exact) == ({"11", "12", "13"}, False)
    assert {one.why for one in plan.adds} == {"to_read_first"}
    step = plan.quote.steps[0]
    assert (step.endpoint, step.words) == ("GET /2/users", "3 profiles to read first")
    # three profiles 0.03, one list 0.01, three adds 0.03; who was read today is read free
    assert str(plan.quote.dollars) == "0.070"


def test_who_asks_for_no_lists_is_not_added(desk, forgotten, network, ticket):
    quote = plan_list(desk, forgotten).quote
    done = publish(desk, plan_list(desk, forgotten), ticket)
    assert outcomes(done) == {"11": Outcome.ADDED, "12": Outcome.ADDED, "13": Outcome.NO_LISTS}
    assert network.asked.index("accounts") < network.asked.index("create_list")
    assert sorted(network.on_lists[done.list_id]) == ["11", "12"]
    adding = desk.prices.price("POST /2/lists/:id/members").dollars
    assert desk.ledger.spent(date.min, date.max) == quote.dollars - adding
    assert [one.why for one in plan_list(desk, forgotten).left_out] == ["no_lists"]


def test_where_all_are_read_as_willing_what_was_quoted_is_billed(desk, forgotten, network, ticket):
    network.people["13"] = replace(network.people["13"], bio="")
    quote = plan_list(desk, forgotten).quote
    assert len(publish(desk, plan_list(desk, forgotten), ticket).acts) == 3
    assert desk.ledger.spent(date.min, date.max) == quote.dollars


def test_profiles_that_cannot_be_read_add_nobody(desk, forgotten, network, ticket):
    network.trouble["accounts"] = [Unreachable("X did not answer.", passing=False)] * 9
    done = publish(desk, plan_list(desk, forgotten), ticket)
    assert isinstance(done.error, Unreachable)
    assert (network.lists, done.acts) == ({}, ())


def test_no_list_is_made_for_nobody(desk, forgotten, network, ticket):
    network.people = {i: replace(one, bio=SHY) for i, one in network.people.items()}
    done = publish(desk, plan_list(desk, forgotten), ticket)
    assert "Nobody of these can be added" in done.stopped
    assert network.lists == {}


def test_what_x_does_not_show_is_not_added(desk, forgotten, network, ticket):
    del network.people["12"]
    done = publish(desk, plan_list(desk, forgotten), ticket)
    assert "12" not in network.on_lists[done.list_id]
    (act,) = desk.outbox.acts_about("12")
    assert (act.outcome, act.detail.split(",")[0]) == (
        Outcome.NOT_SHOWN,
        "X did not show this profile",
    )


def test_stopped_while_reading_makes_no_list(desk, forgotten, network):
    done = publish(desk, plan_list(desk, forgotten), Patience(stop_after=1))
    assert (done.stopped[:7], network.lists) == ("Stopped", {})


def test_what_waited_before_the_cache_was_emptied_is_read_as_well(desk, book, network, ticket):
    first = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    network.people["13"] = replace(network.people["13"], bio=SHY)
    desk.cache.empty()
    waits = Act("a", Deed.ADD_MEMBER, book.info.book_id, first.list_id, "13", "x", desk.clock.now())
    assert speaks_against(desk, waits) is Outcome.NOT_SHOWN
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done)["13"] is Outcome.NO_LISTS
    assert sorted(network.on_lists[first.list_id]) == ["11", "12"]
