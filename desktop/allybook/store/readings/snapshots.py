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
    from collections.abc import Collection, Iterator, Mapping

    import apsw

    from allybook.domain.check.followback import Glimpse, Side, Snapshot
    from allybook.store.database.connection import Connections

ID_BYTES = 8
FEW = 16
"""Whether somebody is in a reading is seen in its bytes; of more than so many, by its rows."""
IN_SNAPSHOT = "SELECT people, erased FROM snapshots WHERE id = ?"
LEAVE_OUT = "UPDATE snapshots SET people = ?, erased = ? WHERE id = ?"


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
        "INSERT INTO snapshots (owner_id, side, complete, source, as_of, people, erased)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            owner_id,
            snapshot.side.value,
            int(snapshot.complete),
            snapshot.source,
            micros(snapshot.as_of),
            _pack(snapshot.user_ids),
            snapshot.erased,
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
        "SELECT side, as_of, source, complete, length(people) / 8, erased FROM snapshots"
        " WHERE owner_id = ? ORDER BY as_of DESC, id DESC",
        (owner_id,),
    )
    return [
        Glimpse(Side(side), moment_at(as_of), source, bool(complete), people, erased)
        for side, as_of, source, complete, people, erased in rows
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

    row: tuple[str, int, str, int, bytes, bytes] = connection.execute(
        "SELECT side, complete, source, as_of, people, erased FROM snapshots WHERE id = ?", (key,)
    ).get
    side, complete, source, as_of, people, erased = row
    return Snapshot(Side(side), _unpack(people), bool(complete), source, moment_at(as_of), erased)


def erase_from_snapshots(connection: apsw.Connection, user_ids: Collection[int]) -> None:
    """Take accounts out of all readings; of each a byte stays that many others share."""
    from allybook.domain.check.followback import shade

    wanted = {one.to_bytes(ID_BYTES, "little"): shade(one) for one in user_ids}
    # One after the other: all that were ever kept have many times the size of the largest.
    for (key,) in list(connection.execute("SELECT id FROM snapshots")):
        people, erased = connection.execute(IN_SNAPSHOT, (key,)).get
        places = _places(people, wanted)
        if places:
            shades = bytes(sorted({*erased, *(wanted[one] for one in places.values())}))
            connection.execute(LEAVE_OUT, (_without(people, sorted(places)), shades, key))


def _places(people: bytes, wanted: Collection[bytes]) -> Mapping[int, bytes]:
    """Return where in a reading some ids stand."""
    if len(wanted) > FEW:
        rows = ((at, people[at : at + ID_BYTES]) for at in range(0, len(people), ID_BYTES))
        return {at: row for at, row in rows if row in wanted}
    return {at: one for one in wanted for at in _find(people, one)}


def _find(people: bytes, one: bytes) -> Iterator[int]:
    """Yield where an id stands; its bytes may also stand across two others."""
    at = people.find(one)
    while at >= 0:
        if at % ID_BYTES == 0:
            yield at
        at = people.find(one, at + 1)


def _without(people: bytes, places: Sequence[int]) -> bytes:
    """Return a reading without the ids at some places."""
    behind = (0, *(at + ID_BYTES for at in places))
    ends = (*places, len(people))
    return b"".join(people[at:end] for at, end in zip(behind, ends, strict=True))


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
