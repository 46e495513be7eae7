"""A ticket that can be held: the job waits at its next safe point until it may go on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ports.surroundings import Ticket

GLANCE = 0.25
"""How long a stop may go unheard while the job is held, in seconds."""


class Holding:
    """Whether a job is held; the window turns it, the job's thread waits for it."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()

    @property
    def held(self) -> bool:
        """Return whether the job is to wait."""
        return not self._free.is_set()

    def turn(self, *, held: bool) -> None:
        """Hold the job, or let it go on."""
        if held:
            self._free.clear()
        else:
            self._free.set()

    def wait(self) -> None:
        """Wait a glance's time for leave to go on."""
        self._free.wait(GLANCE)


class HeldTicket:
    """A job's ticket behind a hold (``ports.Ticket``): asking it whether to stop may take a while.

    A stop is heard while the job is held, too.
    """

    def __init__(self, ticket: Ticket, hold: Holding) -> None:
        self._ticket = ticket
        self._hold = hold

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop, once it is not held any more."""
        while self._hold.held and not self._ticket.cancelled():
            self._hold.wait()
        return self._ticket.cancelled()

    def report(self, done: int, total: int) -> None:
        """Say how far the job has come."""
        self._ticket.report(done, total)

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say that the job waits."""
        self._ticket.waiting(until, why)
