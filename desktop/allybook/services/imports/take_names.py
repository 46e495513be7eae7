"""Take into a book whom an imported file names: with all that a table says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.columns import Column, names_someone, plain
from allybook.domain.people.handles import SURE_ID
from allybook.domain.reading.sources import TABLES, TEXT
from allybook.services.books.bring_in import Preview, bring_in, preview, read_table
from allybook.services.people.nominate import nominate_handles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from allybook.domain.book.entry import Entry
    from allybook.ports.books import Book
    from allybook.ports.files import OpenTable
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported


class TakenIn(Struct, frozen=True):
    """What came of those whom a file names: the entries written, and what its table shows.

    Who is in the table and not brought in stands in what is ``shown``, with the reason.
    """

    entries: tuple[Entry, ...] = ()
    shown: Preview = Preview()


def take_names(desk: Desk, book: Book, path: Path, imported: Imported, ticket: Ticket) -> TakenIn:
    """Write what a table says of its allies, else nominate whom the file names."""
    if not names_anyone(desk, path, imported):
        return TakenIn()
    table = _table_in(desk, path)
    if table is None:
        names = (imported.handles, imported.hashtags, _ids_in(desk, path, imported))
        return TakenIn(nominate_handles(desk, book, *names))
    raw = read_table(table, ticket)
    shown = preview(desk, book, raw, table.guess, ticket)
    return TakenIn(bring_in(desk, book, shown, ticket), shown)


def names_anyone(desk: Desk, path: Path, imported: Imported) -> bool:
    """Return whether an imported file names anyone: by handle or hashtag, or by user id alone."""
    if imported.handles or imported.hashtags:
        return True
    if imported.kind in TABLES:
        table = _table_in(desk, path)
        return table is not None and _has_sure_ids(table)
    return bool(_ids_in(desk, path, imported))


def _table_in(desk: Desk, path: Path) -> OpenTable | None:
    table = desk.importers.open_table(path)
    return table if table and names_someone(table.guess) else None


def _has_sure_ids(table: OpenTable) -> bool:
    """Return whether a table without handles tells accounts on X, and no members by number."""
    if Column.USER_ID not in table.guess:
        return False
    at = table.guess.index(Column.USER_ID)
    is_ours = plain(table.headings[at]) == plain(Column.USER_ID)
    return is_ours or any(len(row[at].strip()) >= SURE_ID for row in table.sample)


def _ids_in(desk: Desk, path: Path, imported: Imported) -> Sequence[str]:
    """Return the user ids that a text names; they were read into the cache as accounts."""
    if imported.kind != TEXT:
        return ()
    lumps = desk.importers.recognise(path).lumps(lambda _bad: None)
    return [account.user_id for lump in lumps for account in lump.accounts]
