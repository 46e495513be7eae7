"""What has been spent: each resource once per UTC day, class and account, in millionths of dollars.

X charges the app that asks, and each account may bring one of its own.
What may still be spent is reserved beside it; see ``store.reservations``.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from allybook.domain.money.months import month_of
from allybook.domain.money.pricing import Spending
from allybook.domain.money.reservations import Doubt, Hold
from allybook.store.money import reservations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import apsw

    from allybook.domain.money.pricing import Dollars, Price
    from allybook.domain.money.reservations import Charge, Reservation
    from allybook.store.database.connection import Connections

MILLION = 1_000_000
PAID_FOR_DAYS = 31
"""How long single resources are remembered; only those of the same day are ever asked for."""
HELD_FOR_DAYS = 60
"""How long reservations are kept: longer than their month, for a clock may be set wrong."""

SPEND = """
    INSERT INTO spendings VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        resources = resources + excluded.resources,
        micro_dollars = micro_dollars + excluded.micro_dollars
"""
COUNTED = """
    SELECT count(*) FROM paid
    WHERE day = ? AND charge = ? AND account = ? AND resource IN (SELECT value FROM json_each(?))
"""
PAY = "INSERT OR IGNORE INTO paid SELECT ?, ?, ?, value FROM json_each(?)"
HAND_OVER = "UPDATE OR REPLACE paid SET account = ? WHERE account = ? AND resource = ?"
CLOSE = """
    INSERT INTO spendings
    SELECT day, charge, job, resources, micro_dollars FROM reservations WHERE key = ?
    ON CONFLICT DO UPDATE SET
        resources = resources + excluded.resources,
        micro_dollars = micro_dollars + excluded.micro_dollars
"""
LINES = """
    SELECT day, charge, job, resources, micro_dollars FROM spendings
    WHERE day BETWEEN ? AND ? ORDER BY day, charge, job
