"""Meter what goes to X: ask the budget before each request, write the ledger after each answer."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.errors import OverBudget
from allybook.domain.money import in_words
from allybook.domain.months import month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from allybook.domain.pricing import Dollars, PriceTable
    from allybook.ports import Announcer, Clock, Ledger

_job: ContextVar[str] = ContextVar("job", default="other")


class BudgetMeter:
    """Keeps a month's spending below the budget, whatever is asked.

    ``budget`` gives the dollars allowed in the current UTC month; it is asked anew each time.
    """

    def __init__(
        self,
        ledger: Ledger,
        prices: PriceTable,
        clock: Clock,
        budget: Callable[[], Dollars],
        announcer: Announcer,
    ) -> None:
        self._ledger = ledger
        self._prices = prices
        self._clock = clock
        self.budget = budget
        self._announcer = announcer

    @contextmanager
    def named(self, job: str) -> Iterator[None]:
        """Charge what happens inside (in this thread) to ``job`` in the ledger."""
        token = _job.set(job)
        try:
            yield
        finally:
            _job.reset(token)

    def before(self, endpoint: str, worst: int, *, owned: bool) -> None:
        """Allow a request that returns at most ``worst`` resources, or raise ``OverBudget``."""
        price = self._prices.price(endpoint, owned=owned)
        cost = price.dollars * (1 if price.per_call else worst)
        budget = self.budget()
        spent = self._ledger.spent(*month_of(self._clock.now().date()))
        if spent + cost > budget:
            raise OverBudget(
                f"The next request could cost {in_words(cost)}, and {in_words(spent)} of this "
                f"month's {in_words(budget)} is spent; raise the budget or wait for the next "
                "month. What was done until then is kept."
            )

    def after(self, endpoint: str, resources: Sequence[str], *, owned: bool) -> None:
        """Count what an answer returned: each resource once per UTC day and class."""
        price = self._prices.price(endpoint, owned=owned)
        cost = self._ledger.count(self._clock.now().date(), price, resources, _job.get())
        if cost:
            self._announcer.announce(Changed(ledger=True))
