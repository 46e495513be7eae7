"""What waits to be sent to X, one act a row; no act is forgotten, whenever the program dies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.outbox import Act, Deed, Outcome, Stage
from allybook.store.moments import micros, micros_or_none, moment_at, moment_or_none

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    import apsw

    from allybook.store.connection import Connections

ALL = "SELECT * FROM acts ORDER BY asked_at DESC, number DESC"
OF_LIST = "SELECT * FROM acts WHERE list_id = ? ORDER BY asked_at DESC, number DESC"
PUT = """
    INSERT OR IGNORE INTO acts (
        act_id, deed, book, list_id, user_id, handle, asked_at, stage, outcome, sent_at, detail
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
SENT_SINCE = """
    SELECT count(*) FROM acts
    WHERE sent_at >= ? AND (outcome IS NULL OR outcome NOT IN ('dropped', 'no_lists', 'opted_out'))
"""


class SqliteOutbox:
    """The outbox of one X account."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

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

    def start(self, act_id: str, sent_at: datetime) -> None:
        """Mark an act as being sent, before it is sent.

        Raises ``BadInput`` for an act that is settled: somebody dropped it in the meantime.
        """
        with self._connections.write() as connection:
            connection.execute(
                "UPDATE acts SET stage = 'sending', sent_at = ?"
                " WHERE act_id = ? AND stage <> 'settled'",
                (micros(sent_at), act_id),
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
                "UPDATE acts SET stage = 'waiting', sent_at = NULL"
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

    def sent_since(self, moment: datetime) -> int:
        """Return how many acts were sent since ``moment``."""
        with self._connections.read() as connection:
            found: int = connection.execute(SENT_SINCE, (micros(moment),)).get
        return found

    def acts(self, list_id: str | None = None) -> Sequence[Act]:
        """Return the acts of one list (or of all), newest first."""
        with self._connections.read() as connection:
            rows = (
                connection.execute(ALL)
                if list_id is None
                else connection.execute(OF_LIST, (list_id,))
            )
            return list(map(_act, rows))


def _must_have_changed(connection: apsw.Connection, act_id: str) -> None:
    if not connection.changes():
        raise BadInput(f"{act_id!r} does not wait to be sent any more; nothing was sent.")


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
    )


def _act(
    row: tuple[int, str, str, str, str, str, str, int, str, str | None, int | None, str],
) -> Act:
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
    )
