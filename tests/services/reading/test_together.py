"""Two readings at once, and clocks that are wrong: no gap that is none, no post that is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import Post, id_at
from allybook.services.reading.capture import capture
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.noted import noted
from allybook.services.reading.refresh import MARK, refresh
from allybook.services.reading.search import plan_search, read_search
from allybook.services.sign_in.who import sign_in
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
ALL = 160
"""A post an hour for a little less than a week."""


class Interrupted(MemoryNetwork):
    """Does something once, when an answer is on its way."""

    def __init__(self):
        super().__init__()
        moments = [NOW - number * HOUR for number in range(1, ALL + 1)]
        self.timeline = [
            Post(id_at(one, sequence=5), "31", one, "#beds", hashtags=("beds",)) for one in moments
        ]
        self.found = self.timeline
        self.meanwhile = None

    def home(self, *words, **more):
        return self._late(super().home(*words, **more))

    def search(self, *words, **more):
        return self._late(super().search(*words, **more))

    def _late(self, answer):
        act, self.meanwhile = self.meanwhile, None
        if act:
            act()
        return answer


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def network():
    return Interrupted()


@pytest.fixture
def desk(desk):
    sign_in(desk, Patience())
    return desk


def read_home(desk, most):
    return refresh(desk, Patience(), most=most)


def read_beds(desk, most):
    return read_search(desk, plan_search(desk, parse("beds"), most), Patience())


def read_chat(desk, most):
    return capture(desk, "beds", Patience(), most=most)


@pytest.mark.parametrize("read", [read_home, read_beds, read_chat])
def test_a_reading_that_ends_late_leaves_no_gap_where_another_read_all(desk, network, read):
    network.meanwhile = lambda: read(desk, 300)
    read(desk, 10)
    assert noted(desk) == ()
    assert desk.cache.count(EVERYTHING) == ALL
    assert read(desk, 300).items == 0


@pytest.mark.parametrize("read", [read_home, read_beds, read_chat])
def test_the_gap_of_another_reading_stays_as_far_as_nobody_read_it(desk, network, read):
    network.meanwhile = lambda: read(desk, 40)
    read(desk, 30)
    (gap,) = noted(desk)
    assert int(gap.newer) == int(network.timeline[desk.cache.count(EVERYTHING) - 1].post_id)
    assert desk.cache.count(EVERYTHING) >= 31
    fill_gap(desk, gap, Patience())
    assert desk.cache.count(EVERYTHING) == ALL


@pytest.mark.parametrize("read", [read_home, read_beds])
def test_a_gap_that_is_read_twice_at_once_is_closed(desk, network, read):
    read(desk, 10)
    (gap,) = gaps(desk)
    network.meanwhile = lambda: fill_gap(desk, gap, Patience(), most=300)
    fill_gap(desk, gap, Patience(), most=20)
    assert noted(desk) == ()


def test_a_late_reading_does_not_set_the_mark_back(desk, clock, network):
    older = network.timeline[40:]
    newer, network.timeline = network.timeline, older

    def read_newer():
        network.timeline = newer
        read_home(desk, 300)

    network.meanwhile = read_newer
    read_home(desk, 300)
    assert desk.cache.mark(MARK) == newer[0].post_id


@pytest.mark.parametrize("days", [2, 8, 30, -2, -30])
@pytest.mark.parametrize("read", [read_home, read_beds, read_chat])
def test_a_clock_that_is_wrong_loses_no_post(desk, read, days):
    wrong = replace(desk, clock=FixedClock(NOW + timedelta(days=days)))
    read(wrong, 30)
    read(desk, 300)
    for gap in gaps(desk):
        fill_gap(desk, gap, Patience())
    assert desk.cache.count(EVERYTHING) == ALL


def test_a_search_that_had_all_of_the_week_leaves_no_gap(desk, network):
    read_beds(desk, 300)
    assert noted(desk) == ()


class Killed(Exception):
    """The end of a process."""


class Dying:
    """A cache whose process ends when a note is to be changed."""

    def __init__(self, cache, at):
        self._cache, self._at = cache, at

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def change_mark(self, name, change):
        if name == self._at:
            raise Killed
        self._cache.change_mark(name, change)


@pytest.mark.parametrize("at", ["gaps", MARK])
def test_who_is_killed_while_it_is_noted_reads_again_and_loses_nothing(desk, at):
    with pytest.raises(Killed):
        read_home(replace(desk, cache=Dying(desk.cache, at)), 10)
    assert desk.cache.mark(MARK) == ""
    read_home(desk, 300)
    assert desk.cache.count(EVERYTHING) == ALL
    assert noted(desk) == ()
