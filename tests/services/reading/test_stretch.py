"""However readings end, no post is lost, and none is paid for twice."""

from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.errors import OverBudget, Unreachable
from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at, time_of
from allybook.services.reading.gaps import fill_gap, gaps, is_lost
from allybook.services.reading.missing import missing
from allybook.services.reading.noted import noted
from allybook.services.reading.read_list import plan_list_posts, read_list
from allybook.services.reading.refresh import refresh
from allybook.services.reading.search import plan_search, read_search
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork

START = datetime(2026, 3, 31, 9, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK = 7 * DAY
STEP = timedelta(minutes=173)
MARGIN = timedelta(minutes=11)
"""X is asked for a little less than what it still gives."""
ALL = 2_000


class WeeksNetwork(MemoryNetwork):
    """Searches the last seven days, and remembers how often it gave which post.

    Of home it gives these days, too, and of older ones the newest ``at_home``.
    """

    at_home = 0

    def __init__(self, clock):
        super().__init__()
        self.clock = clock
        self.world = []
        self.page_size = 12
        self.given = Counter()

    def lay(self, posts):
        """Make these what X has, newest first."""
        self.world = posts

    def home(self, *words, **more):
        since = self.clock.now() - WEEK
        so_far = self._so_far()
        newest = so_far[: self.at_home]
        self.timeline = [post for post in so_far if post.created_at > since or post in newest]
        return self._given(super().home(*words, **more))

    def list_posts(self, *words, **more):
        self.timeline = self._so_far()
        return self._given(super().list_posts(*words, **more))

    def search(self, query, **more):
        since = self.clock.now() - WEEK
        self.found = [post for post in self._so_far() if post.created_at > since]
        return self._given(super().search(query, **more))

    def _so_far(self):
        return [post for post in self.world if post.created_at <= self.clock.now()]

    def _given(self, page):
        self.given.update(post.post_id for post in page.items)
        return page


def posts(every=STEP):
    """Return what X comes to have from ten days before to six days after the start."""
    moments = [START + timedelta(days=6) - number * every for number in range(133)]
    return [Post(id_at(one, sequence=5), "31", one, "Beds tonight") for one in moments]


class Reader:
    """Reads one source in several ways, on a desk of its own."""

    def __init__(self, folder, source, budget="100"):
        self.clock = FixedClock(START)
        self.network = WeeksNetwork(self.clock)
        self.network.lay(posts())
        self.profile = Profile(folder / "profile", self.clock)
        self.desk = make_desk(self.profile, self.clock, self.network, budget=budget)
        self.read = {"home": self._home, "search": self._search, "list": self._list}[source]

    def _home(self, most, ticket):
        return refresh(self.desk, ticket, most=most)

    def _search(self, most, ticket):
        plan = plan_search(self.desk, parse("beds"), most)
        return read_search(self.desk, plan, ticket)

    def _list(self, most, ticket):
        return read_list(self.desk, plan_list_posts(self.desk, "9001", most), ticket)

    def kept(self):
        sources = [source for source, _count in self.desk.cache.sources()]
        return {post.post_id for one in sources for post in self.desk.cache.posts(one)}

    def there(self, since, until):
        return {p.post_id for p in self.network.world if since < p.created_at <= until}

    def act(self, kind, size):
        """Do one thing that a person, X or the month's budget may do."""
        if kind == "later":
            self.clock.advance(seconds=size * 3600)
        elif kind == "fill":
            for gap in gaps(self.desk)[-1:]:
                fill_gap(self.desk, gap, Patience())
        elif kind == "stop":
            self.read(ALL, Patience(stop_after=1))
        elif kind in {"budget", "dark"}:
            error = OverBudget("No.") if kind == "budget" else Unreachable("Gone.")
            self.network.trouble = {one: [None, error] for one in ("home", "search", "list_posts")}
            with suppress(OverBudget, Unreachable):
                self.read(ALL, Patience())
            self.network.trouble = {}
        else:
            self.read(size, Patience())


def told(gaps, post):
    """Return whether a post is in one of the gaps."""
    return any(int(gap.older) < int(post) < int(gap.newer) for gap in gaps)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["read", "read", "later", "later", "fill", "stop", "budget", "dark"]),
        st.integers(10, 30),
    ),
    min_size=1,
    max_size=7,
)


@pytest.mark.parametrize("source", ["home", "search", "list"])
@settings(max_examples=30)
@given(acts=ACTS)
def test_no_post_is_lost_and_none_is_paid_twice(source, acts):
    with TemporaryDirectory() as folder:
        reader = Reader(Path(folder), source)
        with reader.profile:
            for kind, size in [("read", 15), *acts]:
                reader.act(kind, size)
            reader.read(ALL, Patience())
            while left := gaps(reader.desk):
                fill_gap(reader.desk, left[0], Patience())
            now = reader.clock.now()
            first = START - WEEK
            missing = reader.there(first, now) - reader.kept()
            assert not missing & reader.there(now - WEEK + MARGIN, now)
            # What X gives no more is told, but for a moment in which hardly one post was.
            untold = [post for post in missing if not told(noted(reader.desk), post)]
            assert len(untold) <= 1
            twice = [post for post, times in reader.network.given.items() if times > 1]
            assert source == "list" or not twice


@pytest.mark.parametrize("source", ["home", "search", "list"])
def test_a_first_reading_that_was_cut_short_leaves_a_gap_of_what_x_gives(tmp_path, source):
    reader = Reader(tmp_path, source)
    with reader.profile:
        assert not reader.read(30, Patience()).complete
        (gap,) = gaps(reader.desk)
        # X may be as late as its newest post says.
        assert START - WEEK - STEP < time_of(gap.older) <= START - WEEK
        in_it = sum(told([gap], post.post_id) for post in reader.network.world)
        assert gap.about == pytest.approx(in_it, abs=2)
        before = reader.kept()
        reader.read(ALL, Patience())
        assert reader.kept() == before
        fill_gap(reader.desk, gap, Patience())
        while left := gaps(reader.desk):
            fill_gap(reader.desk, left[0], Patience())
        assert reader.there(START - WEEK, START) <= reader.kept()


def test_the_budget_stops_a_reading_and_nothing_is_paid_for_again(tmp_path):
    """The third page of twelve would break it; with the next day a new month begins."""
    reader = Reader(tmp_path, "search", budget="0.15")
    with reader.profile:
        with pytest.raises(OverBudget):
            reader.read(ALL, Patience())
        assert len(reader.kept()) == 24
        (gap,) = gaps(reader.desk)
        assert gap.newer == min(reader.kept(), key=int)
        reader.clock.advance(seconds=86_400)
        assert reader.read(20, Patience()).items == 8
        with pytest.raises(OverBudget):
            fill_gap(reader.desk, gap, Patience())
        assert set(reader.network.given.values()) == {1}
        assert reader.network.given.keys() == reader.kept()


def test_what_x_gives_no_more_is_told_and_not_offered(tmp_path):
    reader = Reader(tmp_path, "search")
    with reader.profile:
        reader.read(20, Patience())
        (gap,) = gaps(reader.desk)
        assert not is_lost(reader.desk, gap)
        reader.clock.advance(seconds=10 * 86_400)
        assert gaps(reader.desk) == ()
        assert noted(reader.desk) == missing(reader.desk, parse("beds")) == (gap,)
        # Nothing was asked for eleven days, of which X searches seven: the rest is lost as well.
        reader.read(ALL, Patience())
        assert [told(noted(reader.desk), one) for one in sorted(reader.there(START, START + DAY))]
        assert gaps(reader.desk) == ()
        assert len(noted(reader.desk)) == 2
