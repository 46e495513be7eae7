"""Work off the window's thread, answers on it.

A job is a plain function of a ``Ticket``; it never touches Qt. What writes runs in one serial
thread, in the order asked for; small choices of a person are kept in another one, so that they wait
for no import. What goes to the network and what reads this computer's own files run in small pools
apart: a job that X keeps waiting for a quarter of an hour holds up nobody.
"""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Generic, TypedDict, TypeVar, cast

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from allybook.domain.errors import AllybookError, Cancelled, StorageError
from allybook.ui.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import NotRequired, Unpack

    from PySide6.QtCore import QTimerEvent

    from allybook.ui.ticket import Progress

T = TypeVar("T")

if TYPE_CHECKING:

    class Hearers(TypedDict, Generic[T]):
        """Who hears of a job on the window's thread: its answer or its error, and how far it is."""

        done: Callable[[T], None]
        failed: Callable[[AllybookError], None]
        progress: NotRequired[Callable[[int, int], None]]


PATIENCE_MS = 500
NETWORK_THREADS = 6
"""As many as there are buttons that go to X: each of their jobs may be waiting."""
READ_THREADS = 3
GRACE = 3.0
"""Seconds that an answer on its way still has when the window closes: X charges for it."""
BEAT = 0.02
"""Seconds between two calls to those who still read when the window closes."""

log = logging.getLogger(__name__)


def _ignore(_done: int, _total: int) -> None:
    """Show no progress."""


class _Job(Struct, Generic[T]):
    """One job and who hears of it, as long as its owner lives. Lives on the window's thread."""

    owner: QObject
    done: Callable[[T], None]
    failed: Callable[[AllybookError], None]
    progress: Callable[[int, int], None] = _ignore
    read: Callable[[], Progress] = lambda: (0, 0)
    ripe: bool = False
    ended: bool = False

    def ripen(self) -> None:
        """Begin to show progress: the job has lasted long enough to be worth it."""
        self.ripe = True
        self.advance()

    def advance(self) -> None:
        """Pass on the latest report."""
        if self.ripe and not self.ended and isValid(self.owner):
            self.progress(*self.read())

    def settle(self, answer: Future[T], excuse: str) -> None:
        """Pass on the answer; what is no error for a person is logged, and ``excuse`` is said."""
        self.ended = True
        error = answer.exception()
        if error is not None and not isinstance(error, AllybookError):
            log.error("A job failed", exc_info=error)
            error = AllybookError(excuse)
        if not isValid(self.owner):
            return
        if error is None:
            self.done(answer.result())
        else:
            self.failed(error)


def write_down(error: AllybookError) -> None:
    """Log what failed beside the work of a person, where a note would only disturb."""
    if not isinstance(error, Cancelled):
        log.warning("A job beside the work failed: %s", error)


def _tell_log(answer: Future[object]) -> None:
    """Log what came of an act that nobody is there any more to be told about."""
    error = answer.exception()
    if isinstance(error, AllybookError):
        log.warning("Not done before the window closed: %s", error)
    elif error is not None:
        log.error("A job failed", exc_info=error)


def _breakable(running: Mapping[Ticket, Future[object]]) -> list[Ticket]:
    """Return what can be broken off: of what a person did, only what had time to end."""
    return [one for one, answer in running.items() if answer.running() or not one.sure]


def _rest(_answer: object) -> None:
    """Say nothing: it shows by itself."""


def _write_quietly(works: Iterable[Callable[[], None]]) -> None:
    """Write one after the other until one fails: nobody is there any more to be told."""
    try:
        for work in works:
            work()
    except AllybookError as error:
        write_down(error)


def _let_read(_threads: Iterable[int]) -> None:
    """Let these threads read to the end."""


def _do_nothing() -> None:
    """Show nothing: the job has ended."""


def _now() -> datetime:
    return datetime.now(UTC)


