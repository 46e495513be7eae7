"""The practice network's own bill: what X would charge, counted apart from the program's ledger."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the journal reads the annotations
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.money.pricing import Price

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.money.pricing import Dollars, PriceTable
    from allybook.practice.answers import Answer


class Charge(Struct, frozen=True):
    """What one answer cost under one class: resources new on that UTC day, or calls."""

    day: date
    charge: str
    resources: tuple[str, ...]
    dollars: Decimal


class Bill:
    """Charges each resource once per UTC day and class, and each call that is priced per call.

    ``unpriced`` gathers endpoints that the price table does not know; they cost nothing here.
    """

    def __init__(self, prices: PriceTable) -> None:
        self._prices = prices
        self._paid: set[tuple[date, str, str]] = set()
        self.charges: list[Charge] = []
        self.unpriced: set[str] = set()

    @property
    def dollars(self) -> Dollars:
        """Return the sum in dollars."""
        return sum((one.dollars for one in self.charges), Decimal(0))

    def charge(self, endpoint: str, answer: Answer, day: date, *, owned: bool) -> list[Charge]:
        """Charge an answer; one without data costs nothing."""
        if not answer.returned_data:
            return []
        try:
            price = self._prices.price(endpoint, owned=owned)
        except KeyError:
            self.unpriced.add(endpoint)
            return []
        asked = [(price, answer.resources)]
        if self._prices.bill_expansions:
            along = (("user", answer.users), ("post", answer.posts))
            asked += [(self._price_along(kind), resources) for kind, resources in along]
        made = []
        for one, resources in asked:
            charge = self._one(one, resources, day)
            if charge.dollars:
                self.enter([charge])
                made.append(charge)
        return made

    def enter(self, charges: Iterable[Charge]) -> None:
        """Put charges on the bill (again, after a restart)."""
        for one in charges:
            self.charges.append(one)
            self._paid.update((one.day, one.charge, key) for key in one.resources)

    def _one(self, price: Price, resources: tuple[str, ...], day: date) -> Charge:
        if price.per_call:
            return Charge(day, price.charge, (), price.dollars)
        fresh = tuple(
            key for key in dict.fromkeys(resources) if (day, price.charge, key) not in self._paid
        )
        return Charge(day, price.charge, fresh, price.dollars * len(fresh))

    def _price_along(self, charge: str) -> Price:
        """Return what an account or a post costs that came along."""
        return Price(charge, self._prices.charges.get(charge, Decimal(0)))
