"""Tickets for what is done in parts, and for what nobody waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ports.surroundings import Ticket


class Unwatched:
    """The ticket of an act that is too short to be stopped or watched."""

    def cancelled(self) -> bool:
        """Return that nobody stops it."""
        return False

    def report(self, done: int, total: int) -> None:
        """Say nothing: nobody looks."""

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say nothing: nobody looks."""


UNWATCHED = Unwatched()


class PartTicket(Struct, frozen=True):
    """The ticket of one part of an act: ``before`` of ``whole`` were done when it began."""

    ticket: Ticket
    before: int
    whole: int

    def after(self, done: int) -> PartTicket:
        """Return the ticket for what comes after so many of this part."""
        return PartTicket(self.ticket, self.before + done, self.whole)

    def cancelled(self) -> bool:
        """Return whether the whole act was asked to stop."""
        return self.ticket.cancelled()

    def report(self, done: int, total: int) -> None:
        """Say how far the whole act has come."""
        self.ticket.report(min(self.before + done, self.whole), self.whole)

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say that the whole act waits."""
        self.ticket.waiting(until, why)
