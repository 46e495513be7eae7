"""One tree, three compilers: Python, SQL, and X's search with what is left of the filter, agree.

Each case is a small world of posts and some filters; all three are asked about every post.
``HYPOTHESIS_PROFILE=long`` asks about tens of thousands of filters (CONTRIBUTING.md).
"""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.chips import parts_of
from allybook.domain.filters.extent import extent_of
from allybook.domain.filters.match import matcher
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from allybook.gateway.query import LIMIT, to_query
from allybook.store.profile import Profile
from tests.cases import cases
from tests.fakes.clock import FixedClock
from tests.fakes.zones import ZONES
from tests.gateway.x_search import Seen, finds, is_written_as_usual
from tests.store.any_filters import filters
from tests.store.filters.test_sql import near_in, refill
from tests.store.meeting import filters_about, seeds
from tests.store.pieces import NOW
from tests.store.worlds import worlds


@pytest.fixture(scope="module")
def clock():
    return FixedClock(NOW)


@pytest.fixture(scope="module")
def cache(clock):
    with TemporaryDirectory() as folder, Profile(Path(folder), clock) as profile:
        yield profile.cache("7001")


FILLING = [f"a_shelter_{number:05}" for number in range(14)]
MET, OFTEN = 24, 10
"""So many filters about its posts are asked of each world, and so many of a few people's posts."""
FEW = "(from:ana OR from:ben_)"
MANY = f"({' OR '.join(f'from:{handle}' for handle in ('ana', 'ben_', *FILLING))})"
HANDFULS = FEW, MANY
"""Whose posts X looks through: the names of a short search and of one that is nearly full."""
LONG = Or(tuple(Term(On.FROM, handle) for handle in ("ana", *FILLING[:7])))
"""What has room beside few names only."""
HUGE = parse("min_likes:999999999999999999 OR max_reposts:999999999999999999")
EMPTY = Or((EVERYTHING, Not(Term(On.WORD, "home"))))


@cases(50)
@given(
    world=worlds(),
    chosen=st.lists(filters, min_size=6, max_size=10),
    seed=seeds,
    zone=st.sampled_from(ZONES),
)
def test_all_three_keep_the_same_posts(clock, cache, world, chosen, seed, zone):
    refill(cache, world)
    clock.zone, now = zone, NOW.astimezone(zone)
    subjects = world.subjects(near_in(cache))
    met = filters_about(subjects.values(), seed, MET)
    for tree in [HUGE, EMPTY, *chosen, *met]:
        kept = keep(tree, subjects, now)
        assert set(cache.order(tree)) == kept, tree
        # X is asked for the time of the filter only, by the days of the person.
        hours = extent_of(tree, now).seconds
        times = [subjects[key].post.created_at for key in kept]
        assert all(hours.start <= at < hours.end for at in times), tree
        for seen in seen_by_x(subjects):
            assert_within(("",), tree, kept & seen.keys(), seen, now)


@cases(30)
@given(world=worlds(), seed=seeds)
def test_x_finds_as_much_beside_many_names_as_beside_few(cache, world, seed):
    refill(cache, world)
    subjects = world.subjects(near_in(cache))
    for tree in filters_about(subjects.values(), seed, OFTEN):
        for seen in seen_by_x(subjects):
            few = {key: subjects[key] for key in seen}
            for one in (tree, And((tree, LONG))):
                assert_within(HANDFULS, one, keep(one, few, NOW), seen, NOW)


def seen_by_x(subjects):
    """Return the posts as X sees them by each reading of its pages (``Seen``)."""
    usual = {key: one for key, one in subjects.items() if is_written_as_usual(one.post)}
    return [
        {key: Seen(one, one.post, strict=strict) for key, one in some.items()}
        for strict, some in ((False, subjects), (True, usual))
    ]


def keep(tree, subjects, now):
    keeps = matcher(tree, now)
    return {key for key, subject in subjects.items() if keeps(subject)}


def assert_within(withins, tree, kept, seen, now):
    """X finds what a filter keeps, in all posts and in those of few people or of many.

    Beside many names there is less room for the filter. Who was asked for with fewer conditions was
    asked for with all that are these and more.
    """
    found, asked = {}, {}
    for within in withins:
        query = asked[within] = to_query(tree, within)
        assert len(query.text) <= LIMIT
        looked_through = {key for key in seen if not within or finds(within, seen[key])}
        found[within] = {key for key in seen if not query.text or finds(query.text, seen[key])}
        assert kept & looked_through <= found[within] <= looked_through, (tree, query.text)
        subjects = {key: seen[key].subject for key in found[within]}
        left = keep(query.remainder, subjects, now)
        assert left == kept & looked_through, (tree, query.text)
        sifted = {key: seen[key].subject for key in looked_through - found[within]}
        assert not keep(query.sifted, sifted, now), (tree, query.text)
    for one, other in permutations(withins, 2):
        if set(parts_of(asked[one].sifted)) <= set(parts_of(asked[other].sifted)):
            assert found[other] <= found[one], tree
