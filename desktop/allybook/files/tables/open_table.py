"""A table of allies as it is opened: its first rows, and what its columns seem to be."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.spoken import speak
from allybook.files.tables.cells import SAMPLE
from allybook.files.tables.guess import guess_mapping
from allybook.files.tables.head import SUM, find_head, is_sum
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from allybook.domain.book.columns import Mapped
    from allybook.files.tables.cells import Row, Rows
    from allybook.files.tables.head import Head


class FileTable(Struct, frozen=True):
    """One table in a file; see ``ports.OpenTable``."""

    name: str
    kind: str
    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    guess: Mapped
    _rows: Rows
    _headed: bool
    _head: Head

    @property
    def remark(self) -> str:
        """Return in one sentence what was passed over above the headings."""
        return self._head.remark

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        """Yield the rows below the headings; ``bad`` is told of those that cannot be read."""
        for line, cells in self._head.below(self._rows.rows(bad), headed=self._headed):
            if is_sum(cells):
                bad(BadRecord(self.name, line, speak(SUM)))
            else:
                yield line, cells


def lay_open(name: str, kind: str, rows: Rows, *, known: bool = False) -> FileTable:
    """Return a table with the guess of its columns; ``known`` ones have headings for certain."""
    first: Sequence[Sequence[str]] = [
        cells for _, cells in islice(rows.rows(lambda _bad: None), SAMPLE + 1)
    ]
    head = find_head(first)
    first = head.trim(first)
    guess, headed = guess_mapping(first, headed=bool(head.headings))
    headed = headed or known or (not any(guess) and _looks_headed(first))
    width = len(guess)
    headings = first[0] if headed and first else [""] * width
    sample = [row for row in (first[1:] if headed else first) if not is_sum(row)]
    return FileTable(
        name,
        kind,
        tuple(cell.strip() for cell in (*headings, *[""] * width)[:width]),
        tuple(tuple((*row, *[""] * width)[:width]) for row in sample[:SAMPLE]),
        guess,
        rows,
        headed,
        head,
    )


def _looks_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a first row can be headings: each cell is a word of its own, and no number."""
    words = [cell.strip() for cell in rows[0]] if len(rows) > 1 else []
    return bool(words) and len(set(words)) == len(words) and all(map(_is_word, words))


def _is_word(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell)
