"""Take into a book whom an imported file names: with all that a table says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.columns import names_someone
from allybook.services.books.bring_in import bring_in, preview, read_table
from allybook.services.people.nominate import nominate_handles

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.book.entry import Entry
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported


def take_names(
    desk: Desk, book: Book, path: Path, imported: Imported, ticket: Ticket
) -> tuple[Entry, ...]:
    """Write what a table says of its allies, else nominate whom the file names; return entries."""
    if not (imported.handles or imported.hashtags):
        return ()
    table = desk.importers.open_table(path)
    if table is None or not names_someone(table.guess):
        return nominate_handles(desk, book, imported.handles, imported.hashtags)
    raw = read_table(table, ticket)
    return bring_in(desk, book, preview(desk, book, raw, table.guess, ticket), ticket)
