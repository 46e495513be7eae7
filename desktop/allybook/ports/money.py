"""What stands between the gateway and X, and what was spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from allybook.domain.pricing import Dollars, Price, Spending


class Meter(Protocol):
    """Stands between the gateway and X: asked before each request, told after each answer."""

    def before(self, endpoint: str, worst: int, *, owned: bool) -> None:
        """Allow a request that returns at most ``worst`` resources, or raise ``OverBudget``."""

    def after(self, endpoint: str, resources: Sequence[str], *, owned: bool) -> None:
        """Count what an answer returned (ids, so that each counts once per UTC day)."""


class Ledger(Protocol):
    """What has been spent: each resource once per UTC day and class."""

    def count(self, day: date, price: Price, resources: Sequence[str], job: str) -> Dollars:
        """Count resources that are new today; return what they cost.

        For a price ``per_call``, each call counts, and ``resources`` is not looked at.
        """

    def counted(self, day: date, charge: str, resources: Sequence[str]) -> int:
        """Return how many of ``resources`` are already paid for today under ``charge``."""

    def spent(self, first: date, last: date) -> Dollars:
        """Return the sum of all days from ``first`` to ``last``, both included."""

    def lines(self, first: date, last: date) -> Sequence[Spending]:
        """Return the sums per day, class and job, oldest first."""


class Jobs(Protocol):
    """Gives the jobs' spending a name."""

    def named(self, job: str) -> AbstractContextManager[None]:
        """Charge what happens inside to ``job`` in the ledger."""
