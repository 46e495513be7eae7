"""Waiting and trying again, on a clock that the waiting itself moves."""

from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import (
    Cancelled,
    CreditsGone,
    Fate,
    Garbled,
    NeedsSignIn,
    Offline,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    Unreachable,
)
from allybook.domain.money.limits import WaitsFor
from allybook.domain.reading.pages import Page
from allybook.services.jobs.paging import read_batches, read_pages
from allybook.services.jobs.patience import LONGEST, next_try, patiently, wait_until
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience

MINUTE = timedelta(minutes=1)
DARK = Unreachable("X did not answer.")


class Answers:
    """Raises or returns what it was given, one after the other, and counts."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, *_words):
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Stopped(Patience):
    """A ticket that is cancelled once the clock shows a moment."""

    def __init__(self, clock, after):
        super().__init__()
        self._clock, self.moment = clock, clock.now() + after

    def cancelled(self):
        return self._clock.now() >= self.moment


def test_a_quarter_hours_limit_is_waited_for_and_said(desk, clock, ticket):
    began = clock.now()
    until = began + 14 * MINUTE
    assert patiently(desk, ticket, Answers(RateLimited("Wait.", until), "answer")) == "answer"
    assert until < clock.now() <= until + timedelta(seconds=4)
    (told, why), (over, _) = ticket.pauses
    assert until < told <= until + timedelta(seconds=4)
    assert (why, over) == (WaitsFor.LIMIT, None)


@pytest.mark.parametrize(
    "final",
    [
        RateLimited("Wait for a day.", None),
        CreditsGone("No credits."),
        SpendCapReached("Until 15 April.", date(2026, 4, 15)),
        OverBudget("The budget."),
        NeedsSignIn("Sign in."),
        Refused("No."),
        Offline("You are offline."),
        Unreachable("The certificate.", passing=False),
        Unreachable("Maintenance.", again_at=None),
    ],
    ids=repr,
)
def test_what_no_waiting_mends_ends_the_job_at_once(desk, clock, ticket, final):
    if isinstance(final, RateLimited):
        final.reset_at = clock.now() + timedelta(hours=9)
    if str(final) == "Maintenance.":
        final.again_at = clock.now() + timedelta(hours=2)
    ask = Answers(final)
    before = clock.now()
    with pytest.raises(type(final)):
        patiently(desk, ticket, ask)
    assert (ask.asked, clock.now(), ticket.pauses) == (1, before, [])


def test_trouble_that_passes_is_met_with_ever_later_tries(desk, clock, ticket):
    moments = []
    ask = Answers(DARK, DARK, DARK, "answer")

    def timed():
        moments.append(clock.now())
        return ask()

    assert patiently(desk, ticket, timed) == "answer"
    gaps = [(b - a).total_seconds() for a, b in pairwise(moments)]
    assert gaps == [2.0, 4.0, 8.0]
    assert {why for _, why in ticket.pauses} == {WaitsFor.TROUBLE, ""}


def test_after_a_few_tries_x_has_the_last_word(desk, ticket):
    ask = Answers(*[DARK] * 9)
    with pytest.raises(Unreachable):
        patiently(desk, ticket, ask)
    assert ask.asked == 4


def test_a_broken_answer_may_have_cost_something_and_is_asked_for_once_more(desk, ticket):
    ask = Answers(*[Garbled("Half an answer.")] * 9)
    with pytest.raises(Garbled):
        patiently(desk, ticket, ask)
    assert ask.asked == 2


def test_the_counter_for_tokens_is_shown_the_same_pair_once(desk, ticket):
    error = Garbled("X's answer to the sign-in cannot be understood.")
    error.fate = Fate.NOT_SENT
    ask = Answers(error, "answer")
    with pytest.raises(Garbled):
        patiently(desk, ticket, ask)
    assert ask.asked == 1


@pytest.mark.parametrize("error", [Unreachable("Time-out."), Garbled("Half an answer.")])
def test_what_each_asking_costs_is_not_asked_for_again_where_it_may_have_cost(desk, ticket, error):
    ask = Answers(error, "answer")
    with pytest.raises(type(error)):
        patiently(desk, ticket, ask, each_costs=True)
    assert ask.asked == 1


@pytest.mark.parametrize("fate", [Fate.NOT_SENT, Fate.FAILED])
def test_what_costs_nothing_is_asked_for_again_even_where_each_asking_costs(desk, ticket, fate):
    ask = Answers(Unreachable("No answer.", fate=fate), "answer")
    assert patiently(desk, ticket, ask, each_costs=True) == "answer"


def test_a_limit_that_never_opens_is_given_up(desk, clock, ticket):
    asked = []

    def ask():
        asked.append(clock.now())
        raise RateLimited("Wait.", clock.now() + MINUTE)

    with pytest.raises(RateLimited):
        patiently(desk, ticket, ask)
    assert len(asked) == 4


def test_x_says_itself_when_to_come_back(desk, clock, ticket):
    again = clock.now() + 2 * MINUTE
    patiently(desk, ticket, Answers(Unreachable("Maintenance.", again_at=again), "answer"))
    assert again <= clock.now() < again + timedelta(seconds=1)


def test_a_stop_is_heard_within_a_quarter_of_a_second(desk, clock):
    ticket = Stopped(clock, timedelta(seconds=61))
    ask = Answers(RateLimited("Wait.", clock.now() + 14 * MINUTE))
    with pytest.raises(Cancelled, match="is kept"):
        patiently(desk, ticket, ask)
    assert clock.now() - ticket.moment <= timedelta(seconds=0.25)
    assert ticket.pauses[-1] == (None, "")


def test_going_offline_ends_the_waiting(desk, clock, ticket):
    def wait(seconds):
        clock.advance(seconds=seconds)
        desk.line.switch(up=False)

    waiting = replace(desk, wait=wait)
    began = clock.now()
    with pytest.raises(Offline):
        patiently(waiting, ticket, Answers(RateLimited("Wait.", began + 14 * MINUTE)))
    assert clock.now() - began <= timedelta(seconds=0.25)


@pytest.mark.parametrize("jump", [timedelta(hours=-5), timedelta(hours=5)])
def test_a_clock_set_anew_makes_no_waiting_longer(desk, clock, ticket, jump):
    waited = []

    def wait(seconds):
        clock.advance(seconds=seconds if waited else jump.total_seconds())
        waited.append(seconds)

    wait_until(replace(desk, wait=wait), ticket, clock.now() + MINUTE, WaitsFor.LIMIT)
    assert sum(waited) <= 60


def test_a_page_that_had_to_wait_is_read_once_and_the_others_stay(desk, clock, ticket):
    wait = RateLimited("Wait.", clock.now() + MINUTE)
    ask = Answers(Page((1, 2), "b"), wait, Page((3,), None))
    kept = []
    reading = read_pages(desk, ticket, ask, lambda page: kept.extend(page.items))
    assert (reading.items, reading.complete, kept) == (3, True, [1, 2, 3])


def test_what_was_read_before_a_stop_in_a_pause_stays(desk, clock):
    ticket = Stopped(clock, timedelta(seconds=9))
    wait = RateLimited("Wait.", clock.now() + MINUTE)
    kept = []
    reading = read_pages(
        desk, ticket, Answers(Page((1, 2), "b"), wait), lambda page: kept.extend(page.items)
    )
    assert (reading.items, reading.complete, kept) == (2, False, [1, 2])
    ticket = Stopped(clock, timedelta(seconds=9))
    wait = RateLimited("Wait.", clock.now() + MINUTE)
    wanted = [str(number) for number in range(250)]
    read_batches(
        desk, ticket, wanted, Answers(Page((3,)), wait), lambda page: kept.extend(page.items)
    )
    assert kept == [1, 2, 3]
    assert ticket.reports == [(100, 250)]


@given(
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 9),
    st.timedeltas(timedelta(days=-3), timedelta(days=40)),
    st.booleans(),
)
def test_no_pause_is_longer_than_the_longest_nor_before_x_allows(chance, failed, span, limit):
    clock = FixedClock()
    desk = SimpleNamespace(clock=clock, chance=lambda: chance, backoff=2.0)
    moment = clock.now() + span
    error = RateLimited("Wait.", moment) if limit else Unreachable("Later.", again_at=moment)
    until = next_try(desk, error, failed)
    if until is not None:
        assert until - clock.now() <= LONGEST
        assert until > moment if limit else until >= moment
