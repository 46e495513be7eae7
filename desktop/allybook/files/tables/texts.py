"""Tell what reads a text or a table: its columns decide, or the names that stand in it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from allybook.domain.people.handles import find_names, is_list
from allybook.files.refusals import refuse
from allybook.files.tables.cells import SAMPLE, Table
from allybook.files.tables.columns import guess_columns, guess_table
from allybook.files.tables.csv_in import CsvImporter
from allybook.files.tables.find_table import names_people
from allybook.files.tables.json_in import JsonTable
from allybook.files.tables.text_in import TextImporter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from allybook.domain.spoken import Pattern
    from allybook.files.tables.cells import Rows
    from allybook.ports.files import Importer

NAMES_SHARE = 0.5
NAMELESS: Pattern = "a text or table without any handle or hashtag"
EMPTY_TABLE: Pattern = "a table without any handle or post"


def recognise_text(path: Path, text: str, lines: Sequence[str]) -> Importer:
    """Return the importer for a text that is no JSON; ``lines`` are those that hold something."""
    table = guess_table(text)
    if table:
        separator, columns = table
        return CsvImporter(path.name, Table(path, separator), columns)
    if not _names_someone(text, lines):
        refuse(path, NAMELESS)
    return TextImporter(path)


def recognise_array(path: Path) -> Importer | None:
    """Return the importer for a JSON array of allies, or None where it is of something else."""
    return recognise_rows(path, JsonTable(path), "json") if names_people(path) else None


def recognise_rows(path: Path, table: Rows, kind: str) -> Importer:
    """Return the importer for a table that is no CSV, or raise ``UnreadableFile``."""
    first = [cells for _, cells in islice(table.rows(lambda _bad: None), SAMPLE)]
    columns = guess_columns(first)
    if columns is None:
        refuse(path, EMPTY_TABLE)
    return CsvImporter(path.name, table, columns, kind)


def _names_someone(text: str, lines: Sequence[str]) -> bool:
    """Return whether a text names someone plainly, or is for the most part a list of bare names."""
    plainly = find_names(text, bare=False)
    if plainly.handles or plainly.user_ids or plainly.hashtags:
        return True
    if not is_list(lines):
        return False
    bare = (find_names(line) for line in lines)
    names = [found for found in bare if not found.leftovers and (found.handles or found.user_ids)]
    return len(names) >= NAMES_SHARE * len(lines)
