"""Refreshing by itself for a week: never over its dollars, whatever clocks and windows do."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.lists import XList
from allybook.domain.posts import Post, id_at
from allybook.services.reading.allowance import (
    JOB,
    change_read_by_itself,
    set_daily_cap,
    spent_by_itself,
)
from allybook.services.reading.auto import refresh_by_itself
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork

START = datetime(2026, 3, 30, 7, tzinfo=UTC)
SOURCES = ("source:home", "list:Housing", "beds -is:repost")
CAP = Decimal("0.25")
EVERY = timedelta(minutes=11)


def spent_on_days(desk):
    days = {}
    for line in desk.ledger.lines(date.min, date.max):
        if line.job == JOB:
            days[line.day] = days.get(line.day, Decimal(0)) + line.dollars
    return days


class Busy(MemoryNetwork):
    """Has ever new posts; ``meanwhile`` is done once, while it is asked."""

    def __init__(self, clock):
        super().__init__()
        self.clock = clock
        self.meanwhile = None

    def lay(self):
        """Have the posts of the last two days."""
        last = self.clock.now()
        moments = [last - number * EVERY for number in range(1, 260)]
        self.timeline = [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]
        self.found_by = None
        self.found = [Post(id_at(one, sequence=6), "31", one, "Beds") for one in moments]

    def home(self, *words, **more):
        act, self.meanwhile = self.meanwhile, None
        if act:
            act()
        return super().home(*words, **more)


@pytest.fixture
def clock():
    return FixedClock(START)


@pytest.fixture
def network(clock):
    return Busy(clock)


@pytest.fixture
def desk(profile, clock, network):
    return allow(make_desk(profile, clock, network, budget="20"))


def allow(desk):
    sign_in(desk)
    desk.cache.save_list(XList("9001", "Housing"))
    change_read_by_itself(desk, lambda _before: SOURCES)
    set_daily_cap(desk, CAP)
    return desk


def test_a_week_of_several_sources_never_passes_a_day(desk, network, clock):
    for _quarter in range(7 * 24):
        clock.advance(seconds=3600)
        network.lay()
        refresh_by_itself(desk, Patience())
    days = spent_on_days(desk)
    assert len(days) == 8
    assert all(Decimal("0.05") <= dollars <= CAP for dollars in days.values())


def test_two_windows_together_spend_no_more_than_one(tmp_path, desk, network, clock):
    network.lay()
    with Profile(tmp_path / "profile", clock) as other:
        beside = make_desk(other, clock, network, budget="20")
        network.meanwhile = lambda: refresh_by_itself(beside, Patience())
        refresh_by_itself(desk, Patience())
        refresh_by_itself(beside, Patience())
    assert Decimal("0.20") <= spent_by_itself(desk) <= CAP


def test_a_second_window_that_is_late_is_no_trouble(tmp_path, desk, network, clock):
    """The dollars are gone between its plan and its request."""
    network.lay()
    with Profile(tmp_path / "profile", clock) as other:
        beside = make_desk(other, clock, network, budget="20")
        change_read_by_itself(desk, lambda _before: SOURCES[:1])
        set_daily_cap(desk, Decimal("0.10"))
        network.meter = desk.jobs

        def read_another():
            """What is being read just now, the other window leaves alone."""
            change_read_by_itself(desk, lambda _before: SOURCES[1:])
            assert refresh_by_itself(beside, Patience()).items

        network.meanwhile = read_another
        assert refresh_by_itself(desk, Patience()) is None
    assert spent_by_itself(desk) <= Decimal("0.10")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([-26, -9, -1, 1, 1, 4, 9, 30]), min_size=3, max_size=12))
def test_clocks_that_jump_bring_no_dollars_back(tmp_path_factory, hours):
    clock = FixedClock(START)
    network = Busy(clock)
    with Profile(tmp_path_factory.mktemp("jump"), clock) as profile:
        desk = allow(make_desk(profile, clock, network, budget="20"))
        for jump in hours:
            clock.advance(seconds=jump * 3600)
            network.lay()
            before = spent_by_itself(desk)
            refresh_by_itself(desk, Patience())
            assert spent_by_itself(desk) <= max(CAP, before)
        assert all(dollars <= CAP for dollars in spent_on_days(desk).values())
