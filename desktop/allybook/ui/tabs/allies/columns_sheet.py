"""Columns by the keyboard: which, in which order, how wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from allybook.ui.delegates.allies_view import ALLY_WIDTHS
from allybook.ui.keys import printed
from allybook.ui.models.allies import AllyColumn, heading
from allybook.ui.models.column_plan import ColumnPlan
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button, LinkButton, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 400
ROW = 28
STEP = 16
"""So many pixels a column is widened by one press."""
NUMBER = Qt.ItemDataRole.UserRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ALT = Qt.KeyboardModifier.AltModifier
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
WIDENS = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}


class ColumnsSheet(Sheet):
    """A list of all columns; ``changed`` carries the plan on each change, to be seen at once.

    Space shows or hides, Alt and an arrow moves up and down, or makes narrower and wider.
    """

    changed = Signal(object)

    def __init__(self, look: Look, plan: ColumnPlan, parent: QWidget) -> None:
        super().__init__(
            look,
            self.tr("Columns"),
            self.tr("Space shows or hides; %1 with an arrow moves, or changes the width.").replace(
                "%1", printed("Alt")
            ),
            parent,
            width=WIDTH,
        )
        self._plan = plan
        self.list = QListWidget()
        self._items: dict[AllyColumn, QListWidgetItem] = {}
        self.up = Button(look, self.tr("Move left"), "arrow-up", size="button_small")
        self.down = Button(look, self.tr("Move right"), "arrow-down", size="button_small")
        self.reset = LinkButton(look, self.tr("Reset columns"))
        self.end = PrimaryButton(look, self.tr("Done"), size="button_dialog")
        self._fill()
        self._put_together(look)

    @property
    def plan(self) -> ColumnPlan:
        """Return the plan as it stands."""
        return self._plan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Alt and an arrow move a column, or change its width."""
        if watched is self.list and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not event.modifiers() & ALT:
            return False
        key = Qt.Key(event.key())
        if key in MOVES:
            self.move_current(MOVES[key])
        elif key in WIDENS:
            self.widen_current(WIDENS[key])
        return key in MOVES or key in WIDENS

    def move_current(self, steps: int) -> None:
        """Move the current column; that of the allies stays the first."""
        column = self._current()
        place = self._plan.order.index(column)
        if column is not AllyColumn.ALLY and 0 < place + steps < len(self._plan.order):
            self._change(self._plan.moved(column, steps), column)

    def widen_current(self, pixels: int) -> None:
        """Make the current column wider, or narrower below 0."""
        column = self._current()
        if column is not AllyColumn.ALLY:
            width = self._plan.widths.get(column, ALLY_WIDTHS[column]) + pixels
            self._change(self._plan.widened(column, width), column)

    def _current(self) -> AllyColumn:
        return AllyColumn(self.list.item(max(0, self.list.currentRow())).data(NUMBER))

    def _change(self, plan: ColumnPlan, column: AllyColumn) -> None:
        self._take(plan)
        self._fill()
        self.list.setCurrentRow(plan.order.index(column))

    def _take(self, plan: ColumnPlan) -> None:
        """Take what the list itself shows already: it must not be filled while it tells."""
        self._plan = plan
        self.changed.emit(plan)

    def _fill(self) -> None:
        """Show the plan; the items stay the same ones, and only go where they belong."""
        with QSignalBlocker(self.list):
            for row, column in enumerate(self._plan.order):
                item = self._items[column] if column in self._items else self._make_item(column)
                if self.list.row(item) != row:
                    self.list.takeItem(self.list.row(item))
                    self.list.insertItem(row, item)
                item.setCheckState(UNCHECKED if column in self._plan.hidden else CHECKED)
        self.list.viewport().update()

    def _make_item(self, column: AllyColumn) -> QListWidgetItem:
        item = self._items[column] = QListWidgetItem(heading(column), self.list)
        item.setData(NUMBER, int(column))
        if column is AllyColumn.ALLY:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _tick(self, item: QListWidgetItem) -> None:
        column = AllyColumn(item.data(NUMBER))
        self._take(self._plan.shown(column, wanted=item.checkState() == CHECKED))

    def _dragged(self) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        order = [AllyColumn(item.data(NUMBER)) for item in items]
        rest = (column for column in order if column is not AllyColumn.ALLY)
        self._take(replace(self._plan, order=(AllyColumn.ALLY, *rest)))
        if order[0] is not AllyColumn.ALLY:
            QTimer.singleShot(0, self, self._fill)

    def _start_anew(self) -> None:
        self._change(ColumnPlan(), AllyColumn.ALLY)

    def _put_together(self, look: Look) -> None:
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.setFont(look.font("ui"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setFixedHeight(ROW * len(AllyColumn) + 4)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._tick)
        self.list.model().rowsMoved.connect(self._dragged)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list)
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.reset.clicked.connect(self._start_anew)
        self.end.clicked.connect(self.accept)
        for place, button in enumerate((self.reset, self.up, self.down)):
            self.foot.insertWidget(place, button)
        self.foot.addWidget(self.end)
        self.list.setFocus()
