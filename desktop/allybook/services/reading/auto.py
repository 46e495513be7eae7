"""Refresh by itself: never for more dollars a day than the person allowed (``allowance``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.errors import BadInput, BeingRead, NotThere, OverCap, Refused
from allybook.domain.filters.parse import parse
from allybook.domain.reading.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import fits
from allybook.services.reading.aiming import aim
from allybook.services.reading.allowance import JOB, daily_cap, read_by_itself, spent_by_itself
from allybook.services.reading.alone import alone
from allybook.services.reading.sources import plan_source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from allybook.domain.money.pricing import Dollars
    from allybook.ports.money import Jobs
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.reading.sources import SourcePlan

SIZES = (100, 50, 20, 10)
"""For how many posts at most it asks at once, the largest that can be paid."""


class _OneJob(Struct, frozen=True):
    """Charges whatever is read to the job that reads by itself, within its dollars of the day."""

    jobs: Jobs
    cap: Dollars

    def named(self, _job: str, _cap: Dollars | None = None) -> AbstractContextManager[None]:
        """Charge what happens inside to that job."""
        return self.jobs.named(JOB, self.cap)


def most_now(desk: Desk) -> int:
    """Return for how many posts it may ask now, within its cap and the budget; 0 for none."""
    return max((plan.most for each in _shares(desk) if (plan := _plan(desk, *each))), default=0)


def refresh_by_itself(desk: Desk, ticket: Ticket) -> Reading | None:
    """Read what is new in its sources as far as the day's dollars go; None for not at all.

    Another window may read by itself at the same time: together they spend no more. What ails one
    source is told once the others were read.
    """
    readings, troubles = [], []
    mine = replace(desk, jobs=_OneJob(desk.jobs, daily_cap(desk)))
    for text, among in _shares(desk):
        plan = _plan(desk, text, among) if desk.line.up and not ticket.cancelled() else None
        if plan is None:
            continue
        try:
            with alone(desk, plan.source, plan.queries):
                readings.append(read_source(mine, plan, ticket))
        except (OverCap, BeingRead):
            # What another window spent meanwhile is no trouble: the rest waits for tomorrow. What
            # it reads just now is here in a moment.
            continue
        except (BadInput, NotThere, Refused) as error:
            # A list that is no more, say. Credits that are gone ail all of them, and end it.
            troubles.append(error)
    if troubles:
        raise troubles[0]
    if not readings:
        return None
    return sum(readings, start=Reading(0, complete=True))


def _shares(desk: Desk) -> Iterator[tuple[str, int]]:
    """Yield what it reads, and among how many sources what is left of the day is shared then.

    Each day begins with the next one: where the dollars end before the sources do, all have turns.
    """
    texts = read_by_itself(desk)
    first = desk.clock.now().date().toordinal() % max(1, len(texts))
    return zip(texts[first:] + texts[:first], range(len(texts), 0, -1), strict=True)


def _plan(desk: Desk, text: str, among: int) -> SourcePlan | None:
    """Return the largest reading that can be paid; None where there is none.

    Of what is left of the day it takes no more than its share ``among`` the sources that are still
    to be read, but for the smallest reading, where that is all that can be paid.
    """
    left = daily_cap(desk) - spent_by_itself(desk)
    if left <= 0:
        return None
    try:
        plans = (_plan_size(desk, text, size) for size in SIZES)
        paid = None
        for plan in plans:
            if plan.quote.dollars <= left and fits(desk, plan.quote):
                paid = plan
                if plan.quote.dollars <= left / among:
                    break
    except BadInput:
        # A list or a book that is no more; the others are read all the same.
        return None
    return paid


def _plan_size(desk: Desk, text: str, size: int) -> SourcePlan:
    source, through = aim(parse(text))
    return plan_source(desk, source or Source(Origin.SEARCH), through, size)
