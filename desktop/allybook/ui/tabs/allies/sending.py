"""Publish a book from this tab: find who is not found yet, then send what was agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.errors import AllybookError
from allybook.services.money.bill import Bill
from allybook.services.people.find import lost_among
from allybook.services.publish.agreed import find_said, hold
from allybook.services.publish.lock import locked_until
from allybook.services.publish.report import Published
from allybook.services.publish.run import publish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.acts.outbox import Act
    from allybook.domain.money.pricing import Dollars
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan


class Sent(Struct, frozen=True):
    """What one run came to, however it ended. ``error`` is what stopped it, None where nothing did.

    ``plan`` is what was to be done, ``acts`` what was settled, oldest first; ``left`` acts are
    still in the outbox. ``unfound`` are handles by which X showed nobody, and ``suspended`` those
    of them that it said are. ``quoted`` and ``billed`` are dollars. ``locked`` says that X takes no
    more for a day. ``renamed`` gives the new handles, by user id, of those who had another one in
    the book.
    """

    plan: ListPlan
    acts: tuple[Act, ...]
    left: tuple[Act, ...]
    quoted: Dollars
    billed: Dollars
    unfound: tuple[str, ...] = ()
    stopped: str = ""
    error: AllybookError | None = None
    locked: bool = False
    renamed: Mapping[str, str] = field(default_factory=dict)
    list_id: str = ""
    suspended: frozenset[str] = frozenset()

    @property
    def waiting(self) -> int:
        """Return how many acts wait, or are in doubt."""
        return len(self.left)


def send(desk: Desk, plan: ListPlan, ticket: Ticket, *, private: bool = True) -> Sent:
    """Do what was quoted, and tell what came of it, also where it was cut short.

    ``CostsMore`` where it costs more by now: nothing is asked of X then.
    """
    quoted, plan = plan.quote.dollars, hold(desk, plan)
    wanted, bill = plan.unfound, Bill(desk)
    done = Published(plan.list_id or "")
    try:
        plan = find_said(bill.desk, plan, ticket)
        done = publish(bill.desk, plan, ticket, private=private)
    except AllybookError as problem:
        done = replace(done, error=problem)
    lost = lost_among(desk, wanted)
    return Sent(
        plan,
        done.acts,
        done.waiting,
        quoted,
        bill.dollars(),
        tuple(lost),
        "" if done.error else done.stopped,
        done.error,
        locked=locked_until(desk) is not None,
        renamed=done.renamed,
        list_id=done.list_id,
        suspended=frozenset(one for one, why in lost.items() if why is Outcome.SUSPENDED),
    )
