"""One book: its entries, kept for ever, and their fold, kept fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Field, Stamp
from allybook.domain.book.fold import aliases, fold, resolve
from allybook.ports import BookInfo
from allybook.store.entries import pack_ally, pack_entry, unpack_ally, unpack_entry
from allybook.store.ids import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import apsw

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.store.connection import Connections

ALL = "SELECT entry FROM entries ORDER BY at_ms, at_counter, entry_id"
OF_RECORD = """
    SELECT entry FROM entries JOIN records USING (ally)
    WHERE record = ? ORDER BY at_ms, at_counter, entry_id
"""
ALLY = "SELECT ally FROM allies WHERE record = (SELECT record FROM records WHERE ally = ?)"
NEW_KEY = "INSERT OR IGNORE INTO records VALUES (?1, ?1)"
MOVE_KEY = "UPDATE records SET record = ? WHERE ally = ?"
MARK_ERASED = "INSERT OR IGNORE INTO erased SELECT ally FROM records WHERE record = ?"
ERASE = """
    DELETE FROM entries
    WHERE NOT erased AND ally IN (SELECT ally FROM records WHERE record = ?)
"""
FRESH = """
    SELECT value FROM json_each(?)
    WHERE value NOT IN (SELECT entry_id FROM entries)
"""
SEEN = """
    UPDATE book SET latest_ms = ?1, latest_counter = ?2
    WHERE (latest_ms, latest_counter) < (?1, ?2)
"""


class SqliteBook:
    """One book in a file of its own."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        with connections.read() as connection:
            row: tuple[str, str] = connection.execute("SELECT book_id, name FROM book").get
            is_folded: int = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM allies) OR NOT EXISTS (SELECT 1 FROM entries)"
            ).get
        self._info = BookInfo(*row)
        if not is_folded:
            self._fold_anew()

    @property
    def info(self) -> BookInfo:
        """Return the book's id and name."""
        return self._info

    def append(self, entries: Sequence[Entry]) -> int:
        """Keep entries not yet known, refold the allies they touch; return how many were new.

        An erasure mark takes all other entries of its record away, and lets none in again.
        """
        if not entries:
            return 0
        with self._connections.write() as connection:
            fresh = _fresh(connection, entries)
            _insert(connection, fresh)
            touched = _link(connection) if any(map(_links, fresh)) else set()
            touched |= {_record_of(connection, entry.ally) for entry in fresh}
            erased = [_refold(connection, record) for record in touched]
            latest = max(entry.at for entry in entries)
            connection.execute(SEEN, (latest.milliseconds, latest.counter))
            kept = len(fresh) if not any(erased) else _count(connection, fresh)
        if any(erased):
            self._connections.tidy()
            self._connections.drop_copies()
        return kept

    def entries(self, ally: str | None = None) -> Sequence[Entry]:
        """Return the entries of one ally (aliases followed) or of all, oldest first."""
        with self._connections.read() as connection:
            if ally is None:
                return list(_unpacked(connection.execute(ALL)))
            return _entries(connection, _record_of(connection, ally))

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT entry FROM entries WHERE entry_id = ?", (entry_id,))
            return next(_unpacked(rows), None)

    def allies(self) -> Sequence[Ally]:
        """Return all allies as folded, by handle."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT ally FROM allies ORDER BY folded, record")
            return [unpack_ally(packed) for (packed,) in rows]

    def ally(self, key: str) -> Ally | None:
        """Return one ally by its record key, or by one that it had before."""
        with self._connections.read() as connection:
            packed: str | None = connection.execute(ALLY, (key,)).get
        return None if packed is None else unpack_ally(packed)

    def erased(self) -> frozenset[str]:
        """Return the record keys of those who asked to be erased."""
        with self._connections.read() as connection:
            return frozenset(key for (key,) in connection.execute("SELECT ally FROM erased"))

    def rename(self, name: str) -> None:
        """Give the book another name."""
        with self._connections.write() as connection:
            connection.execute("UPDATE book SET name = ?", (name,))
        self._info = BookInfo(self._info.book_id, name)

    def latest(self) -> Stamp:
        """Return the latest stamp seen, so that the next is never behind it."""
        with self._connections.read() as connection:
            row: tuple[int, int] = connection.execute(
                "SELECT latest_ms, latest_counter FROM book"
            ).get
        return Stamp(*row)

    def _fold_anew(self) -> None:
        """Fold every record, for a book whose folds were taken away (by a migration)."""
        with self._connections.write() as connection:
            _link(connection)
            connection.execute("INSERT OR IGNORE INTO records SELECT ally, ally FROM entries")
            for (record,) in list(connection.execute("SELECT DISTINCT record FROM records")):
                _refold(connection, record)


def _links(entry: Entry) -> bool:
    """Return whether an entry says under which key a record goes on."""
    return Field.ALIAS in entry.set or entry.erased


def _fresh(connection: apsw.Connection, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are not known, each once, without stale ones of erased allies.

    Stale ones that link two keys are let in, to be taken away with all that they link to.
    """
    by_id = {entry.entry_id: entry for entry in entries}
    erased = {ally for (ally,) in connection.execute("SELECT ally FROM erased")}
    wanted = [by_id[entry_id] for (entry_id,) in connection.execute(FRESH, (listed(by_id),))]
    return [entry for entry in wanted if _links(entry) or entry.ally not in erased]


