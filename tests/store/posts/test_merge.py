"""A post that comes again: learning more, forgetting nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.posts import Mention, Metrics, Post
from allybook.store.posts.merge import merge, merge_adopted, merge_file
from tests.store.samples import MORNING, a_post
from tests.structs import builds

ids = st.none() | st.sampled_from(["10", "11"])
posts = builds(
    Post,
    st.just("1"),
    st.just("10"),
    st.just(MORNING),
    st.sampled_from(["Homes", "Homes for all", "Homes…", "Homes for… https://t.co/abc1"]),
    lang=st.sampled_from(["und", "en"]),
    reply_to=ids,
    repost_of=ids | st.just("0"),
    hashtags=st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple),
    mentions=st.lists(builds(Mention, st.sampled_from(["ana", "Ana"]), ids), max_size=3).map(tuple),
    links=st.lists(st.just("https://example.org"), max_size=1).map(tuple),
    metrics=builds(
        Metrics,
        replies=st.integers(0, 2),
        likes=st.integers(0, 2),
        quotes=st.integers(0, 2),
        impressions=st.none() | st.integers(4, 6),
    ),
)
ways = pytest.mark.parametrize("way", [merge, merge_file, merge_adopted])


@ways
@given(post=posts)
def test_a_post_that_comes_again_unchanged_is_unchanged(way, post):
    assert way(post, post) == post


@ways
@given(known=posts, again=posts)
def test_merging_twice_tells_nothing_new(way, known, again):
    once = way(known, again)
    assert way(once, again) == once


@given(posts, posts)
def test_no_file_lowers_a_count_or_cuts_a_text(known, again):
    now, adopted = merge_file(known, again), merge_adopted(known, again)
    for name in ("replies", "reposts", "likes", "quotes"):
        told = [getattr(post.metrics, name) for post in (known, again)]
        assert getattr(now.metrics, name) == getattr(adopted.metrics, name) == max(told)
    views = {known.metrics.impressions, again.metrics.impressions} - {None}
    assert now.metrics.impressions == adopted.metrics.impressions == max(views, default=None)
    assert now.text in (known.text, again.text)
    assert adopted.text in (known.text, again.text)
    if known.text == "Homes for all":
        assert now.text == (again.text if again.text == "Homes" else known.text)
        assert adopted.text == known.text


def test_a_file_that_breaks_a_text_off_takes_nothing_of_it():
    known = a_post(
        1,
        "Beds tonight #beds. Doors at seven #hull",
        hashtags=("beds", "hull"),
        links=("https://a",),
    )
    cut = replace(known, text="Beds tonight #beds. Doors… https://t.co/x1", hashtags=("beds",))
    assert merge_file(known, replace(cut, links=("https://t.co/x1",))) == known
    assert merge_file(cut, known) == known
    # Whatever X says is so now.
    assert merge(known, cut).text == cut.text
    # What says something else is another text, however it ends.
    for text in (
        "Beds today…",
        "Beds tonight… and more",
        "Beds tonight #beds. Doors… https://b.org",
    ):
        assert merge_file(known, replace(cut, text=text)).text == text


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
