"""Posts prepared before they are saved leave the same cache as posts that are saved at once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.posts import Post
from allybook.store.database.lot import MOST_VALUES, put
from allybook.store.posts.near import _ADDRESSED, _without_addresses
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import CHAT, HOME, a_post
from tests.store.worlds import posts as some_posts

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
            assert ready.cache("1").save_posts(ready.cache("1").prepare(posts), source) == new
        assert contents(ready.cache("1")) == contents(plain.cache("1"))


def test_prepared_posts_are_still_posts(cache):
    posts = [a_post(2), a_post(1), a_post(2)]
    ready = cache.prepare(posts)
    assert list(ready) == posts
    assert ready[1:] == posts[1:]
    assert len(cache.prepare([])) == 0


def test_prepared_posts_may_be_saved_twice(cache):
    ready = cache.prepare([a_post(1), a_post(2)])
    assert cache.save_posts(ready, HOME) == 2
    before = contents(cache)
    assert cache.save_posts(ready, HOME) == 0
    assert contents(cache) == before


def test_an_id_that_is_none_is_refused_before_anything_is_saved(cache):
    with pytest.raises(BadInput):
        cache.prepare([a_post(1), Post("odd", "10", a_post(1).created_at, "words")])
    assert contents(cache)["posts"] == set()


@pytest.mark.parametrize("size", [0, 1, 2, 17, MOST_VALUES // 2, MOST_VALUES, 3 * MOST_VALUES + 7])
def test_rows_of_any_number_are_put(cache, size):
    rows = [(number, f"link {number}") for number in range(size)]
    with cache._connections.write() as connection:
        put(connection, "INSERT INTO links VALUES", rows)
    assert contents(cache)["links"] == set(rows)


addressed = st.lists(
    st.sampled_from(
        ["@", "\uff20", "http://", "https://", "a", "é", "_", " ", ".", "/", "\n", "\x1f", "://"]
    )
).map("".join)


@given(addressed | st.text())
def test_quicker_ways_to_leave_addresses_out_leave_the_same_words(text):
    plainly = _ADDRESSED.sub(" ", text) if "@" in text or "://" in text else text
    assert _without_addresses(text) == plainly
