"""What has been spent: each resource once per UTC day and class, in millionths of a dollar."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from allybook.domain.pricing import Spending

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from allybook.domain.pricing import Dollars, Price
    from allybook.store.connection import Connections

MILLION = 1_000_000
PAID_FOR_DAYS = 31
"""How long single resources are remembered; only those of the same day are ever asked for."""

SPEND = """
    INSERT INTO spendings VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        resources = resources + excluded.resources,
        micro_dollars = micro_dollars + excluded.micro_dollars
"""
COUNTED = """
    SELECT count(*) FROM paid
    WHERE day = ? AND charge = ? AND resource IN (SELECT value FROM json_each(?))
"""
LINES = """
    SELECT day, charge, job, resources, micro_dollars FROM spendings
    WHERE day BETWEEN ? AND ? ORDER BY day, charge, job
"""


class SqliteLedger:
    """The ledger in the profile's own database: it outlives every cache."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count(self, day: date, price: Price, resources: Sequence[str], job: str) -> Dollars:
        """Count resources that are new on ``day``; return what they cost.

        For a price ``per_call``, each call counts, and ``resources`` is not looked at.
        """
        with self._connections.write() as connection:
            new = 1 if price.per_call else _pay(connection, day, price.charge, resources)
            cost = new * _micro(price.dollars)
            if new:
                connection.execute(SPEND, (day.isoformat(), price.charge, job, new, cost))
        return _dollars(cost)

    def counted(self, day: date, charge: str, resources: Sequence[str]) -> int:
        """Return how many of ``resources`` are already paid for on ``day`` under ``charge``."""
        with self._connections.read() as connection:
            found: int = connection.execute(
                COUNTED, (day.isoformat(), charge, json.dumps(list(resources)))
            ).get
        return found

    def spent(self, first: date, last: date) -> Dollars:
        """Return the sum of all days from ``first`` to ``last``, both included."""
        with self._connections.read() as connection:
            spent: int = connection.execute(
                "SELECT ifnull(sum(micro_dollars), 0) FROM spendings WHERE day BETWEEN ? AND ?",
                (first.isoformat(), last.isoformat()),
            ).get
        return _dollars(spent)

    def lines(self, first: date, last: date) -> Sequence[Spending]:
        """Return the sums per day, class and job, oldest first."""
        with self._connections.read() as connection:
            return [
                Spending(date.fromisoformat(day), charge, job, resources, _dollars(micro))
                for day, charge, job, resources, micro in connection.execute(
                    LINES, (first.isoformat(), last.isoformat())
                )
            ]


def _pay(connection: apsw.Connection, day: date, charge: str, resources: Sequence[str]) -> int:
    """Write down resources; return how many were not paid for yet."""
    past = day - timedelta(days=PAID_FOR_DAYS)
    connection.execute("DELETE FROM paid WHERE day < ?", (past.isoformat(),))
    before = connection.total_changes()
    connection.execute(
        "INSERT OR IGNORE INTO paid SELECT ?, ?, value FROM json_each(?)",
        (day.isoformat(), charge, json.dumps(list(resources))),
    )
    return connection.total_changes() - before


def _micro(dollars: Dollars) -> int:
    return int((dollars * MILLION).to_integral_value(ROUND_HALF_UP))


def _dollars(micro: int) -> Dollars:
    return Decimal(micro) / MILLION
