"""Stretches of ids: no post of a stretch of time lies outside, and steps leave none out."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from allybook.domain.posts import Post, id_at
from allybook.store.filters.span import EVERYWHERE, STEP, find_span, step_back
from allybook.store.filters.sql import compile_choice
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.fakes.clock import NOON, FixedClock
from tests.store.samples import HOME

MANY = 2 * STEP
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
OLD = datetime(2009, 5, 1, 8, tzinfo=UTC)


def a_post(post_id, created_at):
    return Post(str(post_id), "10", created_at, "Beds tonight")


def span_of(cache, *terms):
    with cache._connections.read() as connection:
        return find_span(connection, compile_choice(And(terms), NOON))


def steps_of(cache, span, *, once=False):
    with cache._connections.read() as connection:
        return list(step_back(connection, span, once=once))


def test_a_stretch_of_time_is_a_stretch_of_ids(cache):
    moments = [NOON - number * DAY for number in range(5)]
    cache.save_posts([a_post(id_at(moment), moment) for moment in moments], HOME)
    low, high = span_of(cache, Term(On.NEWER, "60h"), Term(On.OLDER, "12h"))
    within = [moment for moment in moments if low <= int(id_at(moment)) <= high]
    assert within == [NOON - DAY, NOON - 2 * DAY]
    assert span_of(cache, Term(On.WORD, "beds")) == EVERYWHERE
    assert span_of(cache, Not(Term(On.NEWER, "3d"))) == EVERYWHERE


def test_the_time_of_an_id_may_be_a_second_off(cache):
    told = NOON.replace(microsecond=0)
    made = told + timedelta(milliseconds=999)
    cache.save_posts([a_post(id_at(made), told)], HOME)
    assert cache.count(Term(On.SINCE, told.isoformat())) == 1
    later = (told + timedelta(seconds=1)).isoformat()
    assert cache.count(Term(On.UNTIL, later)) == 1
    assert cache.count(Term(On.UNTIL, told.isoformat())) == 0


@pytest.mark.parametrize("number", [7, 10**18, 2**63 - 1])
@pytest.mark.parametrize("created_at", [OLD, NOON - HOUR, datetime(9999, 1, 1, tzinfo=UTC)])
def test_a_post_whose_id_tells_another_time_is_found_by_its_own(cache, number, created_at):
    cache.save_posts([a_post(number, created_at), a_post(id_at(NOON), NOON)], HOME)
    since, until = created_at - HOUR, created_at + HOUR
    within = (Term(On.SINCE, since.isoformat()), Term(On.UNTIL, until.isoformat()))
    assert number in cache.order(And(within))
    assert number in cache.order(And(within), limit=5)
    assert cache.count(And((*within, Term(On.WORD, "beds")))) >= 1
    assert number not in cache.order(Term(On.UNTIL, since.isoformat()))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    with Profile(tmp_path_factory.mktemp("crowd"), FixedClock()) as profile:
        cache = profile.cache(crowd.ACCOUNT)
        crowd.settle(cache)
        for source, posts in crowd.lumps(MANY):
            cache.save_posts(posts, source)
        long_ago = datetime(2012, 5, 1, tzinfo=UTC)
        cache.save_posts([a_post(id_at(long_ago), long_ago)], HOME)
        yield cache


@pytest.mark.parametrize("once", [False, True])
def test_steps_lie_side_by_side_and_leave_nothing_out(crowded, once):
    steps = steps_of(crowded, EVERYWHERE, once=once)
    assert (steps[-1][0], steps[0][1]) == EVERYWHERE
    for (low, _), (_, high) in pairwise(steps):
        assert high == low - 1
    assert len(steps) == 2 if once else len(steps) > 3


def test_few_posts_are_one_step(cache):
    assert steps_of(cache, EVERYWHERE) == [EVERYWHERE]
    cache.save_posts([a_post(number, NOON) for number in range(1, 4)], HOME)
    assert steps_of(cache, (2, 3)) == [(2, 3)]


FILTERS = [
    EVERYTHING,
    Term(On.FROM, crowd.handle(0)),
    Term(On.FROM, crowd.handle(1999)),
    Term(On.FROM, "nobody"),
    Term(On.IS, "ally"),
    And((Term(On.IS, "verified"), Not(Term(On.WORD, "giveaway")), Not(Term(On.WORD, "win")))),
    And((Term(On.WORD, "shelter"), Term(On.WORD, "beds"))),
    Term(On.WORD, "vetisa"),
    Term(On.CHAT, "swhelper"),
    And((Term(On.CHAT, "swhelper"), Term(On.TAG, "housing"))),
    Term(On.URL, "housing.example"),
    Or((Term(On.URL, "housing.example"), Term(On.FROM, crowd.handle(3)))),
    And((Term(On.SINCE, "2026-03-01"), Term(On.UNTIL, "2026-03-05"), Term(On.IS, "ally"))),
    And((Term(On.OLDER, "50d"), Term(On.WORD, "housing"))),
    Term(On.MIN_LIKES, "5000"),
]


@pytest.mark.parametrize("node", FILTERS, ids=str)
@pytest.mark.parametrize("limit", [1, 100, MANY])
def test_the_first_posts_are_the_first_of_all(crowded, node, limit):
    whole = crowded.order(node)
    assert crowded.order(node, limit=limit) == whole[:limit]
    assert crowded.count(node) == len(whole)


@pytest.mark.parametrize("node", FILTERS, ids=str)
def test_days_of_a_few_weeks_are_counted_one_by_one(crowded, node):
    weeks = And((node, Term(On.SINCE, "2026-02-20"), Term(On.UNTIL, "2026-03-20T15:00:00")))
    rows = crowded.rows(crowded.order(weeks))
    days = Counter(row.post.created_at.date() for row in rows.values())
    assert list(crowded.days(weeks)) == sorted(days.items())
