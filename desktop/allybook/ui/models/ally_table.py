"""The allies of a book as a table: a few numbers for all of them, and rows for those in sight."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from allybook.domain.book.entry import Kind
from allybook.ui.models.allies import (
    EDITED,
    AllyColumn,
    AllyRow,
    ally_sentence,
    cell_text,
    edited_text,
    heading,
    last_post,
)
from allybook.ui.models.ally_rows import AllyRows, ListedRows
from allybook.ui.models.roles import DISPLAY, EDIT, SENTENCE, Index, Role
from allybook.ui.models.signs import AllyStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject

    from allybook.ui.models.allies import Pick

ASCENDING = Qt.SortOrder.AscendingOrder
HORIZONTAL = Qt.Orientation.Horizontal
COLUMNS = len(AllyColumn)
BLOCK = 24
"""So many rows from one that is shown are read together: about a screen of them."""
NO_PARENT = QModelIndex()
NO_FLAGS = Qt.ItemFlag.NoItemFlags
READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
WRITTEN = READ | Qt.ItemFlag.ItemIsEditable
_COLUMNS = tuple(AllyColumn)
LAST_POST = AllyColumn.LAST_POST
_ANSWERED = frozenset(map(int, (Role.KEY, Role.ROW, DISPLAY, SENTENCE, EDIT)))


class Shown:
    """The rows as shown, each made when it is asked for."""

    def __init__(self, rows: AllyRows, places: Sequence[int]) -> None:
        self._rows = rows
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[AllyRow]:
        return map(self._rows.row, self._places)

    @overload
    def __getitem__(self, at: int) -> AllyRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[AllyRow]: ...
    def __getitem__(self, at: int | slice) -> AllyRow | list[AllyRow]:
        if isinstance(at, slice):
            return [self._rows.row(place) for place in self._places[at]]
        return self._rows.row(self._places[at])


class AlliesModel(QAbstractTableModel):
    """The allies of a book; ``now`` is in the person's zone.

    ``written`` carries a record key, a column and what a person wrote there; the cell says so
    once it is in the book.
    """

    written = Signal(str, int, str)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._all: AllyRows = ListedRows()
        self._marks: bytes | None = None
        self._by: tuple[int, Qt.SortOrder] = (-1, ASCENDING)
        self._shown: Sequence[int] = ()
        self._ready: tuple[int, int] = (0, 0)

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """Return by which column the rows are sorted (below 0: as given), and whether downwards."""
        return self._by[0], self._by[1] != ASCENDING

    def show(self, rows: AllyRows | Sequence[AllyRow], marks: bytes | None = None) -> None:
        """Show these allies in place of the former ones, sorted as before.

        ``marks`` has a byte for each place, 0 for those that are left out, else 1; None keeps all.
        """
        self.beginResetModel()
        self._all = rows if isinstance(rows, AllyRows) else ListedRows(rows)
        self._marks = marks
        self._arrange()
        self.endResetModel()

    def keep(self, marks: bytes | None) -> None:
        """Show only the allies with a mark (see ``show``)."""
        if marks == self._marks:
            return
        self.beginResetModel()
        self._marks = marks
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Sort by a column; a column below 0 gives the order of ``show``."""
        if (column, order) == self._by:
            return
        self.beginResetModel()
        self._by = (column, order)
        self._arrange()
        self.endResetModel()

    def rows(self) -> Shown:
        """Return the rows as shown."""
        return Shown(self._all, self._shown)

    def all_rows(self) -> AllyRows:
        """Return all rows, also those that are left out."""
        return self._all

    def picks(self, first: int, last: int) -> list[Pick]:
        """Return who the shown rows from ``first`` to ``last`` are about, both included."""
        return [self._all.pick(place) for place in self._shown[first : last + 1]]

    def row_of(self, key: object) -> int | None:
        """Return where the row with this key is shown, or None."""
        place = self._all.place(key)
        if place is None or (self._marks is not None and not self._marks[place]):
            return None
        return self._shown.index(place)

    def rows_of(self, keys: Sequence[object]) -> list[int]:
        """Return where the rows with these keys are shown, from the top; others are left out."""
        wanted = {place for key in keys if (place := self._all.place(key)) is not None}
        return [row for row, place in enumerate(self._shown) if place in wanted]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return the title of a column; rows have none."""
        if orientation != HORIZONTAL or role != DISPLAY or section >= COLUMNS:
            return None
        return heading(AllyColumn(section))

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        if role == Role.KEY:
            return self._all.pick(self._shown[index.row()]).key
        row, column = self._row(index.row()), _COLUMNS[index.column()]
        if role == Role.ROW:
            return row
        if role == DISPLAY:
            # Qt asks for each cell of each frame: the clock is read for the one that needs it.
            return last_post(row, self._now()) if column is LAST_POST else cell_text(row, column)
        if role == SENTENCE:
            return ally_sentence(row, self._now())
        return edited_text(row, column) if column in EDITED else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that words of the group can be written, unless the ally has opted out."""
        # Qt asks for each cell of each frame: the flags are made once.
        if not index.isValid():
            return NO_FLAGS
        if index.column() not in EDITED:
            return READ
        pick = self._all.pick(self._shown[index.row()])
        hashtag_kind = index.column() == AllyColumn.KIND and pick.kind is Kind.HASHTAG
        return READ if hashtag_kind or pick.status is AllyStatus.OPTED_OUT else WRITTEN

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:  # noqa: ANN401, N802
        """Ask for what was written in a cell, where it is something else."""
        if role != EDIT or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text = " ".join(str(value).split())
        if text == self.data(index, EDIT):
            return False
        self.written.emit(self.data(index, Role.KEY), index.column(), text)
        return True

    def _row(self, row: int) -> AllyRow:
        first, last = self._ready
        if not first <= row < last:
            # A view paints from the top: what comes next is asked for next.
            self._ready = (row, row + BLOCK)
            self._all.prepare(self._shown[row : row + BLOCK])
        return self._all.row(self._shown[row])

    def _arrange(self) -> None:
        column, order = self._by
        downwards, sorts = order != ASCENDING, 0 <= column < COLUMNS
        if self._marks is None:
            every = range(len(self._all))
            self._shown = (
                self._all.order(AllyColumn(column), descending=downwards) if sorts else every
            )
        elif sorts:
            by = AllyColumn(column)
            self._shown = self._all.marked(by, self._marks, descending=downwards)
        else:
            self._shown = list(compress(range(len(self._all)), self._marks))
        self._ready = (0, 0)
