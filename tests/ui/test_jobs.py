from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

from allybook.domain.errors import AllybookError, Cancelled, Offline, StorageError
from allybook.ui.jobs import Jobs
from allybook.ui.ticket import Ticket, pause_of

PATIENCE_MS = 20


@pytest.fixture
def jobs(qapp):
    jobs = Jobs(threads=2, patience_ms=PATIENCE_MS)
    yield jobs
    jobs.close()


class Listener:
    """Keeps what it hears, and from which thread."""

    def __init__(self):
        self.answers = []
        self.errors = []
        self.steps = []
        self.threads = set()

    def words(self):
        return {"done": self.hear, "failed": self.err, "progress": self.step}

    def hear(self, answer):
        self.threads.add(threading.current_thread())
        self.answers.append(answer)

    def err(self, error):
        self.threads.add(threading.current_thread())
        self.errors.append(error)

    def step(self, done, total):
        self.threads.add(threading.current_thread())
        self.steps.append((done, total))


@pytest.fixture
def listener():
    return Listener()


def test_answers_come_on_the_windows_thread(qtbot, jobs, listener):
    jobs.fetch(jobs, lambda _ticket: threading.current_thread(), **listener.words())
    qtbot.waitUntil(lambda: bool(listener.answers))
    assert listener.answers[0] is not threading.main_thread()
    assert listener.threads == {threading.main_thread()}


def test_what_writes_runs_one_at_a_time_and_in_order(qtbot, jobs, listener):
    inside = threading.Lock()

    def work(number):
        assert inside.acquire(blocking=False)
        try:
            return number, threading.current_thread().name
        finally:
            inside.release()

    for number in range(200):
        jobs.write(jobs, lambda _ticket, n=number: work(n), **listener.words())
    qtbot.waitUntil(lambda: len(listener.answers) == 200)
    assert [number for number, _thread in listener.answers] == list(range(200))
    assert len({thread for _number, thread in listener.answers}) == 1


def test_what_reads_does_not_wait_for_what_writes(qtbot, jobs, listener):
    gate = threading.Event()
    jobs.write(jobs, lambda _ticket: gate.wait(20), **listener.words())
    jobs.fetch(jobs, lambda _ticket: "read", **listener.words())
    qtbot.waitUntil(lambda: listener.answers == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: listener.answers == ["read", True])


def test_two_thousand_jobs_lose_no_answer(qtbot, listener):
    jobs = Jobs(threads=8)
    for number in range(2_000):
        jobs.fetch(jobs, lambda _ticket, n=number: n, **listener.words())
    qtbot.waitUntil(lambda: len(listener.answers) == 2_000)
    assert sorted(listener.answers) == list(range(2_000))
    assert jobs.running() == 0
    jobs.close()


def test_a_job_stops_at_its_next_safe_point(qtbot, jobs, listener):
    started, seen = threading.Event(), threading.Event()

    def work(ticket):
        started.set()
        while not ticket.cancelled():
            seen.wait(0.001)
        return "stopped"

    ticket = jobs.fetch(jobs, work, **listener.words())
    assert started.wait(20)
    ticket.cancel()
    qtbot.waitUntil(lambda: listener.answers == ["stopped"])


def test_a_job_stopped_before_it_began_never_runs(qtbot, jobs, listener):
    gate = threading.Event()
    ran = []
    jobs.write(jobs, lambda _ticket: gate.wait(20), **listener.words())
    ticket = jobs.write(jobs, ran.append, **listener.words())
    ticket.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert isinstance(listener.errors[0], Cancelled)
    assert ran == []


def test_an_error_for_people_arrives_as_it_is(qtbot, jobs, listener):
    def work(_ticket):
        raise Offline("There is no network; try again later. Nothing is lost.")

    jobs.fetch(jobs, work, **listener.words())
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert str(listener.errors[0]).startswith("There is no network")


