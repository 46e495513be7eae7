"""The tick list as a service: one next thing, and marks that can be taken back."""

from __future__ import annotations

import pytest

from allybook.domain.acts.ticks import ABOUT_PEOPLE, ABOUT_POSTS, TickDeed, TickState
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.services.publish import ticks
from allybook.services.publish.weigh import price_by_api, weigh
from tests.fakes.clock import NOON

PEOPLE = [Account("7", "SafeRoof"), Account("8", "NightLine"), Account("9", "Foodbank")]
POST = Post("20", "7", NOON, "Hello")


@pytest.fixture
def heard(desk):
    told = []
    stop = desk.announcer.listen(told.append)
    yield told
    stop()


def test_people_are_laid_once_and_come_one_after_the_other(desk, heard):
    assert ticks.lay_people(desk, TickDeed.FOLLOW, PEOPLE) == 3
    assert ticks.lay_people(desk, TickDeed.FOLLOW, PEOPLE[:2]) == 0
    assert [one.user_id for one in ticks.waiting_ticks(desk)] == ["7", "8", "9"]
    assert [changed.ticks for changed in heard] == [True]
    first = ticks.next_tick(desk)
    ticks.mark_opened(desk, first.tick_id)
    assert ticks.next_tick(desk).state is TickState.OPENED
    ticks.settle_tick(desk, first.tick_id, TickState.DONE)
    assert ticks.next_tick(desk).user_id == "8"


def test_tabs_see_their_own_deeds_only(desk):
    ticks.lay_people(desk, TickDeed.UNFOLLOW, PEOPLE[:1])
    liked = ticks.lay_post(desk, TickDeed.LIKE, POST)
    assert ticks.waiting_ticks(desk, ABOUT_POSTS) == (liked,)
    assert ticks.waiting_ticks(desk, ABOUT_PEOPLE)[0].deed is TickDeed.UNFOLLOW
    assert ticks.lay_post(desk, TickDeed.LIKE, POST) == liked


def test_a_mark_is_taken_back_to_where_it_was(desk):
    ticks.lay_people(desk, TickDeed.FOLLOW, PEOPLE)
    done, skipped, _ = ticks.waiting_ticks(desk)
    ticks.settle_tick(desk, done.tick_id, TickState.DONE)
    ticks.settle_tick(desk, skipped.tick_id, TickState.SKIPPED)
    with pytest.raises(BadInput):
        ticks.settle_tick(desk, done.tick_id, TickState.SKIPPED)
    with pytest.raises(BadInput):
        ticks.mark_opened(desk, done.tick_id)
    assert ticks.unsettle_tick(desk, done.tick_id).state is TickState.OPENED
    assert ticks.unsettle_tick(desk, skipped.tick_id).state is TickState.OPEN
    assert ticks.unsettle_tick(desk, skipped.tick_id).state is TickState.OPEN


def test_a_done_follow_is_taken_back_by_an_unfollow_on_the_list(desk):
    ticks.lay_people(desk, TickDeed.FOLLOW, PEOPLE[:1])
    follow = ticks.next_tick(desk)
    with pytest.raises(BadInput):
        ticks.lay_opposite(desk, follow)
    done = ticks.settle_tick(desk, follow.tick_id, TickState.DONE)
    back = ticks.lay_opposite(desk, done)
    assert (back.deed, back.user_id, back.undoes) == (TickDeed.UNFOLLOW, "7", done.tick_id)


def test_a_like_has_no_opposite_on_the_list(desk):
    like = ticks.lay_post(desk, TickDeed.LIKE, POST)
    done = ticks.settle_tick(desk, like.tick_id, TickState.DONE)
    with pytest.raises(BadInput):
        ticks.lay_opposite(desk, done)


def test_people_are_withdrawn_unless_opened(desk):
    ticks.lay_people(desk, TickDeed.FOLLOW, PEOPLE)
    ticks.mark_opened(desk, ticks.next_tick(desk).tick_id)
    assert ticks.withdraw_people(desk, ["7", "8"]) == 1
    assert [one.user_id for one in ticks.waiting_ticks(desk)] == ["7", "9"]


def test_what_has_no_address_is_not_written_down(desk):
    with pytest.raises(BadInput):
        ticks.lay_people(desk, TickDeed.FOLLOW, [PEOPLE[0], Account("", "")])
    with pytest.raises(BadInput):
        ticks.lay_text(desk, " ")
    with pytest.raises(BadInput):
        ticks.lay_text(desk, "broken \ud83d")
    assert ticks.next_tick(desk) is None


def test_a_post_with_a_link_is_free_in_the_browser(desk):
    tick = ticks.lay_text(desk, "Open house: example.org/evening #SwHelper")
    assert "text=Open%20house" in tick.address
    weight = weigh(tick.text)
    assert weight.links == ("example.org/evening",)
    assert (weight.length, weight.fits) == (12 + 23 + 10, True)
    assert str(price_by_api(desk, weight)) == "0.200"
    assert str(price_by_api(desk, weigh("No link"))) == "0.015"
    assert not weigh("é" * 281).fits
    assert not weigh("").fits


def test_a_tick_that_is_gone_is_said(desk):
    for act in (ticks.mark_opened, ticks.unsettle_tick):
        with pytest.raises(BadInput):
            act(desk, "nobody")
