"""X Lists and their members in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ports.cache import Members
from allybook.store.database.ids import number
from allybook.store.database.moments import micros, micros_or_none, moment_at, moment_or_none
from allybook.store.database.packing import named, whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    import apsw

    from allybook.domain.lists import XList

UNTOLD = 2
"""In the column ``private``, for which X did not say: it was laid out for yes (1) and no (0)."""
SAVE = """
    INSERT INTO lists (
        list_id, name, folded, description, private, owner_id, members, followers, created_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        name = excluded.name, folded = excluded.folded, description = excluded.description,
        private = CASE excluded.private WHEN 2 THEN private ELSE excluded.private END,
        owner_id = ifnull(excluded.owner_id, owner_id),
        members = ifnull(excluded.members, members),
        followers = ifnull(excluded.followers, followers),
        created_at = ifnull(excluded.created_at, created_at)
"""
LISTS = """
    SELECT list_id, name, description, private, owner_id, members, followers, created_at
    FROM lists ORDER BY folded, list_id
"""


def save_list(connection: apsw.Connection, x_list: XList) -> None:
    """Keep what X said about a list; what it did not say stays as it was known."""
    name = whole(x_list.name)
    connection.execute(
        SAVE,
        (
            x_list.list_id,
            name,
            named(name),
            whole(x_list.description),
            UNTOLD if x_list.private is None else int(x_list.private),
            x_list.owner_id,
            x_list.members,
            x_list.followers,
            micros_or_none(x_list.created_at),
        ),
    )


def read_lists(connection: apsw.Connection) -> list[XList]:
    """Return the lists known, by name."""
    from allybook.domain.lists import XList  # noqa: PLC0415 (the timeline needs none)

    return [
        XList(
            list_id,
            name,
            description,
            None if private == UNTOLD else bool(private),
            owner_id,
            members,
            followers,
            moment_or_none(created_at),
        )
        for (
            list_id,
            name,
            description,
            private,
            owner_id,
            members,
            followers,
            created_at,
        ) in connection.execute(LISTS)
    ]


def forget_list(connection: apsw.Connection, list_id: str) -> None:
    """Forget a list and who was on it."""
    for table in ("list_members", "list_readings", "lists"):
        connection.execute(f"DELETE FROM {table} WHERE list_id = ?", (list_id,))  # noqa: S608


def save_members(
    connection: apsw.Connection,
    list_id: str,
    user_ids: Iterable[str],
    *,
    complete: bool,
    as_of: datetime,
) -> None:
    """Keep the members of a list as read, in the place of those read before."""
    connection.execute("DELETE FROM list_members WHERE list_id = ?", (list_id,))
    connection.execute(
        "INSERT OR REPLACE INTO list_readings VALUES (?, ?, ?)",
        (list_id, int(complete), micros(as_of)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO list_members VALUES (?, ?)",
        ((list_id, number(user_id)) for user_id in user_ids),
    )


def lists_read(connection: apsw.Connection) -> dict[str, datetime]:
    """Return when the members of each list were read last (UTC)."""
    rows = connection.execute("SELECT list_id, as_of FROM list_readings")
    return {list_id: moment_at(as_of) for list_id, as_of in rows}


def read_members(connection: apsw.Connection, list_id: str) -> Members | None:
    """Return the members as last read."""
    reading: tuple[int, int] | None = connection.execute(
        "SELECT complete, as_of FROM list_readings WHERE list_id = ?", (list_id,)
    ).get
    if reading is None:
        return None
    rows = connection.execute("SELECT user_id FROM list_members WHERE list_id = ?", (list_id,))
    return Members(
        frozenset(str(user_id) for (user_id,) in rows), bool(reading[0]), moment_at(reading[1])
    )
