"""What a person does on X by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.acts.ticks import Tick, TickState


class Ticks(Protocol):
    """The tick list of one account; it outlives the program and the cache."""

    def lay(self, ticks: Sequence[Tick]) -> int:
        """Put ticks on the list; return how many were new.

        The same deed on the same account or post is laid once, until it is settled.
        """

    def tick(self, tick_id: str) -> Tick | None:
        """Return one tick."""

    def mark(self, tick_id: str, state: TickState, settled_at: datetime | None = None) -> None:
        """Write down how far a tick has come; ``BadInput`` where it is not on the list.

        A settled one that is opened again becomes the one that waits for its deed: where another
        waits for the same by now, ``BadInput``.
        """

    def withdraw(self, tick_id: str) -> bool:
        """Take a tick off the list that was not even opened; return whether it was one."""

    def waiting(self) -> Sequence[Tick]:
        """Return the ticks that are not settled, in the order to do them: opened ones first."""

    def ticks(self) -> Sequence[Tick]:
        """Return all ticks, newest first."""

    def erase(self, user_ids: Sequence[str] | None = None, handles: Sequence[str] = ()) -> int:
        """Erase handles and words in what is settled (about these, or all); return how many.

        ``handles`` (lower-cased) are theirs as well: they count where no id tells whose they are.
        What waits about these accounts is taken off the list; other waiting ones stay.
        """
