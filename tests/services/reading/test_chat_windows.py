"""Chats between two moments: what was read of them is known, what was cut short is a gap."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.hours import Hours
from allybook.domain.reading.spans import NOW, Span, hold, join, within, without
from allybook.services.jobs.paging import Reading
from allybook.services.reading.capture import (
    capture,
    chat_source,
    count_posts,
    is_read,
    quote_capture,
)
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from tests.fakes.network import DARK

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


def spent(desk):
    return desk.ledger.spent(date.min, date.max)


def ids_of(found):
    return {post.post_id for post in found}


@pytest.fixture
def chat(network, clock):
    """A post a minute for the last ten hours, newest first."""
    moments = [clock.now() - number * MINUTE for number in range(1, 601)]
    network.found = [
        Post(id_at(moment, sequence=5), "31", moment, "#swhelper", hashtags=("swhelper",))
        for moment in moments
    ]
    return network.found


def window_of(clock, start, end):
    """Return the time from ``start`` to ``end`` hours ago."""
    return Hours(start=clock.now() - start * HOUR, end=clock.now() - end * HOUR)


def test_a_window_that_was_read_is_not_asked_for_again(desk, network, clock, ticket, chat):
    hour = window_of(clock, 5, 4)
    assert capture(desk, "swhelper", ticket, window=hour).items == 60
    asked = len(network.asked)
    assert is_read(desk, "swhelper", hour)
    clock.advance(seconds=86_400)
    assert capture(desk, "swhelper", ticket, window=hour) == Reading(0, complete=True)
    assert len(network.asked) == asked
    quote = quote_capture(desk, "swhelper", None, hour)
    assert (quote.dollars, quote.requests) == (0, 0)
    assert quote.because == (
        "All of it was read before. 60 posts of that time are here already and cost nothing."
    )


def test_nothing_is_said_to_be_read_of_a_time_that_nobody_read(desk, clock):
    for hours in ((30 * 24, 29 * 24), (1, 2)):
        with pytest.raises(BadInput):
            quote_capture(desk, "swhelper", None, window_of(clock, *hours))


def test_a_window_that_overlaps_asks_only_for_what_is_missing(desk, network, clock, ticket, chat):
    capture(desk, "swhelper", ticket, window=window_of(clock, 5, 4))
    clock.advance(seconds=86_400)
    wide = Hours(start=clock.now() - 30 * HOUR, end=clock.now() - 27 * HOUR)
    counted = count_posts(desk, "swhelper", ticket, wide)
    assert counted == 180
    quote, before = quote_capture(desk, "swhelper", counted, wide), spent(desk)
    assert (quote.dollars, quote.exact) == (Decimal("0.60"), True)
    assert quote.because == (
        "X counts 120 more posts with #swhelper. 60 posts of that time are here already and cost "
        "nothing. Plain reposts are left out: each would cost as much as a post."
    )
    assert capture(desk, "swhelper", ticket, window=wide).items == 120
    assert spent(desk) - before == quote.dollars
    assert len(desk.cache.posts(chat_source("swhelper"))) == 180


def test_the_last_minutes_of_a_window_are_asked_for_again(desk, network, clock, ticket, chat):
    late, *network.found = network.found
    hour = Hours(start=clock.now() - HOUR, end=clock.now() - timedelta(seconds=10))
    assert capture(desk, "swhelper", ticket, window=hour).items == 59
    network.found = [late, *network.found]
    assert not is_read(desk, "swhelper", hour)
    assert capture(desk, "swhelper", ticket, window=hour).items == 1
    assert late.post_id in ids_of(desk.cache.posts(chat_source("swhelper")))
    clock.advance(seconds=600)
    capture(desk, "swhelper", ticket, window=hour)
    assert is_read(desk, "swhelper", hour)


def test_all_that_is_read_after_a_window_leaves_it_out(desk, network, clock, ticket, chat):
    capture(desk, "swhelper", ticket, window=window_of(clock, 5, 4))
    before = spent(desk)
    quote = quote_capture(desk, "swhelper", count_posts(desk, "swhelper", ticket), most=600)
    before = spent(desk)
    assert capture(desk, "swhelper", ticket, most=600).items == 540
    assert spent(desk) - before == quote.dollars == Decimal("2.70")
    assert ids_of(desk.cache.posts(chat_source("swhelper"))) == ids_of(chat)
    assert gaps(desk) == ()


def test_after_all_was_read_no_window_costs_anything(desk, network, clock, ticket, chat):
    capture(desk, "swhelper", ticket, most=600)
    asked = len(network.asked)
    assert capture(desk, "swhelper", ticket, window=window_of(clock, 9, 1)).complete
    assert len(network.asked) == asked


def test_a_window_that_was_cut_short_leaves_a_gap_with_a_price(desk, network, clock, ticket, chat):
    window = window_of(clock, 6, 2)
    assert not capture(desk, "swhelper", ticket, window=window, most=100).complete
    (gap,) = gaps(desk)
    assert gap.about == pytest.approx(140, abs=3)
    assert int(gap.older) < int(id_at(window.start))
    before, price = spent(desk), quote_gap(desk, gap).dollars
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert spent(desk) - before <= price + Decimal("0.05")
    assert len(desk.cache.posts(chat_source("swhelper"))) == 240
    assert is_read(desk, "swhelper", window)


def test_what_a_wide_window_does_not_come_to_is_a_gap_below_what_is_known(
    desk, network, clock, ticket, chat
):
    capture(desk, "swhelper", ticket, window=window_of(clock, 5, 4))
    assert not capture(desk, "swhelper", ticket, window=window_of(clock, 8, 1), most=100).complete
    found = gaps(desk)
    assert [gap.about for gap in found] == [pytest.approx(80, abs=4), pytest.approx(180, abs=6)]
    assert not any(
        int(gap.older) < int(post.post_id) < int(gap.newer)
        for gap in found
        for post in desk.cache.posts(chat_source("swhelper"))
    )


def test_a_window_that_goes_on_asks_for_what_came_since(desk, network, clock, ticket, chat):
    since = Hours(start=clock.now() - HOUR)
    assert capture(desk, "swhelper", ticket, window=since).items == 60
    clock.advance(seconds=600)
    newer = Post(
        id_at(clock.now() - MINUTE), "31", clock.now(), "#swhelper", hashtags=("swhelper",)
    )
    network.found = [newer, *chat]
    assert capture(desk, "swhelper", ticket, window=since).items == 1


def test_a_window_whose_first_page_fails_leaves_nothing_behind(desk, network, clock, ticket, chat):
    network.trouble["search"] = list(DARK)
    window = window_of(clock, 5, 4)
    with pytest.raises(type(DARK[0])):
        capture(desk, "swhelper", ticket, window=window)
    assert gaps(desk) == ()
    assert capture(desk, "swhelper", ticket, window=window).items == 60


def test_what_was_noted_by_the_newest_post_alone_is_known(desk, network, clock, ticket, chat):
    desk.cache.set_mark("captured:swhelper:without reposts", chat[60].post_id)
    assert capture(desk, "swhelper", ticket).items == 60


@given(spans, spans, st.lists(spans, max_size=5))
def test_spans_are_sets_of_posts(first, second, others):
    every = range(61)

    def told(found):
        return {post for post in every if hold(found, post)}

    left = without([first, second], others)
    assert told(left) == told([first, second]) - told(others)
    assert told(join([first, *others])) == told([first]) | told(others)
    assert told(within(others, first)) == told(others) & told([first])
    assert list(left) == sorted(left)
    assert all(one.newer <= two.older + 1 for one, two in itertools.pairwise(left))
    assert Span(0, NOW).is_open