def _insert(connection: apsw.Connection, entries: Sequence[Entry]) -> None:
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                entry.entry_id,
                entry.ally,
                entry.at.milliseconds,
                entry.at.counter,
                int(entry.erased),
                int(_links(entry)),
                pack_entry(entry),
            )
            for entry in entries
        ),
    )
    connection.executemany(NEW_KEY, ((entry.ally,) for entry in entries))


def _link(connection: apsw.Connection) -> set[str]:
    """Follow all aliases anew; return the records that keys have left or joined."""
    said = _unpacked(connection.execute("SELECT entry FROM entries WHERE links"))
    links = aliases(said)
    now = {key: resolve(links, key) for key in {*links, *links.values()}}
    before = dict(connection.execute("SELECT ally, record FROM records WHERE ally <> record"))
    moved = {
        key: now.get(key, key)
        for key in now.keys() | before.keys()
        if now.get(key, key) != before.get(key, key)
    }
    connection.executemany(NEW_KEY, ((key,) for key in now))
    connection.executemany(MOVE_KEY, ((record, key) for key, record in moved.items()))
    return {*moved, *moved.values(), *(before[key] for key in moved if key in before)}


def _record_of(connection: apsw.Connection, key: str) -> str:
    """Return under which key a record goes on; an unknown one is its own."""
    record: str | None = connection.execute("SELECT record FROM records WHERE ally = ?", (key,)).get
    return key if record is None else record


def _entries(connection: apsw.Connection, record: str) -> list[Entry]:
    return list(_unpacked(connection.execute(OF_RECORD, (record,))))


def _refold(connection: apsw.Connection, record: str) -> bool:
    """Fold one record again; return whether it was erased."""
    entries = _entries(connection, record)
    ally = fold(entries)
    if ally is None:
        connection.execute("DELETE FROM allies WHERE record = ?", (record,))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO allies VALUES (?, ?, ?)",
            (record, ally.handle.lower(), pack_ally(ally)),
        )
    is_erased = any(entry.erased for entry in entries)
    if is_erased:
        connection.execute(MARK_ERASED, (record,))
        connection.execute(ERASE, (record,))
    return is_erased


def _count(connection: apsw.Connection, entries: Iterable[Entry]) -> int:
    found: int = connection.execute(
        "SELECT count(*) FROM entries WHERE entry_id IN (SELECT value FROM json_each(?))",
        (listed(entry.entry_id for entry in entries),),
    ).get
    return found


def _unpacked(rows: Iterable[tuple[str]]) -> Iterator[Entry]:
    for (packed,) in rows:
        yield unpack_entry(packed)
