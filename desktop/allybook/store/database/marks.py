"""Notes by name, in the database that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

    from allybook.store.database.connection import Connections


def read_mark(connections: Connections, name: str) -> str:
    """Return what was noted under a name, or nothing."""
    with connections.read() as connection:
        return _read(connection, name)


def write_mark(connections: Connections, name: str, value: str) -> None:
    """Note something under a name, in place of what was there."""
    with connections.write() as connection:
        _write(connection, name, value)


def change_mark(connections: Connections, name: str, change: Callable[[str], str]) -> None:
    """Note what ``change`` makes of what was there; no other program writes in between."""
    with connections.write() as connection:
        change_within(connection, name, change)


def change_within(connection: apsw.Connection, name: str, change: Callable[[str], str]) -> None:
    """Note what ``change`` makes of what was there, in the transaction that is under way."""
    before = _read(connection, name)
    if (after := change(before)) != before:
        _write(connection, name, after)


def drop_marks(connections: Connections, is_gone: Callable[[str], bool]) -> None:
    """Drop the notes of whose names ``is_gone`` says so."""
    with connections.write() as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM marks")]
        gone = [(name,) for name in names if is_gone(name)]
        connection.executemany("DELETE FROM marks WHERE name = ?", gone)


def _read(connection: apsw.Connection, name: str) -> str:
    value: str | None = connection.execute("SELECT value FROM marks WHERE name = ?", (name,)).get
    return value or ""


def _write(connection: apsw.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (name, value))
