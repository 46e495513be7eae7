"""Gaps: what was cut short is told with its price, and read when it is asked for."""

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.gaps import MOST, expect
from allybook.domain.posts import Post, id_at
from allybook.domain.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from allybook.services.reading.refresh import HOME, refresh
from allybook.services.reading.sources import plan_source, read_source

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


def test_a_first_reading_leaves_no_gap(desk, network, clock, ticket):
    network.timeline = posts(clock, 250)
    refresh(desk, ticket, most=100)
    assert gaps(desk) == ()


@pytest.mark.parametrize(
    ("source", "query"),
    [
        (Source(Origin.LIST, "9001"), "list:9001 -is:retweet"),
        (Source(Origin.SEARCH), "beds -is:retweet"),
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
    assert expect(101, at[2], at[1], at[0]) == 99
    assert expect(1, at[2], at[2], at[0]) == 1
    assert expect(10**6, at[2], at[1], at[0]) == MOST


def _hours(*numbers):
    start = datetime(2026, 3, 31, tzinfo=UTC)
    return [start + timedelta(hours=number) for number in numbers]
