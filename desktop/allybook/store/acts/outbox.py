"""What waits to be sent to X, one act a row; no act is forgotten, whenever the program dies.

What an act is made of is loaded with the first of them: most windows open without any.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError, BadInput
from allybook.domain.spoken import speak
from allybook.store.acts.ticks import ABOUT_THEM, SqliteTicks, whom
from allybook.store.database.marks import read_mark, write_mark
from allybook.store.database.moments import micros, micros_or_none, moment_at, moment_or_none

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    import apsw

    from allybook.domain.acts.outbox import Act, Outcome
    from allybook.domain.money.pricing import Dollars
    from allybook.domain.spoken import Pattern
    from allybook.store.database.connection import Connections

BUSY: Pattern = (
    "Allybook is changing lists for this account already, in another window or on the command "
    "line; wait until that has ended. Nothing was sent."
)
ALL = "SELECT * FROM acts ORDER BY asked_at DESC, number DESC"
ABOUT = "SELECT * FROM acts WHERE user_id = ? ORDER BY asked_at DESC, number DESC"
OF_LIST = "SELECT * FROM acts WHERE list_id = ? ORDER BY asked_at DESC, number DESC"
PUT = """
    INSERT OR IGNORE INTO acts (
        act_id, deed, book, list_id, user_id, handle, asked_at, stage, outcome, sent_at, detail,
        undoes, price
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
NEXT = """
    SELECT * FROM acts WHERE list_id = ? AND stage <> 'settled'
    ORDER BY stage = 'sending' DESC, asked_at, number LIMIT 1
"""
SETTLE = """
    UPDATE acts SET stage = 'settled', outcome = ?, sent_at = ?, detail = ? WHERE act_id = ?
"""
DROP = """
    UPDATE acts SET stage = 'settled', outcome = 'dropped'
    WHERE list_id = ? AND stage = 'waiting'
"""
WITHDRAW = """
    UPDATE acts SET stage = 'settled', outcome = 'dropped'
    WHERE act_id = ? AND stage = 'waiting'
"""
ERASE = f"""
    UPDATE acts SET
        handle = '',
        detail = iif(detail IN (SELECT value FROM json_each(:own)), detail, '')
    WHERE stage = 'settled' AND handle <> '' AND {ABOUT_THEM}
"""  # noqa: S608 (words of our own)


class SqliteOutbox:
    """The outbox of one X account."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._ticks = SqliteTicks(connections)

    @property
    def ticks(self) -> SqliteTicks:
        """Return the tick list of the same account."""
        return self._ticks

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written."""
        return self._connections.version()

    def turn(self) -> AbstractContextManager[None]:
        """Hold the right to send for this account; ``AllybookError`` where another holds it."""
        from allybook.store.database.turn import take_turn

        return take_turn(self._connections.path.with_suffix(".lock"), AllybookError(BUSY))

    def put(self, acts: Sequence[Act]) -> int:
        """Keep acts until they settle; return how many were new."""
        with self._connections.write() as connection:
            before = connection.total_changes()
            connection.executemany(PUT, map(_row, acts))
            return connection.total_changes() - before

    def next(self, list_id: str) -> Act | None:
        """Return the oldest act of a list that is not settled.

        One that is being sent comes first: it was interrupted, and X has to be asked about it.
        """
        with self._connections.read() as connection:
            return next(map(_act, connection.execute(NEXT, (list_id,))), None)

    def start(self, act_id: str, sent_at: datetime, price: Dollars | None = None) -> None:
        """Mark an act as being sent, before it is sent, at the price of the day.

        Raises ``BadInput`` for an act that is settled: somebody dropped it in the meantime.
        """
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE acts SET stage = 'sending', sent_at = ?, price = ?"
                " WHERE act_id = ? AND stage <> 'settled'",
                (micros(sent_at), None if price is None else str(price), act_id),
            )
            _must_have_changed(connection, act_id)

    def settle(self, act_id: str, outcome: Outcome, sent_at: datetime, detail: str = "") -> None:
        """Write down what became of an act, or what turned out to have become of it."""
        with self._connections.write() as connection:
            connection.execute(SETTLE, (outcome.value, micros(sent_at), detail, act_id))
            _must_have_changed(connection, act_id)

    def postpone(self, act_id: str) -> None:
        """Put an act that was certainly not done back among the waiting ones."""
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE acts SET stage = 'waiting', sent_at = NULL, price = NULL"
                " WHERE act_id = ? AND stage <> 'settled'",
                (act_id,),
            )
            _must_have_changed(connection, act_id)

    def waiting(self) -> int:
        """Return how many acts are not settled."""
        with self._connections.read() as connection:
            found: int = connection.execute(
                "SELECT count(*) FROM acts WHERE stage <> 'settled'"
            ).get
        return found

    def drop(self, list_id: str) -> int:
        """Settle as dropped what waits for a list; return how many.

        What is being sent stays: X may have done it.
        """
        with self._connections.write() as connection:
            connection.execute(DROP, (list_id,))
            return connection.changes()

    def withdraw(self, act_id: str) -> bool:
        """Settle one act as dropped, if it still waits; return whether it did."""
        with self._connections.write() as connection:
            connection.execute(WITHDRAW, (act_id,))
            return connection.changes() > 0

    def erase(self, user_ids: Sequence[str] | None = None, handles: Sequence[str] = ()) -> int:
        """Erase the handles in what is settled (of these accounts, or of all); return how many.

        The acts stay, by id: what was done on X stays true, and what it cost.
        """
        from allybook.domain.acts.outbox import PAID_FOR_NOTHING

        own = json.dumps(sorted(PAID_FOR_NOTHING))
        with self._connections.write() as connection:
            connection.execute(ERASE, whom(user_ids, handles) | {"own": own})
            erased = connection.changes()
        erased += self._ticks.erase(user_ids, handles)
        self._connections.tidy()
        self._connections.drop_copies()
        return erased

    def mark(self, name: str) -> str:
        """Return what was noted about publishing under a name, or nothing."""
        return read_mark(self._connections, name)

    def set_mark(self, name: str, value: str) -> None:
        """Note something about publishing that has to outlive the program and the cache."""
        write_mark(self._connections, name, value)

    def acts(self, list_id: str | None = None) -> Sequence[Act]:
        """Return the acts of one list (or of all), newest first."""
        with self._connections.read() as connection:
            rows = (
                connection.execute(ALL)
                if list_id is None
                else connection.execute(OF_LIST, (list_id,))
            )
            return list(map(_act, rows))

    def acts_about(self, user_id: str) -> Sequence[Act]:
        """Return the acts about one account, newest first."""
        with self._connections.read() as connection:
            return list(map(_act, connection.execute(ABOUT, (user_id,))))


