"""A post that comes again: learning more, forgetting nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.posts import Mention, Metrics, Post
from allybook.store.posts.merge import merge
from tests.store.samples import MORNING, a_post
from tests.structs import builds

ids = st.none() | st.sampled_from(["10", "11"])
posts = builds(
    Post,
    st.just("1"),
    st.just("10"),
    st.just(MORNING),
    st.sampled_from(["Homes", "Homes for all"]),
    lang=st.sampled_from(["und", "en"]),
    reply_to=ids,
    repost_of=ids | st.just("0"),
    hashtags=st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple),
    mentions=st.lists(builds(Mention, st.sampled_from(["ana", "Ana"]), ids), max_size=3).map(tuple),
    links=st.lists(st.just("https://example.org"), max_size=1).map(tuple),
    metrics=builds(Metrics, likes=st.integers(0, 2), impressions=st.none() | st.just(5)),
)


@given(posts)
def test_a_post_that_comes_again_unchanged_is_unchanged(post):
    assert merge(post, post) == post


@given(posts, posts)
def test_merging_twice_tells_nothing_new(known, again):
    once = merge(known, again)
    assert merge(once, again) == once


@given(posts, posts)
def test_no_fact_is_lost(known, again):
    now = merge(known, again)
    assert now.text == again.text
    for name in ("reply_to", "quote_of"):
        assert getattr(now, name) == (getattr(again, name) or getattr(known, name))
    assert now.repost_of in (known.repost_of, again.repost_of)
    assert (now.repost_of is None) is (known.repost_of is again.repost_of is None)
    views = again.metrics.impressions
    assert now.metrics.impressions == (known.metrics.impressions if views is None else views)


def test_the_original_of_a_repost_stays_known_where_a_file_only_says_repost():
    known = a_post(repost_of="5")
    assert merge(known, replace(known, repost_of="0")).repost_of == "5"
    assert merge(replace(known, repost_of="0"), known).repost_of == "5"
