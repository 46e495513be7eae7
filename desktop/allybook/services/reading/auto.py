"""Refresh by itself: off at first, and never for more dollars a day than the person allowed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import fits
from allybook.services.reading.sources import SourcePlan, aim, plan_source, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from allybook.domain.pricing import Dollars
    from allybook.ports import Jobs, Ticket
    from allybook.services.desk import Desk

SETTING = "auto_refresh"
READS = "auto_reads"
USUAL = "auto_usual"
JOB = "automatic refresh"
HOME = "source:home"
SIZES = (100, 50, 20, 10)
"""For how many posts at most it asks at once, the largest that can be paid."""
FIRST_CAP = Decimal("0.25")
CAPS = tuple(map(Decimal, ("0.10", "0.25", "0.50", "1.00", "2.00")))
"""Dollars a day that people choose among."""


class _OneJob(Struct, frozen=True):
    """Charges whatever is read to the job that reads by itself."""

    jobs: Jobs

    def named(self, _job: str) -> AbstractContextManager[None]:
        """Charge what happens inside to that job."""
        return self.jobs.named(JOB)


def daily_cap(desk: Desk) -> Dollars:
    """Return the dollars that it may spend in a UTC day; 0 where it is off."""
    return Decimal(desk.settings.read(SETTING, "0"))


def usual_cap(desk: Desk) -> Dollars:
    """Return the dollars a day that it would have when it is switched on."""
    return Decimal(desk.settings.read(USUAL, str(FIRST_CAP)))


def set_daily_cap(desk: Desk, dollars: Dollars) -> None:
    """Let it spend this much in a day; 0 switches it off."""
    if dollars > 0:
        desk.settings.write(USUAL, str(dollars))
    desk.settings.write(SETTING, str(dollars))
    desk.announcer.announce(Changed(settings=True))


def read_by_itself(desk: Desk) -> tuple[str, ...]:
    """Return the filters whose sources it reads, in the order in which they are read."""
    return tuple(json.loads(desk.settings.read(READS, json.dumps([HOME]))))


def set_read_by_itself(desk: Desk, texts: Sequence[str]) -> None:
    """Let it read the sources of these filters, as X lets it: home, lists, books and searches."""
    desk.settings.write(READS, json.dumps(list(dict.fromkeys(texts)), ensure_ascii=False))
    desk.announcer.announce(Changed(settings=True))


def spent_by_itself(desk: Desk) -> Dollars:
    """Return the dollars that it spent today (UTC)."""
    today = desk.clock.now().date()
    mine = (line.dollars for line in desk.ledger.lines(today, today) if line.job == JOB)
    return sum(mine, Decimal(0))


def most_now(desk: Desk) -> int:
    """Return for how many posts it may ask now, within its cap and the budget; 0 for none."""
    return max(
        (plan.most for text in read_by_itself(desk) if (plan := _plan(desk, text))), default=0
    )


def refresh_by_itself(desk: Desk, ticket: Ticket) -> Reading | None:
    """Read what is new in its sources as far as the day's dollars go; None for not at all."""
    readings = []
    for text in read_by_itself(desk):
        plan = _plan(desk, text) if desk.line.up and not ticket.cancelled() else None
        if plan is not None:
            readings.append(read_source(replace(desk, jobs=_OneJob(desk.jobs)), plan, ticket))
    if not readings:
        return None
    complete = all(one.complete for one in readings)
    return Reading(sum(one.items for one in readings), complete=complete)


def _plan(desk: Desk, text: str) -> SourcePlan | None:
    """Return the largest reading that can be paid; None where there is none."""
    left = daily_cap(desk) - spent_by_itself(desk)
    if left <= 0:
        return None
    try:
        plans = (_plan_size(desk, text, size) for size in SIZES)
        return next((p for p in plans if p.quote.dollars <= left and fits(desk, p.quote)), None)
    except BadInput:
        # A list or a book that is no more; the others are read all the same.
        return None


def _plan_size(desk: Desk, text: str, size: int) -> SourcePlan:
    source, through = aim(parse(text))
    return plan_source(desk, source or Source(Origin.SEARCH), through, size)