def test_any_other_error_is_logged_and_said_in_plain_words(qtbot, jobs, listener, caplog):
    with caplog.at_level(logging.ERROR):
        jobs.fetch(jobs, lambda _ticket: {}["cursor"], **listener.words())
        qtbot.waitUntil(lambda: bool(listener.errors))
    assert type(listener.errors[0]) is AllybookError
    assert "cursor" not in str(listener.errors[0])
    assert "KeyError" in caplog.text


def test_short_work_shows_no_progress(qtbot, listener):
    jobs = Jobs(patience_ms=60_000)

    def work(ticket):
        for number in range(10):
            ticket.report(number, 10)
        return "short"

    jobs.fetch(jobs, work, **listener.words())
    qtbot.waitUntil(lambda: listener.answers == ["short"])
    assert listener.steps == []
    jobs.close()


def test_long_work_shows_the_latest_step(qtbot, jobs, listener):
    shown, told = threading.Event(), threading.Event()

    def work(ticket):
        shown.wait(20)
        for number in range(1_000):
            ticket.report(number, 1_000)
        told.set()

    jobs.fetch(jobs, work, **listener.words())
    qtbot.waitUntil(lambda: listener.steps == [(0, 0)])
    shown.set()
    assert told.wait(20)
    qtbot.waitUntil(lambda: bool(listener.answers))
    # Reports that nobody has read yet are replaced, so the window is not flooded.
    assert listener.steps == [(0, 0), (999, 1_000)]


def test_long_work_that_says_nothing_shows_that_it_goes_on(qtbot, jobs, listener):
    gate = threading.Event()
    jobs.fetch(jobs, lambda _ticket: gate.wait(20), **listener.words())
    qtbot.waitUntil(lambda: listener.steps == [(0, 0)])
    gate.set()
    qtbot.waitUntil(lambda: listener.answers == [True])


def test_a_pause_is_told_when_it_begins_and_when_it_is_over(qtbot, listener):
    noon = datetime(2026, 3, 30, 12, tzinfo=UTC)
    jobs = Jobs(now=lambda: noon, patience_ms=PATIENCE_MS)
    over, end, pauses = threading.Event(), threading.Event(), []

    def work(ticket):
        ticket.waiting(noon + timedelta(minutes=12), "X asks to wait")
        over.wait(20)
        ticket.waiting(None)
        end.wait(20)

    words = listener.words()
    words["progress"] = lambda _done, _total: pauses.append(pause_of(ticket))
    ticket = jobs.fetch(jobs, work, **words)
    qtbot.waitUntil(lambda: bool(pauses) and pauses[-1] is not None)
    shown = pauses[-1]
    assert (shown.until - noon, shown.why) == (timedelta(minutes=12), "X asks to wait")
    over.set()
    qtbot.waitUntil(lambda: pauses[-1] is None)
    assert pause_of(None) is None
    end.set()
    jobs.close()


def test_a_pause_ends_by_a_clock_that_nobody_sets():
    noon = datetime(2026, 3, 31, 12, tzinfo=UTC)
    ticket = Ticket(lambda: None, lambda: noon, monotonic=lambda: 50.0)
    ticket.waiting(noon + timedelta(minutes=12), "X asks to wait")
    assert ticket.pause.ends == 50 + 720


def test_what_is_read_here_waits_for_no_job_that_waits_for_x(qtbot, jobs, listener):
    gate, later = threading.Event(), Listener()
    for _ in range(20):
        jobs.fetch(jobs, lambda _ticket: gate.wait(20), **later.words())
    jobs.write(jobs, lambda _ticket: "written", **listener.words())
    jobs.read(jobs, lambda _ticket: "read", **listener.words())
    qtbot.waitUntil(lambda: sorted(listener.answers) == ["read", "written"])
    assert later.answers == []
    gate.set()
    qtbot.waitUntil(lambda: later.answers == [True] * 20)


def test_no_answer_reaches_an_owner_that_is_gone(qtbot, jobs, listener):
    gate = threading.Event()
    owner = QObject()
    jobs.write(owner, lambda _ticket: gate.wait(20), **listener.words())
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(owner)
    gate.set()
    later = Listener()
    jobs.write(jobs, lambda _ticket: "after", **later.words())
    qtbot.waitUntil(lambda: later.answers == ["after"])
    assert listener.answers == listener.errors == listener.steps == []


