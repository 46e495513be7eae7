"""What X did not answer, and the person wants the opposite now: one publishing does it."""

from decimal import Decimal

import pytest

from allybook.domain.acts.outbox import Outcome
from allybook.domain.errors import Unreachable
from allybook.services.books.edit import approve, decline, opt_out
from allybook.services.lists.reconcile import in_doubt
from allybook.services.publish.plan import DOUBTED, plan_list
from allybook.services.publish.take_back import plan_take_back, take_back
from tests.services.publish.conftest import outcomes, publish


@pytest.fixture
def silent(desk, book, network, ticket):
    """Return a function that publishes while X answers nothing any more, about nobody."""

    def run(name, *, does, work=None):
        whole, ask = network.trouble, getattr(network, name)

        def lost(list_id, user_id):
            if does:
                ask(list_id, user_id)
            raise Unreachable("X did not answer.", passing=False)

        network.trouble = {"members": [Unreachable("X did not answer.", passing=False)] * 9}
        setattr(network, name, lost)
        (work or (lambda: publish(desk, plan_list(desk, book), ticket)))()
        setattr(network, name, ask)
        network.trouble = whole
        assert in_doubt(desk, desk.cache.mirror(book.info.book_id))

    return run


@pytest.mark.parametrize("does", [True, False])
def test_who_may_be_off_and_is_approved_again_is_on_the_list_after_one_publishing(
    desk, book, network, ticket, silent, does
):
    listed = publish(desk, plan_list(desk, book), ticket).list_id
    decline(desk, book, ["11"])
    silent("remove_member", does=does)
    approve(desk, book, ["11"])
    plan = plan_list(desk, book)
    assert [(one.user_id, one.why) for one in plan.adds] == [("11", DOUBTED)]
    # One add at most, and the three members of the list afterwards were read today.
    assert (plan.members, plan.quote.dollars, plan.quote.exact) == (2, Decimal("0.01"), False)
    done = publish(desk, plan, ticket)
    assert sorted(network.on_lists[listed]) == ["11", "12", "13"]
    assert outcomes(done)["11"] is (Outcome.ADDED if does else Outcome.ALREADY_THERE)
    assert plan_list(desk, book).adds == ()


@pytest.mark.parametrize("does", [True, False])
def test_who_may_be_on_and_opts_out_is_off_the_list_after_one_publishing(
    desk, book, network, ticket, silent, does
):
    decline(desk, book, ["11"])
    listed = publish(desk, plan_list(desk, book), ticket).list_id
    approve(desk, book, ["11"])
    silent("add_member", does=does)
    opt_out(desk, book, ["11"])
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.removes] == ["11"]
    done = publish(desk, plan, ticket)
    assert sorted(network.on_lists[listed]) == ["12", "13"]
    assert outcomes(done)["11"] is (Outcome.REMOVED if does else Outcome.NOT_THERE)


def test_a_wish_given_up_while_in_doubt_is_not_told_as_already_there(
    desk, book, network, ticket, silent
):
    publish(desk, plan_list(desk, book), ticket)
    decline(desk, book, ["11"])
    silent("remove_member", does=True)
    approve(desk, book, ["11"])
    silent("remove_member", does=True)
    decline(desk, book, ["11"])
    done = publish(desk, plan_list(desk, book), ticket)
    assert outcomes(done) == {"11": Outcome.REMOVED}


def test_what_takes_back_an_add_is_not_undone_by_the_next_publishing(
    desk, book, network, ticket, silent
):
    done = publish(desk, plan_list(desk, book), ticket)
    act = next(one for one in done.acts if one.user_id == "11")
    silent(
        "remove_member",
        does=False,
        work=lambda: take_back(desk, plan_take_back(desk, act), ticket),
    )
    assert plan_list(desk, book).adds == ()
    publish(desk, plan_list(desk, book), ticket)
    assert sorted(network.on_lists[done.list_id]) == ["12", "13"]