"""


class SqliteLedger:
    """The ledger in the profile's own database: it outlives every cache.

    ``under_way`` are the keys of reservations that this program waits for; shared by all ledgers
    of one profile, so that a request that is simply not answered yet is not called a doubt.
    ``payer`` tells the id of the account that asks; empty where nobody knows it yet.
    """

    def __init__(
        self,
        connections: Connections,
        under_way: set[int] | None = None,
        payer: Callable[[], str] = str,
    ) -> None:
        self._connections = connections
        self._under_way = set() if under_way is None else under_way
        self._payer = payer

    def hand_over(self, before: str, user_id: str) -> None:
        """Let an account, not who was ``before``, have paid for what told who it is."""
        if before != user_id:
            with self._connections.write() as connection:
                connection.execute(HAND_OVER, (user_id, before, user_id))

    def count(self, day: date, price: Price, resources: Sequence[str], job: str) -> Dollars:
        """Count resources that are new on ``day``; return what they cost.

        For a price ``per_call``, each call counts, and ``resources`` is not looked at.
        """
        payer = self._payer()
        with self._connections.write() as connection:
            return _dollars(_count(connection, payer, day, price, resources, job))

    def counted(self, day: date, charge: str, resources: Sequence[str]) -> int:
        """Return how many of ``resources`` are already paid for on ``day`` under ``charge``."""
        payer = self._payer()
        with self._connections.read() as connection:
            return _counted(connection, payer, day, charge, resources)

    def spent(self, first: date, last: date) -> Dollars:
        """Return the sum of all days from ``first`` to ``last``, both included."""
        with self._connections.read() as connection:
            return _dollars(_spent(connection, first, last))

    def lines(self, first: date, last: date) -> Sequence[Spending]:
        """Return the sums per day, class and job, oldest first."""
        with self._connections.read() as connection:
            return [
                Spending(date.fromisoformat(day), charge, job, resources, _dollars(micro))
                for day, charge, job, resources, micro in connection.execute(
                    LINES, (first.isoformat(), last.isoformat())
                )
            ]

    def reserve(self, wanted: Reservation, budget: Dollars) -> Hold:
        """Hold what a request may cost, if the month's spent and held stay within ``budget``.

        Likewise within the cap of its job; days to come count as well, for a clock may be set back.
        A doubt about the same request of the same day is taken over, not held twice.
        """
        first, last, payer = month_of(wanted.day)[0], date.max, self._payer()
        with self._connections.write() as connection:
            reservations.drop_before(connection, wanted.day - timedelta(days=HELD_FOR_DAYS))
            key, before = reservations.take_over(connection, wanted, payer)
            worst = max(before, _worst(connection, payer, wanted))
            spent = _spent(connection, first, last)
            held = reservations.sum_held(connection, first, last) - before
            capped = _passes_cap(connection, wanted, worst - before)
            if capped or spent + held + worst > _floor(budget):
                key = 0
            elif key:
                reservations.renew(connection, key, wanted, worst)
            else:
                key = reservations.hold(connection, wanted, worst, payer)
        if key:
            self._under_way.add(key)
        return Hold(key, wanted, _dollars(worst), _dollars(spent), _dollars(held), capped)

    def settle(self, hold: Hold, brought: Sequence[Charge]) -> Dollars:
        """Replace a reservation by what was brought; return what that cost.

        It counts on the day it was reserved for, so that each month keeps to its own budget.
        """
        wanted, payer = hold.reservation, self._payer()
        try:
            with self._connections.write() as connection:
                reservations.drop(connection, hold.key)
                reservations.drop_same(connection, wanted, payer)
                cost = _count_all(connection, payer, wanted.day, brought, wanted.job)
        finally:
            self._under_way.discard(hold.key)
        return _dollars(cost)

    def release(self, hold: Hold) -> None:
        """Give a reservation back: X charged nothing. One taken over in doubt stays in doubt."""
        try:
            with self._connections.write() as connection:
                reservations.drop_undoubted(connection, hold.key)
        finally:
            self._under_way.discard(hold.key)

    def doubt(self, hold: Hold) -> None:
        """Keep a reservation, as one of which nobody knows whether it was charged."""
        try:
            with self._connections.write() as connection:
                reservations.keep_doubt(connection, hold.key)
        finally:
            self._under_way.discard(hold.key)

    def held(self, first: date, last: date) -> Dollars:
        """Return what is reserved on the days from ``first`` to ``last``, both included."""
        with self._connections.read() as connection:
            return _dollars(reservations.sum_held(connection, first, last))

    def doubts(self, first: date, last: date) -> Sequence[Doubt]:
        """Return the reservations of these days that nobody here waits for, oldest first."""
        with self._connections.read() as connection:
            return [
                Doubt(key, since, job, charge, resources, _dollars(micro))
                for key, since, job, charge, resources, micro in reservations.find_open(
                    connection, first, last
                )
                if key not in self._under_way
            ]

    def close_doubt(self, doubt: Doubt, *, charged: bool) -> bool:
        """End a doubt by a person's word: its worst case was charged, or nothing was.

        Not one whose request was sent again since it was told: False, and it stays.
        """
        with self._connections.write() as connection:
            if reservations.is_renewed(connection, doubt):
                return False
            if charged:
                connection.execute(CLOSE, (doubt.key,))
            reservations.drop(connection, doubt.key)
            return True

    def settle_doubt(self, mark: str, day: date, brought: Sequence[Charge], job: str) -> Dollars:
        """End the doubts about an act that was looked up: count ``brought`` (nothing: not done).

        Without a reservation there is no doubt: the act was counted, or was free.
        """
        payer = self._payer()
        with self._connections.write() as connection:
            if not reservations.drop_marked(connection, mark):
                return _dollars(0)
            return _dollars(_count_all(connection, payer, day, brought, job))


def _count(
    connection: apsw.Connection,
    payer: str,
    day: date,
    price: Price,
    resources: Sequence[str],
    job: str,
) -> int:
    """Count what is new on a day; return what it costs."""
    new = 1 if price.per_call else _pay(connection, payer, day, price.charge, resources)
    cost = new * _micro(price.dollars)
    if new:
        connection.execute(SPEND, (day.isoformat(), price.charge, job, new, cost))
    return cost


def _count_all(
    connection: apsw.Connection, payer: str, day: date, brought: Sequence[Charge], job: str
) -> int:
    return sum(_count(connection, payer, day, one.price, one.ids, job) for one in brought)


def _counted(
    connection: apsw.Connection, payer: str, day: date, charge: str, ids: Sequence[str]
) -> int:
    asked = (day.isoformat(), charge, payer, json.dumps(list(ids)))
    found: int = connection.execute(COUNTED, asked).get
    return found


def _spent(connection: apsw.Connection, first: date, last: date) -> int:
    spent: int = connection.execute(
        "SELECT ifnull(sum(micro_dollars), 0) FROM spendings WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).get
    return spent


def _passes_cap(connection: apsw.Connection, wanted: Reservation, more: int) -> bool:
    """Return whether a job would pass its cap, where it has one."""
    if wanted.cap is None:
        return False
    spent: int = connection.execute(
        "SELECT ifnull(sum(micro_dollars), 0) FROM spendings WHERE job = ? AND day >= ?",
        (wanted.job, wanted.day.isoformat()),
    ).get
    held = reservations.sum_held_by(connection, wanted.job, wanted.day)
    return spent + held + more > _floor(wanted.cap)


def _worst(connection: apsw.Connection, payer: str, wanted: Reservation) -> int:
    """Return what a request costs at most: what is asked for by id and paid for today is free."""
    worst = 0
    for one in wanted.charges:
        most = 1 if one.price.per_call else one.most
        if one.ids and not one.price.per_call:
            ids = tuple(dict.fromkeys(one.ids))
            most = len(ids) - _counted(connection, payer, wanted.day, one.price.charge, ids)
        worst += most * _micro(one.price.dollars)
    return worst


def _pay(
    connection: apsw.Connection, payer: str, day: date, charge: str, resources: Sequence[str]
) -> int:
    """Write down resources; return how many were not paid for yet."""
    past = day - timedelta(days=PAID_FOR_DAYS)
    connection.execute("DELETE FROM paid WHERE day < ?", (past.isoformat(),))
    before = connection.total_changes()
    connection.execute(PAY, (day.isoformat(), charge, payer, json.dumps(list(resources))))
    return connection.total_changes() - before


def _micro(dollars: Dollars) -> int:
    return int((dollars * MILLION).to_integral_value(ROUND_HALF_UP))


def _floor(dollars: Dollars) -> int:
    """Return a budget in whole millionths, never more than was said."""
    return int((dollars * MILLION).to_integral_value(ROUND_FLOOR))


def _dollars(micro: int) -> Dollars:
    return Decimal(micro) / MILLION
