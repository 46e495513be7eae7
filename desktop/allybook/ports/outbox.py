"""What waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from allybook.domain.acts.outbox import Act, Outcome
    from allybook.domain.money.pricing import Dollars
    from allybook.ports.ticks import Ticks


class Outbox(Protocol):
    """A durable queue of acts, oldest first."""

    @property
    def ticks(self) -> Ticks:
        """Return the tick list of the same account."""

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written."""

    def turn(self) -> AbstractContextManager[None]:
        """Hold the right to send, across threads and processes, until the end of the block.

        Raises ``AllybookError`` where another holds it; a program that dies gives it back.
        """

    def put(self, acts: Sequence[Act]) -> int:
        """Keep acts until they settle; return how many were new."""

    def next(self, list_id: str) -> Act | None:
        """Return the oldest act of a list that is not settled (``sending`` ones first)."""

    def start(self, act_id: str, sent_at: datetime, price: Dollars | None = None) -> None:
        """Mark an act as being sent, before it is sent, at the price of the day."""

    def settle(self, act_id: str, outcome: Outcome, sent_at: datetime, detail: str = "") -> None:
        """Write down what became of an act."""

    def postpone(self, act_id: str) -> None:
        """Put an act that was certainly not done back among the waiting ones."""

    def waiting(self) -> int:
        """Return how many acts are not settled."""

    def drop(self, list_id: str) -> int:
        """Settle as dropped what waits for a list; return how many."""

    def withdraw(self, act_id: str) -> bool:
        """Settle one act as dropped, if it still waits; return whether it did."""

    def erase(self, user_ids: Sequence[str] | None = None, handles: Sequence[str] = ()) -> int:
        """Erase the handles in what is settled (of these accounts, or of all); return how many.

        ``handles`` (lower-cased) are theirs as well: they count where no id tells whose they are.
        The acts stay, by id: what was done on X stays true.
        """

    def mark(self, name: str) -> str:
        """Return what was noted about publishing under a name, or nothing."""

    def set_mark(self, name: str, value: str) -> None:
        """Note something about publishing that has to outlive the program and the cache."""

    def acts(self, list_id: str | None = None) -> Sequence[Act]:
        """Return the acts, newest first."""

    def acts_about(self, user_id: str) -> Sequence[Act]:
        """Return the acts about one account, newest first."""
