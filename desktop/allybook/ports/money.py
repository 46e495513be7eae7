"""What stands between the gateway and X, and what was spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from allybook.domain.money.pricing import Dollars, Price, Spending
    from allybook.domain.money.reservations import Charge, Doubt, Hold, Part, Reservation


class Slip(Protocol):
    """The slip of one request that the budget allows."""

    def bring(self, parts: Sequence[Part]) -> None:
        """Say what the answer brought (ids, so that each counts once per UTC day)."""


class Meter(Protocol):
    """Stands between the gateway and X, around each request."""

    def request(self, mark: str, parts: Sequence[Part]) -> AbstractContextManager[Slip]:
        """Reserve the worst case of all parts for what happens inside, or raise ``OverBudget``.

        Left without an error, what the slip was told is counted. An error of which X charges
        nothing releases the reservation; after any other it stays, in doubt.
        """


class Ledger(Protocol):
    """What has been spent: each resource once per UTC day and class; and what may be spent yet."""

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

    def reserve(self, wanted: Reservation, budget: Dollars) -> Hold:
        """Hold what a request may cost, if the month's spent and held stay within ``budget``.

        Likewise what its job spent and holds, within the cap that it has. One transaction, so that
        two processes cannot pass them together.
        """

    def settle(self, hold: Hold, brought: Sequence[Charge]) -> Dollars:
        """Replace a reservation by what was brought; return what that cost."""

    def release(self, hold: Hold) -> None:
        """Give a reservation back: X charged nothing."""

    def doubt(self, hold: Hold) -> None:
        """Keep a reservation, as one of which nobody knows whether it was charged."""

    def held(self, first: date, last: date) -> Dollars:
        """Return what is reserved on the days from ``first`` to ``last``, both included."""

    def doubts(self, first: date, last: date) -> Sequence[Doubt]:
        """Return the reservations of these days that nobody here waits for, oldest first."""

    def close_doubt(self, doubt: Doubt, *, charged: bool) -> bool:
        """End a doubt by a person's word: its worst case was charged, or nothing was.

        Not one whose request was sent again since it was told: False, and it stays.
        """

    def settle_doubt(self, mark: str, day: date, brought: Sequence[Charge], job: str) -> Dollars:
        """End the doubts about an act that was looked up: count ``brought`` (nothing: not done).

        Counts also where no reservation is left; return what it cost.
        """


class Jobs(Protocol):
    """Gives the jobs' spending a name."""

    def named(
        self, job: str, cap: Callable[[], Dollars] | None = None
    ) -> AbstractContextManager[None]:
        """Charge what happens inside to ``job``, which may spend no more than ``cap`` today.

        The cap is asked before each request: a person may lower it meanwhile.
        """
