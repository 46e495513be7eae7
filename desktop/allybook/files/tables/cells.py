"""CSV of any origin as rows of cells."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from allybook.domain.formulas import restore
from allybook.domain.spoken import speak
from allybook.files.lines import read_lines
from allybook.files.tables.quotation import Lines, read_alone, swallows
from allybook.files.text import open_text
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from allybook.domain.spoken import Pattern

SEPARATORS = ",;\t|"
SAMPLE = 25
LONGEST_LINE = 1_000_000
OPEN: Pattern = (
    "a quotation mark is opened here and not closed; the lines below were read for themselves"
)
TOO_LONG: Pattern = "a cell is longer than {most:,} letters"

Row = tuple[int, Sequence[str]]
"""The line that a row begins on (from 1), and its cells."""


class Rows(Protocol):
    """Whatever gives rows of text, each with the line that it begins on."""

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        """Yield the rows that are not blank; ``bad`` is told of those that cannot be read."""


class Table(Struct, frozen=True):
    """A CSV file and what separates its cells."""

    path: Path
    separator: str

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        """Yield the rows that are not blank; ``bad`` is told of those that cannot be read."""

        def complain(line: int, why: str) -> None:
            """Tell of a line that cannot be read, by file and number."""
            bad(BadRecord(self.path.name, line, why))

        with open_text(self.path) as text:
            lines = _lines(text, complain)
            for line, cells in _rows(lines, self.separator, complain, whole=True):
                if cells and not _tells_separator(line, cells):
                    yield line, [restore(cell, self.separator) for cell in cells]


def sample_rows(text: str, separator: str) -> list[Sequence[str]]:
    """Return the first rows of the beginning of a file, without its last, perhaps cut line."""
    lines = text.splitlines(keepends=True)
    whole = lines[:-1] if len(lines) > 1 and not text.endswith(("\n", "\r")) else lines
    rows = _rows(whole, separator, lambda line, why: None, whole=False)
    sample = (cells for line, cells in rows if cells and not _tells_separator(line, cells))
    return list(islice(sample, SAMPLE))


def _tells_separator(line: int, cells: Sequence[str]) -> bool:
    """Return whether this is Excel's own first line ``sep=;``."""
    return line == 1 and cells[0] == "sep="


def _rows(
    lines: Iterable[str], separator: str, complain: Callable[[int, str], None], *, whole: bool
) -> Iterator[Row]:
    """Yield rows; one that swallows others is told, and they are read for themselves.

    It is a row all the same if its first line alone is as wide as the row before: what it lacks is
    the mark at its end, and nothing is told where the line below is a row as well. ``whole`` says
    that the lines end where the file does.
    """
    source = Lines(lines)
    reader = csv.reader(source, delimiter=separator)
    before: Sequence[str] = ()
    while True:
        line = source.begin_row()
        try:
            cells: Sequence[str] = next(reader)
            is_open = source.cut or (whole and source.over)
        except StopIteration:
            return
        except csv.Error:
            # One cell is longer than Python takes, and than any program writes.
            cells, is_open = [], True
            if len(source.row) == 1:
                complain(line, speak(TOO_LONG, most=csv.field_size_limit()))
                continue
        if is_open or (len(source.row) > 1 and swallows(source.row, separator, before)):
            cells, *below = (read_alone(one.rstrip("\r\n"), separator) for one in source.row[:2])
            source.give_back()
            if {len(one) for one in (cells, *below)} != {len(before)}:
                complain(line, speak(OPEN))
            if len(cells) != len(before):
                continue
        before = cells or before
        yield line, cells


def _lines(text: TextIO, complain: Callable[[int, str], None]) -> Iterator[str]:
    for number, line in read_lines(text, LONGEST_LINE):
        if line is None:
            complain(number, speak("the line is longer than {most:,} letters", most=LONGEST_LINE))
            yield "\n"
        else:
            yield line
