"""The tick list in the outbox's file: laid once, kept for good, erased on request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.acts.ticks import Tick, TickDeed, TickState
from allybook.domain.errors import BadInput
from allybook.store.profile import Profile
from tests.fakes.clock import NOON, FixedClock


def a_tick(key="t", deed=TickDeed.FOLLOW, *, minutes=0, **words):
    words = words or {"user_id": "7", "handle": "SafeRoof"}
    return Tick(key, deed, NOON + timedelta(minutes=minutes), **words)


@pytest.fixture
def outbox(profile):
    return profile.outbox("7001")


@pytest.fixture
def ticks(outbox):
    return outbox.ticks


def test_a_tick_comes_back_as_it_went_in(ticks):
    whole = Tick("t", TickDeed.REPLY, NOON, "7", "SafeRoof", "20", "Thanks é 👍", undoes="other")
    assert ticks.lay([whole]) == 1
    assert ticks.ticks() == [whole]
    assert ticks.tick("t") == whole
    assert ticks.tick("u") is None


def test_the_same_deed_on_the_same_account_waits_once(ticks):
    assert ticks.lay([a_tick("a")]) == 1
    assert ticks.lay([a_tick("b", minutes=1), a_tick("c", TickDeed.UNFOLLOW)]) == 1
    assert [one.tick_id for one in ticks.waiting()] == ["a", "c"]


def test_handles_wait_once_whatever_their_case(ticks):
    assert ticks.lay([a_tick("a", handle="SafeRoof"), a_tick("b", handle="saferoof")]) == 1


def test_what_is_settled_may_be_laid_again(ticks):
    ticks.lay([a_tick("a")])
    ticks.mark("a", TickState.DONE, NOON)
    assert ticks.lay([a_tick("b", minutes=1)]) == 1


def test_the_next_one_is_what_was_opened_then_the_oldest(ticks):
    ticks.lay([a_tick("new", minutes=2, user_id="8"), a_tick("old"), a_tick("mid", user_id="9")])
    ticks.mark("new", TickState.OPENED)
    assert [one.tick_id for one in ticks.waiting()] == ["new", "old", "mid"]
    ticks.mark("new", TickState.SKIPPED, NOON)
    assert [one.tick_id for one in ticks.waiting()] == ["old", "mid"]


def test_a_mark_can_be_taken_back_unless_the_same_waits_anew(ticks):
    ticks.lay([a_tick("a")])
    ticks.mark("a", TickState.DONE, NOON)
    ticks.mark("a", TickState.OPENED)
    assert ticks.tick("a").settled_at is None
    ticks.mark("a", TickState.SKIPPED, NOON)
    ticks.lay([a_tick("b", minutes=1)])
    with pytest.raises(BadInput):
        ticks.mark("a", TickState.OPEN)
    assert ticks.tick("a").state is TickState.SKIPPED


def test_a_tick_that_is_not_there_cannot_be_marked(ticks):
    with pytest.raises(BadInput):
        ticks.mark("nobody", TickState.OPENED)


def test_only_what_was_not_opened_is_withdrawn(ticks):
    ticks.lay([a_tick("a"), a_tick("b", user_id="8")])
    ticks.mark("b", TickState.OPENED)
    assert ticks.withdraw("a")
    assert not ticks.withdraw("a")
    assert not ticks.withdraw("b")
    assert [one.tick_id for one in ticks.ticks()] == ["b"]


def test_the_list_survives_a_restart_and_an_emptied_cache(tmp_path):
    clock = FixedClock()
    with Profile(tmp_path, clock) as profile:
        profile.outbox("7001").ticks.lay([a_tick("a"), a_tick("b", user_id="8")])
        profile.outbox("7001").ticks.mark("a", TickState.OPENED)
        profile.cache("7001").empty()
    with Profile(tmp_path, clock) as profile:
        waiting = profile.outbox("7001").ticks.waiting()
        assert [(one.tick_id, one.state) for one in waiting] == [("a", "opened"), ("b", "open")]
        assert profile.outbox("7002").ticks.waiting() == []


def test_erasing_all_keeps_what_waits_and_blanks_what_is_settled(outbox, ticks):
    done = a_tick("a", TickDeed.REPLY, user_id="7", handle="SafeRoof", post_id="20", text="Dear S")
    ticks.lay([done, a_tick("b", user_id="8", handle="Other")])
    ticks.mark("a", TickState.DONE, NOON)
    assert outbox.erase() == 1
    blank = replace(done, handle="", text="", state=TickState.DONE, settled_at=NOON)
    assert ticks.tick("a") == blank
    assert ticks.tick("b").handle == "Other"


def test_erasing_an_account_takes_what_waits_about_it_off_the_list(outbox, ticks, tmp_path):
    ticks.lay([a_tick("a", user_id="7", handle="Nevermore"), a_tick("b", user_id="8", handle="B")])
    assert outbox.erase(["7"]) == 1
    assert [one.tick_id for one in ticks.ticks()] == ["b"]
    files = (tmp_path / "profile").rglob("outbox.sqlite3*")
    assert not any(b"Nevermore" in path.read_bytes() for path in files)


def test_a_handle_counts_only_where_no_id_tells_whose_it_is(outbox, ticks):
    bare = [a_tick("b", handle="SafeRoof"), a_tick("c", TickDeed.UNFOLLOW, handle="saferoof")]
    ticks.lay([a_tick("a", user_id="8", handle="SafeRoof"), *bare])
    ticks.mark("c", TickState.DONE, NOON)
    assert outbox.erase(["7"], ["saferoof"]) == 2
    assert {one.tick_id: one.handle for one in ticks.ticks()} == {"a": "SafeRoof", "c": ""}
    assert outbox.erase([], ["saferoof"]) == 1
    assert [one.tick_id for one in ticks.ticks()] == ["c"]


def test_one_act_is_withdrawn_only_while_it_waits(outbox):
    acts = [Act(name, Deed.ADD_MEMBER, "b", "500", name, "h", NOON) for name in ("1", "2")]
    outbox.put(acts)
    outbox.start("2", NOON)
    assert outbox.withdraw("1")
    assert not outbox.withdraw("1")
    assert not outbox.withdraw("2")
    stages = {act.act_id: (act.stage, act.outcome) for act in outbox.acts()}
    assert stages == {"1": (Stage.SETTLED, Outcome.DROPPED), "2": (Stage.SENDING, None)}


def test_an_act_says_what_it_takes_back_and_is_found_by_whom_it_is_about(outbox):
    first = Act("1", Deed.ADD_MEMBER, "b", "500", "10", "h", NOON)
    later = NOON + timedelta(minutes=1)
    back = Act("2", Deed.REMOVE_MEMBER, "b", "500", "10", "h", later, undoes="1")
    other = Act("3", Deed.ADD_MEMBER, "b", "500", "11", "i", NOON)
    outbox.put([first, back, other])
    assert outbox.acts_about("10") == [back, first]
    assert outbox.acts_about("12") == []
