"""Take into a book whom an imported file names: with all that a table says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.bring import RowFate
from allybook.domain.book.columns import Column, names_someone, plain
from allybook.domain.people.handles import SURE_ID
from allybook.domain.reading.sources import TABLES, TEXT
from allybook.services.books.bring_in import Preview, Raw, bring_in, preview, read_table
from allybook.services.jobs.tickets import UNWATCHED
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

    Who is in the file and not brought in stands in what is ``shown``, with the reason.
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
        return TakenIn(nominate_handles(desk, book, *names), _stay_out(desk, book, *names))
    raw = read_table(table, ticket)
    shown = preview(desk, book, raw, table.guess, ticket)
    return TakenIn(bring_in(desk, book, shown, ticket), shown)


def _stay_out(
    desk: Desk, book: Book, handles: Sequence[str], hashtags: Sequence[str], ids: Sequence[str]
) -> Preview:
    """Return who of those whom a text names was removed from a book, opted out or was erased."""
    named = (*(f"@{handle}" for handle in handles), *(f"#{tag}" for tag in hashtags))
    cells = (*((name, "") for name in named), *(("", user_id) for user_id in ids))
    raw = Raw(book.info.name, tuple(enumerate(cells, 1)))
    shown = preview(desk, book, raw, (Column.HANDLE, Column.USER_ID), UNWATCHED)
    # Who opted out of another book waits in the inbox, with that as a reason.
    out = (one for one in shown.of(RowFate.OUT) if not one.why)
    return Preview((*shown.of(RowFate.LEFT), *out))


def names_anyone(desk: Desk, path: Path, imported: Imported) -> bool:
    """Return whether an imported file names anyone: by handle or hashtag, or by user id alone."""
    if imported.handles or imported.hashtags:
        return True
    if imported.kind in TABLES and imported.read:
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