def _must_have_changed(connection: apsw.Connection, act_id: str) -> None:
    if not connection.changes():
        raise BadInput(
            speak("{act_id!r} does not wait to be sent any more; nothing was sent.", act_id=act_id)
        )


def _row(act: Act) -> tuple[str | int | None, ...]:
    return (
        act.act_id,
        act.deed.value,
        act.book,
        act.list_id,
        act.user_id,
        act.handle,
        micros(act.asked_at),
        act.stage.value,
        None if act.outcome is None else act.outcome.value,
        micros_or_none(act.sent_at),
        act.detail,
        act.undoes,
        None if act.price is None else str(act.price),
    )


def _act(
    row: tuple[
        int, str, str, str, str, str, str, int, str, str | None, int | None, str, str, str | None
    ],
) -> Act:
    from decimal import Decimal

    from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage

    (
        _,
        act_id,
        deed,
        book,
        list_id,
        user_id,
        handle,
        asked_at,
        stage,
        outcome,
        sent_at,
        detail,
        undoes,
        price,
    ) = row
    return Act(
        act_id,
        Deed(deed),
        book,
        list_id,
        user_id,
        handle,
        moment_at(asked_at),
        Stage(stage),
        None if outcome is None else Outcome(outcome),
        moment_or_none(sent_at),
        detail,
        undoes,
        None if price is None else Decimal(price),
    )
