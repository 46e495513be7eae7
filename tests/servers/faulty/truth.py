"""What is true on the server: every act that was carried out, and what of it was charged."""

from __future__ import annotations

from collections import defaultdict
from contextlib import nullcontext
from decimal import Decimal
from typing import TYPE_CHECKING

from allybook.practice.bill import Charge
from allybook.practice.roster import ListMade, MemberAdded, MemberRemoved

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from allybook.practice.journal import Event


class Truth:
    """A journal that only remembers (``practice.journal.Journal``).

    ``twice`` names every act that was carried out though it was true already; ``refused`` whom X
    said no to, ``lies`` whom it said something about that is not so; ``unheard`` are the dollars
    of answers that never arrived.
    """

    def __init__(self) -> None:
        self.members: dict[str, set[str]] = {}
        self.acts: list[Event] = []
        self.twice: list[str] = []
        self.refused: set[str] = set()
        self.lies: set[str] = set()
        self.billed: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
        self.unheard = Decimal(0)

    def events(self) -> tuple[Event, ...]:
        """Return nothing: each server begins anew."""
        return ()

    def turn(self) -> AbstractContextManager[None]:
        """Lock nobody out: no other program has it."""
        return nullcontext()

    def append(self, events: Iterable[Event]) -> None:
        """Write down what was carried out and charged."""
        for event in events:
            if isinstance(event, Charge):
                self.billed[(event.day.year, event.day.month)] += event.dollars
            else:
                self.acts.append(event)
                self._carry_out(event)

    def on_lists(self) -> set[str]:
        """Return everyone who is on any list that was made."""
        return set().union(*self.members.values())

    def dollars(self) -> Decimal:
        """Return all that was charged."""
        return sum(self.billed.values(), Decimal(0))

    def _carry_out(self, act: Event) -> None:
        match act:
            case ListMade(list_id, name):
                if self.members:
                    self.twice.append(f"list {name}")
                self.members[list_id] = set()
            case MemberAdded(list_id, user_id):
                if user_id in self.members[list_id]:
                    self.twice.append(f"add {user_id}")
                self.members[list_id].add(user_id)
            case MemberRemoved(list_id, user_id):
                self.members[list_id].discard(user_id)
