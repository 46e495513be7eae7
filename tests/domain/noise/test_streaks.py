"""Streaks of self-promotion: the third post in a day for a page, whatever else is told."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.noise.streaks import LONG, Streaks, pages_of
from allybook.domain.posts import Mention, Post
from tests.fakes.clock import NOON

OWN = (Mention("ana", "1"),)


def a_post(key, *, hours=0, by="1", links=("https://a.example/x",), **facts):
    return Post(str(key), by, NOON + timedelta(hours=hours), "Read this", links=links, **facts)


def found(posts):
    streaks = Streaks()
    streaks.add(posts)
    return [post.post_id for post in posts if streaks.holds(post)]


def test_the_third_post_within_a_day_is_one():
    assert found([a_post(key, hours=key) for key in (1, 2, 24, 26, 60)]) == ["24"]


def test_a_day_ends_to_the_moment():
    assert found([a_post(1), a_post(2), a_post(3, hours=24)]) == []
    assert found([a_post(1), a_post(2), a_post(3, hours=23.99)]) == ["3"]


@pytest.mark.parametrize(
    "other",
    [{"by": "2"}, {"links": ("https://b.example",)}, {"reply_to": "9"}, {"repost_of": "9"}],
)
def test_others_pages_and_answers_do_not_count(other):
    assert found([a_post(1), a_post(2, **other), a_post(3)]) == []


def test_the_own_name_is_a_page_too():
    assert found([a_post(key, links=(), mentions=OWN) for key in (1, 2, 3)]) == ["3"]


def test_a_post_that_is_told_twice_counts_once():
    assert found([a_post(1), a_post(1), a_post(2)]) == []


@pytest.mark.parametrize("other", [{"reply_to": "9"}, {"links": ()}, {"by": "2"}])
def test_a_post_that_comes_again_counts_as_it_is_told_last(other):
    streaks = Streaks()
    streaks.add([a_post(1), a_post(2), a_post(1, **other), a_post(3)])
    assert not streaks.holds(a_post(3))
    moved = Streaks()
    moved.add([a_post(1), a_post(2), a_post(1, hours=0.001)])
    assert not moved.holds(a_post(1, hours=0.001))


def test_what_is_asked_need_not_promote_anything():
    streaks = Streaks()
    streaks.add([a_post(key) for key in (1, 2, 3)])
    assert not streaks.holds(a_post(4, links=()))
    assert not streaks.holds(a_post(4, links=(), mentions=(Mention("ben", "2"),)))


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("https://www.A.example/X?y", {"a.example/X?y"}),
        ("https://ana@a.example:8000#top", {"a.example/"}),
        ("https://a.example?q=1/2", {"a.example/?q=1/2"}),
        ("https://a.example?from=ana@b.example", {"a.example/?from=ana@b.example/"}),
        ("https://x.com?from=ana@b.example", set()),
        ("https://a.example/x#part", {"a.example/x"}),
        ("https://a.example/x?utm_source=tw&utm_medium=social", {"a.example/x"}),
        ("https://a.example/x?utm_source=tw&id=3&utm_medium=social", {"a.example/x?id=3"}),
        ("https://a.example?utm_source=tw", {"a.example/"}),
        ("https://a.example?utm_source=tw#top?", {"a.example/"}),
        ("https://x.com/ana/status/1", set()),
        ("https://t.co/abc", set()),
        ("no address", set()),
    ],
)
def test_a_page_is_the_address_of_a_link(link, page):
    assert pages_of(a_post(1, links=(link,))) == page


@pytest.mark.parametrize(
    "site",
    [
        "https://www.theguardian.com/society/{}", "https://www.youtube.com/watch?v={}",
        "https://youtu.be/{}", "https://bit.ly/{}", "https://docs.google.com/forms/d/e/{}/viewform",
    ],
)  # fmt: skip
def test_other_pages_of_one_site_promote_nothing(site):
    assert found([a_post(key, links=(site.format(f"a{key}"),)) for key in (1, 2, 3)]) == []
    assert found([a_post(key, links=(site.format("same"),)) for key in (1, 2, 3)]) == ["3"]


told = st.lists(st.tuples(st.integers(0, 72), st.sampled_from("12")), max_size=20)


@given(told)
def test_it_is_as_counting_by_hand_says(told):
    posts = [a_post(key, hours=hours, by=by) for key, (hours, by) in enumerate(told)]
    day = timedelta(days=1)

    def counts(post, other):
        older = (other.created_at, int(other.post_id)) <= (post.created_at, int(post.post_id))
        recent = other.created_at > post.created_at - day
        return other.author_id == post.author_id and older and recent

    by_hand = [
        post.post_id for post in posts if sum(counts(post, other) for other in posts) >= LONG
    ]
    assert found(posts) == by_hand
