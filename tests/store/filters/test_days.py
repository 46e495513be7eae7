"""Days are those of the person's zone, in the chart as in a filter, also when clocks change."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from allybook.domain.filters.match import matcher
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.times import day_of
from allybook.domain.filters.tree import EVERYTHING, And, On, Term
from allybook.domain.posts import id_at
from allybook.store.database.moments import DAY, micros
from allybook.store.filters.days import days_between
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.zones import APIA, BEIRUT, BERLIN, FIRST, KATHMANDU, LAST, NEW_YORK, ZONES
from tests.store.samples import HOME, a_post, an_account

SPRING = datetime(2026, 3, 29, tzinfo=UTC)
AMERICAN_SPRING = datetime(2026, 3, 8, tzinfo=UTC)
AUTUMN = datetime(2026, 10, 25, tzinfo=UTC)
MOVED = datetime(2011, 12, 30, tzinfo=UTC)
CHANGES = [
    *((zone, SPRING) for zone in ZONES),
    (NEW_YORK, AMERICAN_SPRING),
    (NEW_YORK, datetime(2026, 11, 1, tzinfo=UTC)),
    (BERLIN, AUTUMN),
    (BEIRUT, AUTUMN),
    (APIA, MOVED),
]
ONE_DAY = timedelta(days=1)


def posts_around(moment):
    """Return posts of six days, one every half an hour and one just before each."""
    begin = moment - 3 * ONE_DAY
    moments = [begin + timedelta(minutes=30) * number for number in range(6 * 48)]
    moments += [one - timedelta(microseconds=1) for one in moments]
    return [
        a_post(int(id_at(at)) + place, created_at=at) for place, at in enumerate(sorted(moments))
    ]


@pytest.fixture(params=CHANGES, ids=lambda change: f"{change[0]} {change[1]:%Y-%m}")
def change(request):
    return request.param


@pytest.fixture
def zone(change):
    return change[0]


@pytest.fixture
def posts(change):
    return posts_around(change[1])


@pytest.fixture
def cache(tmp_path, zone, posts):
    clock = FixedClock(max(post.created_at for post in posts), zone)
    with Profile(tmp_path, clock) as profile:
        cache = profile.cache("7001")
        cache.save_posts(posts, HOME, accounts=[an_account()])
        yield cache


def between(first, last):
    return Term(On.SINCE, first.isoformat()), Term(On.UNTIL, last.isoformat())


def test_each_day_has_the_posts_that_a_filter_finds_of_it(cache, zone, posts):
    dates = {day_of(post.created_at, zone) for post in posts}
    now = max(post.created_at for post in posts).astimezone(zone)
    counted = dict(cache.days(EVERYTHING))
    assert set(counted) == dates
    for day in dates:
        term = And(between(day, day + ONE_DAY))
        asked = matcher(term, now)
        kept = {int(post.post_id) for post in posts if asked(Subject(post, None))}
        assert kept == {int(post.post_id) for post in posts if day_of(post.created_at, zone) == day}
        assert set(cache.order(term)) == kept
        assert cache.count(term) == len(kept) == counted[day]
        assert cache.days(term) == [(day, len(kept))]


def test_however_days_are_counted_they_are_the_same(cache, zone, posts):
    days = Counter(day_of(post.created_at, zone) for post in posts)
    (first, *_, last), every = sorted(days), sorted(days.items())
    weeks = between(first, last + ONE_DAY)
    assert list(cache.days(EVERYTHING)) == every
    assert list(cache.days(And(weeks))) == every
    assert list(cache.days(And((*weeks, Term(On.FROM, "saferoof"))))) == every
    far = between(first, last + 100 * ONE_DAY)
    assert list(cache.days(And(far))) == every


def test_no_days_lie_between_a_day_and_the_one_before(cache):
    none = And((*between(date(2026, 3, 5), date(2026, 3, 4)), Term(On.FROM, "saferoof")))
    assert cache.days(none) == []


LAST_DAYS = (
    datetime(9999, 12, 30, 9, tzinfo=UTC),
    datetime(9999, 12, 31, 11, 59, tzinfo=UTC),
)
FIRST_DAYS = (datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 1, 20, tzinfo=UTC))


@pytest.mark.parametrize("zone", [UTC, FIRST, LAST])
@pytest.mark.parametrize("leading", [(), (Term(On.FROM, "saferoof"),)])
@pytest.mark.parametrize(
    ("moments", "stretch"),
    [
        (LAST_DAYS, ("9999-12-20", "9999-12-31T12:00Z")),
        (FIRST_DAYS, ("0001-01-01T00:00Z", "0001-01-03")),
    ],
)
def test_days_are_counted_up_to_both_ends_of_all_time(tmp_path, zone, leading, moments, stretch):
    """A file may tell such dates, and the window asks for the days of what a filter keeps."""
    posts = [a_post(number, created_at=at) for number, at in enumerate(moments, 1)]
    since, until = stretch
    with Profile(tmp_path, FixedClock(SPRING, zone)) as profile:
        cache = profile.cache("7001")
        cache.save_posts(posts, HOME, accounts=[an_account()])
        asked = And((Term(On.SINCE, since), Term(On.UNTIL, until), *leading))
        assert cache.count(asked) == len(posts)
        days = Counter(day_of(post.created_at, zone) for post in posts)
        assert list(cache.days(asked)) == sorted(days.items())


def test_a_time_without_an_offset_is_that_of_the_clocks_at_hand(tmp_path):
    clock = FixedClock(SPRING + ONE_DAY, NEW_YORK)
    evening = datetime(2026, 3, 27, 1, 39, tzinfo=UTC)
    with Profile(tmp_path, clock) as profile:
        cache = profile.cache("7001")
        cache.save_posts([a_post(int(id_at(evening)), created_at=evening)], HOME)
        assert cache.count(Term(On.SINCE, "2026-03-26T21:39")) == 1
        assert cache.count(Term(On.SINCE, "2026-03-26T21:40")) == 0
        assert cache.count(Term(On.SINCE, "2026-03-27T01:40Z")) == 0
        assert list(cache.order(Term(On.SINCE, "2026-03-26T21:40"))) == []
        clock.zone = BERLIN
        assert cache.count(Term(On.SINCE, "2026-03-26T21:40")) == 1
        assert list(cache.order(Term(On.SINCE, "2026-03-26T21:40"))) == [int(id_at(evening))]


def test_days_are_as_long_as_the_clocks_make_them():
    spans = {
        (BERLIN, SPRING): {23, 24},
        (BERLIN, AUTUMN): {25, 24},
        (BEIRUT, SPRING): {23, 24},
        (APIA, MOVED): {0, 24},
        (FIRST, SPRING): {24},
        (LAST, SPRING): {24},
        (KATHMANDU, SPRING): {24},
    }
    for (zone, moment), hours in spans.items():
        ends = (micros(moment + number * ONE_DAY) for number in (-3, 3))
        days = days_between(*ends, zone)
        assert {(day.until - day.since) * 24 // DAY for day in days} == hours
        assert all(one.until == other.since for one, other in pairwise(days))
        assert all(other.date - one.date == ONE_DAY for one, other in pairwise(days))


@pytest.mark.parametrize(
    ("zone", "since", "until"),
    [(LAST, "9999-12-01", "9999-12-31"), (FIRST, "0001-01-01", "0001-02-01")],
)
def test_the_ends_of_the_calendar_are_within_reach(tmp_path, zone, since, until):
    with Profile(tmp_path, FixedClock(SPRING, zone)) as profile:
        cache = profile.cache("7001")
        cache.save_posts([a_post()], HOME)
        ends = Term(On.SINCE, since), Term(On.UNTIL, until)
        assert cache.days(And(ends)) == []
        assert cache.count(Term(On.UNTIL, "9999-12-31")) == 1
        assert cache.count(Term(On.SINCE, "0001-01-01")) == 1
