"""Excel workbooks in: the first sheet that holds anything, as rows of text."""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from allybook.domain.book.cells import MOST_EXACT
from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.bounds import MEBIBYTE, MOST, Bound, open_file
from allybook.files.out.xlsx_text import ERROR_CODES, unfit
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    from allybook.files.tables.cells import Row

INDEX = "xl/workbook.xml"
MOST_PARTS = 2_000
WORDS = "xl/sharedstrings.xml"
MOST_WORDS = 128 * MEBIBYTE
"""How large the part may be that is held in memory as a whole; sheets are read row by row."""
LAST_ROW = 1_048_576
"""The last row that Excel has."""
LOT = 500
BLANK = 10_000
"""After so many blank rows a table has ended, however far somebody has coloured the sheet."""
TOO_LONG = 10**MOST_EXACT
# What openpyxl, the zip and the XML below it raise on books that no spreadsheet wrote.
TORN = (
    *(ArithmeticError, AttributeError, BadZipFile, EOFError, LookupError, OSError, RuntimeError),
    *(struct.error, SyntaxError, TypeError, ValueError, zlib.error),
)


def is_workbook(path: Path) -> bool:
    """Return whether a zip is an Excel workbook."""
    try:
        with open_file(path) as file, ZipFile(file) as packed:
            return INDEX in packed.namelist()
    except TORN:
        return False


class Workbooks:
    """One workbook; its cells become text, and what a spreadsheet has rounded shows that it was."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        """Yield the rows that are not blank, with their numbers; ``UnreadableFile`` if damaged."""
        with open_file(self._path) as file, self._opened(file) as book:
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            filled = (sheet for sheet in sheets if self._has_rows(sheet))
            chosen = next(filled, None)
            for other in filled:
                why = speak(
                    "only the sheet “{sheet}” is read", sheet=chosen.title if chosen else ""
                )
                bad(BadRecord(f"{self._path.name}, {other.title}", 0, why))
            if chosen is not None:
                yield from self._rows_of(chosen)

    def _has_rows(self, sheet: ReadOnlyWorksheet) -> bool:
        return next(self._rows_of(sheet), None) is not None

    def _rows_of(self, sheet: ReadOnlyWorksheet) -> Iterator[Row]:
        # A sheet may claim to be as wide and as long as Excel allows; only its cells count.
        sheet.reset_dimensions()
        blank = 0
        found = sheet.iter_rows(max_row=LAST_ROW, values_only=True)  # type: ignore[misc]
        with closing(found) as rows:
            numbered = enumerate(rows, 1)
            while blank < BLANK and (some := self._take(numbered)):
                for number, cells in some:
                    blank = 0 if any(cells) else blank + 1
                    if not blank:
                        yield number, cells

    def _take(self, rows: Iterator[tuple[int, tuple[object, ...]]]) -> list[Row]:
        """Return the next rows; in lots, because keeping warnings away takes its time."""
        with _spoken(self._path.name):
            return [(number, [as_text(cell) for cell in row]) for number, row in islice(rows, LOT)]

    @contextmanager
    def _opened(self, file: BinaryIO) -> Iterator[Workbook]:
        with _spoken(self._path.name):
            self._weigh(file)
            # A workbook is rare, and what reads it takes a while to load.
            from openpyxl import load_workbook  # noqa: PLC0415

            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()

    def _weigh(self, file: BinaryIO) -> None:
        """Refuse a book that unpacks to too much; no part can pass what is said of it."""
        allowance = Bound(self._path.name, self._path.stat().st_size)
        with ZipFile(file) as packed:
            parts = packed.infolist()
        for part in parts:
            allowance.take(part.file_size)
            if part.filename.lower() == WORDS and part.file_size > MOST_WORDS:
                allowance.take(MOST)
        if len(parts) > MOST_PARTS:
            allowance.take(MOST)
        file.seek(0)


@contextmanager
def _spoken(name: str) -> Iterator[None]:
    """Say in one sentence what the libraries raise; what they warn of is nothing to act upon."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnreadableFile:
        raise
    except TORN as error:
        raise UnreadableFile(
            speak(
                "“{name}” is a damaged or locked Excel workbook ({reason}); save it anew without "
                "a password, or as CSV. Nothing of it was kept.",
                name=name,
                reason=error,
            )
        ) from error


def as_text(value: object) -> str:
    """Return the value of a cell as text; a number too long to be exact in the form of one."""
    match value:
        case None:
            return ""
        case str():
            return "" if value in ERROR_CODES else unfit(value)
        case datetime():
            return value.isoformat(sep=" ").removesuffix(" 00:00:00")
        case int() | float():
            return _number(value)
    # Days and times of day say themselves as ISO 8601 does.
    return str(value)


def _number(value: float) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if abs(value) >= TOO_LONG:
        return f"{value:.5E}"
    return str(int(value)) if value == int(value) else repr(value)
