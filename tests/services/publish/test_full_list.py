"""X lets 5,000 on a list: who leaves a full one makes room, and removes go out before adds."""

import pytest

from allybook.domain.acts.outbox import Outcome, Stage
from allybook.domain.errors import Unreachable
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, remove
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.agreed import hold
from allybook.services.publish.plan import plan_list
from tests.services.publish.conftest import outcomes, publish


@pytest.fixture
def full(desk, book, network):
    """The id of a full list with one ally on it who is in the book no more."""
    made = network.create_list("My allies", "", private=True)
    desk.cache.set_mirror(book.info.book_id, made.list_id)
    ids = ["11", *(str(n) for n in range(1_000, 5_999))]
    desk.cache.save_members(made.list_id, ids, complete=True, as_of=desk.clock.now())
    network.people |= {i: Account(i, f"a{i}") for i in ids if i not in network.people}
    network.on_lists[made.list_id] = ids
    remove(desk, book, ["11"])
    return made.list_id


def test_as_many_come_as_leave_in_the_same_run(desk, book, network, ticket, full):
    plan = plan_list(desk, book)
    assert [one.user_id for one in plan.removes] == ["11"]
    assert [one.user_id for one in plan.adds] == ["13"]
    assert [(one.user_id, one.why) for one in plan.left_out] == [("12", "list_full")]
    done = publish(desk, plan, ticket)
    assert outcomes(done) == {"11": Outcome.REMOVED, "13": Outcome.ADDED}
    assert (len(network.on_lists[full]), done.stopped) == (5_000, "")


def test_who_is_approved_after_the_quote_takes_nobody_s_place(desk, book, full):
    said = plan_list(desk, book)
    desk.cache.save_accounts([Account("20", "AppletreeAve", "Appletree")], desk.clock.now())
    nominate_handles(desk, book, ["AppletreeAve"])
    approve(desk, book, ["20"])
    assert [one.user_id for one in plan_list(desk, book).adds] == ["20"]
    assert [one.user_id for one in hold(desk, said).adds] == ["13"]


def test_where_nobody_could_be_taken_off_the_others_wait(desk, book, network, ticket, full):
    def silent(*_ids):
        raise Unreachable("X did not answer.")

    network.remove_member = silent
    done = publish(desk, plan_list(desk, book), ticket)
    assert done.stopped.startswith("The list is full: X lets 5,000 on a list.")
    assert [(act.user_id, act.stage) for act in done.waiting if act.user_id == "13"] == [
        ("13", Stage.WAITING)
    ]
    assert "13" not in network.on_lists[full]
