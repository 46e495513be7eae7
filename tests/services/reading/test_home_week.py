"""Home reaches a week back, or so many posts: what X gives no more of it stays noted."""

from datetime import timedelta

import pytest

from allybook.domain.posts import Post, id_at
from allybook.services.reading.gaps import fill_gap, gaps, is_lost, quote_gap
from allybook.services.reading.noted import noted
from allybook.services.reading.refresh import HOME, refresh
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.services.reading.test_stretch import DAY, START, WEEK, WeeksNetwork, told

AWAY = 21 * DAY
MOMENT = timedelta(seconds=30)
"""No post is written on the minute at which a week ends."""


@pytest.fixture
def clock():
    return FixedClock(START)


@pytest.fixture
def network(clock):
    network = WeeksNetwork(clock)
    network.page_size = 100
    return network


@pytest.fixture
def desk(profile, clock, network):
    return make_desk(profile, clock, network)


def lay(network, every, *, since=START - timedelta(hours=5), until=START + AWAY):
    """Let X have a post ``every`` so often, newest first."""
    count = int((until - since) / every)
    moments = [until - MOMENT - number * every for number in range(count)]
    network.lay([Post(id_at(one, sequence=5), "31", one, "Beds tonight") for one in moments])


def come_back(desk, clock, every, network):
    """Read home, and come back three weeks later."""
    lay(network, every)
    refresh(desk, Patience())
    clock.advance(seconds=AWAY.total_seconds())


def untold(desk, network):
    """Return the posts that are neither here nor in a gap."""
    kept = {post.post_id for post in desk.cache.posts(HOME)}
    left = noted(desk)
    return [
        one.post_id
        for one in network.world
        if one.post_id not in kept and not told(left, one.post_id)
    ]


def test_who_was_away_for_three_weeks_is_told_of_what_home_gives_no_more(desk, clock, network):
    come_back(desk, clock, timedelta(minutes=10), network)
    assert not refresh(desk, Patience()).complete
    (gap,) = gaps(desk)
    assert fill_gap(desk, gap, Patience()).complete
    assert gaps(desk) == ()
    (lost,) = noted(desk)
    assert lost.about == pytest.approx(14 * 144, rel=0.02)
    assert untold(desk, network) == []


def test_a_quiet_home_that_ends_at_a_week_says_how_many_are_missing(desk, clock, network):
    come_back(desk, clock, timedelta(hours=2), network)
    assert refresh(desk, Patience()).complete
    (lost,) = noted(desk)
    assert is_lost(desk, lost)
    assert lost.about == pytest.approx(14 * 12, abs=2)
    assert untold(desk, network) == []
    clock.advance(seconds=3600)
    assert refresh(desk, Patience()).complete
    assert noted(desk) == (lost,)


@pytest.mark.parametrize(
    ("every", "is_all"),
    [(timedelta(hours=2), True), (timedelta(minutes=24), False)],
    ids=["fewer than it gives", "more than it gives"],
)
def test_where_home_gives_its_newest_800_only_what_is_below_them_is_missing(
    desk, clock, network, every, is_all
):
    network.at_home = 800
    come_back(desk, clock, every, network)
    refresh(desk, Patience())
    for gap in gaps(desk):
        fill_gap(desk, gap, Patience())
    assert gaps(desk) == ()
    assert (noted(desk) == ()) is is_all
    assert untold(desk, network) == []


def test_a_gap_that_is_filled_too_late_stays_noted_and_is_not_offered_again(desk, clock, network):
    lay(network, timedelta(minutes=10), until=START)
    refresh(desk, Patience())
    clock.advance(seconds=2 * 86_400)
    lay(network, timedelta(minutes=4), until=START + 2 * DAY)
    refresh(desk, Patience())
    (gap,) = gaps(desk)
    assert gap.about > 0
    clock.advance(seconds=9 * 86_400)
    assert quote_gap(desk, gap).dollars > 0
    done = fill_gap(desk, gap, Patience())
    assert (done.items, done.complete) == (0, True)
    assert (noted(desk), gaps(desk)) == ((gap,), ())
    assert int(gap.newer) < int(id_at(clock.now() - WEEK))
