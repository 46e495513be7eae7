"""A job that is held waits at its next safe point, and hears a stop there."""

import threading

import pytest

from allybook.ui.tabs.allies.holding import HeldTicket, Holding
from tests.fakes.desk import Patience
from tests.ui.tabs.allies.scene import NOON

PATIENCE = 20
"""So long (seconds) a test waits for what must come."""


class Asked:
    """A ticket that tells each time it is asked whether to stop."""

    def __init__(self):
        self.stopped = False
        self.times = threading.Semaphore(0)

    def cancelled(self):
        self.times.release()
        return self.stopped


class Job:
    """A thread that asks once whether to stop, and keeps the answer."""

    def __init__(self, ticket, hold):
        self.answers = []
        held = HeldTicket(ticket, hold)
        self._thread = threading.Thread(target=lambda: self.answers.append(held.cancelled()))
        self._thread.start()

    def end(self):
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def hold():
    """A hold that lets go at the end, so that no thread is left behind."""
    holding = Holding()
    yield holding
    holding.turn(held=False)


@pytest.fixture
def held(hold):
    """A job that was held before it asked, and has asked its own ticket several times since."""
    ticket = Asked()
    hold.turn(held=True)
    job = Job(ticket, hold)
    for _ in range(3):
        assert ticket.times.acquire(timeout=PATIENCE)
    return ticket, job


def test_a_held_job_has_no_answer_until_it_may_go_on(hold, held):
    _ticket, job = held
    assert (hold.held, job.answers) == (True, [])
    hold.turn(held=False)
    job.end()
    assert (hold.held, job.answers) == (False, [False])


def test_a_stop_is_heard_while_the_job_is_held(hold, held):
    ticket, job = held
    ticket.stopped = True
    job.end()
    assert (hold.held, job.answers) == (True, [True])


def test_a_job_that_nobody_holds_has_its_answer_at_once(hold):
    ticket = Asked()
    job = Job(ticket, hold)
    job.end()
    assert job.answers == [False]


def test_what_a_job_says_is_passed_on_while_it_is_held(hold):
    ticket = Patience()
    hold.turn(held=True)
    held = HeldTicket(ticket, hold)
    held.report(1, 6)
    held.waiting(NOON, "slowly")
    assert (ticket.reports, ticket.pauses) == ([(1, 6)], [(NOON, "slowly")])
