"""What a person agreed to in a quote: the handles in it are found first, and nobody else joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.money.quote import UNSENT, hold_to
from allybook.services.people.find import find_ids
from allybook.services.publish.plan import plan_list

if TYPE_CHECKING:
    from allybook.domain.acts.pace import Pace
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan


def hold(desk: Desk, said: ListPlan, pace: Pace | None = None) -> ListPlan:
    """Return what is to be done by now of a plan that was said.

    ``CostsMore`` where that costs more: a quote may stand there past midnight. Whom others have
    approved since waits for a quote that names them.
    """
    book = desk.shelf.open(said.book_id)
    now = plan_list(desk, book, pace, again=said.again, said=said).going(said.way)
    hold_to(said.quote, now.quote, UNSENT)
    return now


def find_said(desk: Desk, said: ListPlan, ticket: Ticket, pace: Pace | None = None) -> ListPlan:
    """Find the handles of a plan that was held to; return what is to be done then."""
    if not said.unfound:
        return said
    find_ids(desk, desk.shelf.open(said.book_id), ticket, said.unfound)
    return hold(desk, said, pace)
