"""Histories: one source of the practice network, read again and again in ways drawn by chance."""

from contextlib import suppress
from datetime import UTC, date, timedelta
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from msgspec.structs import replace

from allybook.domain.errors import OverBudget
from allybook.domain.filters.parse import parse
from allybook.domain.reading.hours import Hours
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import hold
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.hearing import TimeHearing
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.bill import Bill
from allybook.practice.scene.scenario import FILES, Scenario
from allybook.practice.scene.stage import Stage
from allybook.practice.search.match import Matcher
from allybook.practice.search.query import parse_query
from allybook.practice.world import World
from allybook.services.books.edit import approve, remove
from allybook.services.books.roster import lay_rosters
from allybook.services.line import Line
from allybook.services.money.metering import BudgetMeter
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading import known
from allybook.services.reading.capture import (
    capture,
    count_posts,
    quote_capture,
    way_of,
)
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from allybook.services.reading.noted import noted, noted_spans
from allybook.services.reading.sources import plan_source, read_source
from allybook.services.sign_in.keys import HeldKeys
from allybook.services.timepiece import Timepiece
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import PRICES, RESOURCES, Patience, make_desk

START = timedelta(days=6, hours=20)
WEEK = timedelta(days=7)
MARGIN = timedelta(minutes=30)
LIST = "1890374429045686272"
TAG = "swhelper"
SOURCES = ("home", "list", "search", "hours", "chat", "book", "words")
KINDS = (
    *("read", "read", "read", "window", "fill", "stop", "budget", "later", "later"),
    *("both", "join", "join", "leave", "wrong clock", "right clock"),
)
PEOPLE = ("FerrylaneNew", "KestrelYard", "LarkmeadowLib", "OakumLaundry", "QuaybridgeNight")
DAYS_WRONG = {10: 3, 35: -3, 60: 30, 100: -30, 145: 8, 500: -8}
"""So many days a clock is wrong, or so many hours."""


@cache
def stage():
    """Return the stage, built once."""
    texts = {name: (RESOURCES / "practice" / name).read_text("utf-8") for name in FILES}
    scenario = Scenario.read(texts)
    return Stage.build(scenario.setting.seed, scenario.setting.anchor, scenario)


class Laptop:
    """Its clock, which may be wrong by days."""

    zone = UTC

    def __init__(self, clock):
        self._clock = clock
        self.wrong_by = timedelta()

    def now(self):
        return self._clock.now() + self.wrong_by

    def advance(self, *, seconds):
        self._clock.advance(seconds=seconds)


class Between:
    """A network with whose answer another reading comes to its end first, once.

    It notes the posts of a search that were here before. Of home it gives a week.
    """

    def __init__(self, network, clock):
        self._network, self._clock = network, clock
        self.meanwhile = None
        self.is_here = lambda _posts: ()
        self.twice = []

    def __getattr__(self, name):
        return getattr(self._network, name)

    def home(self, *words, **more):
        answer = self._network.home(*words, **more)
        since = self._clock.now() - WEEK
        given = tuple(post for post in answer.items if post.created_at > since)
        if len(given) < len(answer.items):
            # X may give no more of home than this, whatever it has.
            answer = replace(answer, items=given, next_page=None)
        return self._late(answer)

    def search(self, *words, **more):
        answer = self._network.search(*words, **more)
        self.twice += self.is_here([int(post.post_id) for post in answer.items])
        return self._late(answer)

    def list_posts(self, *words, **more):
        return self._late(self._network.list_posts(*words, **more))

    def _late(self, answer):
        act, self.meanwhile = self.meanwhile, None
        if act:
            act()
        return answer


