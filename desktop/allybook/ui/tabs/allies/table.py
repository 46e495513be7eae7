"""The table of a book: several rows can be chosen, and each act has a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView

from allybook.ui.delegates.allies_view import AlliesView
from allybook.ui.keys import ALONE, plug_keys
from allybook.ui.models.allies import EDITED
from allybook.ui.tabs.allies import menu
from allybook.ui.tabs.allies.columns import ColumnLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QItemSelectionRange, QModelIndex
    from PySide6.QtGui import QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

    from allybook.ui.models.allies import Pick
    from allybook.ui.models.ally_table import AlliesModel
    from allybook.ui.theme.look import Look

EXTENDED = QAbstractItemView.SelectionMode.ExtendedSelection
INDENT = 44
KEYBOARD = QContextMenuEvent.Reason.Keyboard
STEPS = {"J": 1, "K": -1}
ADD_KEYS = ("+", "Ins")
FILTER_KEY = "/"


class AlliesTable(AlliesView):
    """``asked`` carries a verb of ``menu.KEYS``; ``menu_asked`` the place on the screen for a menu.

    ``current_changed`` carries the record key of another current row; ``add_asked`` and
    ``filter_asked`` tell of their keys, ``left`` that nothing is written in a cell any more.
    """

    asked = Signal(str)
    menu_asked = Signal(object)
    current_changed = Signal(str)
    add_asked = Signal()
    filter_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, model: AlliesModel, parent: QWidget | None = None) -> None:
        super().__init__(look, model, parent)
        self._model = model
        self._told = ""
        self.columns = ColumnLayout(self)
        self.columns.lay(self.columns.plan)
        self.setSelectionMode(EXTENDED)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._write_or_open)
        self._add_keys()

    def current(self) -> str:
        """Return the key of the current row, or an empty one."""
        key = self.current_key()
        return key if isinstance(key, str) else ""

    def chosen(self) -> list[Pick]:
        """Return who is selected, from the top."""
        # A list in all but its type.
        chosen = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        ranges = sorted((one.top(), one.bottom()) for one in chosen)
        return [pick for first, last in ranges for pick in self._model.picks(first, last)]

    def chosen_keys(self) -> Sequence[object]:
        """Return the keys of the selected rows, from the top: of very many without delay."""
        return [pick.key for pick in self.chosen()]

    def rows_of(self, keys: Sequence[object]) -> list[int]:
        """Return where the rows with these keys are, from the top: of very many without delay."""
        return super().rows_of(keys) if len(keys) <= 1 else self._model.rows_of(keys)

    @property
    def writing(self) -> bool:
        """Return whether something is being written in a cell: the rows stay as they are."""
        return self.state() == QAbstractItemView.State.EditingState

    def spot(self) -> QPoint:
        """Return the place on the screen where a question about the current row belongs."""
        row = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(row.bottomLeft() + QPoint(INDENT, 1))

    def step(self, rows: int) -> None:
        """Go so many rows on; at the ends the keyboard stays where it is."""
        row = self.currentIndex().row() + rows
        if 0 <= row < self._model.rowCount():
            self._set_by_keyboard(on=True)
            self.setCurrentIndex(self._model.index(row, self.first_column()))

    def rest(self) -> None:
        """Take the keyboard with nobody chosen: a key too many from elsewhere does nothing here."""
        self.clearSelection()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns go that have no room."""
        super().resizeEvent(event)
        self.columns.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the ally in full on a plain click, where it is not beside the table."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if plain and left and self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit(menu.OPEN)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Ask for a menu: under the pointer, or below the current row for the menu key."""
        if self.chosen():
            by_key = event.reason() == KEYBOARD
            self.menu_asked.emit(self.spot() if by_key else event.globalPos())

    def closeEditor(  # noqa: N802 (Qt's name)
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Tell when the last cell is left."""
        super().closeEditor(editor, hint)
        if not self.writing:
            self.left.emit()

    def _write_or_open(self, index: QModelIndex) -> None:
        writable = index.column() in EDITED and index.flags() & Qt.ItemFlag.ItemIsEditable
        if not (writable and self.edit_current()):
            self.asked.emit(menu.VISIT)

    def _tell(self, current: QModelIndex, _former: QModelIndex) -> None:
        # After each letter of a filter the same row is the current one again.
        if current.isValid() and (key := self.current()) != self._told:
            self._told = key
            self.current_changed.emit(key)

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            **{key: partial(self.asked.emit, verb) for key, verb in menu.KEYS.items()},
            **{key: partial(self.step, rows) for key, rows in STEPS.items()},
            **dict.fromkeys(ADD_KEYS, self.add_asked.emit),
            FILTER_KEY: self.filter_asked.emit,
            "F2": self.edit_current,
        }
        plug_keys((self,), acts, context=ALONE, walking=STEPS)
