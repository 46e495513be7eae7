"""Small choices of a profile: text by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.store.database.connection import Connections


class SqliteSettings:
    """The settings in the profile's own database."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        with self._connections.read() as connection:
            value: str | None = connection.execute(
                "SELECT value FROM settings WHERE name = ?", (name,)
            ).get
        return default if value is None else value

    def write(self, name: str, value: str) -> None:
        """Keep a choice."""
        with self._connections.write() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def scrub(self) -> None:
        """Take off the disk what was overwritten, also where a copy was laid before a change."""
        self._connections.tidy()
        self._connections.drop_copies()
