"""The outbox: nothing that waits is forgotten, whenever the program dies."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.errors import BadInput
from allybook.store.profile import Profile
from tests.fakes.clock import NOON
from tests.programs import ending, next_line

if TYPE_CHECKING:
    from allybook.store.acts.outbox import SqliteOutbox


def an_act(name: str, *, minutes: int = 0, list_id: str = "500") -> Act:
    asked_at = NOON + timedelta(minutes=minutes)
    return Act(name, Deed.ADD_MEMBER, "book-1", list_id, "10", "SafeRoof", asked_at)


@pytest.fixture
def outbox(profile: Profile) -> SqliteOutbox:
    return profile.outbox("7001")


def test_an_act_comes_back_as_it_went_in(outbox):
    act = an_act("a")
    assert outbox.put([act]) == 1
    assert outbox.acts() == [act]
    assert outbox.next("500") == act


def test_putting_twice_is_harmless(outbox):
    outbox.put([an_act("a")])
    outbox.start("a", NOON)
    assert outbox.put([an_act("a"), an_act("b")]) == 1
    assert outbox.next("500").stage is Stage.SENDING
    assert outbox.waiting() == 2


def test_the_oldest_goes_first_and_lists_do_not_mix(outbox):
    outbox.put([an_act("new", minutes=2), an_act("old"), an_act("other", list_id="501")])
    assert outbox.next("500").act_id == "old"
    assert outbox.next("501").act_id == "other"
    assert outbox.next("502") is None
    assert [act.act_id for act in outbox.acts("500")] == ["new", "old"]


def test_what_was_being_sent_comes_first(outbox):
    outbox.put([an_act("old"), an_act("new", minutes=2)])
    outbox.start("new", NOON)
    assert outbox.next("500").act_id == "new"


def test_a_settled_act_is_kept_with_its_outcome(outbox):
    outbox.put([an_act("a")])
    outbox.start("a", NOON)
    outbox.settle("a", Outcome.GONE, NOON, "X does not know this account.")
    (act,) = outbox.acts()
    assert (act.stage, act.outcome, act.sent_at) == (Stage.SETTLED, Outcome.GONE, NOON)
    assert act.detail == "X does not know this account."
    assert outbox.next("500") is None
    assert outbox.waiting() == 0


def test_an_outcome_can_be_corrected_by_a_check(outbox):
    outbox.put([an_act("a")])
    outbox.settle("a", Outcome.ADDED, NOON)
    outbox.settle("a", Outcome.REFUSED, NOON, "X said added, and the list does not show it.")
    assert outbox.acts()[0].outcome is Outcome.REFUSED


def test_an_act_that_was_dropped_meanwhile_is_not_sent(outbox):
    outbox.put([an_act("a")])
    assert outbox.drop("500") == 1
    with pytest.raises(BadInput, match="nothing was sent"):
        outbox.start("a", NOON)
    assert outbox.acts()[0].outcome is Outcome.DROPPED


def test_dropping_leaves_what_is_being_sent(outbox):
    outbox.put([an_act("a"), an_act("b"), an_act("c", list_id="501")])
    outbox.start("a", NOON)
    assert outbox.drop("500") == 1
    assert outbox.next("500").act_id == "a"
    assert outbox.waiting() == 2


def test_what_was_certainly_not_done_waits_again(outbox):
    outbox.put([an_act("a")])
    outbox.start("a", NOON)
    outbox.postpone("a")
    assert outbox.next("500") == an_act("a")


def test_an_unknown_act_is_refused(outbox):
    for ask in (
        lambda: outbox.start("x", NOON),
        lambda: outbox.settle("x", Outcome.ADDED, NOON),
        lambda: outbox.postpone("x"),
    ):
        with pytest.raises(BadInput):
            ask()


SENDS = """
import sys
from pathlib import Path
from allybook.store.profile import Profile
from tests.fakes.clock import NOON, FixedClock
from tests.store.acts.test_outbox import an_act

outbox = Profile(Path(sys.argv[1]), FixedClock()).outbox("7001")
outbox.put([an_act("old"), an_act("new", minutes=2)])
outbox.start("new", NOON)
print("started", flush=True)
sys.stdin.read()
"""


def test_a_program_killed_while_sending_finds_the_act_again(tmp_path, clock):
    words, pipe = [sys.executable, "-c", SENDS, str(tmp_path)], subprocess.PIPE
    with ending(subprocess.Popen(words, stdin=pipe, stdout=pipe)) as process:
        assert next_line(process) == b"started\n"
        process.kill()
    with Profile(tmp_path, clock) as profile:
        outbox = profile.outbox("7001")
        found = outbox.next("500")
        assert (found.act_id, found.stage, found.sent_at) == ("new", Stage.SENDING, NOON)
        outbox.settle("new", Outcome.ADDED, NOON)
        assert outbox.next("500").act_id == "old"


def test_an_act_keeps_the_price_of_the_day_it_was_sent(outbox):
    outbox.put([an_act("a"), an_act("b", minutes=1)])
    for name in ("a", "b"):
        outbox.start(name, NOON, Decimal("0.010"))
    outbox.settle("a", Outcome.ADDED, NOON)
    outbox.postpone("b")
    # What was not done after all is sent once more, at the price of that day.
    assert {act.act_id: act.price for act in outbox.acts()} == {"a": Decimal("0.010"), "b": None}
