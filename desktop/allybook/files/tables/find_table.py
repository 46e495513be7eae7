"""Open a file as a table of allies, if it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.columns import WRITTEN, names_someone
from allybook.domain.book.headings import column_called
from allybook.files.bounds import open_file
from allybook.files.kinds import look
from allybook.files.tables.cells import SEPARATORS, Table, sample_rows
from allybook.files.tables.columns import guess_columns, guess_table
from allybook.files.tables.guess import guess_mapping
from allybook.files.tables.head import find_head
from allybook.files.tables.json_in import JsonTable
from allybook.files.tables.open_table import FileTable, lay_open
from allybook.files.tables.xlsx_in import Workbooks, is_workbook
from allybook.files.text import HEAD, JSON, decode_head, is_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ZIP = b"PK\x03\x04"
FEWEST_ROWS = 2
OURS = ",".join(WRITTEN)


def find_table(path: Path, *, forced: bool = False) -> FileTable | None:
    """Return a file as a table of allies; None where it is something else, or holds posts.

    ``forced`` takes any table for one, whatever its columns seem to be: a person will say.
    """
    table = names_people(path, forced=forced)
    return None if table and not forced and _tells_posts(table) else table


def names_people(path: Path, *, forced: bool = False) -> FileTable | None:
    """Return a file as a table that names people, be it as allies or as the authors of posts."""
    if not path.is_file():
        return None
    with open_file(path) as file:
        head = file.read(HEAD)
    if head.startswith(ZIP):
        return _wanted(_of_workbook(path), forced=forced)
    text = decode_head(head)
    # What people wrote may hold any sign; a table of our own is known by its beginning.
    ours = text.removeprefix("\ufeff").startswith(OURS)
    if look(head) or not (ours or is_text(text)) or not text.strip():
        return None
    plain = text.lstrip("\ufeff \t\r\n")
    if plain.startswith("[") and JSON.match(plain):
        return _wanted(lay_open(path.name, "json", JsonTable(path), known=True), forced=forced)
    separator = _separator(text, forced=forced)
    return lay_open(path.name, "csv", Table(path, separator)) if separator else None


def _of_workbook(path: Path) -> FileTable | None:
    return lay_open(path.name, "xlsx", Workbooks(path)) if is_workbook(path) else None


def _tells_posts(table: FileTable) -> bool:
    columns = guess_columns([table.headings, *table.sample])
    return columns is not None and columns.tells_posts


def _wanted(table: FileTable | None, *, forced: bool) -> FileTable | None:
    known = table is not None and (names_someone(table.guess) or (forced and table.guess))
    return table if known else None


def _separator(text: str, *, forced: bool) -> str:
    """Return what separates the cells of a table of allies, or nothing where it is none."""
    posts = guess_table(text)
    if posts and posts[1].tells_posts and not forced:
        return ""
    ranked = [(_rank(sample_rows(text, separator)), separator) for separator in SEPARATORS]
    best, separator = max(ranked, key=lambda one: one[0])
    return separator if forced or best[0] else ""


def _rank(rows: Sequence[Sequence[str]]) -> tuple[bool, int, bool, int]:
    """Return how much some rows look like a table of allies: surely one, columns known, even."""
    head = find_head(rows)
    rows = head.trim(rows)
    guess, _ = guess_mapping(rows, headed=bool(head.headings))
    widths = {len(row) for row in rows}
    even = len(rows) >= FEWEST_ROWS and len(widths) == 1 and widths != {1}
    called = bool(rows) and any(map(column_called, rows[0]))
    sure = names_someone(guess) and (called or even)
    known = sum(column is not None for column in guess)
    return sure, known, even, max(widths, default=0) if even else 0
