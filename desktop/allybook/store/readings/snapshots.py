"""Readings of followers and following, each packed into one value.

What a reading is made of is loaded with the first of them: the timeline needs none.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, overload

from allybook.store.database.ids import number
from allybook.store.database.moments import micros, moment_at

if TYPE_CHECKING:
    from collections.abc import Collection

    import apsw

    from allybook.domain.check.followback import Glimpse, Side, Snapshot
    from allybook.store.database.connection import Connections


class Readings(Sequence["Snapshot"]):
    """The readings of one side, newest first, each fetched when it is looked at.

    A reading of a million followers takes 150 MB as a set, so they are never all held at once.
    """

    def __init__(self, connections: Connections, keys: Sequence[int]) -> None:
        self._connections = connections
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, at: int) -> Snapshot: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Snapshot]: ...
    def __getitem__(self, at: int | slice) -> Snapshot | Sequence[Snapshot]:
        if isinstance(at, slice):
            return Readings(self._connections, self._keys[at])
        with self._connections.read() as connection:
            return _read_one(connection, self._keys[at])


def save_snapshot(connection: apsw.Connection, owner_id: str, snapshot: Snapshot) -> None:
    """Keep one reading."""
    connection.execute(
        "INSERT INTO snapshots (owner_id, side, complete, source, as_of, people)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            owner_id,
            snapshot.side.value,
            int(snapshot.complete),
            snapshot.source,
            micros(snapshot.as_of),
            _pack(snapshot.user_ids),
        ),
    )


def find_snapshots(connections: Connections, owner_id: str, side: Side) -> Readings:
    """Return the readings of one side, newest first."""
    with connections.read() as connection:
        rows = connection.execute(
            "SELECT id FROM snapshots WHERE owner_id = ? AND side = ? ORDER BY as_of DESC, id DESC",
            (owner_id, side.value),
        )
        return Readings(connections, [key for (key,) in rows])


def read_glimpses(connection: apsw.Connection, owner_id: str) -> list[Glimpse]:
    """Return all readings without who is in them, newest first."""
    from allybook.domain.check.followback import Glimpse, Side

    rows = connection.execute(
        "SELECT side, as_of, source, complete, length(people) / 8 FROM snapshots"
        " WHERE owner_id = ? ORDER BY as_of DESC, id DESC",
        (owner_id,),
    )
    return [
        Glimpse(Side(side), moment_at(as_of), source, bool(complete), people)
        for side, as_of, source, complete, people in rows
    ]


def read_snapshot(connection: apsw.Connection, owner_id: str, glimpse: Glimpse) -> Snapshot | None:
    """Return the reading of a glimpse."""
    key = _key_of(connection, owner_id, glimpse)
    return None if key is None else _read_one(connection, key)


def read_people(connection: apsw.Connection, owner_id: str, glimpse: Glimpse) -> array[int]:
    """Return who is in the reading of a glimpse, as numbers in no order; eight bytes each."""
    key = _key_of(connection, owner_id, glimpse)
    if key is None:
        return array("q")
    people: bytes = connection.execute("SELECT people FROM snapshots WHERE id = ?", (key,)).get
    return _numbers(people)


def _key_of(connection: apsw.Connection, owner_id: str, glimpse: Glimpse) -> int | None:
    """Return the row of a glimpse; of two at one moment, the later one."""
    key: int | None = connection.execute(
        "SELECT max(id) FROM snapshots WHERE owner_id = ? AND side = ? AND as_of = ?"
        " AND source = ? AND complete = ?",
        (
            owner_id,
            glimpse.side.value,
            micros(glimpse.as_of),
            glimpse.source,
            int(glimpse.complete),
        ),
    ).get
    return key


def _read_one(connection: apsw.Connection, key: int) -> Snapshot:
    from allybook.domain.check.followback import Side, Snapshot

    row: tuple[str, int, str, int, bytes] = connection.execute(
        "SELECT side, complete, source, as_of, people FROM snapshots WHERE id = ?", (key,)
    ).get
    side, complete, source, as_of, people = row
    return Snapshot(Side(side), _unpack(people), bool(complete), source, moment_at(as_of))


def _pack(user_ids: Collection[str]) -> bytes:
    return _low_byte_first(_as_numbers(user_ids)).tobytes()


def _as_numbers(user_ids: Collection[str]) -> array[int]:
    """Return ids as numbers: all looked at in one go, since a million one by one take 2 seconds."""
    digits = "".join(user_ids)
    if digits.isascii() and digits.isdigit():
        with suppress(ValueError, OverflowError):
            return array("q", map(int, user_ids))
    return array("q", map(number, user_ids))


def _unpack(people: bytes) -> frozenset[str]:
    return frozenset(map(str, _numbers(people)))


def _numbers(people: bytes) -> array[int]:
    ids = array("q")
    ids.frombytes(people)
    return _low_byte_first(ids)


def _low_byte_first(ids: array[int]) -> array[int]:
    if sys.byteorder == "big":
        ids.byteswap()
    return ids