class History:
    """One person's readings of one source, on a profile of its own, with X's bill beside it."""

    def __init__(self, folder: Path, source: str):
        self.source = source
        self.clock = FixedClock(stage().anchor - START)
        self.world = World(stage())
        self.bill = Bill(PRICES)
        self.budget = Decimal(1000)
        self.laptop = Laptop(self.clock)
        self.was_wrong = False
        clock = Timepiece(self.laptop)
        self.profile = Profile(folder, clock)
        clock.go_by(self.profile.settings())
        laid = make_desk(self.profile, self.laptop, None)
        meter = BudgetMeter(
            laid.ledger,
            PRICES,
            clock,
            lambda: self.budget,
            laid.announcer,
            clock.here,
        )
        network = XNetwork(
            HeldKeys(Tokens("practice")),
            adapter=TimeHearing(PracticeAdapter(self.world, self.clock, self.bill), clock),
            meter=meter,
            clock=clock,
            terms=Terms.of(PRICES, owns_app=False, me=None),
        )
        self.network = network
        self.between = Between(network, self.clock)
        self.desk = replace(laid, clock=clock, jobs=meter, line=Line(self.between))
        self.between.is_here = lambda posts: tuple(self.desk.cache.rows(posts))
        self._turn = 0
        self.book = Shared(self)
        self.first = None
        self.quotes = []
        self._matcher, self._query = Matcher(self.world), None

    def close(self):
        """Close the files."""
        self.network.close()
        self.profile.close()

    def act(self, kind, size, hours):
        """Do one thing that a person, the clock or the month's budget may do."""
        if kind == "later":
            self.clock.advance(seconds=hours * 3600)
        elif kind == "fill":
            self._fill()
        elif kind.endswith("clock"):
            wrong_by = DAYS_WRONG[size] if kind.startswith("wrong") else 0
            self._set_clock(timedelta(days=wrong_by) if hours % 2 else timedelta(hours=wrong_by))
        elif kind in ("join", "leave"):
            getattr(self.book, kind)(hours)
        elif kind == "both":
            self.between.meanwhile = lambda: self._read(hours * 10, 0, Patience())
            self._read(size, 0, Patience())
            self.between.meanwhile = None
        elif kind == "budget":
            self.budget = self.bill.dollars + Decimal(size) / 100
            self._read(500, hours, Patience())
            self.budget = Decimal(1000)
        elif kind == "stop":
            self._read(500, hours, Patience(stop_after=1))
        else:
            self._read(size, hours if kind == "window" else 0, Patience())

    def end(self):
        """Read what is left, as somebody with time and money does."""
        self._set_clock(timedelta())
        for _time in range(20):
            if self.source == "book" and not self.book.read_all:
                self._read(500, 0, Patience())

    def _set_clock(self, wrong_by):
        self.laptop.wrong_by = wrong_by
        self.was_wrong = self.was_wrong or bool(wrong_by)

    def _fill(self):
        for gap in gaps(self.desk)[-1:]:
            with self.within(quote_gap(self.desk, gap)):
                fill_gap(self.desk, gap, Patience())

    def _read(self, size, hours, ticket):
        with suppress(OverBudget):
            self._read_now(size, hours, ticket)
        # Who asks for some hours only passes over what X gave besides.
        is_part = self.source in ("hours", "words") and hours
        if self.first is None and self.desk.cache.sources() and not is_part:
            self.first = self.clock.now()

    @property
    def twice(self):
        """Return the posts that a search brought though they were here."""
        return self.between.twice

    def _read_now(self, size, hours, ticket):
        self._turn += 1
        if self.source == "chat" or (self.source == "words" and self._turn % 2):
            self._capture(size, hours, ticket)
            return
        if self.source == "book":
            self.book.read(size, ticket)
            return
        plan = plan_source(self.desk, *self._asked(hours), size)
        with self.within(plan.quote):
            read_source(self.desk, plan, ticket)

    def _asked(self, hours=0):
        if self.source == "home":
            return Source(Origin.HOME), parse("")
        if self.source == "list":
            return Source(Origin.LIST, LIST), parse("")
        text = f"#{TAG} -is:repost" if self.source == "words" else "housing OR beds OR thank"
        if self.source in ("hours", "words") and hours:
            older = f"older:{hours}h" if hours % 2 else ""
            text = f"({text}) newer:{3 * hours}h {older}"
        return Source(Origin.SEARCH), parse(text)

    def _capture(self, size, hours, ticket):
        now = self.clock.now()
        window = None
        if hours:
            window = Hours(start=now - timedelta(hours=3 * hours), end=now - timedelta(hours=hours))
        counted = count_posts(self.desk, TAG, ticket, window) if size % 2 else None
        quote = quote_capture(self.desk, TAG, counted, window, most=size)
        # Nobody stops it, and the budget is large: it reads all that was counted.
        is_whole = ticket.reports == [] and ticket._stop_after is None and self.budget > 100
        with self.within(quote, is_whole=is_whole):
            capture(self.desk, TAG, ticket, window=window, most=size)

    def within(self, quote, *, is_whole=False):
        """Return what notes a quote and what X bills meanwhile."""
        return _Within(self, quote, is_whole=is_whole)

    def truth(self):
        """Return the ids of what X has of the source now, as far as it was ever asked for."""
        if self.source == "book":
            return self.book.truth()
        now = self.clock.now()
        floor = (self.first or now) - WEEK + MARGIN
        authors = {
            "home": self.world.home_authors,
            "list": lambda: set(self.world.rosters.get(LIST).members),
        }.get(self.source)
        posts = self.world.posts(now, authors=authors() if authors else None)
        return [int(one.post_id) for one in posts if one.created_at > floor and self._is_of(one)]

    def billed_by_us(self):
        """Return what our own ledger says was spent."""
        return self.desk.ledger.spent(date.min, date.max)

    def _is_of(self, post):
        if self.source in ("chat", "words"):
            return TAG in {tag.lower() for tag in post.hashtags} and not post.repost_of
        if self.source == "list":
            # Of members that nobody looked up, it is not known who is private: a search says so.
            return not self.world.person(post.author_id).character.private
        return self.source not in ("search", "hours") or self._is_found(post)

    def lost(self):
        """Return what was passed over: neither here, nor in a gap, nor still to come."""
        names = [source for source, _ in self.desk.cache.sources()]
        kept = {int(post.post_id) for one in names for post in self.desk.cache.posts(one)}
        cut = [(int(gap.older), int(gap.newer)) for gap in noted(self.desk)]
        return [
            post
            for post in self.truth()
            if post not in kept
            and self._is_passed(post)
            and not any(older < post < newer for older, newer in cut)
        ]

    def _is_passed(self, post):
        """Return whether a reading says that it came past a post."""
        if self.source == "book":
            return True
        if self.source in ("chat", "words"):
            return hold(known.read(self.desk, way_of(self.desk, TAG)), post)
        marks = {"home": "refreshed", "list": f"list:{LIST}"}
        query = "" if self.source in marks else self._text
        mark = self.desk.cache.mark(marks.get(self.source, f"search:{query}"))
        return post <= int(mark or 0) or hold(noted_spans(self.desk, f"parts:{query}"), post)

    @cached_property
    def _text(self):
        """What X is asked to search for."""
        return plan_source(self.desk, *self._asked()).queries[0]

    def _is_found(self, post):
        if self._query is None:
            self._query = parse_query(self._text)
        person = self.world.person(post.author_id)
        return self.world.open_to_all(person) and self._matcher.matches(self._query, post)


