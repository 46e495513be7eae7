"""CSV of any origin as rows of cells."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from allybook.domain.formulas import restore
from allybook.domain.spoken import speak
from allybook.files.lines import read_lines
from allybook.files.text import open_text
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

SEPARATORS = ",;\t|"
SAMPLE = 25
LONGEST_LINE = 1_000_000

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
            for line, cells in _rows(_lines(text, complain), self.separator, complain):
                if cells and not _tells_separator(line, cells):
                    yield line, [restore(cell) for cell in cells]


def sample_rows(text: str, separator: str) -> list[Sequence[str]]:
    """Return the first rows of the beginning of a file, without its last, perhaps cut line."""
    lines = text.splitlines(keepends=True)
    whole = lines[:-1] if len(lines) > 1 and not text.endswith(("\n", "\r")) else lines
    rows = _rows(whole, separator, lambda line, why: None)
    sample = [cells for line, cells in rows if cells and not _tells_separator(line, cells)]
    return sample[:SAMPLE]


def _tells_separator(line: int, cells: Sequence[str]) -> bool:
    """Return whether this is Excel's own first line ``sep=;``."""
    return line == 1 and cells[0] == "sep="


def _rows(
    lines: Iterable[str], separator: str, complain: Callable[[int, str], None]
) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            complain(
                line, speak("a quotation mark may be open from here on ({reason})", reason=error)
            )


def _lines(text: TextIO, complain: Callable[[int, str], None]) -> Iterator[str]:
    for number, line in read_lines(text, LONGEST_LINE):
        if line is None:
            complain(number, speak("the line is longer than {most:,} letters", most=LONGEST_LINE))
            yield "\n"
        else:
            yield line
