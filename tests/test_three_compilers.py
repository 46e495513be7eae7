"""One tree, three compilers: Python, SQL, and X's search with what is left of the filter, agree.

Each case is a small world of posts and some filters; all three are asked about every post.
``HYPOTHESIS_PROFILE=long`` asks about tens of thousands of filters (CONTRIBUTING.md).
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.extent import extent_of
from allybook.domain.filters.match import matcher
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING, Not, On, Or, Term
from allybook.gateway.query import LIMIT, to_query
from allybook.store.profile import Profile
from tests.cases import cases
from tests.domain.filters.trees import trees
from tests.fakes.clock import FixedClock
from tests.fakes.zones import ZONES
from tests.gateway.x_search import Seen, finds, is_written_as_usual
from tests.store.any_filters import filters
from tests.store.filters.test_sql import near_in, refill
from tests.store.pieces import NOW
from tests.store.worlds import worlds


@pytest.fixture(scope="module")
def clock():
    return FixedClock(NOW)


@pytest.fixture(scope="module")
def cache(clock):
    with TemporaryDirectory() as folder, Profile(Path(folder), clock) as profile:
        yield profile.cache("7001")


ANY_FILTER = filters | trees
HUGE = parse("min_likes:999999999999999999 OR max_reposts:999999999999999999")
EMPTY = Or((EVERYTHING, Not(Term(On.WORD, "home"))))


@cases(50)
@given(
    world=worlds(),
    chosen=st.lists(ANY_FILTER, min_size=8, max_size=16),
    zone=st.sampled_from(ZONES),
)
def test_all_three_keep_the_same_posts(clock, cache, world, chosen, zone):
    refill(cache, world)
    clock.zone, now = zone, NOW.astimezone(zone)
    subjects = world.subjects(near_in(cache))
    for tree in [*chosen, HUGE, EMPTY]:
        keeps = matcher(tree, now)
        kept = {key for key, subject in subjects.items() if keeps(subject)}
        assert set(cache.order(tree)) == kept, tree
        query = to_query(tree)
        assert len(query.text) <= LIMIT
        keeps_rest = matcher(query.remainder, now)
        # X is asked for the time of the filter only, by the days of the person.
        hours = extent_of(tree, now).seconds
        times = [subjects[key].post.created_at for key in kept]
        assert all(hours.start <= at < hours.end for at in times), tree
        for strict in (False, True):
            seen = {
                key: Seen(subject, subject.post, strict=strict)
                for key, subject in subjects.items()
                if not strict or is_written_as_usual(subject.post)
            }
            found = {key for key in seen if not query.text or finds(query.text, seen[key])}
            assert kept & seen.keys() <= found, (tree, query.text)
            left = {key for key in found if keeps_rest(subjects[key])}
            assert left == kept & seen.keys(), (tree, query.text)
