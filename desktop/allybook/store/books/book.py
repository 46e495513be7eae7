"""One book: its entries, kept for ever, and their fold, kept fresh."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import apsw

from allybook.domain.book.entry import Bag, Field, Stamp
from allybook.domain.book.evidence import namings
from allybook.domain.book.fold import aliases, resolve
from allybook.domain.errors import StorageError
from allybook.domain.expressions import expression
from allybook.ports.books import BookInfo
from allybook.store.books.entries import pack_entry, unpack_ally, unpack_entry, unpack_lines
from allybook.store.books.folding import entries_of, known_records, lay_folds, records_of, refold
from allybook.store.database.collector import paused
from allybook.store.database.ids import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Amend
    from allybook.store.books.file import BookFile
    from allybook.store.database.connection import Connections

IS_FOLDED = """
    SELECT EXISTS (SELECT 1 FROM allies) OR NOT EXISTS (SELECT 1 FROM entries WHERE NOT erased)
"""
WHICH = "SELECT book_id, name FROM book"
ALL = "SELECT entry FROM entries ORDER BY at_ms, at_counter, entry_id"
PICKED = """
    SELECT entry FROM json_each(?) AS wanted JOIN entries ON entry_id = wanted.value
    ORDER BY wanted.key
"""
ALLIES = "SELECT ally FROM lines JOIN allies USING (record) ORDER BY lines.folded, record"
ALLY = "SELECT ally FROM allies WHERE record = (SELECT record FROM records WHERE ally = ?)"
# The keys of hashtags begin with their sign.
CALLED = """
    SELECT record FROM lines WHERE folded = ? AND record NOT GLOB '#*' ORDER BY record LIMIT 1
"""
# All lines as one text: one piece is made of it, and not 50,000.
ROWS = "SELECT group_concat(line) FROM (SELECT line FROM lines ORDER BY folded, record)"
FIRST = """
    SELECT group_concat(line) FROM (SELECT line FROM lines ORDER BY folded, record LIMIT ?)
"""
# The keys of hashtags begin with their sign, and no others do.
FIRST_HASHTAGS = """
    SELECT group_concat(line) FROM (
        SELECT line FROM lines WHERE (folded, record) IN (
            SELECT folded, record FROM allies WHERE record >= '#' AND record < '$'
            ORDER BY record LIMIT ?
        )
        ORDER BY folded, record
    )
"""
LINES = """
    SELECT group_concat(line) FROM (
        SELECT line FROM lines WHERE (folded, record) IN (
            SELECT folded, allies.record FROM records JOIN allies USING (record)
            WHERE records.ally IN (SELECT value FROM json_each(?))
        )
        ORDER BY folded, record
    )
"""
ALIASES = "SELECT ally, record FROM records WHERE ally <> record"
NEW_KEY = "INSERT OR IGNORE INTO records VALUES (?1, ?1)"
MOVE_KEY = "UPDATE records SET record = ? WHERE ally = ?"
WITH_EVIDENCE = """
    SELECT record, entry FROM records JOIN entries USING (ally) WHERE instr(entry, '"evidence')
"""
SAID_BY = expression(r':([0-9]+)"')
"""How a word of evidence ends, in JSON: with who said it. Few entries need be read for that."""
FRESH = """
    SELECT value FROM json_each(?)
    WHERE value NOT IN (SELECT entry_id FROM entries)
"""
# An entry of a colleague may be older than the latest of all.
MARK = """
    SELECT latest_ms, latest_counter, (SELECT count(*) FROM entries), (SELECT count(*) FROM erased)
    FROM book
"""
SEEN = """
    UPDATE book SET latest_ms = ?1, latest_counter = ?2
    WHERE (latest_ms, latest_counter) < (?1, ?2)
