"""Tell what a file is by looking into it; its name does not matter."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from allybook.domain.errors import UnreadableFile
from allybook.domain.handles import find_names
from allybook.files.archive.container import FolderContainer
from allybook.files.archive.importer import ArchiveImporter
from allybook.files.archive.zipped import ZipContainer
from allybook.files.bounds import Torn, open_file
from allybook.files.columns import guess_columns, guess_table
from allybook.files.csv_in import CsvImporter
from allybook.files.find_table import find_table
from allybook.files.json_in import JsonTable
from allybook.files.kinds import look
from allybook.files.lines import read_lines
from allybook.files.tables import SAMPLE, Table
from allybook.files.text import HEAD, decode_head, is_text
from allybook.files.text_in import TextImporter
from allybook.files.twarc import GZIP, LONGEST_LINE, TwarcImporter, is_twarc, open_lines
from allybook.files.xlsx_in import Workbooks, is_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.files.tables import Rows
    from allybook.ports import Importer, OpenTable

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
LINES_TRIED = 20
NAMES_SHARE = 0.5
_JSON = re.compile(r'\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|$))')

READS = "Allybook reads X archives, twarc's JSONL, CSV, Excel (.xlsx) and texts with handles"


class FileImporters:
    """Finds the importer for any file or folder."""

    def recognise(self, path: Path) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``."""
        if _is(path, Path.is_dir):
            return ArchiveImporter(path.name, FolderContainer(path))
        if _is(path, Path.exists) and not _is(path, Path.is_file):
            _refuse(path, "a device and no file")
        return _recognise_file(path)

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None; ``forced`` takes any table for one."""
        return find_table(path, forced=forced)


def _recognise_file(path: Path) -> Importer:
    with open_file(path) as file:
        head = file.read(HEAD)
    if not head.strip():
        raise UnreadableFile(f"“{path.name}” is empty; nothing was imported.")
    if head.startswith(ZIP) and is_workbook(path):
        return _recognise_table(path, Workbooks(path), "xlsx")
    if head.startswith(ZIP):
        return ArchiveImporter(path.name, ZipContainer(path))
    if head.startswith(GZIP):
        return _find_twarc(path) or _refuse(path, "a packed file; unpack it first")
    kind = look(head)
    text = decode_head(head)
    if kind or not is_text(text):
        _refuse(path, kind or "a program, a picture or another file that is no text")
    return _recognise_text(path, text)


def _recognise_text(path: Path, text: str) -> Importer:
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if any(map(_JSON.match, lines)):
        # One array over many lines is not JSONL, even where a line of it looks like a post.
        array = lines[0].lstrip().startswith("[")
        if array and find_table(path):
            return _recognise_table(path, JsonTable(path), "json")
        twarc = None if array else _find_twarc(path)
        if twarc or _JSON.match(lines[0]):
            return twarc or _refuse(path, "JSON of another kind than twarc writes")
    table = guess_table(text)
    if table:
        separator, columns = table
        return CsvImporter(path.name, Table(path, separator), columns)
    if not _names_someone(text, lines):
        _refuse(path, "a text or table without any handle or hashtag")
    return TextImporter(path)


def _recognise_table(path: Path, table: Rows, kind: str) -> Importer:
    first = [cells for _, cells in islice(table.rows(lambda _bad: None), SAMPLE)]
    columns = guess_columns(first)
    if columns is None:
        _refuse(path, "a table without any handle or post")
    return CsvImporter(path.name, table, columns, kind)


def _names_someone(text: str, lines: list[str]) -> bool:
    """Return whether a text names someone plainly, or is for the most part a list of bare names."""
    plainly = find_names(text, bare=False)
    if plainly.handles or plainly.user_ids or plainly.hashtags:
        return True
    bare = (find_names(line) for line in lines)
    names = [found for found in bare if not found.leftovers and (found.handles or found.user_ids)]
    return len(names) >= NAMES_SHARE * len(lines)


def _find_twarc(path: Path) -> Importer | None:
    """Return the importer for X's shape, if one of the first lines has it; some may be bad."""
    try:
        with open_lines(path) as file:
            for number, line in read_lines(file, LONGEST_LINE):
                if line and is_twarc(line):
                    return TwarcImporter(path, line)
                if number >= LINES_TRIED:
                    break
    except Torn as error:
        raise UnreadableFile(
            f"“{path.name}” is packed and damaged; download it again, nothing was lost."
        ) from error
    return None


def _refuse(path: Path, kind: str) -> NoReturn:
    raise UnreadableFile(f"“{path.name}” looks like {kind}; {READS}.")


def _is(path: Path, asked: Callable[[Path], bool]) -> bool:
    """Ask what stands behind a path; where one may not look, opening it tells why."""
    try:
        return asked(path)
    except OSError:
        return False
