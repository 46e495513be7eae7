"""Gaps: what was cut short is told with its price, and read when it is asked for."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.gaps import MOST, MOST_AT_HOME, TELLING, Gap, expect, left_of, usual
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from allybook.services.reading.list_gaps import AT_ONCE
from allybook.services.reading.refresh import HOME, refresh
from allybook.services.reading.sources import plan_source, read_source
from allybook.services.reading.tens import LEAST, PAGE, page_size, stop_at

NO_REPOSTS = parse("-is:repost")


def posts(clock, count, *, every=timedelta(minutes=1)):
    """Return posts of the last minutes, newest first."""
    moments = [clock.now() - number * every for number in range(count)]
    return [Post(id_at(moment, sequence=5), "31", moment, "Beds") for moment in moments]


def ids_of(found):
    return {post.post_id for post in found}


@pytest.fixture
def cut(desk, network, clock, ticket):
    """Home was read; hours later, only the newest 100 of 250 new posts were."""
    network.timeline = posts(clock, 20)
    refresh(desk, ticket)
    clock.advance(seconds=250 * 60)
    network.timeline = posts(clock, 270)
    refresh(desk, ticket, most=100)


def test_a_gap_says_about_how_many_posts_it_has_and_its_price(desk, network, cut):
    (gap,) = gaps(desk)
    assert gap.source == HOME
    assert 149 <= gap.about <= 151
    assert str(quote_gap(desk, gap).dollars) in {"0.750", "0.800"}


@pytest.mark.parametrize(("about", "asked"), [(1, LEAST), (LEAST, LEAST), (LEAST + 1, 2 * LEAST)])
def test_a_small_gap_is_quoted_and_read_by_the_ten(desk, network, clock, ticket, about, asked):
    desk.settings.write("me", network.me_.user_id)
    network.timeline = posts(clock, 40)
    older, newer = network.timeline[-1].post_id, network.timeline[0].post_id
    gap = Gap(HOME, "", older, newer, about)
    assert quote_gap(desk, gap).steps[0].resources == asked
    assert fill_gap(desk, gap, ticket).items == asked


def test_a_gap_is_filled_for_no_more_than_was_said(desk, network, ticket, cut):
    (gap,) = gaps(desk)
    before, quote = spent_this_month(desk), quote_gap(desk, gap)
    fill_gap(desk, gap, ticket)
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert ids_of(desk.cache.posts(HOME)) == ids_of(network.timeline)
    assert spent_this_month(desk) - before <= quote.dollars


def test_what_is_left_of_a_gap_stays_one(desk, network, ticket, cut):
    network.page_size = 40
    (gap,) = gaps(desk)
    ticket._stop_after = len(ticket.reports) + 1
    assert not fill_gap(desk, gap, ticket).complete
    (left,) = gaps(desk)
    assert left.older == gap.older
    assert int(left.newer) < int(gap.newer)
    assert left.about < gap.about


def test_a_stopped_gap_that_brought_nothing_stays_as_it_is(desk, ticket, cut):
    before = gaps(desk)
    ticket._stop_after = 0
    fill_gap(desk, before[0], ticket)
    assert gaps(desk) == before


def test_of_a_home_timeline_no_more_is_missing_than_x_shows(desk, network, clock, ticket):
    network.timeline = posts(clock, 250)
    refresh(desk, ticket, most=100)
    (gap,) = gaps(desk)
    assert gap.about == MOST_AT_HOME
    assert quote_gap(desk, gap).steps[0].resources == MOST_AT_HOME
    assert "This reads" not in quote_gap(desk, gap).because


def test_a_search_may_miss_more_and_reads_a_part_of_it_for_one_price(desk, network, clock, ticket):
    network.found = posts(clock, 1_500)
    source = Source(Origin.SEARCH)
    read_source(desk, plan_source(desk, source, parse("beds"), 100), ticket)
    (gap,) = gaps(desk)
    # A hundred in about an hour and a half, for a week.
    assert gap.about == pytest.approx(7 * 24 * 60 - 100, rel=0.05)
    quote = quote_gap(desk, gap)
    assert (quote.steps[0].resources, str(quote.dollars)) == (AT_ONCE, "4.000")
    assert quote.because.endswith("This reads the newest 800 of them.")
    before = spent_this_month(desk)
    assert not fill_gap(desk, gap, ticket).complete
    assert spent_this_month(desk) - before <= quote.dollars
    (left,) = gaps(desk)
    assert left.older == gap.older


@pytest.mark.parametrize("read", [1, TELLING - 1])
def test_a_few_posts_are_no_pace(desk, network, clock, ticket, read):
    network.timeline = posts(clock, 60, every=timedelta(hours=2))
    clock.advance(seconds=2 * 3600)
    refresh(desk, ticket, most=read)
    (gap,) = gaps(desk)
    quote = quote_gap(desk, gap)
    assert (gap.about, quote.steps[0].resources) == (0, PAGE)
    assert "before it could tell how many posts are left" in quote.because
    fill_gap(desk, gap, ticket)
    assert (gaps(desk), len(desk.cache.posts(HOME))) == ((), 60)


@pytest.mark.parametrize(
    ("source", "query"),
    [
        (Source(Origin.LIST, "9001"), "list:9001 -is:retweet"),
        (Source(Origin.SEARCH), '(beds OR "ｂｅｄｓ") -is:retweet'),  # noqa: RUF001 (wide letters, too)
    ],
    ids=str,
)
def test_a_search_that_was_cut_short_is_filled_by_the_same_search(
    desk, network, clock, ticket, source, query
):
    through = NO_REPOSTS if source.origin is Origin.LIST else parse("beds -is:repost")
    network.timeline = network.found = posts(clock, 5)
    read_source(desk, plan_source(desk, source, through), ticket)
    clock.advance(seconds=86_400)
    network.found = posts(clock, 400)
    plan = plan_source(desk, source, through, 100)
    assert plan.queries == (query,)
    assert not read_source(desk, plan, ticket).complete
    (gap,) = gaps(desk)
    assert gap.query == query
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    kept = ids_of(desk.cache.posts(gap.source))
    assert ids_of(network.found) <= kept


def test_what_x_no_longer_finds_is_no_gap(desk, network, clock, ticket):
    source = Source(Origin.SEARCH)
    network.found = posts(clock, 5)
    read_source(desk, plan_source(desk, source, parse("beds")), ticket)
    clock.advance(seconds=86_400)
    network.found = posts(clock, 400)
    read_source(desk, plan_source(desk, source, parse("beds"), 100), ticket)
    assert len(gaps(desk)) == 1
    clock.advance(seconds=8 * 86_400)
    assert gaps(desk) == ()


def test_as_many_posts_are_expected_as_came_in_the_same_time():
    at = [id_at(posts_at) for posts_at in _hours(0, 10, 20)]
    assert expect(100, at[2], at[1], at[0]) == 100
    assert expect(1, at[2], at[2], at[0]) == 1
    assert expect(10**6, at[2], at[1], at[0]) == MOST


def test_the_hour_of_a_chat_tells_nothing_of_the_week_before(desk, network, clock, ticket):
    """Of a day, 257 posts are of one hour; before that there were three every two hours."""
    quiet = posts(clock, 240, every=timedelta(minutes=40))
    start = clock.now() - timedelta(hours=19)
    moments = [start + number * timedelta(seconds=14) for number in range(257)]
    burst = [Post(id_at(moment, sequence=6), "31", moment, "Chat") for moment in moments]
    network.timeline = sorted([*quiet, *burst], key=lambda post: -int(post.post_id))
    refresh(desk, ticket, most=294)
    (gap,) = gaps(desk)
    left = len(network.timeline) - 294
    assert gap.about == pytest.approx(left, rel=0.25)


@given(st.integers(0, 300), st.integers(1, 10**9))
def test_posts_that_come_evenly_are_all_usual(count, every):
    assert usual([number * every for number in range(count)]) == count


@given(st.lists(st.integers(0, 10**6), max_size=200))
def test_without_its_burst_a_time_has_no_more_than_twice_as_much_as_it_had(ids):
    assert bool(ids) <= usual(ids) <= 2 * len(ids)


@pytest.mark.parametrize(("most", "read"), [(15, 13), (20, 13), (12, 12), (10, 10), (5, 10)])
def test_as_many_are_searched_for_as_were_said(desk, network, clock, ticket, most, read):
    network.found = posts(clock, 13)
    plan = plan_source(desk, Source(Origin.SEARCH), parse("beds"), most)
    reading = read_source(desk, plan, ticket)
    assert (reading.items, reading.complete) == (read, read == 13)
    assert len(gaps(desk)) == (read < 13)
    assert spent_this_month(desk) <= plan.quote.dollars


@given(st.integers(10, 500), st.integers(0, 90))
def test_a_reading_in_tens_comes_to_what_was_said_and_never_over_it(most, short):
    """Pages bring what they were asked for, or the first ``short`` fewer, as X may."""
    read = 0
    while read < stop_at(most):
        size = page_size(stop_at(most) - read)
        assert LEAST <= size <= min(PAGE, most - read)
        read += size if read else max(1, size - short)
    assert most - read < LEAST
    assert short or read == most


@given(
    ends=st.lists(st.integers(0, 40), min_size=2, max_size=2, unique=True).map(sorted),
    read=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_what_is_left_of_a_gap_is_what_was_not_read(ends, read):
    first, last = ends
    low, high = sorted(read)
    left = left_of(Gap(HOME, "", str(first), str(last), 9), str(low), str(high))
    unread = [n for part in left for n in range(int(part.older) + 1, int(part.newer))]
    assert sorted(unread) == [n for n in range(first + 1, last) if not low <= n <= high]


def _hours(*numbers):
    start = datetime(2026, 3, 31, tzinfo=UTC)
    return [start + timedelta(hours=number) for number in numbers]


@pytest.mark.parametrize("most", [0, LEAST])
def test_nought_is_a_bound_and_not_none(desk, network, ticket, cut, most):
    (gap,) = gaps(desk)
    assert quote_gap(desk, gap, most).steps[0].resources == LEAST
    assert fill_gap(desk, gap, ticket, most=most).items <= LEAST
