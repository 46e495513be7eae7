"""How the table is arranged, by menus and by the head itself, and kept for the next time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup

from allybook.ui.models.allies import AllyColumn, heading
from allybook.ui.models.column_plan import ColumnPlan, read_plan
from allybook.ui.tabs.allies.columns_sheet import ColumnsSheet
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.work import Work
    from allybook.ui.theme.look import Look

COLUMNS = "allies.columns"
ROWS = "allies.rows"
COMPACT = "compact"


class Arranging(QObject):
    """Serves the head of the table and the button for its columns.

    ``sorted_by`` carries the column that the rows are sorted by from now on, and whether downwards;
    ``failed`` why this cannot be kept for the next time. ``compact`` says whether rows are low.
    """

    sorted_by = Signal(int, bool)
    failed = Signal(object)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._look, self._jobs = desk, look, jobs
        self._table = table = work.table
        self._window = window
        self._plan = ColumnPlan()
        self.compact = False
        self.sheet: ColumnsSheet | None = None
        head = table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(
            lambda at: self.pop_menu(head.mapToGlobal(at), head.logicalIndexAt(at))
        )
        table.columns.changed.connect(self._keep)
        button = work.bar.columns
        button.clicked.connect(lambda: self.pop_menu(_below(button)))

    def begin(self) -> None:
        """Arrange the table as it was left."""
        plan = read_plan(self._desk.settings.read(COLUMNS))
        self._table.columns.lay(plan)
        self.sorted_by.emit(int(plan.by), plan.descending)
        self._set_height(compact=self._desk.settings.read(ROWS) == COMPACT)

    def set_compact(self, *, compact: bool) -> None:
        """Make the rows low, or as high as usual."""
        desk, kept = self._desk, COMPACT if compact else ""
        self._jobs.keep(self, lambda: desk.settings.write(ROWS, kept), failed=self.failed.emit)
        # Where a row has one line, the handle does not fit under the name.
        columns = self._table.columns
        columns.choose(columns.plan.shown(AllyColumn.HANDLE, wanted=compact))
        self._set_height(compact=compact)

    def reset(self) -> None:
        """Arrange the columns as they are at first."""
        self._table.columns.choose(ColumnPlan())

    def arrange(self) -> None:
        """Open the sheet where columns are chosen, moved and widened by the keyboard."""
        self.sheet = ColumnsSheet(self._look, self._table.columns.plan, self._window)
        self.sheet.changed.connect(self._table.columns.choose)
        self.sheet.open()

    def make_menu(self, section: int = -1) -> QMenu:
        """Return the menu of the head; of ``section``, it can sort and hide the column."""
        menu = Menu(self._look, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if 0 <= section < len(AllyColumn):
            self._add_sorting(menu, AllyColumn(section))
            menu.addSeparator()
        self._add_columns(menu)
        menu.addSeparator()
        arrange = menu.addAction(translate("allies", "Arrange columns…"), self.arrange)
        arrange.setObjectName("arrange")
        reset = menu.addAction(translate("allies", "Reset columns"), self.reset)
        reset.setObjectName("reset")
        menu.addSeparator()
        self._add_heights(menu)
        return menu

    def pop_menu(self, at: QPoint, section: int = -1) -> None:
        """Open the menu of the head."""
        self.make_menu(section).popup(at)

    def _add_sorting(self, menu: QMenu, column: AllyColumn) -> None:
        orders = (
            (translate("allies", "Sort upwards"), "arrow-up", Qt.SortOrder.AscendingOrder),
            (translate("allies", "Sort downwards"), "arrow-down", Qt.SortOrder.DescendingOrder),
        )
        for words, icon, order in orders:
            action = menu.addAction(self._look.icon(icon), words)
            action.triggered.connect(partial(self._sort, column, order))

    def _sort(self, column: AllyColumn, order: Qt.SortOrder, *_on: bool) -> None:
        self._table.horizontalHeader().setSortIndicator(column, order)

    def _add_columns(self, menu: QMenu) -> None:
        columns = self._table.columns
        for column in columns.plan.order:
            if column is AllyColumn.ALLY:
                continue
            words = heading(column)
            if column in columns.gone:
                pattern = translate("allies", "%1 (no room now)")
                words = pattern.replace("%1", words)
            action = QAction(words, menu, checkable=True)
            action.setChecked(column not in columns.plan.hidden)
            action.setObjectName(column.name.lower())
            action.toggled.connect(partial(self._show, column))
            menu.addAction(action)

    def _add_heights(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        heights = (
            (translate("allies", "Roomy rows"), False),
            (translate("allies", "Compact rows"), True),
        )
        for words, compact in heights:
            action = QAction(words, menu, checkable=True)
            action.setChecked(self.compact is compact)
            action.setObjectName("compact" if compact else "roomy")
            action.triggered.connect(lambda _on, low=compact: self.set_compact(compact=low))
            group.addAction(action)
            menu.addAction(action)

    def _show(self, column: AllyColumn, wanted: bool) -> None:  # noqa: FBT001 (a signal's)
        columns = self._table.columns
        columns.choose(columns.plan.shown(column, wanted=wanted))

    def _keep(self, plan: ColumnPlan) -> None:
        self._plan = plan
        self._jobs.keep(self, lambda: self._write(plan), failed=self.failed.emit)
        self.sorted_by.emit(int(plan.by), plan.descending)

    def _write(self, plan: ColumnPlan) -> None:
        """Write a plan, unless it is out of date: who drags an edge makes a hundred of them."""
        if plan is self._plan:
            self._desk.settings.write(COLUMNS, plan.to_text())

    def _set_height(self, *, compact: bool) -> None:
        self.compact = compact
        kind = "table_compact" if compact else "table_row"
        self._table.set_row_height(self._look.height(kind))


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height() + 4))
