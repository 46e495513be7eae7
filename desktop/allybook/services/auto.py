"""Refresh by itself: off at first, and never for more dollars a day than the person allowed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.services.quote import fits
from allybook.services.refresh import quote_refresh, refresh

if TYPE_CHECKING:
    from allybook.domain.pricing import Dollars
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.paging import Reading

SETTING = "auto_refresh"
JOB = "automatic refresh"
SIZES = (100, 50, 20, 10)
"""For how many posts at most it asks at once, the largest that can be paid."""


def daily_cap(desk: Desk) -> Dollars:
    """Return the dollars that it may spend in a UTC day; 0 where it is off."""
    return Decimal(desk.settings.read(SETTING, "0"))


def set_daily_cap(desk: Desk, dollars: Dollars) -> None:
    """Let it spend this much in a day; 0 switches it off."""
    desk.settings.write(SETTING, str(dollars))
    desk.announcer.announce(Changed(settings=True))


def spent_by_itself(desk: Desk) -> Dollars:
    """Return the dollars that it spent today (UTC)."""
    today = desk.clock.now().date()
    mine = (line.dollars for line in desk.ledger.lines(today, today) if line.job == JOB)
    return sum(mine, Decimal(0))


def most_now(desk: Desk) -> int:
    """Return for how many posts it may ask now, within its cap and the budget; 0 for none."""
    left = daily_cap(desk) - spent_by_itself(desk)
    quotes = ((size, quote_refresh(desk, size)) for size in SIZES)
    return next((n for n, quote in quotes if quote.dollars <= left and fits(desk, quote)), 0)


def refresh_by_itself(desk: Desk, ticket: Ticket) -> Reading | None:
    """Read what is new in the home timeline as far as the day's dollars go; None for not at all."""
    most = most_now(desk) if desk.line.up else 0
    return refresh(desk, ticket, most=most, job=JOB) if most else None
