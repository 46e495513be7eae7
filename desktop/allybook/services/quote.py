"""Quote what a job will cost, before it starts."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.months import month_of
from allybook.domain.pricing import Quote, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.pricing import Dollars
    from allybook.services.desk import Desk

DEFAULT_BUDGET = Decimal(5)
BUDGET = "budget"


def budget(desk: Desk) -> Dollars:
    """Return the dollars that may be spent in a month."""
    if desk.budget is not None:
        return desk.budget()
    return Decimal(desk.settings.read(BUDGET, str(DEFAULT_BUDGET)))


def spent_this_month(desk: Desk) -> Dollars:
    """Return the dollars spent in the current UTC month."""
    return desk.ledger.spent(*month_of(desk.clock.now().date()))


def fits(desk: Desk, quote: Quote) -> bool:
    """Return whether a job stays within what is left of the budget."""
    return spent_this_month(desk) + quote.dollars <= budget(desk)


def plan_step(
    desk: Desk, endpoint: str, resources: int, words: str, *, page: int = 1, owned: bool = False
) -> Step:
    """Return one step: ``resources`` asked for at ``page`` per request."""
    price = desk.prices.price(endpoint, owned=owned)
    return Step(endpoint, resources, price, ceil(resources / page), words)


def unpaid(desk: Desk, endpoint: str, resources: Sequence[str], *, owned: bool = False) -> int:
    """Return how many of these X would charge for, those read today being free."""
    price = desk.prices.price(endpoint, owned=owned)
    today = desk.clock.now().date()
    return len(resources) - desk.ledger.counted(today, price.charge, resources)


def cheapest(*quotes: Quote) -> Quote:
    """Return the cheapest of several ways to the same answer; the first one wins a tie."""
    return min(quotes, key=lambda quote: quote.dollars)
