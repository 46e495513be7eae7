"""Reservations: what a request may cost is held before it is sent, to the millionth."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from allybook.domain.money.months import month_of
from allybook.domain.money.pricing import Price
from allybook.domain.money.reservations import Charge, Doubt, Hold, Reservation
from allybook.store.database.migration import DatabaseKind, open_database
from allybook.store.money.ledger import SqliteLedger
from allybook.store.profile import Profile
from tests.fakes.clock import NOON, FixedClock

POST = Price("post", Decimal("0.005"))
USER = Price("user", Decimal("0.010"))
ADD = Price("list_create", Decimal("0.010"), per_call=True)
TODAY = NOON.date()
MONTH = month_of(TODAY)
BUDGET = Decimal(1)


@pytest.fixture
def ledger(profile):
    return profile.ledger()


@pytest.fixture
def restarted(tmp_path, clock):
    """Return a ledger of another program on the same profile."""
    with Profile(tmp_path / "profile", clock) as again:
        yield again.ledger()


def reading(most=100, *, mark="read", at=NOON, price=POST, ids=()):
    return Reservation(at, "refresh", mark, (Charge(price, most, ids),))


def adding(user_id="21", *, at=NOON):
    return Reservation(at, "list", f"add {user_id}", (Charge(ADD, 1, (user_id,)),))


def came(*ids, price=POST):
    return [Charge(price, len(ids), ids)]


def told(hold):
    """Return what is told of a hold that is in doubt."""
    wanted = hold.reservation
    (charge,) = wanted.charges
    return Doubt(hold.key, wanted.since, wanted.job, charge.price.charge, charge.most, hold.dollars)


def test_the_worst_case_is_held_until_the_answer_replaces_it(ledger):
    hold = ledger.reserve(reading(100), BUDGET)
    assert (hold.dollars, hold.spent, hold.held) == (Decimal("0.5"), 0, 0)
    assert ledger.held(*MONTH) == Decimal("0.5")
    assert ledger.settle(hold, came("1", "2")) == Decimal("0.01")
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (0, Decimal("0.01"))


def test_all_parts_of_a_request_are_one_sum(ledger):
    parts = (Charge(POST, 100), Charge(USER, 200), Charge(POST, 200))
    wanted = Reservation(NOON, "chat", "search", parts)
    assert ledger.reserve(wanted, Decimal("3.499999")).key == 0
    assert ledger.reserve(wanted, Decimal("3.5")).dollars == Decimal("3.5")


def test_what_does_not_fit_holds_nothing(ledger):
    ledger.count(TODAY, POST, [str(n) for n in range(101)], "chat")
    refused = ledger.reserve(reading(100), BUDGET)
    assert (refused.key, refused.spent, refused.held) == (0, Decimal("0.505"), 0)
    assert ledger.held(*MONTH) == 0
    assert ledger.reserve(reading(99), BUDGET).key


def test_what_is_held_counts_against_the_next_request(ledger):
    ledger.reserve(reading(150, mark="a"), BUDGET)
    assert not ledger.reserve(reading(51, mark="b"), BUDGET).key
    assert ledger.reserve(reading(50, mark="b"), BUDGET).held == Decimal("0.75")


def test_a_budget_is_never_rounded_up(ledger):
    assert not ledger.reserve(reading(1), Decimal("0.0049999999")).key


def test_resources_asked_for_by_id_and_paid_for_today_are_free(ledger):
    ledger.count(TODAY, USER, ["1", "2"], "names")
    hold = ledger.reserve(reading(price=USER, ids=("1", "2", "3", "3")), BUDGET)
    assert hold.dollars == Decimal("0.01")
    tomorrow = reading(price=USER, ids=("1", "2", "3"), at=NOON + timedelta(days=1), mark="later")
    assert ledger.reserve(tomorrow, BUDGET).dollars == Decimal("0.03")


def test_a_failed_request_gives_all_back(ledger):
    ledger.release(ledger.reserve(reading(), BUDGET))
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (0, 0)


def test_a_doubt_is_held_and_told(ledger):
    hold = ledger.reserve(reading(40), BUDGET)
    assert ledger.doubts(*MONTH) == []
    ledger.doubt(hold)
    assert ledger.doubts(*MONTH) == [told(hold)]
    assert told(hold) == Doubt(hold.key, NOON, "refresh", "post", 40, Decimal("0.2"))
    assert ledger.held(*MONTH) == Decimal("0.2")


def test_what_a_killed_program_asked_is_in_doubt_for_the_next(ledger, restarted):
    ledger.reserve(adding(), BUDGET)
    assert [doubt.job for doubt in restarted.doubts(*MONTH)] == ["list"]
    assert restarted.held(*MONTH) == Decimal("0.01")


def test_reading_the_same_again_that_day_takes_its_doubt_over(ledger):
    ledger.doubt(ledger.reserve(reading(150), BUDGET))
    again = ledger.reserve(reading(150), BUDGET)
    assert (again.dollars, again.held, ledger.doubts(*MONTH)) == (Decimal("0.75"), 0, [])
    ledger.settle(again, came("1"))
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (0, Decimal("0.005"))


def test_a_doubt_taken_over_is_a_doubt_again_where_the_second_try_fails(ledger):
    ledger.doubt(ledger.reserve(reading(150), BUDGET))
    ledger.release(ledger.reserve(reading(20), BUDGET))
    assert [doubt.dollars for doubt in ledger.doubts(*MONTH)] == [Decimal("0.75")]


def test_a_doubt_taken_over_is_as_young_as_the_request_that_took_it(ledger, restarted):
    ledger.doubt(ledger.reserve(reading(100), BUDGET))
    (shown,) = restarted.doubts(*MONTH)
    later = NOON + timedelta(minutes=10)
    again = ledger.reserve(reading(100, at=later), BUDGET)
    assert [doubt.since for doubt in restarted.doubts(*MONTH)] == [later]
    assert not restarted.close_doubt(shown, charged=True)
    ledger.settle(again, came("1"))
    assert restarted.close_doubt(shown, charged=True)
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (0, Decimal("0.005"))


def test_an_act_done_twice_costs_twice(ledger):
    ledger.doubt(ledger.reserve(adding(), BUDGET))
    assert ledger.reserve(adding(), BUDGET).held == Decimal("0.01")


def test_another_day_pays_for_the_same_again(ledger):
    ledger.doubt(ledger.reserve(reading(100), BUDGET))
    tomorrow = ledger.reserve(reading(100, at=NOON + timedelta(days=1)), BUDGET)
    assert tomorrow.held == Decimal("0.5")


@pytest.mark.parametrize(("brought", "spent"), [([Charge(ADD)], Decimal("0.01")), ([], 0)])
def test_looking_an_act_up_ends_its_doubts(ledger, brought, spent):
    for _ in range(2):
        ledger.doubt(ledger.reserve(adding(), BUDGET))
    ledger.doubt(ledger.reserve(adding("22"), BUDGET))
    assert ledger.settle_doubt("add 21", TODAY, brought, "list") == spent
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (Decimal("0.01"), spent)


@pytest.mark.parametrize(("charged", "spent"), [(True, Decimal("0.2")), (False, 0)])
def test_a_person_can_end_a_doubt(ledger, charged, spent):
    hold = ledger.reserve(reading(40), BUDGET)
    ledger.doubt(hold)
    assert ledger.close_doubt(told(hold), charged=charged)
    assert (ledger.held(*MONTH), ledger.spent(*MONTH)) == (0, spent)
    assert sum(line.resources for line in ledger.lines(*MONTH)) == (40 if charged else 0)


def test_an_answer_after_a_person_ended_the_doubt_still_counts(ledger):
    hold = ledger.reserve(reading(40), BUDGET)
    ledger.close_doubt(told(hold), charged=False)
    assert ledger.settle(hold, came("1")) == Decimal("0.005")


def test_doubts_end_with_their_month(ledger):
    ledger.doubt(ledger.reserve(reading(200), BUDGET))
    april = datetime(2026, 4, 1, tzinfo=UTC)
    assert ledger.held(*month_of(april.date())) == 0
    assert ledger.reserve(reading(200, at=april), BUDGET).key


def test_what_was_held_two_months_ago_is_forgotten(ledger):
    ledger.doubt(ledger.reserve(reading(200), BUDGET))
    ledger.release(ledger.reserve(reading(1, at=NOON + timedelta(days=60), mark="b"), BUDGET))
    assert ledger.held(*MONTH) == BUDGET
    ledger.release(ledger.reserve(reading(1, at=NOON + timedelta(days=61), mark="b"), BUDGET))
    assert ledger.held(*MONTH) == 0


def test_a_clock_that_shows_an_earlier_month_passes_no_budget(ledger):
    earlier = NOON - timedelta(days=40)
    ledger.count(TODAY, POST, [str(n) for n in range(102)], "refresh")
    ledger.doubt(ledger.reserve(reading(38), BUDGET))
    refused = ledger.reserve(reading(61, at=earlier, mark="b"), BUDGET)
    assert (refused.key, refused.spent, refused.held) == (0, Decimal("0.51"), Decimal("0.19"))
    assert ledger.reserve(reading(60, at=earlier, mark="b"), BUDGET).key


def test_a_clock_that_shows_the_next_month_drops_no_doubt(ledger):
    ledger.doubt(ledger.reserve(reading(100), BUDGET))
    ledger.release(ledger.reserve(reading(1, at=NOON + timedelta(days=31), mark="b"), BUDGET))
    assert [doubt.dollars for doubt in ledger.doubts(*MONTH)] == [Decimal("0.5")]


def test_what_began_before_midnight_counts_on_that_day(ledger):
    hold = ledger.reserve(reading(10, at=NOON), BUDGET)
    ledger.settle(hold, came("1"))
    assert [line.day for line in ledger.lines(*MONTH)] == [TODAY]


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Return the ledger of a file of its own."""
    path = tmp_path_factory.mktemp("money") / "profile.sqlite3"
    connections = open_database(path, DatabaseKind.PROFILE, NOON)
    yield SqliteLedger(connections)
    connections.close()