def test_closing_stops_what_runs_and_drops_what_waits(listener):
    before = threading.enumerate()
    jobs = Jobs(patience_ms=PATIENCE_MS)
    started, seen = threading.Event(), threading.Event()

    def work(ticket):
        started.set()
        while not ticket.cancelled():
            seen.wait(0.001)

    jobs.write(jobs, work, **listener.words())
    jobs.write(jobs, lambda _ticket: listener.steps.append("ran"), **listener.words())
    assert started.wait(20)
    jobs.close()
    QCoreApplication.processEvents()
    assert listener.answers == listener.steps == []
    # Threads of others may run beside these, and end meanwhile.
    assert not set(threading.enumerate()) - set(before)


def test_closing_calls_off_who_reads_until_it_has_ended_and_nobody_else(listener):
    jobs = Jobs(patience_ms=PATIENCE_MS)
    reading, called_off, ids = threading.Event(), threading.Event(), []

    def read(_ticket):
        ids.append(threading.get_ident())
        reading.set()
        called_off.wait(20)

    calls = []

    def stop_reading(threads):
        calls.append(set(threads))
        # The first call came before it asked anything.
        if len(calls) > 1:
            called_off.set()

    jobs.fetch(jobs, lambda _ticket: reading.wait(20), **listener.words())
    jobs.read(jobs, read, **listener.words())
    assert reading.wait(20)
    jobs.close(stop_reading=stop_reading)
    assert called_off.is_set()
    assert all(call == set(ids) for call in calls)


def test_nothing_begins_once_jobs_are_closed(qapp, listener):
    jobs = Jobs()
    jobs.close()
    ticket = jobs.read(QObject(), lambda _ticket: listener.answers.append(1), **listener.words())
    assert ticket.cancelled()
    assert (jobs.running(), listener.answers, listener.errors) == (0, [], [])


def test_what_is_written_last_is_written_though_what_waits_is_dropped(qapp, caplog):
    jobs, owner, written = Jobs(), QObject(), []
    began, go_on = threading.Event(), threading.Event()

    def write(_ticket):
        began.set()
        go_on.wait(20)
        written.append("first")

    jobs.write(owner, write, done=written.append, failed=written.append)
    late = jobs.write(owner, lambda _t: written.append("late"), done=str, failed=str)

    def fail():
        raise StorageError("The disk is full: make room.")

    for work in (lambda: written.append("place"), fail, lambda: written.append("panes")):
        jobs.write_last(work)
    assert began.wait(20)
    jobs.close(go_on.set)
    assert late.cancelled()
    assert written == ["first", "place"]
    assert "The disk is full" in caplog.text


def test_what_was_done_is_written_though_it_waited_for_what_does_not_stop(qapp):
    jobs, told = Jobs(), []
    began, go_on = threading.Event(), threading.Event()
    jobs.write(jobs, lambda _ticket: began.set() or go_on.wait(20), done=str, failed=str)
    jobs.write(jobs, lambda _ticket: told.append("an import"), done=str, failed=str)
    jobs.act(jobs, lambda _ticket: told.append("done"), done=str, failed=str)
    assert began.wait(20)
    # Only once nobody waits any longer for answers does the first job come to its end.
    jobs.close(let_go=lambda: threading.Timer(0.2, go_on.set).start())
    assert told == ["done"]


def test_what_was_done_and_broken_off_by_closing_is_in_the_log(qapp, caplog):
    jobs, began = Jobs(), threading.Event()

    def work(ticket):
        began.set()
        while not ticket.cancelled():
            began.wait(0.001)
        raise Cancelled("Stopped; what was written stays.")

    jobs.act(jobs, work, done=str, failed=str)
    assert began.wait(20)
    jobs.close()
    assert "Not done before the window closed: Stopped" in caplog.text
