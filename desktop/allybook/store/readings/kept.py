"""What was read of followers, following and lists, as the services see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.store.readings import lists as list_table
from allybook.store.readings.snapshots import (
    find_snapshots,
    read_glimpses,
    read_people,
    read_snapshot,
    save_snapshot,
)

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.check.followback import Glimpse, Side, Snapshot
    from allybook.domain.lists import XList
    from allybook.ports.cache import Members
    from allybook.store.database.connection import Connections


class KeptReadings:
    """Readings of one account; which list mirrors which book lies in ``outbox``, opened late."""

    def __init__(self, connections: Connections, outbox: Callable[[], Connections]) -> None:
        self._connections = connections
        self._outbox = outbox

    def save_snapshot(self, owner_id: str, snapshot: Snapshot) -> None:
        """Keep one reading of followers or following."""
        with self._connections.write() as connection:
            save_snapshot(connection, owner_id, snapshot)

    def snapshots(self, owner_id: str, side: Side) -> Sequence[Snapshot]:
        """Return the readings of one side, newest first, each fetched when it is looked at."""
        return find_snapshots(self._connections, owner_id, side)

    def glimpses(self, owner_id: str) -> Sequence[Glimpse]:
        """Return all readings without who is in them, newest first."""
        with self._connections.read() as connection:
            return read_glimpses(connection, owner_id)

    def snapshot(self, owner_id: str, glimpse: Glimpse) -> Snapshot | None:
        """Return the reading that a glimpse tells of."""
        with self._connections.read() as connection:
            return read_snapshot(connection, owner_id, glimpse)

    def people(self, owner_id: str, glimpse: Glimpse) -> array[int]:
        """Return who is in the reading that a glimpse tells of, as numbers in no order."""
        with self._connections.read() as connection:
            return read_people(connection, owner_id, glimpse)

    def save_list(self, x_list: XList) -> None:
        """Keep what X said about a list."""
        with self._connections.write() as connection:
            list_table.save_list(connection, x_list)

    def lists(self) -> Sequence[XList]:
        """Return the lists known, by name."""
        with self._connections.read() as connection:
            return list_table.read_lists(connection)

    def lists_read(self) -> Mapping[str, datetime]:
        """Return when the members of each list were read last (UTC), by the ids of the lists."""
        with self._connections.read() as connection:
            return list_table.lists_read(connection)

    def save_members(
        self, list_id: str, user_ids: Sequence[str], *, complete: bool, as_of: datetime
    ) -> None:
        """Keep the members of a list as read."""
        with self._connections.write() as connection:
            list_table.save_members(connection, list_id, user_ids, complete=complete, as_of=as_of)

    def members(self, list_id: str) -> Members | None:
        """Return the members as last read."""
        with self._connections.read() as connection:
            return list_table.read_members(connection, list_id)

    def mirror(self, book: str) -> str | None:
        """Return the id of the X List that mirrors a book (by book id)."""
        with self._outbox().read() as connection:
            list_id: str | None = connection.execute(
                "SELECT list_id FROM mirrors WHERE book = ?", (book,)
            ).get
        return list_id

    def mirrors(self) -> frozenset[str]:
        """Return the ids of the X Lists that mirror any book, also one in the trash."""
        with self._outbox().read() as connection:
            return frozenset(i for (i,) in connection.execute("SELECT list_id FROM mirrors"))

    def set_mirror(self, book: str, list_id: str) -> None:
        """Remember which X List mirrors a book."""
        with self._outbox().write() as connection:
            connection.execute("INSERT OR REPLACE INTO mirrors VALUES (?, ?)", (book, list_id))

    def forget_list(self, list_id: str) -> None:
        """Forget a list that is no more: it mirrors no book, and nobody is on it."""
        with self._outbox().write() as connection:
            connection.execute("DELETE FROM mirrors WHERE list_id = ?", (list_id,))
        with self._connections.write() as connection:
            list_table.forget_list(connection, list_id)