@given(st.decimals(0, 100, places=6), st.integers(0, 10_000))
def test_what_fits_to_the_millionth_is_allowed_and_nothing_else(bare, price, most):
    charge = Charge(Price("post", price), most)
    hold = bare.reserve(Reservation(NOON, "x", "x", (charge,)), Decimal(5000))
    assert bool(hold.key) == (price * most <= 5000)
    bare.release(hold)


@dataclass
class Sent:
    """One request that X may or may not have answered; ``ids`` is what it brings."""

    hold: Hold
    ids: tuple[str, ...]
    billed: bool = False


class Month(RuleBasedStateMachine):
    """Requests, answers, failures, broken lines, kills and decisions, in any order.

    ``billed`` is X's own account of the day, the truth that the ledger may never stay below.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = FixedClock()
        self.profile = Profile(Path(self.folder.name), self.clock)
        self.ledger = self.profile.ledger()
        self.open: list[Sent] = []
        self.lost: list[Sent] = []
        self.paid: set[tuple[date, str]] = set()
        self.billed: dict[int, Decimal] = defaultdict(Decimal)

    @initialize(cents=st.integers(0, 30))
    def decide(self, cents):
        self.budget = Decimal(cents) / 100

    @rule(number=st.integers(0, 5), most=st.integers(1, 8), by_id=st.booleans())
    def read(self, number, most, by_id):
        ids = tuple(str(number + i) for i in range(most))
        mark = f"{number} {most}"
        self.ask(reading(most, mark=mark, at=self.clock.now(), ids=ids if by_id else ()), ids)

    @rule(number=st.integers(0, 2))
    def act(self, number):
        self.ask(adding(str(number), at=self.clock.now()), (str(number),))

    def ask(self, wanted, ids):
        before = self.known()
        hold = self.ledger.reserve(wanted, self.budget)
        assert bool(hold.key) == (hold.spent + hold.held + hold.dollars <= self.budget)
        if hold.key:
            self.open.append(Sent(hold, ids))
        else:
            assert self.known() == before

    @precondition(lambda self: self.open)
    @rule(data=st.data(), some=st.integers(0, 8))
    def answer(self, data, some):
        sent = self.pick(data, self.open)
        ids = sent.ids if sent.hold.reservation.repeatable else sent.ids[:some] or sent.ids
        self.bill(sent, ids)
        price = sent.hold.reservation.charges[0].price
        self.ledger.settle(sent.hold, [Charge(price, len(ids), ids)])

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def fail(self, data):
        self.ledger.release(self.pick(data, self.open).hold)

    @precondition(lambda self: self.open)
    @rule(data=st.data(), done=st.booleans())
    def break_off(self, data, done):
        sent = self.pick(data, self.open)
        self.lose(sent, done=done)
        self.ledger.doubt(sent.hold)

    @rule(done=st.booleans())
    def kill(self, done):
        for sent in self.open:
            self.lose(sent, done=done)
        self.open.clear()
        self.profile.close()
        self.profile = Profile(Path(self.folder.name), self.clock)
        self.ledger = self.profile.ledger()

    @precondition(lambda self: any(not s.hold.reservation.repeatable for s in self.lost))
    @rule(data=st.data())
    def look_up(self, data):
        acts = [sent for sent in self.lost if not sent.hold.reservation.repeatable]
        mark = data.draw(st.sampled_from(acts)).hold.reservation.mark
        same = [sent for sent in acts if sent.hold.reservation.mark == mark]
        if any(sent.hold.reservation.mark == mark for sent in self.open):
            return
        for sent in same:
            self.lost.remove(sent)
        day = self.clock.now().date()
        done = [Charge(ADD)] * sum(sent.billed for sent in same)
        self.ledger.settle_doubt(mark, day, done, "list")

    @rule(data=st.data())
    def decide_a_doubt(self, data):
        doubts = self.ledger.doubts(*month_of(self.clock.now().date()))
        if doubts:
            doubt = data.draw(st.sampled_from(doubts))
            assert self.ledger.close_doubt(doubt, charged=True)
            self.lost = [sent for sent in self.lost if sent.hold.key != doubt.key]

    @precondition(lambda self: not self.open)
    @rule(days=st.integers(1, 20))
    def sleep(self, days):
        self.clock.advance(seconds=days * 86_400)
        self.lost = [one for one in self.lost if one.hold.reservation.day >= self.month()[0]]

    def pick(self, data, among):
        return among.pop(data.draw(st.integers(0, len(among) - 1)))

    def lose(self, sent, *, done):
        if done:
            self.bill(sent, sent.ids)
        self.lost.append(sent)

    def bill(self, sent, ids):
        """Charge as X does: a call each time, a resource once a day."""
        wanted = sent.hold.reservation
        new = 1
        if wanted.repeatable:
            fresh = {(wanted.day, one) for one in ids} - self.paid
            self.paid |= fresh
            new = len(fresh)
        sent.billed = True
        self.billed[wanted.day.month] += new * wanted.charges[0].price.dollars

    def month(self):
        return month_of(self.clock.now().date())

    def known(self):
        return self.ledger.spent(*self.month()) + self.ledger.held(*self.month())

    @invariant()
    def nothing_passes_the_budget(self):
        billed = self.billed[self.clock.now().month]
        assert billed <= self.known() <= self.budget

    def teardown(self):
        self.profile.close()
        self.folder.cleanup()


TestMonth = Month.TestCase
TestMonth.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
