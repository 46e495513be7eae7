"""Rows of CSV whose quotation mark closes too late, so that they swallow the rows below them."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_LINES = 40
"""So many lines a row may have among those that a row before it has swallowed."""
LONG = 6
"""So many digits are an id or a date, and stand alike in each row of a table."""
_DIGITS = re.compile(r"\d+")


class Lines:
    """Lines of which those of the last row can be given back; ``number`` of them are taken.

    A row ends for certain after ``MOST_LINES`` that were given back: where each row of a table has
    lost a quotation mark, each would be read to the end of the file. ``cut`` tells that one did.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._coming = iter(lines)
        self._back: list[str] = []
        self.number = 0
        self.row: list[str] = []
        self.over = self.cut = False
        self._spoiled = 0

    def __iter__(self) -> Iterator[str]:
        """Return what gives the lines."""
        return self

    def __next__(self) -> str:
        """Take the next line; ``over`` tells that somebody wanted one more than there are."""
        if self._spoiled and len(self.row) >= MOST_LINES:
            self.cut = self.number < self._spoiled + MOST_LINES
            if self.cut:
                raise StopIteration
        try:
            line = self._back.pop() if self._back else next(self._coming)
        except StopIteration:
            self.over = True
            raise
        self.number += 1
        self.row.append(line)
        return line

    def begin_row(self) -> int:
        """Forget the last row; return the number of the next line."""
        self.row, self.over, self.cut = [], False, False
        return self.number + 1

    def give_back(self) -> None:
        """Take all lines of the row but its first once more."""
        below = self.row[1:]
        self._spoiled = max(self._spoiled, self.number)
        self._back += reversed(below)
        self.number -= len(below)


def swallows(lines: Sequence[str], separator: str, before: Sequence[str]) -> bool:
    """Return whether a row of several lines holds others, as the one ``before`` it looks.

    A cell of several lines that some program wrote closes right before a separator or an end: if it
    does, only a line with the ids or dates of the table in their places is a row of its own.
    """
    # A row whose own quotation mark stays open has its cells where marks mean nothing.
    below = (read_alone(line, separator, marks=one) for line in lines[1:] for one in (True, False))
    if not _closes_well(lines, separator):
        return any(len(cells) == len(before) for cells in below)
    return any(_is_like(cells, before) for cells in below)


def read_alone(line: str, separator: str, *, marks: bool = True) -> Sequence[str]:
    """Return the cells of a line alone; none where one of them is too long."""
    reader = csv.reader([line], delimiter=separator)
    if not marks:
        reader = csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE)
    try:
        return next(reader, [])
    except csv.Error:
        return []


def _closes_well(lines: Sequence[str], separator: str) -> bool:
    try:
        next(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True


def _is_like(cells: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether a row has ids and dates where another one has them, if it has any."""
    places = [place for place, cell in enumerate(before) if _tells_id(cell)]
    if len(cells) != len(before) or not places:
        return False
    return all(_tells_id(cells[at]) and _shape(cells[at]) == _shape(before[at]) for at in places)


def _tells_id(cell: str) -> bool:
    """Return whether a cell is an id or a date, whose letters are no more than T and Z."""
    few_letters = sum(map(str.isalpha, cell)) <= len("TZ")
    return few_letters and sum(map(str.isdigit, cell)) >= LONG


def _shape(cell: str) -> str:
    return _DIGITS.sub("9", cell.strip())
