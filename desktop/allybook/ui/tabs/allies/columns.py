"""The head of the table: columns are chosen, dragged, widened and sorted by, and stay so."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from allybook.ui.delegates.allies_view import ALLY_WIDTHS
from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.column_plan import ColumnPlan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QHeaderView, QTableView

LEAST = 184
"""Narrower than this, a name and its handle are cut: rather a column goes."""
GIVE_WAY = (
    AllyColumn.LAST_POST,
    AllyColumn.TAGS,
    AllyColumn.CATEGORY,
    AllyColumn.FOLLOW_BACK,
    AllyColumn.HANDLE,
    AllyColumn.KIND,
    AllyColumn.NOMINATED_BY,
    AllyColumn.FLAGS,
    AllyColumn.LISTED,
)
"""Which columns go first where there is no room."""
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class ColumnLayout(QObject):
    """Lays the columns of a table out by a plan; ``changed`` carries the plan a person made."""

    changed = Signal(object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._plan = ColumnPlan()
        self._busy = False
        self._gone: frozenset[AllyColumn] = frozenset()
        head = self._head
        head.setSectionsMovable(True)
        head.setFirstSectionMovable(False)
        head.sectionMoved.connect(self._moved)
        head.sectionResized.connect(self._resized)
        head.sortIndicatorChanged.connect(self._sorted)

    @property
    def plan(self) -> ColumnPlan:
        """Return the plan as it stands."""
        return self._plan

    @property
    def gone(self) -> frozenset[AllyColumn]:
        """Return the columns that a person wants and that have no room now."""
        return self._gone

    def lay(self, plan: ColumnPlan) -> None:
        """Lay the columns out by a plan, without telling."""
        self._plan = plan
        with self._alone():
            for place, column in enumerate(plan.order):
                self._head.moveSection(self._head.visualIndex(column), place)
            self._head.setSortIndicator(plan.by, DESCENDING if plan.descending else ASCENDING)
        self.fit()

    def choose(self, plan: ColumnPlan) -> None:
        """Lay the columns out by a plan that a person made."""
        self.lay(plan)
        self.changed.emit(plan)

    def fit(self) -> None:
        """Hide what nobody wants, and what has no room."""
        wanted = [one for one in ALLY_WIDTHS if one not in self._plan.hidden]
        room = self._table.viewport().width() - sum(map(self.width, wanted))
        gone: set[AllyColumn] = set()
        for column in GIVE_WAY:
            if room < LEAST and column in wanted:
                gone.add(column)
                room += self.width(column)
        self._gone = frozenset(gone)
        with self._alone():
            for column in ALLY_WIDTHS:
                self._table.setColumnHidden(column, column in gone or column in self._plan.hidden)
                if not self._table.isColumnHidden(column):
                    self._head.resizeSection(column, self.width(column))

    def width(self, column: AllyColumn) -> int:
        """Return how wide a column is to be."""
        return self._plan.widths.get(column, ALLY_WIDTHS[column])

    @property
    def _head(self) -> QHeaderView:
        return self._table.horizontalHeader()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody take what is laid out here for what a person does."""
        former, self._busy = self._busy, True
        yield
        self._busy = former

    def _tell(self, plan: ColumnPlan) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit(plan)

    def _moved(self, _section: int, _before: int, _now: int) -> None:
        if not self._busy:
            order = tuple(AllyColumn(self._head.logicalIndex(at)) for at in range(len(AllyColumn)))
            self._tell(replace(self._plan, order=order))

    def _resized(self, section: int, _before: int, width: int) -> None:
        # The column of the allies takes what is left, so it changes with every other one.
        if not self._busy and section != AllyColumn.ALLY and width:
            self._tell(self._plan.widened(AllyColumn(section), width))

    def _sorted(self, section: int, order: Qt.SortOrder) -> None:
        if not self._busy and 0 <= section < len(AllyColumn):
            by = AllyColumn(section)
            self._tell(replace(self._plan, by=by, descending=order == DESCENDING))
