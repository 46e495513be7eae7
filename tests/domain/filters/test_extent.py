"""The time of a filter: nothing that it keeps lies outside."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.extent import EVER, Extent, extent_of
from allybook.domain.filters.match import matches
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.parse import parse
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.domain.posts import Post, id_at
from tests.fakes.zones import ZONES

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MIDNIGHT = datetime(2026, 3, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("beds", EVER),
        ("beds newer:1d", Extent(start=NOW - DAY)),
        ("beds older:1d", Extent(end=NOW - DAY)),
        ("since:2026-03-29 until:2026-03-30", Extent(MIDNIGHT, MIDNIGHT + DAY)),
        ("beds -since:2026-03-29", Extent(end=MIDNIGHT)),
        ("newer:3d newer:1d", Extent(start=NOW - DAY)),
        ("(beds newer:1d) OR (food newer:2d)", Extent(start=NOW - 2 * DAY)),
        ("beds OR newer:2d", EVER),
        ("(beds since:2026-03-29) OR until:2026-03-29", EVER),
        ("-(beds OR newer:2d)", Extent(end=NOW - 2 * DAY)),
        ("-(beds newer:2d)", EVER),
    ],
)
def test_the_time_is_what_all_branches_share(text, extent):
    assert extent_of(parse(text), NOW) == extent


def test_a_day_is_one_of_the_zone():
    there = NOW.astimezone(ZoneInfo("America/New_York"))
    start = datetime(2026, 3, 29, 4, tzinfo=UTC)
    assert extent_of(parse("since:2026-03-29"), there) == Extent(start=start)


def test_the_last_half_second_that_can_be_written_has_no_end():
    extent = extent_of(parse("until:9999-12-31T23:59:59.5"), NOW)
    assert not extent.seconds.ends
    assert extent.span.newer >= EVER.span.newer


def test_what_keeps_nothing_has_no_time():
    extent = extent_of(NOTHING, NOW)
    assert extent.start > extent.end


def test_what_cannot_be_read_says_nothing():
    assert extent_of(Not(Term(On.SINCE, "soon")), NOW) == EVER
    assert extent_of(Term(On.NEWER, "soon"), NOW) == EVER


terms = st.one_of(
    st.builds(
        Term,
        st.sampled_from([On.SINCE, On.UNTIL]),
        st.sampled_from(
            [
                "2026-03-29",
                "2026-03-30",
                "2026-03-30T13:00",
                "2026-03-31T00:00Z",
                "2026-03-30T13:00:00.5",
                "soon",
            ]
        ),
    ),
    st.builds(
        Term,
        st.sampled_from([On.NEWER, On.OLDER]),
        st.sampled_from(["30m", "5h", "1d", "2d", "9d", "soon"]),
    ),
    st.builds(Term, st.just(On.WORD), st.sampled_from(["beds", "food"])),
)
trees = st.recursive(
    terms,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(And, st.lists(parts, max_size=3).map(tuple)),
        st.builds(Or, st.lists(parts, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
minutes = st.lists(st.integers(0, 4 * 1440), min_size=4, max_size=12)


@given(trees, minutes, st.sampled_from(["Beds", "Tea"]), st.sampled_from(ZONES))
def test_nothing_that_a_filter_keeps_lies_outside_its_time(tree, ages, text, zone):
    now = NOW.astimezone(zone)
    extent = extent_of(tree, now)
    for age in ages:
        # X writes the second in which a post was made; its id tells the milliseconds as well.
        at = NOW - timedelta(minutes=age)
        made = at + timedelta(milliseconds=999 * (age % 2))
        if matches(tree, Subject(Post("1", "31", at, text)), now):
            assert extent.start <= at < extent.end
            assert extent.span.holds(int(id_at(made, sequence=7)))
