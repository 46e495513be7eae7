"""What a person does on X by hand, one tick a row; it survives restarts and purges of the cache."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak
from allybook.store.database.moments import micros, micros_or_none, moment_at, moment_or_none

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.acts.ticks import Tick, TickState
    from allybook.store.database.connection import Connections

COLUMNS = "tick_id, deed, asked_at, user_id, handle, post_id, text, state, settled_at, undoes"
LAY = f"INSERT OR IGNORE INTO ticks ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
ONE = f"SELECT {COLUMNS} FROM ticks WHERE tick_id = ?"  # noqa: S608 (names of our own)
ALL = f"""
    SELECT {COLUMNS} FROM ticks ORDER BY coalesce(settled_at, asked_at) DESC, number DESC
"""  # noqa: S608 (names of our own)
WAITING = f"""
    SELECT {COLUMNS} FROM ticks WHERE state IN ('open', 'opened')
    ORDER BY state = 'opened' DESC, asked_at, number
"""  # noqa: S608 (names of our own)
MARK = "UPDATE ticks SET state = ?, settled_at = ? WHERE tick_id = ?"
WITHDRAW = "DELETE FROM ticks WHERE tick_id = ? AND state = 'open'"
ABOUT_THEM = """(
    :wanted IS NULL OR user_id IN (SELECT value FROM json_each(:wanted))
    OR (
        (user_id = '' OR :wanted = '[]')
        AND lower(handle) IN (SELECT value FROM json_each(:handles))
    )
)"""
"""Two ids are two accounts, whatever they were called: a handle counts where one is not known."""
ERASE = f"""
    UPDATE ticks SET handle = '', text = '' WHERE state IN ('done', 'skipped') AND {ABOUT_THEM}
    AND (handle <> '' OR text <> '')
"""  # noqa: S608 (words of our own)
DROP = f"""
    DELETE FROM ticks WHERE :wanted IS NOT NULL AND state IN ('open', 'opened') AND {ABOUT_THEM}
"""  # noqa: S608 (words of our own)


class SqliteTicks:
    """The tick list of one X account, in the file of its outbox."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def lay(self, ticks: Sequence[Tick]) -> int:
        """Put ticks on the list, each deed once until it is settled; return how many were new."""
        with self._connections.write() as connection:
            before = connection.total_changes()
            connection.executemany(LAY, map(_row, ticks))
            return connection.total_changes() - before

    def tick(self, tick_id: str) -> Tick | None:
        """Return one tick."""
        with self._connections.read() as connection:
            return next(map(_tick, connection.execute(ONE, (tick_id,))), None)

    def mark(self, tick_id: str, state: TickState, settled_at: datetime | None = None) -> None:
        """Write down how far a tick has come; ``BadInput`` where that cannot be."""
        with self._connections.write() as connection:
            try:
                connection.execute(MARK, (state.value, micros_or_none(settled_at), tick_id))
            except apsw.ConstraintError as error:
                raise BadInput("The same waits on the tick list already; go on there.") from error
            if not connection.changes():
                raise BadInput(
                    speak(
                        "{tick_id!r} is not on the tick list; nothing was changed.", tick_id=tick_id
                    )
                )

    def withdraw(self, tick_id: str) -> bool:
        """Take a tick off the list that was not even opened; return whether it was one."""
        with self._connections.write() as connection:
            connection.execute(WITHDRAW, (tick_id,))
            return connection.changes() > 0

    def waiting(self) -> Sequence[Tick]:
        """Return the ticks that are not settled, in the order to do them: opened ones first."""
        return self._read(WAITING)

    def ticks(self) -> Sequence[Tick]:
        """Return all ticks, newest first."""
        return self._read(ALL)

    def erase(self, user_ids: Sequence[str] | None = None, handles: Sequence[str] = ()) -> int:
        """Erase handles and words in what is settled, and what waits about these accounts."""
        about = whom(user_ids, handles)
        with self._connections.write() as connection:
            before = connection.total_changes()
            for statement in (DROP, ERASE):
                connection.execute(statement, about)
            return connection.total_changes() - before

    def _read(self, sql: str) -> Sequence[Tick]:
        with self._connections.read() as connection:
            return list(map(_tick, connection.execute(sql)))


def whom(user_ids: Sequence[str] | None, handles: Sequence[str]) -> dict[str, str | None]:
    """Return what ``ABOUT_THEM`` asks for: these accounts, or all."""
    wanted = None if user_ids is None else json.dumps(list(user_ids))
    return {"wanted": wanted, "handles": json.dumps(list(handles))}


def _row(tick: Tick) -> tuple[str | int | None, ...]:
    return (
        tick.tick_id,
        tick.deed.value,
        micros(tick.asked_at),
        tick.user_id,
        tick.handle,
        tick.post_id,
        tick.text,
        tick.state.value,
        micros_or_none(tick.settled_at),
        tick.undoes,
    )


def _tick(row: tuple[str, str, int, str, str, str, str, str, int | None, str]) -> Tick:
    # Most windows open without any.
    from allybook.domain.acts.ticks import Tick, TickDeed, TickState  # noqa: PLC0415

    key, deed, asked_at, user_id, handle, post_id, text, state, settled_at, undoes = row
    return Tick(
        key,
        TickDeed(deed),
        moment_at(asked_at),
        user_id,
        handle,
        post_id,
        text,
        TickState(state),
        moment_or_none(settled_at),
        undoes,
    )
