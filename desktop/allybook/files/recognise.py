"""Tell what a file is by looking into it; its name does not matter.

What reads a kind of file is loaded with the first one of that kind.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.bounds import Torn, open_file
from allybook.files.lines import read_lines
from allybook.files.text import HEAD, decode_head, is_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.spoken import Pattern, Spoken
    from allybook.files.tables import Rows
    from allybook.ports import BookCopy, Importer, OpenTable

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
GZIP = b"\x1f\x8b"
LINES_TRIED = 20
MARKS = (b'"id_str"', b"snscrape", b'"rawContent"', b'"renderedContent"')
"""What stands in each line of other programs, and in none of twarc's."""
NAMES_SHARE = 0.5
_JSON = re.compile(r'\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|$))')

READS: Pattern = (
    "Allybook reads X archives, JSONL of twarc, Tweepy and snscrape, CSV, Excel (.xlsx) and texts "
    "with handles"
)


class FileImporters:
    """Finds the importer for any file or folder."""

    def recognise(self, path: Path, *, apart: bool = False) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``."""
        if _is(path, Path.is_dir):
            from allybook.files.archive.container import FolderContainer
            from allybook.files.archive.importer import ArchiveImporter

            return ArchiveImporter(path.name, FolderContainer(path))
        if _is(path, Path.exists) and not _is(path, Path.is_file):
            _refuse(path, "a device and no file")
        return _recognise_file(path)

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None; ``forced`` takes any table for one."""
        from allybook.files.find_table import find_table

        return find_table(path, forced=forced)

    def open_book(self, path: Path) -> BookCopy:
        """Return a copy of a book that somebody handed over, or raise ``UnreadableFile``."""
        from allybook.files.book_copy import read_book

        return read_book(path)


def _recognise_file(path: Path) -> Importer:
    with open_file(path) as file:
        head = file.read(HEAD)
    if not head.strip():
        raise UnreadableFile(speak("“{name}” is empty; nothing was imported.", name=path.name))
    if head.startswith(ZIP):
        return _recognise_zip(path)
    if head.startswith(GZIP):
        return _find_posts(path) or _refuse(path, "a packed file; unpack it first")
    text = decode_head(head)
    if not is_text(text) or not _JSON.match(text):
        _look_closer(path, head, text)
    return _recognise_text(path, text)


def _recognise_zip(path: Path) -> Importer:
    from allybook.files.xlsx_in import Workbooks, is_workbook

    if is_workbook(path):
        return _recognise_table(path, Workbooks(path), "xlsx")
    from allybook.files.archive.importer import ArchiveImporter
    from allybook.files.archive.zipped import ZipContainer

    return ArchiveImporter(path.name, ZipContainer(path))


def _look_closer(path: Path, head: bytes, text: str) -> None:
    """Refuse a file that does not begin as JSON does, where it is none that Allybook reads."""
    from allybook.files.kinds import look

    kind = look(head)
    if kind or not is_text(text):
        _refuse(path, kind or "a program, a picture or another file that is no text")


def _recognise_text(path: Path, text: str) -> Importer:
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if any(map(_JSON.match, lines)):
        importer = _recognise_json(path, text, lines[0].lstrip())
        if importer or _JSON.match(lines[0]):
            return importer or _refuse(path, "JSON of another kind than twarc writes")
    from allybook.files.columns import guess_table
    from allybook.files.csv_in import CsvImporter
    from allybook.files.tables import Table
    from allybook.files.text_in import TextImporter

    table = guess_table(text)
    if table:
        separator, columns = table
        return CsvImporter(path.name, Table(path, separator), columns)
    if not _names_someone(text, lines):
        _refuse(path, "a text or table without any handle or hashtag")
    return TextImporter(path)


def _recognise_json(path: Path, text: str, first: str) -> Importer | None:
    """Return the importer for JSON whose first line is given, or None for another kind of it."""
    if not first.startswith("["):
        return _find_posts(path)
    from allybook.files.find_table import find_table
    from allybook.files.json_in import JsonTable

    # What other programs wrote has names of people in it, as a table of allies does.
    importer = _find_posts(path, with_twarc=False) if _has_mark(text.encode()) else None
    if importer is None and find_table(path):
        return _recognise_table(path, JsonTable(path), "json")
    return importer or _find_posts(path)


def _recognise_table(path: Path, table: Rows, kind: str) -> Importer:
    from allybook.files.columns import guess_columns
    from allybook.files.csv_in import CsvImporter
    from allybook.files.tables import SAMPLE

    first = [cells for _, cells in islice(table.rows(lambda _bad: None), SAMPLE)]
    columns = guess_columns(first)
    if columns is None:
        _refuse(path, "a table without any handle or post")
    return CsvImporter(path.name, table, columns, kind)


def _names_someone(text: str, lines: list[str]) -> bool:
    """Return whether a text names someone plainly, or is for the most part a list of bare names."""
    from allybook.domain.handles import find_names

    plainly = find_names(text, bare=False)
    if plainly.handles or plainly.user_ids or plainly.hashtags:
        return True
    bare = (find_names(line) for line in lines)
    names = [found for found in bare if not found.leftovers and (found.handles or found.user_ids)]
    return len(names) >= NAMES_SHARE * len(lines)


def _find_posts(path: Path, *, with_twarc: bool = True) -> Importer | None:
    """Return the importer for posts, if one of the first lines is such; some may be bad."""
    from allybook.files.twarc import LONGEST_LINE, TwarcImporter, is_twarc, open_lines

    try:
        with open_lines(path) as file:
            for number, line in read_lines(file, LONGEST_LINE):
                if line and with_twarc and is_twarc(line):
                    return TwarcImporter(path, line)
                importer = _find_program(path, line) if line else None
                if importer is not None:
                    return importer
                if number >= LINES_TRIED:
                    break
    except Torn as error:
        raise UnreadableFile(_tell_torn(path, error)) from error
    return None


def _find_program(path: Path, line: bytes) -> Importer | None:
    """Return the importer for what another program wrote, if a line is of one."""
    if not _has_mark(line):
        return None
    # Few have such files: nobody else waits for what reads them.
    from allybook.files.records import RecordImporter, program_of

    program = program_of(line)
    return RecordImporter(path, program) if program else None


def _has_mark(line: bytes) -> bool:
    return any(mark in line for mark in MARKS)


def _tell_torn(path: Path, error: Torn) -> Spoken:
    """Return the sentence for a file that cannot be read from its beginning."""
    with open_file(path) as file:
        packed = file.read(len(GZIP)) == GZIP
    if packed:
        return speak(
            "“{name}” is packed and damaged; download it again, nothing was lost.", name=path.name
        )
    return speak("“{name}” cannot be read: {why}.", name=path.name, why=str(error))


def _refuse(path: Path, kind: Pattern) -> NoReturn:
    raise UnreadableFile(
        speak(
            "“{name}” looks like {kind}; {reads}.",
            name=path.name,
            kind=speak(kind),
            reads=speak(READS),
        )
    )


def _is(path: Path, asked: Callable[[Path], bool]) -> bool:
    """Ask what stands behind a path; where one may not look, opening it tells why."""
    try:
        return asked(path)
    except OSError:
        return False
