"""Above the table: the filter, what can be taken back, the columns, and bringing allies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from allybook.ui.models.allies import AllyColumn
from allybook.ui.widgets.buttons import Button, FlatButton, LinkButton
from allybook.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from allybook.ui.theme.look import Look

HORIZONTAL = Qt.Orientation.Horizontal
FIELD = (160, 280)
HEIGHT = 48


class Bar(QWidget):
    """``field`` filters, ``add_button`` brings allies in, ``undo`` takes the last act back.

    ``columns_changed`` carries the numbers of the columns that a person hid.
    """

    columns_changed = Signal(list)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(look, self.tr("Filter, for example tag:housing"))
        self.undo = LinkButton(look, "", kind="caption")
        self.columns = FlatButton(look, self.tr("Columns"), "columns-3")
        self.add_button = Button(look, self.tr("Add allies"), "plus")
        self.field.setMinimumWidth(FIELD[0])
        self.field.setMaximumWidth(FIELD[1])
        self.field.setToolTip(
            self.tr("Words of a name, handle, category or tag; or tag:, category:, is:mutual")
        )
        self.undo.setToolTip(self.tr("Ctrl+Z"))
        self.undo.hide()
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("l"), 0, look.space("l"), 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.field, 8)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.columns)
        row.addWidget(self.add_button)

    def show_last(self, words: str) -> None:
        """Offer to take back what was done last; nothing where there is nothing."""
        self.undo.setText(self.tr("Undo %1").replace("%1", words))
        self.undo.updateGeometry()
        self.undo.setVisible(bool(words))

    def choose_columns(self, view: QTableView, hidden: frozenset[int]) -> None:
        """Let a person choose the columns of a table; the first one stays."""
        menu = QMenu(self.columns)
        for column in AllyColumn:
            if column is AllyColumn.ALLY:
                continue
            action = QAction(view.horizontalHeader().model().headerData(column, HORIZONTAL), menu)
            action.setCheckable(True)
            action.setChecked(column not in hidden)
            action.setData(int(column))
            action.toggled.connect(lambda _on: self.columns_changed.emit(self._hidden(menu)))
            menu.addAction(action)
        self.columns.clicked.connect(lambda: menu.popup(self._below(self.columns)))

    def _hidden(self, menu: QMenu) -> list[int]:
        return [action.data() for action in menu.actions() if not action.isChecked()]

    def _below(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height() + 4))
