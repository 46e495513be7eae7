"""The slip between a job and who asked for it, and the pauses that it tells of."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

Progress = tuple[int, int]
"""How much is done, and of how much."""


class Pause(Struct, frozen=True):
    """A pause until a moment (UTC). ``ends`` is that moment on ``time.monotonic`` (seconds).

    What counts down goes by ``ends``: the clock of the computer may be set while it counts.
    """

    until: datetime
    ends: float
    why: str


class Ticket:
    """The two-way slip between a job and the one who asked for it; ``now`` is the job's clock.

    A ``sure`` job is what a person did: closing the window lets it end. ``monotonic`` counts
    seconds, and nobody sets it.
    """

    def __init__(
        self,
        announce: Callable[[], None],
        now: Callable[[], datetime],
        *,
        sure: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.sure = sure
        self._announce = announce
        self._now = now
        self._monotonic = monotonic
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._latest: Progress = (0, 0)
        self._announced = False
        self.pause: Pause | None = None

    def cancel(self) -> None:
        """Ask the job to stop at its next safe point."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._stop.is_set()

    def report(self, done: int, total: int) -> None:
        """Say how far the job has come; reports that nobody has read yet are replaced."""
        with self._lock:
            self._latest = (done, total)
            announced, self._announced = self._announced, True
        if not announced:
            self._announce()

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say that the job waits until a moment (UTC), and for what; None when it goes on."""
        pause = None
        if until is not None:
            left = (until - self._now()).total_seconds()
            pause = Pause(until, self._monotonic() + left, why)
        with self._lock:
            self.pause = pause
            announced, self._announced = self._announced, True
        if not announced:
            self._announce()

    def read(self) -> Progress:
        """Return the latest report; (0, 0) before the first."""
        with self._lock:
            self._announced = False
            return self._latest


def pause_of(ticket: Ticket | None) -> Pause | None:
    """Return the pause that a job makes now, or None where it makes none or there is no job."""
    return ticket.pause if ticket else None
