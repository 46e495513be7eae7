"""Export the allies of a book to a table: lossless for Allybook, and safe in a spreadsheet.

A table holds the group's own words, handles and user ids, and nothing else that X says: it is the
group's own address book, and as long as the group needs (``docs/decisions/0011``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from allybook.domain.acts.intents import X
from allybook.domain.book import cells
from allybook.domain.book.columns import WRITTEN, Column
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.rows import SHARED, write_row
from allybook.services.books.opt_outs import heed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from allybook.domain.book.ally import Ally
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

COLUMNS = WRITTEN
IDS = (Column.USER_ID,)
NAMES = ".txt"
"""The ending of a file that has names and no more."""
COUNTED_ON = SHARED - {Status.DECLINED}
"""Whom a file without a status has: whoever reads it takes all in it for the group's."""
ADDRESS = "address"
"""The name under which a row tells an exporter where it leads; no column."""


def export_allies(
    desk: Desk, book: Book, path: Path, *, excel: str = "", ids_only: bool = False
) -> int:
    """Write the allies of a book, by handle; return how many.

    Who opted out, was removed or erased is never written, nor who was declined where no status is.
    ``excel`` marks a .csv for an Excel that reads this sign between cells; ``ids_only`` writes
    nothing but user ids, as far as known.
    """
    wanted = COUNTED_ON if _is_bare(path, ids_only=ids_only) else SHARED
    allies = [ally for ally in heed(desk, book.allies()) if ally.status in wanted]
    if ids_only:
        allies = [ally for ally in allies if ally.user_id]
    known = {} if ids_only else nominators(book)
    make = _as_json if path.suffix.lower() == ".json" else write_row
    rows = [{**make(ally, known.get(ally.key, "")), ADDRESS: address(ally)} for ally in allies]
    columns = IDS if ids_only else COLUMNS
    desk.exporter.write(path, columns, rows, excel=excel)
    return len(allies)


def count_opted_out(desk: Desk, book: Book) -> int:
    """Return how many of a book are not in a file, because they opted out."""
    return sum(line.status is Status.OPTED_OUT for line in heed(desk, book.rows()))


def count_declined(desk: Desk, book: Book, path: Path, *, ids_only: bool = False) -> int:
    """Return how many are not in a file because they were declined, and it could not say so."""
    if not _is_bare(path, ids_only=ids_only):
        return 0
    declined = [line for line in heed(desk, book.rows()) if line.status is Status.DECLINED]
    return sum(bool(line.user_id) or not ids_only for line in declined)


def nominators(book: Book) -> Mapping[str, str]:
    """Return who nominated each ally, by record key: as it was told, else who wrote first."""
    return {line.key: line.nominated_by[0] for line in book.rows() if line.nominated_by}


def address(ally: Ally) -> str:
    """Return where an ally is on X, or nothing where that is not known."""
    if ally.kind is Kind.HASHTAG:
        return f"{X}/hashtag/{quote(ally.handle)}"
    if ally.user_id:
        return f"{X}/i/user/{ally.user_id}"
    return f"{X}/{ally.handle}" if ally.handle else ""


def _is_bare(path: Path, *, ids_only: bool) -> bool:
    """Return whether a file has no room for a status."""
    return ids_only or path.suffix.lower() == NAMES


def _as_json(ally: Ally, nominated_by: str) -> dict[str, object]:
    """Return a row whose tags and notes are lists."""
    notes = [cells.remark(note) for note in ally.notes]
    return {
        **write_row(ally, nominated_by),
        Column.TAGS: list(ally.tags),
        Column.NOTES: [one for note in notes for one in cells.read_notes(note)],
    }
