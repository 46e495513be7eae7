"""The meter: reserved before, counted after, released or in doubt by how a request ended."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from allybook.domain.errors import (
    BadInput,
    CreditsGone,
    Fate,
    Garbled,
    ListLocked,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    StorageError,
    Unreachable,
)
from allybook.domain.money.reservations import Part, act_mark
from allybook.services.jobs.announce import Changes
from allybook.services.money.doubts import (
    PATIENCE,
    close_doubt,
    doubts,
    held_this_month,
    may_close,
    settle_act,
)
from allybook.services.money.metering import BudgetMeter
from allybook.services.money.quote import left, spent_this_month
from allybook.services.timepiece import Timepiece
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import PRICES, make_desk

SEARCH, USERS = "GET /2/tweets/search/recent", "GET /2/users"
ADD, COUNT = "POST /2/lists/:id/members", "GET /2/tweets/counts/recent"
NEVER_LESS = Decimal(100)
FREE = [
    *(CreditsGone("402"), SpendCapReached("403", None), RateLimited("429", NOON), Refused("403")),
    *(ListLocked("104"), NotThere("404"), NeedsSignIn("401"), BadInput("Not sent.")),
    Unreachable("No connection.", fate=Fate.NOT_SENT),
]
OPEN = [
    Unreachable("Time-out.", fate=Fate.UNKNOWN),
    Garbled("Half an answer."),
    KeyboardInterrupt(),
]


@pytest.fixture
def meter(desk):
    return desk.jobs


def ask(meter, *parts, mark="one", brings=(), ends=None):
    with meter.request(mark, parts) as slip:
        if ends is not None:
            raise ends
        slip.bring(brings)


def test_an_answer_is_counted_part_by_part(desk, meter):
    with meter.named("chat"):
        ask(
            meter,
            *(Part(SEARCH, 100), Part(USERS, 200)),
            brings=[Part(SEARCH, ids=("1", "2")), Part(USERS, ids=("31",))],
        )
    lines = desk.ledger.lines(date.min, date.max)
    assert {(one.charge, one.resources, one.job) for one in lines} == {
        *(("post", 2, "chat"), ("user", 1, "chat"))
    }
    assert (spent_this_month(desk), held_this_month(desk)) == (Decimal("0.02"), 0)


@pytest.mark.parametrize("error", FREE, ids=repr)
def test_x_charges_no_failed_request(desk, meter, error):
    with pytest.raises(type(error)):
        ask(meter, Part(SEARCH, 100), ends=error)
    assert (spent_this_month(desk), held_this_month(desk)) == (0, 0)


@pytest.mark.parametrize("error", [Garbled("The counter's answer."), StorageError("The keyring.")])
def test_what_ended_before_it_was_sent_costs_nothing(desk, meter, error):
    error.fate = Fate.NOT_SENT
    with pytest.raises(type(error)) as told:
        ask(meter, Part(ADD), ends=error)
    assert (held_this_month(desk), "charged" in str(told.value)) == (0, False)


def test_where_nothing_could_be_reserved_nothing_was_sent(desk, clock):
    def shut():
        raise StorageError("The disk does not answer.")

    meter = BudgetMeter(desk.ledger, PRICES, clock, shut, Changes())
    poor = BudgetMeter(desk.ledger, PRICES, clock, lambda: Decimal(0), Changes())
    for one, kind in ((meter, StorageError), (poor, OverBudget)):
        with pytest.raises(kind) as told:
            ask(one, Part(ADD))
        assert told.value.fate is Fate.NOT_SENT


@pytest.mark.parametrize("error", OPEN, ids=repr)
def test_what_broke_off_is_held_in_doubt(desk, meter, error):
    with meter.named("chat"), pytest.raises(type(error)):
        ask(meter, Part(SEARCH, 100), ends=error)
    [doubt] = doubts(desk)
    assert (doubt.job, doubt.charge, doubt.resources) == ("chat", "post", 100)
    assert (doubt.dollars, held_this_month(desk)) == (Decimal("0.5"), Decimal("0.5"))
    assert left(desk) == Decimal("4.5")


@pytest.mark.parametrize("error", OPEN[:2], ids=repr)
def test_what_may_have_been_charged_is_told(desk, meter, error):
    ends = type(error)("It broke off. Nothing here was lost.")
    with pytest.raises(type(error)) as told:
        ask(meter, Part(SEARCH, 100), ends=ends)
    assert str(told.value) == (
        "It broke off. Nothing here was lost. X may have charged up to $0.50 for it, and that much "
        "is held until it is known (Spending, or “allybook ledger”)."
    )


@pytest.mark.parametrize("error", FREE, ids=repr)
def test_of_what_costs_nothing_no_price_is_told(meter, error):
    with pytest.raises(type(error)) as told:
        ask(meter, Part(SEARCH, 100), ends=error)
    assert "charged" not in str(told.value)


def test_where_all_that_is_asked_for_was_paid_today_nothing_more_is_told(meter):
    ask(meter, Part(USERS, ids=("31",)), brings=[Part(USERS, ids=("31",))])
    with pytest.raises(Unreachable) as told:
        ask(meter, Part(USERS, ids=("31",)), ends=Unreachable("Time-out."))
    assert str(told.value) == "Time-out."


@pytest.mark.parametrize(("endpoint", "number"), [(SEARCH, 0), (COUNT, 0), (ADD, 1)])
def test_an_error_of_x_s_own_is_free_for_a_read_and_a_doubt_for_an_act(
    desk, meter, endpoint, number
):
    with pytest.raises(Unreachable):
        ask(meter, Part(endpoint, 1), ends=Unreachable("502", fate=Fate.FAILED))
    assert len(doubts(desk)) == number


def test_a_budget_is_one_sum_over_all_parts(desk, clock):
    poor = BudgetMeter(desk.ledger, PRICES, clock, lambda: Decimal("2.49"), Changes())
    with pytest.raises(
        OverBudget, match=r"could cost \$2\.50, and \$0\.00 of this month's \$2\.49"
    ):
        ask(poor, Part(SEARCH, 100), Part(USERS, 200))
    assert held_this_month(desk) == 0


def test_a_refusal_says_what_is_held_for_unanswered_requests(profile, clock):
    desk = make_desk(profile, clock, None, budget="1")
    with pytest.raises(Unreachable):
        ask(desk.jobs, Part(SEARCH, 150), ends=OPEN[0])
    with pytest.raises(OverBudget, match=r"and \$0\.75 held for unanswered requests"):
        ask(desk.jobs, Part(SEARCH, 100), mark="another")


def test_a_clock_that_is_set_back_by_a_month_brings_no_money_back(profile, clock):
    desk = make_desk(profile, clock, None, budget="5")
    ask(desk.jobs, Part(SEARCH, 40), brings=[Part(SEARCH, ids=("1", "2"))])
    break_off_an_add(desk)
    before = left(desk), doubts(desk)
    assert before[0] == Decimal("4.98")
    clock.advance(seconds=-40 * 86_400)
    assert (left(desk), doubts(desk)) == before
    with pytest.raises(
        OverBudget, match=r"\$0\.01 of this month's \$5\.00 is spent and \$0\.01 held"
    ):
        ask(desk.jobs, Part(SEARCH, 997))


def test_the_same_read_once_more_needs_no_second_reservation(profile, clock):
    desk = make_desk(profile, clock, None, budget="0.60")
    with pytest.raises(Unreachable):
        ask(desk.jobs, Part(SEARCH, 100), ends=OPEN[0])
    ask(desk.jobs, Part(SEARCH, 100), brings=[Part(SEARCH, ids=("1",))])
    assert (spent_this_month(desk), held_this_month(desk)) == (Decimal("0.005"), 0)


def break_off_an_add(desk, user_id="21"):
    with pytest.raises(Unreachable):
        ask(desk.jobs, Part(ADD), mark=act_mark(ADD, "9001", user_id), ends=OPEN[0])


@pytest.mark.parametrize(("done", "spent"), [(True, Decimal("0.01")), (False, 0)])
def test_looking_an_act_up_settles_it(desk, clock, done, spent):
    break_off_an_add(desk)
    settle_act(desk, ADD, "9001", "21", done_at=clock.now() if done else None)
    assert (spent_this_month(desk), held_this_month(desk)) == (spent, 0)


def test_a_person_decides_when_nobody_can_wait_for_an_answer_any_more(desk, clock):
    break_off_an_add(desk)
    break_off_an_add(desk, "22")
    first, second = doubts(desk)
    assert not may_close(desk, first)
    with pytest.raises(BadInput, match="five minutes"):
        close_doubt(desk, first, charged=False)
    clock.advance(seconds=PATIENCE.total_seconds())
    close_doubt(desk, first, charged=False)
    close_doubt(desk, second, charged=True)
    assert (spent_this_month(desk), held_this_month(desk)) == (Decimal("0.01"), 0)


@pytest.mark.parametrize("charged", [True, False])
def test_nobody_decides_about_a_doubt_while_the_same_is_asked_again(desk, clock, charged):
    with pytest.raises(Unreachable):
        ask(desk.jobs, Part(SEARCH, 100), ends=OPEN[0])
    (shown,) = doubts(desk)
    clock.advance(seconds=2 * PATIENCE.total_seconds())

    def ask_again():
        with desk.jobs.request("one", [Part(SEARCH, 100)]):
            with pytest.raises(BadInput, match="five minutes"):
                close_doubt(desk, shown, charged=charged)
            raise OPEN[0]

    with pytest.raises(Unreachable):
        ask_again()
    assert (spent_this_month(desk), held_this_month(desk)) == (0, Decimal("0.5"))
    (again,) = doubts(desk)
    clock.advance(seconds=PATIENCE.total_seconds())
    close_doubt(desk, again, charged=charged)
    assert spent_this_month(desk) == (Decimal("0.5") if charged else 0)


def test_everybody_hears_when_money_moves(desk, meter):
    heard = []
    desk.announcer.listen(heard.append)
    ask(meter, Part(SEARCH, 1), brings=[Part(SEARCH, ids=("1",))])
    break_off_an_add(desk)
    assert [changed.ledger for changed in heard] == [True, True]
    ask(meter, Part(SEARCH, 1), brings=[Part(SEARCH, ids=("1",))])
    assert len(heard) == 2


MIDNIGHT = datetime(2026, 3, 31, tzinfo=UTC)


@pytest.mark.parametrize("wrong", [timedelta(minutes=-20), timedelta(minutes=50)])
@pytest.mark.parametrize("seconds", [-600, -60, 600])
def test_a_charge_falls_on_x_s_day_though_the_clock_is_less_than_an_hour_off(desk, wrong, seconds):
    """The first answer tells the time, to a few seconds."""
    here = FixedClock(MIDNIGHT + timedelta(seconds=seconds) + wrong)
    clock = Timepiece(here)
    meter = BudgetMeter(desk.ledger, PRICES, clock, lambda: NEVER_LESS, Changes(), clock.here)
    with meter.request("one", [Part(SEARCH, 10)]) as slip:
        asked = here.now()
        here.advance(seconds=5)
        clock.hear(here.now() - wrong, asked)
        slip.bring([Part(SEARCH, ids=("1",))])
    (line,) = desk.ledger.lines(date.min, date.max)
    assert line.day == (MIDNIGHT + timedelta(seconds=seconds)).date()


class SlowLedger:
    """A ledger that another program keeps waiting over midnight."""

    def __init__(self, ledger, clock):
        self._ledger, self._clock = ledger, clock

    def __getattr__(self, name):
        return getattr(self._ledger, name)

    def reserve(self, wanted, budget):
        self._clock.advance(seconds=2)
        return self._ledger.reserve(wanted, budget)


def test_what_waits_for_the_ledger_over_midnight_counts_on_the_day_of_its_reservation(desk):
    clock = FixedClock(MIDNIGHT - timedelta(seconds=1))
    slow = SlowLedger(desk.ledger, clock)
    ask(
        BudgetMeter(slow, PRICES, clock, lambda: NEVER_LESS, Changes()),
        Part(SEARCH, 10),
        brings=[Part(SEARCH, ids=("1",))],
    )
    (line,) = desk.ledger.lines(date.min, date.max)
    assert line.day == date(2026, 3, 30)
