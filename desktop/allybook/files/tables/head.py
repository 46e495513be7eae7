"""Where a table begins: what stands above its headings is a title, a date or a note to the reader.

Most lists that an office keeps have some of it, and no recogniser of columns may stumble over it.
"""

from __future__ import annotations

import re
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.columns import NAMING, plain
from allybook.domain.book.headings import column_called
from allybook.domain.people.handles import find_names
from allybook.domain.spoken import speak, speak_list, speak_many
from allybook.files.tables.headings import HEADINGS, LIKE, WEAK, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.spoken import Pattern
    from allybook.files.tables.cells import Row

Cells = tuple[str, ...]

TOLD = 3
"""How many lines above the headings are told by their words."""
LONGEST = 60
KNOWN = 2
"""So many headings that mean something are no chance, where none of them says who is meant."""
SUM: Pattern = "the row is a sum, and names nobody"
_STRONG = frozenset(
    name for column, names in HEADINGS.items() if column not in WEAK for name in names
)
_CALLED = frozenset(name for names in HEADINGS.values() for name in names)
_SUM = re.compile(
    r"(?:(?:grand |sub)?totals?|sum|total general|summe|gesamt(?:summe)?|insgesamt|suma|somme|"
    r"totale|soma|totaal)\b[\s:=]*[\d.,]*",
    re.IGNORECASE,
)


class Head(Struct, frozen=True):
    """What stands over the rows of a table.

    ``above`` rows are none of it. ``headings`` are those that were recognised, and empty where none
    were; the words of what was passed over are in ``passed``.
    """

    above: int = 0
    headings: Cells = ()
    passed: Cells = ()

    def trim(self, rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
        """Return some first rows from the headings on, be they recognised or not."""
        rest = rows[self.above :]
        return [self.headings, *rest[1:]] if self.headings else rest

    def below(self, rows: Iterator[Row], *, headed: bool) -> Iterator[Row]:
        """Yield the rows below the headings that hold something and do not repeat them."""
        for line, cells in islice(rows, self.above + headed, None):
            told = _strip(cells)
            if any(told) and not (self.headings and told == self.headings):
                yield line, cells

    @property
    def remark(self) -> str:
        """Return in one sentence what was passed over; empty where nothing was."""
        if not self.passed:
            return ""
        words = speak_list([speak("“{words}”", words=_short(one)) for one in self.passed[:TOLD]])
        rest = len(self.passed) - TOLD
        if rest <= 0:
            return speak("Passed over above the headings: {words}.", words=words)
        return speak_many(
            rest,
            "Passed over above the headings: {words} and {n} line more.",
            "Passed over above the headings: {words} and {n} lines more.",
            words=words,
        )


def find_head(rows: Sequence[Sequence[str]]) -> Head:
    """Return where a table begins, told by its first rows.

    Its headings are the first row of which one says who is meant, else the first of which one
    speaks of it, else the first that has several known ones; below the first row, those two have
    more cells than what stands above them.
    """
    strips = [_strip(row) for row in rows]
    filled = [place for place, row in enumerate(strips) if any(row)]
    for is_head in (_says_who, _speaks_of_it, _is_known):
        place = next((one for one in filled if is_head(strips, one)), None)
        if place is not None and _names_nobody(strips, place):
            return _head(strips, place)
    return Head(above=filled[0] if filled else 0)


def names_plainly(row: Sequence[str]) -> bool:
    """Return whether a cell of a row is an account's name and nothing else: no row of headings."""
    found = (find_names(cell, bare=False) for cell in row)
    return any(one.handles and not one.leftovers for one in found)


def could_name(cell: str) -> bool:
    """Return whether a cell could be an account's name and nothing else, also without an @."""
    found = find_names(cell)
    return bool(found.handles) and not found.leftovers


def is_sum(cells: Sequence[str]) -> bool:
    """Return whether a row only counts those above it (``Total | 12``)."""
    told = [cell for cell in _strip(cells) if cell]
    return bool(told) and bool(_SUM.fullmatch(told[0])) and not any(map(_has_letters, told[1:]))


def _head(rows: Sequence[Cells], place: int) -> Head:
    headings, over = rows[place], rows[place - 1] if place else ()
    if _filled(over) > 1:
        # Where two cells are merged one above the other, the words stand in the upper one.
        headings = tuple(low or high for low, high in zip_longest(headings, over, fillvalue=""))
    above = (" ".join(filter(None, row)) for row in rows[:place])
    return Head(place, headings, tuple(filter(None, above)))


def _says_who(rows: Sequence[Cells], place: int) -> bool:
    """Return whether a cell is what people call the column of handles, ids or posts."""
    return _is_wide(rows, place) and any(
        _is_once(rows, place, column) and not _is_among_names(rows, place, column)
        for column, cell in enumerate(rows[place])
        if cell and (joined(cell) in _STRONG or column_called(cell) in NAMING)
    )


def _speaks_of_it(rows: Sequence[Cells], place: int) -> bool:
    return (
        _is_wide(rows, place)
        and _is_wider(rows, place)
        and any(
            LIKE.search(cell) and _is_once(rows, place, column)
            for column, cell in enumerate(rows[place])
        )
    )


def _is_known(rows: Sequence[Cells], place: int) -> bool:
    known = {column_called(cell) or joined(cell) for cell in rows[place] if _is_called(cell)}
    return len(known) >= KNOWN and _is_wider(rows, place)


def _is_called(cell: str) -> bool:
    return bool(cell) and (joined(cell) in _CALLED or column_called(cell) is not None)


def _is_wide(rows: Sequence[Cells], place: int) -> bool:
    """Return whether a row has several cells, as headings have where the rows below have some."""
    return _filled(rows[place]) > 1 or all(_filled(row) <= 1 for row in rows)


def _is_wider(rows: Sequence[Cells], place: int) -> bool:
    return all(_filled(row) < _filled(rows[place]) for row in rows[:place])


def _is_once(rows: Sequence[Cells], place: int, column: int) -> bool:
    """Return whether no other row says the same in a column, as ticks and kinds are repeated."""
    row = rows[place]
    word = plain(row[column])
    same = (other for other in rows if column < len(other) and plain(other[column]) == word)
    return all(other == row for other in same)


def _is_among_names(rows: Sequence[Cells], place: int, column: int) -> bool:
    """Return whether a cell may be a name in a list of names, as somebody may be called Twitter.

    Above it stands such a name in a row as wide; that is a title where all names below are plain.
    """
    below = [row[column] for row in rows[place + 1 :] if any(row[column : column + 1])]
    if below and all(names_plainly([cell]) for cell in below):
        return False
    last = place - _is_merged(rows, place)
    above = [row for row in rows[:last] if _filled(row) >= _filled(rows[place])]
    return any(map(could_name, chain.from_iterable(row[column : column + 1] for row in above)))


def _is_merged(rows: Sequence[Cells], place: int) -> bool:
    """Return whether a heading stands in the row above, where a row has an empty cell."""
    over = zip_longest(rows[place], rows[place - 1] if place else (), fillvalue="")
    return any(not low and _is_called(high) for low, high in over)


def _names_nobody(rows: Sequence[Cells], place: int) -> bool:
    """Return whether neither a row nor any as wide as it that stands above it names somebody."""
    width = _filled(rows[place])
    return not any(names_plainly(row) for row in rows[: place + 1] if _filled(row) >= width)


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))


def _strip(row: Sequence[str]) -> Cells:
    return tuple(cell.strip() for cell in row)


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
