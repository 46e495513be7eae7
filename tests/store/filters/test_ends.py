"""When the first and the last post of a filter were made: as they say, not as their ids do."""

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.posts import id_at
from tests.store.samples import HOME, a_post

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
BEDS, COATS = Term(On.WORD, "beds"), Term(On.WORD, "coats")


def made(hours, told=None, text="Beds tonight"):
    """Return a post of so many hours ago, whose id may tell another time."""
    at, by_id = (NOW - timedelta(hours=hours if it is None else it) for it in (None, told))
    return a_post(int(id_at(by_id, sequence=hours)), text, created_at=at)


@pytest.mark.parametrize(
    "hours",
    [
        [(1, None), (9, None), (5, None)],
        [(1, 8), (9, 2), (5, None)],
        [(900, -50_000), (9, None), (1, 4_000)],
    ],
    ids=["as their ids", "the other way round", "from days to come"],
)
def test_the_ends_are_those_that_posts_tell(cache, hours):
    other = made(30_000, 30_000, "Coats for all")
    cache.save_posts([other, *(made(*one) for one in hours)], HOME)
    at = [NOW - timedelta(hours=one) for one, _told in hours]
    assert cache.ends(BEDS) == (min(at), max(at))
    assert cache.ends(COATS) == (other.created_at, other.created_at)
    assert cache.ends(EVERYTHING) == (other.created_at, max(at))
    assert cache.has_astray() == any(told is not None for _one, told in hours)


def test_where_no_post_is_there_are_no_ends(cache):
    assert cache.ends(EVERYTHING) is None
    cache.save_posts([made(1)], HOME)
    assert cache.ends(COATS) is None
