"""What requests may cost that are not answered yet, held against the month's budget.

Everything here works inside a transaction of the ledger; sums are whole millionths of a dollar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.store.database.moments import micros, moment_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    import apsw

    from allybook.domain.money.reservations import Doubt, Reservation

Open = tuple[int, "datetime", str, str, int, int]
"""Key, since (UTC), job, class, resources and millionths of one reservation."""

HOLD = """
    INSERT INTO reservations
        (day, since, job, mark, charge, resources, micro_dollars, account, in_doubt)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING key
"""
REPEATED = """
    SELECT key, micro_dollars FROM reservations
    WHERE mark = ? AND day = ? AND since >= ? AND account = ? AND in_doubt LIMIT 1
"""


def hold(connection: apsw.Connection, wanted: Reservation, micro: int, payer: str) -> int:
    """Write a reservation of an account (``payer``) down; return its key."""
    key: int = connection.execute(HOLD, (*_columns(wanted), micro, payer)).get
    return key


def take_over(connection: apsw.Connection, wanted: Reservation, payer: str) -> tuple[int, int]:
    """Return key and sum of the doubt about the same request of the same day; (0, 0) for none.

    That of another account is another one: X charges the app that each of them brings.

    X charges each resource once a day: what comes now was either paid for then, or is paid now.
    Not so where newest posts were asked for longer ago than minutes: others come now.
    """
    found: tuple[int, int] | None = None
    if wanted.repeatable:
        found = connection.execute(REPEATED, (*_same(wanted), payer)).get
    return found or (0, 0)


def renew(connection: apsw.Connection, key: int, wanted: Reservation, micro: int) -> None:
    """Let a doubt that is taken over hold as much as this, and be as young as the new request.

    One about newest posts stays as old as its first try, so that no chain of tries makes others of
    them the same: minutes after that one, no request that took it over is under way any more.
    """
    connection.execute("UPDATE reservations SET micro_dollars = ? WHERE key = ?", (micro, key))
    if not wanted.moves:
        since = micros(wanted.since)
        connection.execute("UPDATE reservations SET since = ? WHERE key = ?", (since, key))


def is_renewed(connection: apsw.Connection, doubt: Doubt) -> bool:
    """Return whether what a doubt is about was asked once more since it was told."""
    since: int | None = connection.execute(
        "SELECT since FROM reservations WHERE key = ?", (doubt.key,)
    ).get
    return since is not None and since != micros(doubt.since)


def drop(connection: apsw.Connection, key: int) -> None:
    """Forget a reservation."""
    connection.execute("DELETE FROM reservations WHERE key = ?", (key,))


def drop_undoubted(connection: apsw.Connection, key: int) -> None:
    """Forget a reservation, but not one that was in doubt before it was taken over."""
    connection.execute("DELETE FROM reservations WHERE key = ? AND NOT in_doubt", (key,))


def drop_same(connection: apsw.Connection, wanted: Reservation, payer: str) -> None:
    """Forget what is held for the same request of the same day: its resources are paid now."""
    if wanted.repeatable:
        connection.execute(
            "DELETE FROM reservations WHERE mark = ? AND day = ? AND since >= ? AND account = ?",
            (*_same(wanted), payer),
        )


def drop_marked(connection: apsw.Connection, mark: str) -> int:
    """Forget all reservations of an act; return how many there were."""
    connection.execute("DELETE FROM reservations WHERE mark = ?", (mark,))
    return connection.changes()


def drop_before(connection: apsw.Connection, day: date) -> None:
    """Forget the reservations of earlier days."""
    connection.execute("DELETE FROM reservations WHERE day < ?", (day.isoformat(),))


def keep_doubt(connection: apsw.Connection, key: int) -> None:
    """Mark a reservation as in doubt.

    One that is gone stays gone: the same was answered meanwhile, a person decided, or it is long
    ago.
    """
    connection.execute("UPDATE reservations SET in_doubt = 1 WHERE key = ?", (key,))


def sum_held(connection: apsw.Connection, first: date, last: date) -> int:
    """Return what is reserved on these days, both included."""
    total: int = connection.execute(
        "SELECT ifnull(sum(micro_dollars), 0) FROM reservations WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).get
    return total


def sum_held_by(connection: apsw.Connection, job: str, first: date) -> int:
    """Return what is reserved for one job from a day on."""
    total: int = connection.execute(
        "SELECT ifnull(sum(micro_dollars), 0) FROM reservations WHERE job = ? AND day >= ?",
        (job, first.isoformat()),
    ).get
    return total


def find_open(connection: apsw.Connection, first: date, last: date) -> Iterator[Open]:
    """Yield the reservations of these days, oldest first."""
    for key, since, *rest in connection.execute(
        "SELECT key, since, job, charge, resources, micro_dollars FROM reservations"
        " WHERE day BETWEEN ? AND ? ORDER BY since, key",
        (first.isoformat(), last.isoformat()),
    ):
        yield key, moment_at(since), *rest


def _same(wanted: Reservation) -> tuple[str, str, int]:
    """Return by what the same request is found: its mark, its day and since when (micros)."""
    return wanted.mark, wanted.day.isoformat(), micros(wanted.same_since)


def _columns(wanted: Reservation) -> tuple[str, int, str, str, str, int]:
    main = wanted.charges[0]
    resources = len(main.ids) or main.most
    return (
        wanted.day.isoformat(),
        micros(wanted.since),
        wanted.job,
        wanted.mark,
        main.price.charge,
        resources,
    )