"""


class SqliteBook:
    """One book in a file of its own."""

    def __init__(self, connections: Connections | BookFile) -> None:
        self._connections = connections
        self._info = self._read_info()

    @property
    def info(self) -> BookInfo:
        """Return the book's id and name, which another program may have changed."""
        # Who holds a book that is closed, or on a stick pulled out, still knows which one it is.
        with suppress(StorageError):
            self._info = self._read_info()
        return self._info

    def append(self, entries: Sequence[Entry]) -> int:
        """Keep entries not yet known, refold the allies they touch; return how many were new.

        An erasure mark takes all other entries of its record away, and lets none in again.
        """
        if not entries:
            return 0
        with self._connections.write() as connection:
            fresh = _fresh(connection, entries)
            erases = _keep(connection, fresh, {})
            _see(connection, entries)
            kept = _count(connection, fresh) if erases else len(fresh)
        self._clean_up(erases=erases)
        return kept

    def amend(self, keys: Collection[str], make: Amend) -> Sequence[Entry]:
        """Make entries from what the allies under these keys have, and keep them; return the new.

        ``make`` is called once, with no writer of any process between its reading and its writing.
        """
        with self._connections.write() as connection, paused():
            records = records_of(connection, keys)
            found = known_records(connection, frozenset(records.values()))
            known = {key: found.get(records[key], ()) for key in keys}
            made = make(known, _latest(connection))
            fresh = _fresh(connection, made)
            erases = _keep(connection, fresh, _with(known, fresh))
            _see(connection, made)
        self._clean_up(erases=erases)
        return fresh

    def entries(self, ally: str | None = None) -> Sequence[Entry]:
        """Return the entries of one ally (aliases followed) or of all, oldest first."""
        with self._connections.read() as connection:
            if ally is None:
                return list(_unpacked(connection.execute(ALL)))
            return list(_known(connection, (ally,))[ally])

    def entries_of(self, keys: Collection[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, by each of these record keys, the entries of its ally, oldest first."""
        with self._connections.read() as connection:
            return _known(connection, keys)

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT entry FROM entries WHERE entry_id = ?", (entry_id,))
            return next(_unpacked(rows), None)

    def picked(self, entry_ids: Sequence[str]) -> Sequence[Entry]:
        """Return those of these entries that are here, in the order given."""
        with self._connections.read() as connection:
            return list(_unpacked(connection.execute(PICKED, (listed(entry_ids),))))

    def allies(self) -> Sequence[Ally]:
        """Return all allies as folded, by handle."""
        with self._connections.read() as connection, paused():
            return [unpack_ally(packed) for (packed,) in connection.execute(ALLIES)]

    def ally(self, key: str) -> Ally | None:
        """Return one ally by its record key, or by one that it had before."""
        with self._connections.read() as connection:
            packed: str | None = connection.execute(ALLY, (key,)).get
        return None if packed is None else unpack_ally(packed)

    def called(self, handle: str) -> str:
        """Return the record key of the account that goes by a handle, or an empty one."""
        with self._connections.read() as connection:
            key: str | None = connection.execute(CALLED, (handle.lower(),)).get
        return key or ""

    def rows(self) -> Sequence[AllyLine]:
        """Return all allies, each in one line, by handle."""
        with self._connections.read() as connection, paused():
            return unpack_lines(connection.execute(ROWS).get)

    def first_rows(self, limit: int) -> Sequence[AllyLine]:
        """Return the first so many of ``rows``."""
        with self._connections.read() as connection, paused():
            return unpack_lines(connection.execute(FIRST, (limit,)).get)

    def first_hashtags(self, limit: int) -> Sequence[AllyLine]:
        """Return the first so many hashtags."""
        with self._connections.read() as connection, paused():
            return unpack_lines(connection.execute(FIRST_HASHTAGS, (limit,)).get)

    def lines(self, keys: Collection[str]) -> Sequence[AllyLine]:
        """Return those under these record keys (aliases followed), each once, by handle."""
        with self._connections.read() as connection, paused():
            return unpack_lines(connection.execute(LINES, (listed(keys),)).get)

    def aliases(self) -> Mapping[str, str]:
        """Return the record keys of before, each with the one that it goes on as."""
        with self._connections.read() as connection:
            return dict(connection.execute(ALIASES))

    def erased(self) -> frozenset[str]:
        """Return the record keys of those who asked to be erased."""
        with self._connections.read() as connection:
            return frozenset(key for (key,) in connection.execute("SELECT ally FROM erased"))

    def named_by(self, user_ids: Collection[str]) -> frozenset[str]:
        """Return the record keys of whom these people named in posts, as any entry tells."""
        wanted = frozenset(user_ids)
        with self._connections.read() as connection:
            rows = connection.execute(WITH_EVIDENCE)
            maybe = [row for row in rows if not wanted.isdisjoint(SAID_BY.findall(row[1]))]
        found = ((record, unpack_entry(packed)) for record, packed in maybe)
        return frozenset(
            record
            for record, entry in found
            if any(who in wanted for _, who in namings(entry.add.get(Bag.EVIDENCE, ())))
        )

    def rename(self, name: str) -> None:
        """Give the book another name."""
        with self._connections.write() as connection:
            connection.execute("UPDATE book SET name = ?", (name,))

    def mark(self) -> str:
        """Return what differs from before wherever an entry came, a late one too, or one went."""
        with self._connections.read() as connection:
            return ".".join(map(str, next(connection.execute(MARK))))

    def latest(self) -> Stamp:
        """Return the latest stamp seen, so that the next is never behind it."""
        with self._connections.read() as connection:
            return _latest(connection)

    def _read_info(self) -> BookInfo:
        with self._connections.read() as connection:
            row: tuple[str, str] | None = connection.execute(WHICH).get
            if row is None:
                raise apsw.CorruptError("no book in it")
        return BookInfo(*row)

    def _clean_up(self, *, erases: bool) -> None:
        if erases:
            self._connections.tidy()
            self._connections.drop_copies()


def make_ready(connections: Connections) -> None:
    """Fold every record of a book whose folds were taken away (by a migration)."""
    with connections.read() as connection:
        if _is_folded(connection):
            return
    with connections.write() as connection, paused():
        if _is_folded(connection):
            # Another Allybook did it while this one waited.
            return
        connection.execute("DELETE FROM lines; DELETE FROM allies")
        _link(connection)
        connection.execute("INSERT OR IGNORE INTO records SELECT ally, ally FROM entries")
        records = connection.execute("SELECT DISTINCT record FROM records")
        refold(connection, [record for (record,) in records])


def _is_folded(connection: apsw.Connection) -> bool:
    return bool(connection.execute(IS_FOLDED).get)


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


def _known(connection: apsw.Connection, keys: Collection[str]) -> Mapping[str, Sequence[Entry]]:
    """Return, by each of these keys, the entries of its record."""
    records = records_of(connection, keys)
    found = entries_of(connection, frozenset(records.values()))
    return {key: found.get(records[key], ()) for key in keys}


def _with(
    known: Mapping[str, Sequence[Entry]], made: Iterable[Entry]
) -> Mapping[str, Sequence[Entry]]:
    """Return what is known under each key with the entries that were made under it."""
    whole = dict(known)
    for entry in made:
        if entry.ally in whole:
            whole[entry.ally] = (*whole[entry.ally], entry)
    return whole


def _keep(
    connection: apsw.Connection, fresh: Sequence[Entry], known: Mapping[str, Sequence[Entry]]
) -> bool:
    """Insert entries and fold what they touch; return whether anyone was erased.

    ``known`` are all entries of a record, fresh ones among them, for those that the caller knows.
    """
    if not fresh:
        return False
    _insert(connection, fresh)
    links = any(map(_links, fresh))
    touched = _link(connection) if links else set()
    touched.update(records_of(connection, {entry.ally for entry in fresh}).values())
    if links or not known.keys() >= touched:
        return refold(connection, touched)
    return lay_folds(connection, touched, known)


def _latest(connection: apsw.Connection) -> Stamp:
    return Stamp(*connection.execute("SELECT latest_ms, latest_counter FROM book").get)


def _see(connection: apsw.Connection, entries: Sequence[Entry]) -> None:
    if entries:
        latest = max(entry.at for entry in entries)
        connection.execute(SEEN, (latest.milliseconds, latest.counter))


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
    now = resolve(links, {*links, *links.values()})
    before = dict(connection.execute(ALIASES))
    moved = {
        key: now.get(key, key)
        for key in now.keys() | before.keys()
        if now.get(key, key) != before.get(key, key)
    }
    connection.executemany(NEW_KEY, ((key,) for key in now))
    connection.executemany(MOVE_KEY, ((record, key) for key, record in moved.items()))
    return {*moved, *moved.values(), *(before[key] for key in moved if key in before)}


def _count(connection: apsw.Connection, entries: Iterable[Entry]) -> int:
    found: int = connection.execute(
        "SELECT count(*) FROM entries WHERE entry_id IN (SELECT value FROM json_each(?))",
        (listed(entry.entry_id for entry in entries),),
    ).get
    return found


def _unpacked(rows: Iterable[tuple[str]]) -> Iterator[Entry]:
    for (packed,) in rows:
        yield unpack_entry(packed)
