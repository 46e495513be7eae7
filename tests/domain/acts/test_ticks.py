"""One line of the tick list: where it is done, and what it is called."""

from datetime import timedelta

import pytest

from allybook.domain.acts.ticks import Tick, TickDeed, TickState, tick_id
from allybook.domain.errors import BadInput
from tests.fakes.clock import NOON


def a_tick(deed, **words):
    return Tick("", deed, NOON, **words)


@pytest.mark.parametrize(
    ("tick", "address"),
    [
        (a_tick(TickDeed.FOLLOW, user_id="7"), "https://x.com/intent/follow?user_id=7"),
        # X has no intent that unfollows: the profile has the button.
        (a_tick(TickDeed.UNFOLLOW, user_id="7"), "https://x.com/intent/user?user_id=7"),
        (a_tick(TickDeed.LIKE, post_id="20"), "https://x.com/intent/like?tweet_id=20"),
        (a_tick(TickDeed.REPLY, post_id="20"), "https://x.com/intent/tweet?in_reply_to=20"),
        (a_tick(TickDeed.POST, text="Hi"), "https://x.com/intent/tweet?text=Hi"),
    ],
)
def test_each_deed_has_its_address(tick, address):
    assert tick.address == address


def test_what_it_is_about_has_a_page():
    assert a_tick(TickDeed.LIKE, post_id="20", user_id="7").page == "https://x.com/i/status/20"
    assert a_tick(TickDeed.FOLLOW, handle="a").page == "https://x.com/intent/user?screen_name=a"
    assert a_tick(TickDeed.POST, text="Hi").page == ""


def test_a_tick_without_anything_to_be_about_has_no_address():
    with pytest.raises(BadInput):
        _ = a_tick(TickDeed.FOLLOW).address


def test_settled_is_what_the_person_said():
    states = {state: Tick("t", TickDeed.LIKE, NOON, state=state).settled for state in TickState}
    assert [state for state, settled in states.items() if settled] == ["done", "skipped"]


def test_ids_tell_ticks_apart():
    ticks = [
        a_tick(TickDeed.FOLLOW, user_id="7"),
        a_tick(TickDeed.UNFOLLOW, user_id="7"),
        a_tick(TickDeed.FOLLOW, user_id="8"),
        a_tick(TickDeed.LIKE, post_id="8"),
        a_tick(TickDeed.POST, text="One"),
        a_tick(TickDeed.POST, text="Two"),
        Tick("", TickDeed.FOLLOW, NOON + timedelta(seconds=1), user_id="7"),
    ]
    assert len({tick_id(tick) for tick in ticks}) == len(ticks)
    assert tick_id(ticks[0]) == tick_id(a_tick(TickDeed.FOLLOW, user_id="7", handle="renamed"))