class Jobs(QObject):
    """Runs jobs in threads and brings their answers to the window's thread.

    ``progress`` is called from ``patience_ms`` after the start on, so that short work shows
    nothing; (0, 0) says that the job has not told yet. It is called as well when a job begins and
    ends to wait: ``pause_of`` its ticket tells. ``now`` is the clock that jobs go by (UTC).
    ``closing`` is the last moment to start something; ``hindered`` tells that the disk did not let
    a job write, and carries how to start it again if it was a person's act (or None); ``untold``
    carries the error of an act whose owner is gone.
    """

    closing = Signal()
    hindered = Signal(object)
    untold = Signal(object)
    _posted = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = _now,
        threads: int = NETWORK_THREADS,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._keeper = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._network = ThreadPoolExecutor(threads, thread_name_prefix="fetch")
        self._reading: set[int] = set()
        self._reader = ThreadPoolExecutor(
            READ_THREADS,
            thread_name_prefix="read",
            initializer=lambda: self._reading.add(threading.get_ident()),
        )
        self._now = now
        self._patience_ms = patience_ms
        self._running: dict[Ticket, Future[object]] = {}
        self._young: dict[int, Callable[[], None]] = {}
        self._closed = False
        self._last: list[Callable[[], None]] = []
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def write(
        self, owner: QObject, work: Callable[[Ticket], T], **hearers: Unpack[Hearers[T]]
    ) -> Ticket:
        """Start work that writes: one at a time, in the order asked for."""
        return self._start(self._writer, work, _Job(owner, **hearers))

    def act(
        self, owner: QObject, work: Callable[[Ticket], T], **hearers: Unpack[Hearers[T]]
    ) -> Ticket:
        """Start what a person did: as ``write`` does, but closing the window lets it end."""
        return self._start(self._writer, work, _Job(owner, **hearers), sure=True)

    def keep(
        self,
        owner: QObject,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] = _rest,
        failed: Callable[[AllybookError], None],
    ) -> None:
        """Keep a small choice: one after the other; closing the window waits for all of them."""
        job = _Job(owner, done, failed)
        self._start(self._keeper, lambda _ticket: work(), job, sure=True)

    def fetch(
        self, owner: QObject, work: Callable[[Ticket], T], **hearers: Unpack[Hearers[T]]
    ) -> Ticket:
        """Start work that goes to the network, and may wait for it: several at a time."""
        return self._start(self._network, work, _Job(owner, **hearers))

    def read(
        self, owner: QObject, work: Callable[[Ticket], T], **hearers: Unpack[Hearers[T]]
    ) -> Ticket:
        """Start work that only reads what this computer keeps: a few at a time."""
        return self._start(self._reader, work, _Job(owner, **hearers))

    def write_last(self, work: Callable[[], None]) -> None:
        """Write something when the window closes, after all that is still being written."""
        self._last.append(work)

    def running(self, *, sure: bool = False) -> int:
        """Return how many jobs have not been answered yet; ``sure``: of what a person did."""
        return sum(ticket.sure or not sure for ticket in self._running)

    def close(
        self,
        let_go: Callable[[], None] = _do_nothing,
        stop_reading: Callable[[Iterable[int]], None] = _let_read,
    ) -> None:
        """Ask every job to stop and wait until they have; no answer comes after this.

        ``stop_reading`` breaks off what the threads with these ids read. Jobs that have not ended a
        few seconds later are waiting for somebody: ``let_go`` ends that. What a person did has as
        long to end, if it could begin; what they chose is kept however long it takes.
        """
        self.closing.emit()
        self._closed = True
        for ticket in self._running:
            if not ticket.sure:
                ticket.cancel()
        until = time.monotonic() + GRACE
        # It may ask its next question just then: it is called off until it has ended.
        while wait(self._running.values(), 0).not_done and time.monotonic() < until:
            stop_reading(tuple(self._reading))
            wait(self._running.values(), BEAT)
        let_go()
        self._keeper.shutdown(wait=True)
        for ticket in _breakable(self._running):
            ticket.cancel()
        self._writer.submit(_write_quietly, self._last)
        self._writer.shutdown(wait=True)
        self._network.shutdown(wait=True, cancel_futures=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        for timer in tuple(self._young):
            self._grow_up(timer)
        for ticket, answer in self._running.items():
            if ticket.sure:
                _tell_log(answer)

    def _start(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[Ticket], T],
        job: _Job[T],
        *,
        sure: bool = False,
    ) -> Ticket:
        ticket = Ticket(lambda: self._post(job.advance), self._now, sure=sure)
        if self._closed:
            # A timer of a window that is closing can still come here: nothing begins any more.
            ticket.cancel()
            return ticket
        job.read = ticket.read
        timer = self.startTimer(self._patience_ms)
        self._young[timer] = job.ripen
        too_late = self.tr("Stopped before it began; nothing was changed.")

        def run() -> T:
            """Do the work, unless it was stopped while it waited."""
            if ticket.cancelled():
                raise Cancelled(too_late)
            return work(ticket)

        def settle(answer: Future[T]) -> None:
            """Let go of the job, and hand over its answer."""
            self._running.pop(ticket, None)
            self._grow_up(timer)
            job.settle(answer, self._excuse())
            error = answer.exception()
            if isinstance(error, StorageError):
                fresh = _Job(job.owner, job.done, job.failed, job.progress)
                again = partial(self._start, pool, work, fresh, sure=True)
                self.hindered.emit(again if sure else None)
            if sure and isinstance(error, AllybookError) and not isValid(job.owner):
                self.untold.emit(error)

        answer = pool.submit(run)
        self._running[ticket] = cast("Future[object]", answer)
        answer.add_done_callback(lambda ended: self._post(lambda: settle(ended)))
        return ticket

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 (Qt's name)
        """Let a job that has lasted long enough show its progress."""
        self._grow_up(event.timerId())()

    def _grow_up(self, timer: int) -> Callable[[], None]:
        """Stop waiting for a job; return how to show its progress."""
        if timer in self._young:
            self.killTimer(timer)
        return self._young.pop(timer, _do_nothing)

    def _excuse(self) -> str:
        return self.tr(
            "Allybook made a mistake and stopped this job; try it again. Nothing is lost, "
            "and the file allybook.log says where it happened."
        )

    def _post(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            self._posted.emit(answer)

    @Slot(object)
    def _call(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()
