"""The table of a book: several rows can be chosen, and each act has a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from allybook.ui.delegates.rows_view import Placed
from allybook.ui.delegates.views import ALLY_WIDTHS, AlliesView
from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.models.allies import AlliesModel, AllyRow
    from allybook.ui.theme.look import Look

LEAST = 184
"""Narrower than this, a name and its handle are cut: rather a column goes."""
GIVE_WAY = (
    AllyColumn.LAST_POST,
    AllyColumn.TAGS,
    AllyColumn.CATEGORY,
    AllyColumn.FOLLOW_BACK,
)
"""Which columns go first where there is no room."""
EXTENDED = QAbstractItemView.SelectionMode.ExtendedSelection
INDENT = 44
SELECT = QItemSelectionModel.SelectionFlag
KEYS = {
    "A": "approve",
    "D": "decline",
    "Del": "remove",
    "T": "tag",
    "C": "category",
    "Return": "open",
    "Enter": "open",
}


class AlliesTable(AlliesView):
    """``asked`` carries a verb of ``KEYS``; ``menu_asked`` the place on the screen for a menu.

    ``current_changed`` carries the record key of the current row. What is chosen stays chosen over
    a reset of the model.
    """

    asked = Signal(str)
    menu_asked = Signal(object)
    current_changed = Signal(str)

    def __init__(self, look: Look, model: AlliesModel, parent: QWidget | None = None) -> None:
        super().__init__(look, model, parent)
        self._kept: list[object] = []
        self._hidden: frozenset[int] = frozenset()
        self.setSelectionMode(EXTENDED)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentRowChanged.connect(self._tell)
        model.modelAboutToBeReset.connect(self._keep)
        # After the view's own, which brings the current row back.
        model.modelReset.connect(self._choose_again)
        for key, verb in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda verb=verb: self.asked.emit(verb))

    def current(self) -> str:
        """Return the key of the current row, or an empty one."""
        key = self.current_key()
        return key if isinstance(key, str) else ""

    def chosen(self) -> list[AllyRow]:
        """Return the selected rows from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, 0).data(Role.ROW) for row in rows]

    def choose(self, keys: Iterable[object]) -> None:
        """Select these rows and no others; the current row stays."""
        model, selection = self.model(), QItemSelection()
        for key in keys:
            row = model.row_of(key) if isinstance(model, Placed) else None
            if row is not None:
                index = model.index(row, 0)
                selection.select(index, index)
        self.selectionModel().select(selection, SELECT.ClearAndSelect | SELECT.Rows)

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Return the columns that a person does not want."""
        return self._hidden

    def spot(self) -> QPoint:
        """Return the place on the screen where a question about the current row belongs."""
        row = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(row.bottomLeft() + QPoint(INDENT, 1))

    def hide_columns(self, hidden: Iterable[int]) -> None:
        """Hide the columns that a person does not want; others go where there is no room."""
        self._hidden = frozenset(hidden)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns go that have no room."""
        super().resizeEvent(event)
        self._fit_columns()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the ally in full on a plain click, where it is not beside the table."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if plain and left and self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit("open")

    def _fit_columns(self) -> None:
        wanted = [column for column in ALLY_WIDTHS if column not in self._hidden]
        room = self.viewport().width() - sum(ALLY_WIDTHS[column] for column in wanted)
        gone = set(self._hidden)
        for column in GIVE_WAY:
            if room < LEAST and column in wanted:
                gone.add(column)
                room += ALLY_WIDTHS[column]
        for column in ALLY_WIDTHS:
            self.setColumnHidden(column, column in gone)

    def _keep(self) -> None:
        self._kept = [row.key for row in self.chosen()]

    def _choose_again(self) -> None:
        if len(self._kept) > 1:
            self.choose(self._kept)

    def _tell(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self.current())

    def _ask_menu(self, place: QPoint) -> None:
        if self.chosen():
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
