"""What X charges: prices as dated data, and sums in dollars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Dollars = Decimal
TWEET, POST = "tweet", "post"
"""X's old words and its new ones; what it answers is read in both."""


class Price(Struct, frozen=True):
    """What one resource (or one call) of an endpoint costs, in dollars.

    ``charge`` is the class that X bills under (``user``, ``post``, ``owned`` ...). ``per_call`` is
    true where the request is charged, not what it returns.
    """

    charge: str
    dollars: Dollars
    per_call: bool = False


class PriceTable(Struct, frozen=True):
    """X's prices on a day (``resources/prices.toml``).

    ``charges`` gives dollars per class; ``endpoints`` maps ``GET /2/users/:id/followers`` to one;
    ``owned`` names the endpoints that cost ``charges['owned']`` where the signed-in account owns
    the developer app and asks about itself; ``per_call`` the classes charged per request.
    ``bill_expansions`` says whether accounts and posts that come along are charged, ``vocabulary``
    in which of its words X is asked: the old ones (``tweet``) or the new ones (``post``).
    """

    dated: date
    charges: Mapping[str, Dollars]
    endpoints: Mapping[str, str]
    owned: frozenset[str]
    per_call: frozenset[str]
    bill_expansions: bool = True
    vocabulary: str = TWEET

    def price(self, endpoint: str, *, owned: bool = False) -> Price:
        """Return the price of ``endpoint``; KeyError where the table does not know it."""
        charge = "owned" if owned and endpoint in self.owned else self.endpoints[endpoint]
        return Price(charge, self.charges[charge], charge in self.per_call)


class PricedStep(Struct, frozen=True):
    """One kind of request in a plan: how many of which resources, at what price each."""

    endpoint: str
    resources: int
    price: Price
    requests: int
    words: str

    @property
    def dollars(self) -> Dollars:
        """Return what the step costs at most."""
        return self.price.dollars * (self.requests if self.price.per_call else self.resources)


class Other(Struct, frozen=True):
    """A way to the same answer that was not taken: what it is, and what it would cost at most.

    It may cost more where it is not ``bounded``: nobody knows yet how much there is.
    """

    words: str
    dollars: Dollars
    bounded: bool = True


class Quote(Struct, frozen=True):
    """What a job will cost, said before it starts; ``exact`` is false for an estimate.

    ``because`` says in one sentence why this way was chosen, ``others`` which were not. Where it is
    not ``bounded``, nobody knows yet how much there is, and it may cost more than is said. ``day``
    is the UTC day of which something is free in it; None where nothing is.
    """

    job: str
    steps: tuple[PricedStep, ...]
    because: str
    minutes: float = 0.0
    exact: bool = True
    others: tuple[Other, ...] = ()
    bounded: bool = True
    day: date | None = None

    @property
    def dollars(self) -> Dollars:
        """Return the sum in dollars."""
        return sum((step.dollars for step in self.steps), Decimal(0))

    @property
    def requests(self) -> int:
        """Return the number of requests."""
        return sum(step.requests for step in self.steps)


class Spending(Struct, frozen=True):
    """One line of the ledger: what a job read or did of one class on one UTC day."""

    day: date
    charge: str
    job: str
    resources: int
    dollars: Dollars
