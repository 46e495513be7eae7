"""Posts in the cache: they come back equal, once, with all their sources."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.noise import score
from allybook.domain.posts import Mention, Metrics, Post
from allybook.domain.reading.sources import Origin, Source
from allybook.store.database.packing import pack, unpack
from tests.store.samples import CHAT, HOME, MORNING, a_post, an_account
from tests.structs import builds

FILE = Source(Origin.FILE, "tweets.js")
whole_texts = st.text(st.characters(exclude_categories=["Cs"]))
ids = st.integers(0, 2**63 - 1).map(str)
FULL = Post(
    "1774000000000000001",
    "10",
    datetime(2026, 3, 30, 8, 0, 0, 123456, tzinfo=UTC),
    "Homes for @everyone #SwHelper https://example.org/Home",
    "EN",
    "1774000000000000000",
    "1774000000000000000",
    "11",
    "1773000000000000000",
    "1772000000000000000",
    ("SwHelper",),
    (Mention("everyone", "12"), Mention("nobody")),
    ("https://example.org/Home",),
    ("photo", "video"),
    Metrics(1, 2, 3, 4, 5),
)


def test_a_post_comes_back_equal(cache):
    assert cache.save_posts([FULL], HOME) == 1
    assert cache.post(FULL.post_id) == FULL
    assert cache.posts(HOME) == [FULL]
    assert cache.post("2") is None
    assert cache.post("odd") is None


@given(
    builds(
        Post,
        ids,
        ids,
        st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 2)),  # noqa: DTZ001
        whole_texts,
        whole_texts,
        hashtags=st.lists(whole_texts).map(tuple),
        mentions=st.lists(builds(Mention, whole_texts, st.none() | ids)).map(tuple),
        links=st.lists(whole_texts).map(tuple),
        metrics=builds(Metrics, impressions=st.none() | st.integers(0, 10**12)),
        quote_of=st.none() | ids,
    )
)
def test_packing_is_exact_both_ways(post):
    microseconds = (post.created_at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    counts = post.metrics
    row = (int(post.post_id), int(post.author_id), microseconds)
    assert unpack((*row, counts.replies, counts.reposts, counts.likes, pack(post))) == post


def test_only_new_posts_are_counted_as_new(cache):
    assert cache.save_posts([a_post(1), a_post(2), a_post(2)], HOME) == 2
    assert cache.save_posts([a_post(2), a_post(3)], HOME) == 1
    assert cache.save_posts([], HOME) == 0
    assert cache.count(EVERYTHING) == 3


def test_a_post_that_comes_again_has_new_counts_and_keeps_its_sources(cache):
    cache.save_posts([a_post(1, metrics=Metrics(likes=1))], HOME)
    cache.save_posts([a_post(1, metrics=Metrics(likes=9))], CHAT)
    assert cache.post("1").metrics.likes == 9
    assert cache.count(Term(On.MIN_LIKES, "9")) == 1
    assert cache.sources() == [(CHAT, 1), (HOME, 1)]
    assert cache.known_sources() == [CHAT, HOME]


def test_a_poorer_source_wipes_nothing(cache):
    cache.save_posts([FULL], HOME)
    poor = replace(
        FULL,
        lang="und",
        conversation_id=None,
        reply_to=None,
        reply_to_user=None,
        quote_of=None,
        repost_of="0",
        hashtags=(),
        mentions=(Mention("Everyone"), Mention("nobody")),
        links=(),
        media=(),
        metrics=Metrics(),
    )
    cache.save_posts([poor], FILE)
    assert cache.post(FULL.post_id) == replace(
        FULL, mentions=(Mention("Everyone", "12"), Mention("nobody"))
    )


@pytest.mark.parametrize("origin", [Origin.OWN, Origin.FILE])
def test_an_old_file_hides_nothing_of_what_x_told(cache, origin):
    told = a_post(1, "Beds tonight, call Ana", metrics=Metrics(12, 40, 150, 7, 9000))
    cut = replace(told, text="Beds tonight…", metrics=Metrics(0, 9, 30, 0))
    cache.save_posts([told], HOME)
    cache.save_posts([cut], Source(origin, "tweets.js"))
    assert cache.post("1") == told
    for asked in (Term(On.MIN_LIKES, "150"), Term(On.MIN_REPLIES, "12"), Term(On.WORD, "ana")):
        assert cache.count(asked) == 1
    # X counts them again: some took their like back.
    now = replace(told, metrics=Metrics(12, 40, 149, 7, 9001))
    cache.save_posts([now], HOME)
    assert cache.post("1") == now


def test_a_changed_text_is_found_by_its_new_words_only(cache):
    cache.save_posts([a_post(1, "soup kitchen", links=("https://a.example",))], HOME)
    cache.save_posts([a_post(1, "night shelter", links=("https://b.example",))], HOME)
    found = {word: cache.count(Term(On.WORD, word)) for word in ("soup", "shelter")}
    assert found == {"soup": 0, "shelter": 1}
    assert cache.count(Term(On.URL, "a.example")) == 0
    assert cache.count(Term(On.URL, "b.example")) == 1


def test_noise_is_scored_when_a_post_is_saved(cache):
    post = a_post(1, "Enter to win a gift card, follow and repost!!!")
    cache.save_posts([post], HOME, accounts=[an_account()])
    assert cache.rows([1])[1].noise == score(post) > 0
    assert cache.rows([1])[1].author == an_account()


def test_accounts_of_an_old_file_are_as_old_as_its_posts(cache, clock):
    cache.save_accounts([an_account(10, "newname")], clock.now() - timedelta(days=30))
    old = a_post(1, created_at=MORNING - timedelta(days=900))
    cache.save_posts([old], FILE, accounts=[an_account(10, "oldname")])
    assert cache.account("10").handle == "newname"
    assert cache.old_handles("10") == ["oldname"]


def test_posts_of_a_source_are_oldest_first(cache):
    cache.save_posts([a_post(3), a_post(1), a_post(20)], CHAT)
    assert [post.post_id for post in cache.posts(CHAT)] == ["1", "3", "20"]
    assert cache.newest(CHAT) == "20"
    assert cache.newest(HOME) is None
    assert cache.posts(HOME) == []


def test_the_newest_post_of_each_author_is_known(cache):
    cache.save_posts([a_post(3), a_post(9), a_post(5, author_id="11")], HOME)
    assert cache.latest_posts(["10", "11", "12", "odd"]) == {"10": "9", "11": "5"}


def test_more_posts_than_a_batch_are_kept_in_one_transaction(cache):
    many = [a_post(number, f"number {number}") for number in range(1, 4502)]
    assert cache.save_posts(many, HOME) == 4501
    with pytest.raises(BadInput):
        cache.save_posts([*[a_post(number) for number in range(5000, 9000)], a_post("x")], HOME)
    assert cache.count(EVERYTHING) == 4501


def test_half_an_emoji_does_not_stop_a_timeline(cache):
    cache.save_posts([a_post(1, "cut off \ud83d"), a_post(2, hashtags=("ok", "\ude00"))], HOME)
    assert cache.post("1") == a_post(1, "cut off ?")
    assert cache.count(Term(On.WORD, "cut")) == 1
    assert cache.post("2").hashtags == ("ok", "?")


def test_order_may_be_limited_to_the_newest(cache):
    cache.save_posts([a_post(number) for number in range(1, 10)], HOME)
    assert list(cache.order(EVERYTHING, limit=3)) == [9, 8, 7]
    assert cache.order(EVERYTHING).typecode == "q"


def test_days_are_counted_in_utc(cache):
    late = datetime(2026, 3, 30, 23, 59, 59, 999999, tzinfo=UTC)
    posts = [a_post(1, created_at=late), a_post(2, created_at=late + timedelta(microseconds=1))]
    cache.save_posts([*posts, a_post(3, created_at=late)], HOME)
    days = [(day.isoformat(), count) for day, count in cache.days(EVERYTHING)]
    assert days == [("2026-03-30", 2), ("2026-03-31", 1)]


def test_rows_of_posts_that_are_gone_are_left_out(cache):
    cache.save_posts([a_post(1)], HOME)
    assert list(cache.rows([1, 2])) == [1]
    assert cache.rows([]) == {}
    assert cache.rows([1])[1].author is None
