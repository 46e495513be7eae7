from contextlib import suppress

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.services.publish.plan import plan_list
from allybook.services.publish.report import note_told
from allybook.services.publish.run import publish
from tests.fakes.desk import Patience
from tests.fakes.moody import Killed, Life, Mortal
from tests.services.publish.conftest import outcomes


def test_a_run_that_was_killed_is_told_by_the_next(desk, book, network):
    life = Life()
    asked = network.add_member

    def last_words(list_id, user_id):
        answer = asked(list_id, user_id)
        life.calls = 3 if user_id == "13" else None
        return answer

    network.add_member = last_words
    mortal = replace(desk, outbox=Mortal(desk.outbox, life))
    with pytest.raises(Killed):
        publish(mortal, plan_list(desk, book), Patience())
    network.add_member = asked
    done = publish(desk, plan_list(desk, book), Patience())
    assert outcomes(done) == dict.fromkeys(("11", "12", "13"), Outcome.ADDED)
    note_told(desk, done.list_id, done.acts)
    assert publish(desk, plan_list(desk, book), Patience()).acts == ()


def test_a_report_that_reached_nobody_comes_again(desk, book):
    done = publish(desk, plan_list(desk, book), Patience())
    again = publish(desk, plan_list(desk, book), Patience())
    assert again.acts == done.acts


@pytest.mark.parametrize("calls", range(0, 90, 7))
def test_wherever_it_is_killed_everything_is_done_once_and_told(desk, book, network, calls):
    with suppress(Killed):
        life = Life(calls)
        parts = {name: Mortal(getattr(desk, name), life) for name in ("outbox", "cache")}
        publish(replace(desk, **parts), plan_list(desk, book), Patience())
    publish(desk, plan_list(desk, book), Patience())
    publish(desk, plan_list(desk, book), Patience())
    ((list_id, members),) = network.on_lists.items()
    assert sorted(members) == ["11", "12", "13"]
    sent = [name for name in network.asked if name.startswith("add")]
    assert len(sent) == len(set(sent))
    last = {act.user_id: act.outcome for act in reversed(desk.outbox.acts(list_id))}
    last.pop("", None)
    assert set(last.values()) == {Outcome.ADDED}


def test_what_was_told_is_not_told_again(desk, book, clock):
    first = publish(desk, plan_list(desk, book), Patience(stop_after=1))
    note_told(desk, first.list_id, first.acts)
    clock.advance(seconds=60)
    done = publish(desk, plan_list(desk, book), Patience())
    assert set(outcomes(done)) == {"12", "13"}
