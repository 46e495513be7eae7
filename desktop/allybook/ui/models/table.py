"""What the tables share: frozen rows, shown, filtered and sorted in memory."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from allybook.ui.models.roles import DISPLAY, Index, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

R = TypeVar("R")
C = TypeVar("C", bound=IntEnum)
ASCENDING = Qt.SortOrder.AscendingOrder
HORIZONTAL = Qt.Orientation.Horizontal


class TableColumn(Struct, Generic[R], frozen=True):
    """What one column says of a row; it sorts by ``weight``, or by its words where None."""

    heading: Callable[[], str]
    text: Callable[[R], str]
    weight: Callable[[R], Any] | None = None

    def sorted(self, rows: Sequence[R], order: Qt.SortOrder) -> Sequence[R]:
        """Return the rows by this column; equal ones keep their order."""
        weight = self.weight or self._folded
        return sorted(rows, key=weight, reverse=order != ASCENDING)

    def _folded(self, row: R) -> str:
        return self.text(row).casefold()


class Sentences(Struct, Generic[R], frozen=True):
    """What stays the same of a row, and one sentence about it for screen readers."""

    key: Callable[[R], Hashable]
    sentence: Callable[[R], str]


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind; they keep the order given until ``sort`` is called."""

    def __init__(
        self,
        columns: Mapping[C, TableColumn[R]],
        about: Sentences[R],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns[number] for number in sorted(columns))
        self._about = about
        self._all: Sequence[R] = ()
        self._sorted: Sequence[R] = ()
        self._rows: Sequence[R] = ()
        self._places: Mapping[Hashable, int] | None = None
        self._keep: Callable[[R], bool] | None = None
        self._by: tuple[int, Qt.SortOrder] = (-1, ASCENDING)

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows in place of the former ones, sorted and filtered as before."""
        self.beginResetModel()
        self._all = tuple(rows)
        self._arrange()
        self.endResetModel()

    def filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only the rows that ``keep`` keeps; None shows all."""
        self.beginResetModel()
        self._keep = keep
        self._sift()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Sort by a column; a column below 0 gives the order of ``show``."""
        self.beginResetModel()
        self._by = (column, order)
        self._arrange()
        self.endResetModel()

    def rows(self) -> Sequence[R]:
        """Return the rows as shown."""
        return self._rows

    def all_rows(self) -> Sequence[R]:
        """Return all rows, also those that the filter leaves out, in the order given."""
        return self._all

    def row_of(self, key: object) -> int | None:
        """Return where the row with this key is shown, or None."""
        if self._places is None:
            self._places = {self._about.key(row): place for place, row in enumerate(self._rows)}
        return self._places.get(key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return the title of a column; rows have none."""
        if orientation != HORIZONTAL or role != DISPLAY or section >= len(self._columns):
            return None
        return self._columns[section].heading()

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[index.column()].text(row)
            case Role.KEY:
                return self._about.key(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._about.sentence(row)
        return None

    def _arrange(self) -> None:
        column, order = self._by
        self._sorted = self._all
        if 0 <= column < len(self._columns):
            self._sorted = self._columns[column].sorted(self._all, order)
        self._sift()

    def _sift(self) -> None:
        keep = self._keep
        self._rows = [row for row in self._sorted if keep(row)] if keep else self._sorted
        self._places = None
