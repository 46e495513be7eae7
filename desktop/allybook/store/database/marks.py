"""Notes by name, in the database that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.store.database.connection import Connections


def read_mark(connections: Connections, name: str) -> str:
    """Return what was noted under a name, or nothing."""
    with connections.read() as connection:
        value: str | None = connection.execute(
            "SELECT value FROM marks WHERE name = ?", (name,)
        ).get
    return value or ""


def write_mark(connections: Connections, name: str, value: str) -> None:
    """Note something under a name, in place of what was there."""
    with connections.write() as connection:
        connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (name, value))
