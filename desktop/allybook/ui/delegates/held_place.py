"""The place that somebody has in a list, held while what it shows changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QItemSelectionModel

from allybook.ui.models.roles import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


@runtime_checkable
class Placed(Protocol):
    """A model that knows where a key is now."""

    def row_of(self, key: object) -> int | None:
        """Return the row of a key, or None where it is not shown."""


@runtime_checkable
class NearPlaced(Protocol):
    """A model that knows what stands where a row was that is not shown."""

    def row_near(self, key: object) -> int | None:
        """Return the row of a key, or of what stands in its place."""


class HeldPlace:
    """The current row of a view, and with ``top`` the topmost one, kept by their keys."""

    def __init__(self, view: QTableView, *, top: bool) -> None:
        self._view = view
        self._holds_top = top
        self._top: tuple[object, int] | None = None
        self._current: object = None

    def note(self) -> None:
        """Note where things are, before they change."""
        view = self._view
        self._current = view.currentIndex().data(Role.KEY)
        row = view.rowAt(0)
        if row < 0 or not self._holds_top:
            self._top = None
            return
        self._top = (view.model().index(row, 0).data(Role.KEY), view.rowViewportPosition(row))

    def bring_back(self, column: int) -> None:
        """Go to where things are now; the current row is current in this column, and no more.

        Which rows are selected is another matter: the current one need not be among them.
        """
        view, model = self._view, self._view.model()
        if not isinstance(model, Placed):
            return
        row = None if self._current is None else model.row_of(self._current)
        if row is not None:
            to = view.model().index(row, column)
            view.setAutoScroll(False)
            view.selectionModel().setCurrentIndex(to, QItemSelectionModel.SelectionFlag.NoUpdate)
            view.setAutoScroll(True)
        self._scroll_back(model)

    def _scroll_back(self, model: Placed) -> None:
        if self._top is None:
            return
        find = model.row_near if isinstance(model, NearPlaced) else model.row_of
        row = find(self._top[0])
        if row is None:
            return
        view, bar = self._view, self._view.verticalScrollBar()
        view.executeDelayedItemsLayout()
        view.updateGeometries()
        bar.setValue(bar.value() + view.rowViewportPosition(row) - self._top[1])
