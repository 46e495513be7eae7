"""What surrounds every service: time, the one who writes, the one who waits, who listens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

    from allybook.domain.book.entry import Author, Stamp
    from allybook.domain.changes import Changed


class Clock(Protocol):
    """The time, as an argument.

    ``zone`` is where the person lives: its days are the ones that they mean. (X counts its own, and
    charges, by those of UTC.)
    """

    @property
    def zone(self) -> tzinfo:
        """Return the time zone."""

    def now(self) -> datetime:
        """Return the present moment (UTC)."""


class Scribe(Protocol):
    """Makes what identifies an entry, so that services stay free of clock and chance."""

    def author(self) -> Author:
        """Return who is writing, on which device."""

    def entry_id(self, at: Stamp) -> str:
        """Return a new id, ordered by ``at`` and random within it."""


class Ticket(Protocol):
    """The two-way slip between a job and the one who asked for it."""

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""

    def report(self, done: int, total: int) -> None:
        """Say how far the job has come."""

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say that the job waits until a moment (UTC), and for what; None when it goes on."""


class Announcer(Protocol):
    """Tells views what changed."""

    def announce(self, changed: Changed) -> None:
        """Pass on what a transaction touched."""

    def listen(self, hear: Callable[[Changed], None]) -> Callable[[], None]:
        """Call ``hear`` after each change (in the thread that made it); return how to stop."""


class Settings(Protocol):
    """Small choices that outlive a session: text by name."""

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""

    def write(self, name: str, value: str) -> None:
        """Keep a choice."""

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Keep what ``change`` makes of a choice, or of nothing, in one transaction.

        No other program and no other thread writes in between; ``change`` writes nothing itself.
        """

    def change_all(self, changes: Mapping[str, Callable[[str], str]]) -> None:
        """Change several choices in one transaction: all of them, or none where one cannot be."""

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written.

        It is this thread's own number, and costs less than to look up a choice.
        """

    def scrub(self) -> None:
        """Take off the disk what was overwritten, also where a copy was laid before a change."""
