"""The folds of a book: each record's ally and its line, made anew when its entries change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.fold import fold, know_fold
from allybook.domain.book.line import line_of
from allybook.domain.book.record import arrange
from allybook.store.books.entries import pack_ally, pack_line, unpack_ally, unpack_entry
from allybook.store.database.ids import batches, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import apsw

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry

OF_RECORDS = """
    SELECT record, entry FROM records JOIN entries USING (ally)
    WHERE record IN (SELECT value FROM json_each(?))
"""
RECORDS = """
    SELECT value, coalesce(record, value)
    FROM json_each(?) LEFT JOIN records ON records.ally = value
"""
FOLDS = "SELECT record, ally FROM allies WHERE record IN (SELECT value FROM json_each(?))"
DROP_LINES = """
    DELETE FROM lines WHERE (folded, record) IN (
        SELECT folded, record FROM allies WHERE record IN (SELECT value FROM json_each(?))
    )
"""
DROP_ALLIES = "DELETE FROM allies WHERE record IN (SELECT value FROM json_each(?))"
MARK_ERASED = "INSERT OR IGNORE INTO erased SELECT ally FROM records WHERE record = ?"
ERASE = """
    DELETE FROM entries
    WHERE NOT erased AND ally IN (SELECT ally FROM records WHERE record = ?)
"""
LOT = 5_000
"""So many records are held in memory at a time."""


def records_of(connection: apsw.Connection, keys: Collection[str]) -> Mapping[str, str]:
    """Return under which key the record of each key goes on; an unknown one is its own."""
    return dict(connection.execute(RECORDS, (listed(keys),)))


def entries_of(
    connection: apsw.Connection, records: Collection[str]
) -> Mapping[str, Sequence[Entry]]:
    """Return the entries of each record, oldest first; those that have none are left out."""
    found: dict[str, list[Entry]] = {}
    for record, packed in connection.execute(OF_RECORDS, (listed(records),)):
        found.setdefault(record, []).append(unpack_entry(packed))
    return {record: arrange(entries) for record, entries in found.items()}


def known_records(
    connection: apsw.Connection, records: Collection[str]
) -> Mapping[str, Sequence[Entry]]:
    """Return the same, each with the ally that it gives, which is kept beside the entries."""
    found = entries_of(connection, records)
    for record, packed in connection.execute(FOLDS, (listed(records),)):
        if record in found:
            know_fold(arrange(found[record]), unpack_ally(packed))
    return found


def refold(connection: apsw.Connection, records: Collection[str]) -> bool:
    """Fold these records again; return whether any was erased."""
    several, erased = list(records), False
    for lot in batches(several, LOT):
        erased |= lay_folds(connection, lot, entries_of(connection, lot))
    return erased


def lay_folds(
    connection: apsw.Connection, records: Collection[str], entries: Mapping[str, Sequence[Entry]]
) -> bool:
    """Keep the folds of these records, whose entries are known; return whether any was erased."""
    connection.execute(DROP_LINES, (listed(records),))
    connection.execute(DROP_ALLIES, (listed(records),))
    arranged = {record: arrange(entries.get(record, ())) for record in records}
    folded = [(record, ally) for record, those in arranged.items() if (ally := fold(those))]
    connection.executemany("INSERT INTO allies VALUES (?, ?, ?)", _folds(folded))
    connection.executemany("INSERT INTO lines VALUES (?, ?, ?)", _lines(folded, arranged))
    erased = [one for one, those in arranged.items() if any(entry.erased for entry in those)]
    for record in erased:
        connection.execute(MARK_ERASED, (record,))
        connection.execute(ERASE, (record,))
    return bool(erased)


def _folds(folded: Iterable[tuple[str, Ally]]) -> Iterator[tuple[str, str, str]]:
    for record, ally in folded:
        yield record, ally.handle.lower(), pack_ally(ally)


def _lines(
    folded: Iterable[tuple[str, Ally]], entries: Mapping[str, Sequence[Entry]]
) -> Iterator[tuple[str, str, str]]:
    for record, ally in folded:
        yield ally.handle.lower(), record, pack_line(line_of(ally, entries[record]))
