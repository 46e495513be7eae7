"""Noise in the cache: streaks, chats, other languages, new weights, and mutes, at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.mutes import MUTES, Mute, MuteKind, write_mutes
from allybook.domain.noise import DEFAULT_WEIGHTS, Judgement, Mark, NoiseKind
from allybook.domain.noise.streaks import pages_of
from allybook.domain.noise.weights import WEIGHTS, write_weights
from allybook.domain.posts import Mention
from allybook.domain.reading.sources import Origin, Source
from allybook.store.filters.noise import _sets
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import HOME, MORNING, a_post, an_account
from tests.store.worlds import settle

MUTED = Term(On.IS, "muted")
SHOP = ("https://www.Shop.example/a",)


def marks(cache, key):
    return cache.rows([key])[key].verdict.marks


def promo(key, hours, **facts):
    told = {"created_at": MORNING + timedelta(hours=hours), "links": SHOP, **facts}
    return a_post(key, f"Look at number {key}", **told)


def streak(cache, *keys):
    return [bool(marks(cache, key) & Mark.STREAK) for key in keys]


def test_the_third_post_in_a_day_for_one_page_is_a_streak(cache):
    cache.save_posts([promo(key, key) for key in (1, 2, 3, 4)], HOME)
    assert streak(cache, 1, 2, 3, 4) == [False, False, True, True]


def test_a_streak_ends_with_the_day(cache):
    cache.save_posts([promo(key, key * 12) for key in (1, 2, 3, 4)], HOME)
    assert streak(cache, 1, 2, 3, 4) == [False] * 4


def test_an_earlier_post_that_comes_later_completes_a_streak(cache):
    cache.save_posts([promo(2, 2), promo(3, 3)], HOME)
    assert streak(cache, 2, 3) == [False, False]
    cache.save_posts([promo(1, 1)], HOME)
    assert streak(cache, 1, 2, 3) == [False, False, True]
    assert cache.rows([3])[3].noise == 40  # link only, and the streak


def test_replies_reposts_other_pages_and_other_authors_make_no_streak(cache):
    others = [
        promo(1, 1, reply_to="9"),
        promo(2, 2, repost_of="9"),
        promo(3, 3, links=("https://else.example",)),
        promo(4, 4, author_id="11"),
        promo(5, 5, links=("https://x.com/a/status/1",)),
    ]
    cache.save_posts([*others, promo(6, 6), promo(7, 7)], HOME)
    assert not any(streak(cache, *range(1, 8)))


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("https://www.Shop.example:80/a?b#c", {"shop.example/a?b"}),
        ("https://ana@shop.example", {"shop.example/"}),
        ("https://twitter.com/a", set()),
        ("odd", set()),
    ],
)
def test_what_a_link_promotes(link, page):
    assert pages_of(a_post(links=(link,))) == page


def test_naming_oneself_promotes_oneself():
    assert pages_of(a_post(mentions=(Mention("me", "10"),))) == {"@"}


def test_a_chats_hashtag_calms_also_what_was_there_before_the_chat(cache):
    cache.save_posts([a_post(1, hashtags=("SwHelper",)), a_post(2, "#swhelper")], HOME)
    assert not marks(cache, 1) & Mark.CHAT
    cache.save_posts([a_post(3, hashtags=("swhelper",))], Source(Origin.CHAT, "#SwHelper"))
    assert [bool(marks(cache, key) & Mark.CHAT) for key in (1, 2, 3)] == [True, False, True]


def quiet(cache, limit=40):
    return list(cache.order(Term(On.NOISE_ABOVE, str(limit))))


def test_other_weights_hold_at_once_and_before_the_sums_are_laid(cache):
    cache.save_posts([a_post(1, "Now!!!"), a_post(2, repost_of="9"), a_post(3)], HOME)
    assert quiet(cache) == []
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 41}))
    assert quiet(cache) == [1]
    assert cache.rows([1])[1].noise == 41
    low = cache.begin_laying()
    assert quiet(cache) == [1]
    assert cache.lay_sums(low) is None
    assert cache.begin_laying() is None
    assert quiet(cache) == [1]


def test_posts_that_come_while_sums_are_laid_are_judged_alike(cache):
    cache.save_posts([a_post(1, "Now!!!")], HOME)
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 41}))
    low = cache.begin_laying()
    cache.save_posts([a_post(2, "Here!!!")], HOME)
    cache.lay_sums(low)
    assert quiet(cache) == [2, 1]


def test_weights_that_went_and_came_back_leave_nothing_behind(cache):
    first = Judgement()
    settle(cache, first)
    cache.save_posts([a_post(1, "Now!!!")], HOME)
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 41}))
    cache.save_posts([a_post(2, "Here!!!")], HOME)
    settle(cache, first)
    assert quiet(cache) == []
    assert cache.begin_laying() is None


def test_laying_stops_where_noise_is_judged_by_something_else_meanwhile(cache):
    cache.save_posts([a_post(1, "Now!!!")], HOME)
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 41}))
    low = cache.begin_laying()
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 5}))
    assert cache.lay_sums(low) is None
    assert quiet(cache, 4) == [1]
    assert quiet(cache, 5) == []


def test_other_languages(cache):
    cache.save_posts([a_post(1, lang="JA"), a_post(2, lang="en"), a_post(3)], HOME)
    settle(cache, Judgement(languages=("en",)))
    assert quiet(cache, 19) == [1]
    assert [cache.rows([key])[key].verdict.foreign for key in (1, 2, 3)] == [True, False, False]


def test_a_mute_ends_by_itself(profile, clock):
    cache = profile.cache("7001")
    cache.save_posts([a_post(1, "free crypto")], HOME)
    mute = Mute(MuteKind.WORD, "crypto", clock.now() + timedelta(days=1))
    settle(cache, Judgement(mutes=(mute,)))
    assert list(cache.order(MUTED)) == quiet(cache) == [1]
    clock.advance(seconds=86_400)
    assert list(cache.order(MUTED)) == quiet(cache) == []
    assert cache.rows([1])[1].verdict.mute is None


def test_mutes_reach_what_passes_them_on_from_before_the_page(cache):
    cache.save_accounts([an_account(10, "wren")], MORNING)
    posts = [
        a_post(1, "buy crypto"),
        a_post(2, "so true", author_id="11", quote_of="1"),
        a_post(3, "RT @Wren: beds", author_id="11", repost_of="9"),
        a_post(4, "so true", author_id="11"),
    ]
    cache.save_posts(posts, HOME)
    settle(cache, Judgement(mutes=(Mute(MuteKind.WORD, "crypto"),)))
    assert list(cache.order(MUTED, limit=9)) == [2, 1]
    settle(cache, Judgement(mutes=(Mute(MuteKind.AUTHOR, "wren", user_id="10"),)))
    assert list(cache.order(MUTED, limit=9)) == [3, 2, 1]


def test_what_the_noise_rests_on_is_counted(cache):
    cache.save_posts([a_post(1, "Now!!!"), a_post(2, "Here!!!"), a_post(3)], HOME)
    rows = {row.marks: row.posts for row in cache.tally(EVERYTHING)}
    assert rows == {int(Mark.SHOUTING): 2, 0: 1}


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())
def test_how_large_an_account_is_never_matters(tmp_path_factory, followers, posts, verified):
    told = [promo(key, key) for key in (1, 2, 3)]
    noise = []
    for facts in ({}, {"followers": followers, "posts": posts, "verified": verified}):
        with Profile(tmp_path_factory.mktemp("profile"), FixedClock()) as profile:
            cache = profile.cache("7001")
            cache.save_posts(told, HOME, accounts=[an_account(**facts)])
            noise.append([cache.rows([key])[key].noise for key in (1, 2, 3)])
    assert noise[0] == noise[1]


def test_posts_of_an_older_version_are_marked_anew(cache):
    cache.save_posts([a_post(1, "Now!!!"), a_post(2, "Here!!!")], HOME)
    with cache._connections.write() as connection:
        connection.execute("UPDATE posts SET reasons = -1; DELETE FROM bands")
    settle(cache, Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 41}))
    assert cache.rows([1])[1].noise == 41
    assert cache.mark_anew()
    assert not cache.mark_anew()
    assert marks(cache, 1) == Mark.SHOUTING
    assert quiet(cache) == [2, 1]


def test_the_sets_of_marks_are_added_up_once():
    weights = write_weights(DEFAULT_WEIGHTS)
    assert _sets(40, weights) is _sets(40, weights)
    assert (WEIGHTS, MUTES) == ("weights", "mutes")
    assert write_mutes([]) == ""
