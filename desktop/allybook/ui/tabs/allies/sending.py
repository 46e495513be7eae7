"""Publish a book from this tab: find who is not found yet, then plan anew, then send."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError
from allybook.domain.outbox import Stage
from allybook.services.find import find_ids
from allybook.services.plan_list import plan_list
from allybook.services.publish import locked_until, publish

if TYPE_CHECKING:
    from datetime import date

    from allybook.domain.outbox import Act
    from allybook.domain.pricing import Dollars
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.plan_list import ListPlan

JOBS = frozenset({"list", "names"})
"""The names under which the ledger keeps what publishing spends."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one run came to, however it ended. ``error`` is what stopped it, None where nothing did.

    ``plan`` is what was to be done, ``acts`` what was settled, oldest first; ``waiting`` acts are
    still in the outbox. ``unfound`` are handles that X has no account for. ``quoted`` and
    ``billed`` are dollars. ``locked`` says that X takes no more for a day.
    """

    plan: ListPlan
    acts: tuple[Act, ...]
    waiting: int
    quoted: Dollars
    billed: Dollars
    unfound: tuple[str, ...] = ()
    stopped: str = ""
    error: AllybookError | None = None
    locked: bool = False


def send(desk: Desk, plan: ListPlan, ticket: Ticket) -> Sent:
    """Do what was quoted, and tell what came of it, also where it was cut short."""
    began = desk.clock.now()
    before = _billed(desk, began.date())
    book = desk.shelf.open(plan.book_id)
    quoted, stopped = plan.quote.dollars, ""
    error: AllybookError | None = None
    settled: tuple[Act, ...] = ()
    try:
        if plan.unfound:
            find_ids(desk, book, ticket)
            plan = plan_list(desk, book)
        # Where X knows none of them, no list is made for nobody.
        if plan.adds or plan.removes or desk.outbox.waiting():
            done = publish(desk, plan, ticket)
            stopped, error = ("", done.error) if done.error else (done.stopped, None)
            settled = done.acts
    except AllybookError as problem:
        error = problem
    list_id = desk.cache.mirror(plan.book_id)
    acts = desk.outbox.acts(list_id) if list_id else ()
    return Sent(
        plan,
        settled,
        sum(act.stage is not Stage.SETTLED for act in acts),
        quoted,
        _billed(desk, began.date()) - before,
        plan.unfound,
        stopped,
        error,
        locked=locked_until(desk) is not None,
    )


def _billed(desk: Desk, since: date) -> Decimal:
    lines = desk.ledger.lines(since, desk.clock.now().date())
    return sum((line.dollars for line in lines if line.job in JOBS), Decimal(0))
