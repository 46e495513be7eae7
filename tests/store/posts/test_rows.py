"""Posts prepared before they are saved leave the same cache as posts that are saved at once."""

from __future__ import annotations

import pickle
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import On, Term
from allybook.domain.posts import Post
from allybook.store.database.lot import MOST_VALUES, put
from allybook.store.posts.rows import make_ready, newest_moment
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.pieces import posts as some_posts
from tests.store.samples import CHAT, HOME, a_post

TABLES = ("posts", "bodies", "links", "echoes", "near", "bands", "promotions", "post_sources")


def contents(cache):
    """Return what is in the tables of posts, and where each word stands."""
    with cache._connections.read() as connection:
        rows = {
            table: set(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 (of our own)
            for table in TABLES
        }
        connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.told "
            "USING fts5vocab(main, post_words, 'instance')"
        )
        rows["words"] = set(connection.execute("SELECT term, doc, offset FROM temp.told"))
    return rows


@settings(max_examples=15)
@given(some_posts(), some_posts())
def test_prepared_posts_are_kept_like_any_others(first, second):
    with (
        TemporaryDirectory() as folder,
        Profile(Path(folder, "plain"), FixedClock()) as plain,
        Profile(Path(folder, "ready"), FixedClock()) as ready,
    ):
        for posts, source in ((first, CHAT), (second, HOME), (first, HOME)):
            new = plain.cache("1").save_posts(posts, source)
            assert ready.cache("1").save_posts(make_ready(posts), source) == new
        assert contents(ready.cache("1")) == contents(plain.cache("1"))


def test_prepared_posts_are_still_posts():
    posts = [a_post(2), a_post(1), a_post(2)]
    ready = make_ready(posts)
    assert list(ready) == [a_post(1), a_post(2), a_post(2)]
    assert ready[1:] == [a_post(2), a_post(2)]
    assert len(make_ready([])) == 0
    assert make_ready(ready) is ready


@settings(max_examples=15)
@given(some_posts())
def test_prepared_posts_come_through_a_pipe_as_they_are(posts):
    ready = make_ready(posts)
    sent = pickle.loads(pickle.dumps(ready))  # noqa: S301 (written just now)
    assert list(sent) == list(ready)
    assert sent.lots == ready.lots


def test_the_newest_of_some_posts_tells_how_old_they_are():
    posts = [a_post(2), a_post(3), a_post(1)]
    assert newest_moment(posts) == newest_moment(make_ready(posts)) == a_post(3).created_at
    assert newest_moment([]) is newest_moment(make_ready([])) is None


def test_prepared_posts_may_be_saved_twice(cache):
    ready = make_ready([a_post(1), a_post(2)])
    assert cache.save_posts(ready, HOME) == 2
    before = contents(cache)
    assert cache.save_posts(ready, HOME) == 0
    assert contents(cache) == before


def test_an_id_that_is_none_is_refused_before_anything_is_saved(cache):
    with pytest.raises(BadInput):
        make_ready([a_post(1), Post("odd", "10", a_post(1).created_at, "words")])
    assert contents(cache)["posts"] == set()


@pytest.mark.parametrize("size", [0, 1, 2, 17, MOST_VALUES // 2, MOST_VALUES, 3 * MOST_VALUES + 7])
def test_rows_of_any_number_are_put(cache, size):
    rows = [(number, f"link {number}") for number in range(size)]
    with cache._connections.write() as connection:
        put(connection, "INSERT INTO links VALUES", list(chain.from_iterable(rows)), 2)
    assert contents(cache)["links"] == set(rows)


def test_each_lot_is_one_part_of_the_search_index(cache):
    for start in (3_000, 0):
        cache.save_posts(
            [a_post(start + number, f"word{number}") for number in range(1, 2_001)], HOME
        )
    with cache._connections.read() as connection:
        parts = connection.execute("SELECT count(DISTINCT segid) FROM post_words_idx").get
    assert parts == 2
    assert cache.count(Term(On.WORD, "word2000")) == 2
