"""X searches a week back, by its own clock; a laptop whose clock is behind asks as it can."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.errors import TooOld
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import Post, id_at
from allybook.services.reading.capture import count_posts
from allybook.services.reading.gaps import fill_gap
from allybook.services.reading.noted import noted
from allybook.services.reading.search import plan_search, read_search
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)


class Strict(MemoryNetwork):
    """Searches the last week, and refuses to search after what is older, as X does."""

    def __init__(self, clock, *, on_page=None):
        super().__init__()
        self.clock, self.on_page, self.windows = clock, on_page, []
        moments = [NOW - number * HOUR for number in range(1, 12 * 24)]
        self.world = [
            Post(id_at(one, sequence=5), "31", one, "#beds", hashtags=("beds",)) for one in moments
        ]

    def search(self, query, *, window=None, page=None, size=100):
        self._look(window, page)
        return super().search(query, window=window, page=page, size=size)

    def count(self, query, *, window=None):
        self._look(window, None)
        return super().count(query, window=window)

    def _look(self, window, page):
        now = self.clock.now()
        self.windows.append(window)
        first = id_at(now - WEEK)
        self.found = [one for one in self.world if now - WEEK <= one.created_at <= now]
        is_refused = bool(page) and page == self.on_page
        if window and window.since_id and (int(window.since_id) < int(first) or is_refused):
            raise TooOld("That is too old.", first)


@pytest.fixture
def clock():
    return FixedClock(NOW - 9 * 24 * HOUR)


@pytest.fixture
def network(clock):
    return Strict(clock)


def read(desk):
    return read_search(desk, plan_search(desk, parse("beds"), 300), Patience())


def behind(desk):
    """Return the desk of a laptop whose clock stood still when it was read last."""
    return replace(desk, clock=FixedClock(NOW - 9 * 24 * HOUR))


def test_what_x_gives_is_read_and_what_it_gives_no_more_is_told(desk, network, clock):
    read(desk)
    before = desk.cache.count(EVERYTHING)
    clock.advance(seconds=9 * 86_400)
    reading = read(behind(desk))
    assert (reading.complete, reading.items) == (True, len(network.found))
    assert desk.cache.count(EVERYTHING) == before + len(network.found)
    assert [bool(window.since_id) for window in network.windows[-3:]] == [True, False, False]
    (gap,) = noted(desk)
    lost = [
        one.post_id
        for one in network.world
        if int(one.post_id) > int(gap.older) and not desk.cache.rows([int(one.post_id)])
    ]
    assert all(int(one) < int(gap.newer) for one in lost)
    assert gap.about == pytest.approx(len(lost), abs=12)


def test_a_count_is_asked_for_all_that_x_counts(desk, network, clock):
    desk.cache.set_mark("captured:beds:without reposts", id_at(clock.now() - HOUR))
    clock.advance(seconds=9 * 86_400)
    assert count_posts(behind(desk), "beds", Patience()) == len(network.found)


def test_a_refusal_in_the_middle_ends_the_reading(desk, network, clock):
    read(desk)
    clock.advance(seconds=5 * 86_400)
    network.page_size, network.on_page = 12, "12"
    with pytest.raises(TooOld):
        read(desk)
    (gap,) = noted(desk)
    assert int(gap.newer) == int(network.found[11].post_id)


def test_what_the_clock_knows_to_be_out_of_reach_is_not_asked_for(desk, network, clock):
    read_search(desk, plan_search(desk, parse("beds"), 20), Patience())
    (gap,) = noted(desk)
    clock.advance(seconds=2 * 86_400)
    network.windows.clear()
    fill_gap(desk, gap, Patience(), most=300)
    (window,) = network.windows
    assert (window.since_id, window.until_id) == (None, gap.newer)


def test_the_query_that_waited_longest_is_asked_first(desk, network, clock):
    words = " OR ".join(f"from:somebody_{number:04}" for number in range(30))
    plan = plan_search(desk, parse(words), 10)
    assert len(plan.queries) > 1
    asked = []
    for _time in plan.queries:
        network.queries.clear()
        read_search(desk, plan, Patience())
        asked += network.queries[:1]
    assert asked == [query.text for query in plan.queries]
