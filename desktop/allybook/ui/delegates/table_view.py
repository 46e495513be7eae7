"""Tables: rows of one fixed height under a head of titles."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from allybook.ui.delegates.cells import toggle
from allybook.ui.delegates.header import Header
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.delegates.whole_rows import paint_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from allybook.ui.delegates.row import RowDelegate
    from allybook.ui.theme.look import Look

C = TypeVar("C", bound=IntEnum)


class TableView(RowsView):
    """A table that keeps its current row over sorting and filtering.

    ``tick_column`` is the column whose box the space bar ticks, where there is one.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tick_column: int | None = None
    ) -> None:
        super().__init__(look, look.height("table_row"), parent, holds_place=False)
        self._tick_column = tick_column
        # It fills all of its room, so that nothing behind it need be painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalHeader(Header(look, self))
        self.horizontalHeader().show()

    def set_columns(self, widths: Mapping[C, int], stretched: C) -> None:
        """Give the columns their widths (logical pixels); one takes what is left."""
        head = self.horizontalHeader()
        for column, width in widths.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, width)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def set_delegates(self, delegates: Mapping[C, RowDelegate]) -> None:
        """Let each column be painted by its own delegate."""
        for column, delegate in delegates.items():
            self.setItemDelegateForColumn(column, delegate)

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort, and from now on also on a click on a title; below 0 is the order given."""
        self.horizontalHeader().setSortIndicator(column, order)
        self.setSortingEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint row by row; Qt would go from cell to cell."""
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        self.fill_rest(painter, event.rect())
        rows = self.rows_in(event.rect())
        if rows:
            paint_rows(painter, self, rows, self.feeling())
        painter.end()

    def _return(self) -> None:
        super()._return()
        # Left to the painting, it would have all painted once more.
        self.executeDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current row with the space bar."""
        index = self.currentIndex()
        if self._tick_column is None or event.key() != Qt.Key.Key_Space or not index.isValid():
            super().keyPressEvent(event)
            return
        self._set_by_keyboard(on=True)
        if not event.isAutoRepeat():
            toggle(self.model(), self._tick_cell(index))

    def _tick_cell(self, index: QModelIndex) -> QModelIndex:
        return index.siblingAtColumn(self._tick_column or 0)