class Shared:
    """The book of a history: who is in it, and since when a reading says that it had all."""

    def __init__(self, history):
        self._history = history
        self._since = {}
        self.read_all, self._last = True, None

    def join(self, hours):
        """Put somebody in."""
        desk, handle = self._history.desk, PEOPLE[hours % len(PEOPLE)]
        book = desk.book("Allies")
        nominate_handles(desk, book, [handle])
        approve(desk, book, self._keys(book, handle))
        lay_rosters(desk)
        self._since.setdefault(handle, None)
        self.read_all = False

    def leave(self, hours):
        """Take somebody out, if they are in."""
        desk, handle = self._history.desk, PEOPLE[hours % len(PEOPLE)]
        book = desk.book("Allies")
        remove(desk, book, self._keys(book, handle))
        lay_rosters(desk)
        self._since.pop(handle, None)
        self.read_all = self.read_all or not self._since

    def read(self, size, ticket):
        """Read the people of the book."""
        if not self._since:
            return
        history = self._history
        plan = plan_source(history.desk, Source(Origin.BOOK, "Allies"), most=size)
        with history.within(plan.quote):
            done = read_source(history.desk, plan, ticket)
        if done.complete:
            now = history.clock.now()
            self._since = {one: at or now for one, at in self._since.items()}
            self.read_all, self._last = True, now

    def truth(self):
        """Return what X had of the people in the book when all was read, and a week before."""
        world = self._history.world
        ids = {world.person_by_handle(one).user_id: at for one, at in self._since.items() if at}
        posts = world.posts(self._last, authors=ids) if self._last and ids else []
        return [
            int(one.post_id) for one in posts if one.created_at > ids[one.author_id] - WEEK + MARGIN
        ]

    @staticmethod
    def _keys(book, handle):
        return [one.key for one in book.allies() if one.handle.lower() == handle.lower()]


class _Within:
    """Notes what was quoted and what X billed."""

    def __init__(self, history, quote, *, is_whole=False):
        self._history, self._quote, self._is_whole = history, quote, is_whole

    def __enter__(self):
        self._before = self._history.bill.dollars

    def __exit__(self, *_error):
        billed = self._history.bill.dollars - self._before
        quote = self._quote
        self._history.quotes.append((quote.dollars, billed, quote.exact and self._is_whole))
