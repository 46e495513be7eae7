"""Streaks of posts that come again, told otherwise: each counts once, as it is told last."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.noise import Mark
from allybook.domain.noise.streaks import Streaks
from allybook.domain.posts import Mention
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import CHAT, HOME, MORNING, a_post

SHOP = ("https://shop.example/a",)


def promo(key, hours, **facts):
    return a_post(
        key,
        f"Look at number {key}, we made it for you ourselves",
        **{"created_at": MORNING + timedelta(hours=hours), "links": SHOP, **facts},
    )


def whole(post):
    """Return a post as X tells it: to the second."""
    return replace(post, created_at=post.created_at.replace(microsecond=0))


def in_streak(cache, *keys):
    rows = cache.rows(keys)
    return [key for key in keys if rows[key].verdict.marks & Mark.STREAK]


def by_the_rule(posts):
    """Return which posts are in a streak by the rule that files are sifted by."""
    told = Streaks()
    told.add(posts)
    return [int(post.post_id) for post in posts if told.holds(post)]


def with_milliseconds(key, hours, thousandths):
    post = promo(key, hours)
    return replace(post, created_at=post.created_at + timedelta(milliseconds=thousandths))


def test_what_a_table_dated_by_its_ids_and_x_to_the_second_is_one_post(cache):
    first = [with_milliseconds(1, 1, 657), with_milliseconds(2, 2, 123)]
    cache.save_posts(first, HOME)
    cache.save_posts([whole(post) for post in first], HOME)
    assert in_streak(cache, 1, 2) == []
    cache.save_posts([promo(3, 3)], HOME)
    assert in_streak(cache, 1, 2, 3) == [3]


def test_what_x_calls_a_reply_later_promotes_nothing(cache):
    first = [promo(1, 1), promo(2, 2)]
    cache.save_posts(first, HOME)
    cache.save_posts([replace(post, reply_to="9") for post in first], HOME)
    cache.save_posts([promo(3, 3)], HOME)
    assert in_streak(cache, 1, 2, 3) == []


@pytest.mark.parametrize(
    "otherwise",
    [
        {"reply_to": "9"},
        {"repost_of": "9"},
        {"text": "Another text than before", "links": ()},
        {"links": ("https://else.example",)},
        {"created_at": MORNING - timedelta(days=3)},
        {"author_id": "11"},
    ],
)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_streak_that_rested_on_it_is_none_any_more(cache, number, otherwise):
    told = [promo(1, 1), promo(2, 2), promo(3, 3)]
    cache.save_posts(told, HOME)
    assert in_streak(cache, 1, 2, 3) == [3]
    noise = cache.rows([3])[3].noise
    cache.save_posts([replace(told[number - 1], **otherwise)], HOME)
    assert in_streak(cache, 1, 2, 3) == []
    assert cache.rows([3])[3].noise < noise or number == 3


def test_who_promotes_another_page_as_well_stays_in_the_streak_of_that(cache):
    both = {"links": (*SHOP, "https://else.example"), "mentions": (Mention("me", "10"),)}
    told = [promo(1, 1, **both), promo(2, 2, **both), promo(3, 3, **both)]
    cache.save_posts(told, HOME)
    cache.save_posts([replace(told[0], links=SHOP)], HOME)
    assert in_streak(cache, 1, 2, 3) == [3]
    cache.save_posts([replace(told[0], reply_to="9")], HOME)
    assert in_streak(cache, 1, 2, 3) == []


def test_what_is_told_as_before_leaves_what_was_noted(cache):
    told = [promo(key, key) for key in range(1, 6)]
    cache.save_posts(told, HOME)
    cache.save_posts(told, CHAT)
    assert in_streak(cache, 1, 2, 3, 4, 5) == [3, 4, 5]
    with cache._connections.read() as connection:
        assert connection.execute("SELECT count(*) FROM promotions").get == len(told)


SITES = ("https://a.example/x", "https://www.a.example", "https://b.example", "https://x.com/a")
forms = st.fixed_dictionaries(
    {
        "author_id": st.sampled_from(("10", "10", "10", "11")),
        "created_at": st.integers(0, 90).map(lambda hours: MORNING + timedelta(hours=hours)),
        "links": st.lists(st.sampled_from(SITES), min_size=1, max_size=2).map(tuple),
        "mentions": st.sampled_from(((), (Mention("me", "10"),))),
        "reply_to": st.sampled_from((None, None, None, "9")),
        "text": st.sampled_from(("Look at this", "Look at that")),
    }
)
turns = st.lists(st.dictionaries(st.integers(1, 9), forms, max_size=9), min_size=1, max_size=4)


@settings(max_examples=25)
@given(turns)
def test_however_often_posts_are_told_otherwise_the_streaks_are_those_of_the_last_time(turns):
    with TemporaryDirectory() as folder, Profile(Path(folder, "a"), FixedClock()) as profile:
        cache = profile.cache("1")
        for told in turns:
            cache.save_posts([a_post(key, **facts) for key, facts in told.items()], HOME)
            here = cache.posts(HOME)
            assert in_streak(cache, *(int(one.post_id) for one in here)) == by_the_rule(here)
