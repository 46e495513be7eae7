"""What waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.outbox import Act, Outcome


class Outbox(Protocol):
    """A durable queue of acts, oldest first."""

    def put(self, acts: Sequence[Act]) -> int:
        """Keep acts until they settle; return how many were new."""

    def next(self, list_id: str) -> Act | None:
        """Return the oldest act of a list that is not settled (``sending`` ones first)."""

    def start(self, act_id: str, sent_at: datetime) -> None:
        """Mark an act as being sent, before it is sent."""

    def settle(self, act_id: str, outcome: Outcome, sent_at: datetime, detail: str = "") -> None:
        """Write down what became of an act."""

    def postpone(self, act_id: str) -> None:
        """Put an act that was certainly not done back among the waiting ones."""

    def waiting(self) -> int:
        """Return how many acts are not settled."""

    def drop(self, list_id: str) -> int:
        """Settle as dropped what waits for a list; return how many."""

    def sent_since(self, moment: datetime) -> int:
        """Return how many acts were sent since ``moment``."""

    def acts(self, list_id: str | None = None) -> Sequence[Act]:
        """Return the acts, newest first."""
