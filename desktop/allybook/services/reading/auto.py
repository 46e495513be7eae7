"""Refresh by itself: off at first, and never for more dollars a day than the person allowed.

What it is allowed is asked at every start; what reads is loaded when it reads.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, NotThere, OverCap, Refused
from allybook.domain.filters.parse import parse
from allybook.domain.sources import Origin, Source
from allybook.services.money.quote import fits
from allybook.services.reading.aiming import aim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from allybook.domain.pricing import Dollars
    from allybook.ports import Jobs, Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.sources import SourcePlan

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
    """Charges whatever is read to the job that reads by itself, within its dollars of the day."""

    jobs: Jobs
    cap: Dollars

    def named(self, _job: str, _cap: Dollars | None = None) -> AbstractContextManager[None]:
        """Charge what happens inside to that job."""
        return self.jobs.named(JOB, self.cap)


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
    """Return the filters whose sources it reads, in the order in which they were chosen."""
    return _read(desk.settings.read(READS))


def also_read_by_itself(desk: Desk, text: str, *, wanted: bool) -> None:
    """Let it read the source of one more filter, or of that one no more."""

    def change(texts: tuple[str, ...]) -> Sequence[str]:
        """Return the sources with this one, or without it."""
        others = [one for one in texts if one != text]
        return [*others, text] if wanted else others

    change_read_by_itself(desk, change)


def change_read_by_itself(desk: Desk, change: Callable[[tuple[str, ...]], Sequence[str]]) -> None:
    """Let it read the sources that ``change`` makes of those that it reads."""

    def renew(text: str) -> str:
        """Return the sources from now on, each once."""
        before = _read(text)
        after = tuple(dict.fromkeys(change(before)))
        return text if after == before else json.dumps(after, ensure_ascii=False)

    desk.settings.change(READS, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else (HOME,)


def spent_by_itself(desk: Desk) -> Dollars:
    """Return the dollars that it spent today (UTC), or holds for requests without an answer.

    A clock that was set back does not bring back what was spent on a day that it had told.
    """
    today, last = desk.clock.now().date(), date.max
    mine = [line.dollars for line in desk.ledger.lines(today, last) if line.job == JOB]
    held = [doubt.dollars for doubt in desk.ledger.doubts(today, last) if doubt.job == JOB]
    return sum([*mine, *held], Decimal(0))


def most_now(desk: Desk) -> int:
    """Return for how many posts it may ask now, within its cap and the budget; 0 for none."""
    return max((plan.most for each in _shares(desk) if (plan := _plan(desk, *each))), default=0)


def refresh_by_itself(desk: Desk, ticket: Ticket) -> Reading | None:
    """Read what is new in its sources as far as the day's dollars go; None for not at all.

    Another window may read by itself at the same time: together they spend no more. What ails one
    source is told once the others were read.
    """
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.sources import read_source

    readings, troubles = [], []
    mine = replace(desk, jobs=_OneJob(desk.jobs, daily_cap(desk)))
    for text, among in _shares(desk):
        plan = _plan(desk, text, among) if desk.line.up and not ticket.cancelled() else None
        if plan is None:
            continue
        try:
            readings.append(read_source(mine, plan, ticket))
        except OverCap:
            # What another window spent meanwhile is no trouble: the rest waits for tomorrow.
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
    from allybook.services.reading.sources import plan_source

    source, through = aim(parse(text))
    return plan_source(desk, source or Source(Origin.SEARCH), through, size)
