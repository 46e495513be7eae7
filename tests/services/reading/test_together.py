"""Two readings at once, and clocks that are wrong: no gap that is none, no post that is lost."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BeingRead
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.allowance import set_daily_cap
from allybook.services.reading.alone import alone, alone_with
from allybook.services.reading.auto import refresh_by_itself
from allybook.services.reading.capture import (
    capture,
    chat_source,
    count_posts,
    plan_capture,
)
from allybook.services.reading.capture import read_chat as capture_planned
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.noted import noted
from allybook.services.reading.refresh import HOME, MARK, refresh
from allybook.services.reading.search import plan_search, read_search
from allybook.services.reading.sources import plan_source, read_agreed
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


def test_what_is_being_read_is_not_begun_by_another_window(desk, network):
    """Each reading as it is begun by a person; the second one comes while the first is asking."""
    text = parse("beds")
    plans = [plan_source(desk, Source(Origin.SEARCH), text, 300) for _window in range(2)]
    refused = []

    def begin_too():
        with pytest.raises(BeingRead, match="is being read already, in another window"):
            read_agreed(desk, plans[1], Patience())
        refused.append(len(network.asked))

    network.meanwhile = begin_too
    assert read_agreed(desk, plans[0], Patience()).items == ALL
    assert len(refused) == 1
    assert read_agreed(desk, plans[1], Patience()).items == 0


def test_other_words_are_read_meanwhile(desk, network):
    plans = [plan_source(desk, Source(Origin.SEARCH), parse(one), 300) for one in ("beds", "bed")]
    read = []
    network.meanwhile = lambda: read.append(read_agreed(desk, plans[1], Patience()))
    read_agreed(desk, plans[0], Patience())
    assert read[0].complete


def test_a_search_and_a_gap_in_the_same_words_are_not_read_at_once(desk, network):
    read_beds(desk, 10)
    (gap,) = gaps(desk)
    plan = plan_source(desk, Source(Origin.SEARCH), parse("beds"), 300)
    with alone_with(desk, gap), pytest.raises(BeingRead):
        read_agreed(desk, plan, Patience())
    assert read_agreed(desk, plan, Patience()).complete


CHAT, CHAT_QUERY = chat_source("beds"), "#beds -is:retweet"


@pytest.mark.parametrize(
    "begin",
    [
        lambda desk: count_posts(desk, "beds", Patience()),
        lambda desk: capture_planned(desk, plan_capture(desk, "beds", most=10), Patience()),
    ],
    ids=["count", "read"],
)
def test_a_chat_that_is_being_read_is_neither_counted_nor_read(desk, network, begin):
    asked = len(network.asked)
    with alone(desk, CHAT, [CHAT_QUERY]), pytest.raises(BeingRead):
        begin(desk)
    assert len(network.asked) == asked
    assert begin(desk)


def test_a_chat_that_was_read_since_it_was_planned_is_not_read_again(desk, network):
    plan = plan_capture(desk, "beds", most=300)
    wanted = Source(Origin.SEARCH), parse("#beds -is:repost"), 300
    assert read_agreed(desk, plan_source(desk, *wanted), Patience()).items == ALL
    assert capture_planned(desk, plan, Patience()).items == 0


@pytest.mark.parametrize("wide", ["#beds", "#beds -is:repost", "is:reply #beds"])
def test_while_a_wider_question_is_read_a_narrower_one_waits(desk, wide):
    text = "#beds is:reply -is:repost"
    plan, other = (
        plan_source(desk, Source(Origin.SEARCH), parse(one), 300) for one in (text, wide)
    )
    with alone(desk, other.source, other.queries), pytest.raises(BeingRead):
        read_agreed(desk, plan, Patience())
    with alone(desk, plan.source, plan.queries):
        # The wider one brings more than what is being read.
        assert read_agreed(desk, other, Patience()).complete


def test_of_what_was_read_alone_no_file_stays(desk, tmp_path):
    read_agreed(desk, plan_source(desk, Source(Origin.SEARCH), parse("beds is:reply")), Patience())
    with alone(desk, Source(Origin.SEARCH), ["beds"]):
        assert len(list(tmp_path.rglob("reading-*"))) == 1
    assert list(tmp_path.rglob("reading-*")) == []


def test_of_a_gap_what_another_left_is_told_to_whoever_has_its_turn(desk, network):
    read_beds(desk, 10)
    (gap,) = gaps(desk)
    with alone_with(desk, gap) as now:
        assert now == gap
        fill_gap(desk, gap, Patience(), most=20)
    (rest,) = gaps(desk)
    with alone_with(desk, gap) as now:
        assert now == rest != gap
        fill_gap(desk, rest, Patience(), most=300)
    with alone_with(desk, gap) as now:
        assert now is None


def test_what_reads_by_itself_lets_another_window_read(desk, network):
    set_daily_cap(desk, Decimal(1))
    with alone(desk, HOME):
        assert refresh_by_itself(desk, Patience()) is None
    assert refresh_by_itself(desk, Patience()).items
