"""Lists of rows of one fixed height: posts, nominations, chats, and the ground of tables."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from allybook.ui.aloud import say_where
from allybook.ui.delegates.edge_bar import EdgeBar
from allybook.ui.delegates.held_place import HeldPlace, Placed
from allybook.ui.delegates.ink import RowMood
from allybook.ui.models.roles import Index, Role
from allybook.ui.widgets.boxes import fill
from allybook.ui.widgets.viewport import make_viewport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPainter,
        QPaintEvent,
        QResizeEvent,
    )

    from allybook.ui.delegates.spans import Hit
    from allybook.ui.theme.look import Look

PLAIN, HOVERED = RowMood("surface"), RowMood("hover")
SELECT = QItemSelectionModel.SelectionFlag
LEFT = Qt.MouseButton.LeftButton
ARROW = Qt.CursorShape.ArrowCursor
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@runtime_checkable
class Clickable(Protocol):
    """A delegate with places in its rows that can be clicked."""

    def hit(self, index: Index, rect: QRect, point: QPoint) -> Hit | None:
        """Return what is at a point of the view's viewport."""


class RowsView(QTableView):
    """A list without headers; a reset of its model leaves the rows where they were.

    ``hit`` tells that a hashtag, mention or link was clicked. ``holds_place`` keeps the topmost
    row where it is over a reset; the current row is kept in any case, and so are those selected.
    """

    hit = Signal(object)

    def __init__(
        self,
        look: Look,
        row_height: int,
        parent: QWidget | None = None,
        *,
        holds_place: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._held = HeldPlace(self, top=holds_place)
        self._kept: Sequence[object] = ()
        self._pressed: Hit | None = None
        # The bar lies over the viewport, so it comes after it.
        viewport = make_viewport()
        viewport.left.connect(self._light_nothing)
        self.setViewport(viewport)
        self._bar = EdgeBar(self)
        self.hover_row = -1
        self.by_keyboard = False
        self._moods: dict[int, RowMood] | None = None
        self._dress()
        self.set_row_height(row_height)
        look.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_row_height(self, height: int) -> None:
        """Give all rows another height (logical pixels)."""
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(max(1, height // 4))

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 (Qt's name)
        """Show a model for good, and remember the place over its resets."""
        if model is not None:
            model.modelAboutToBeReset.connect(self._note)
        super().setModel(model)
        if model is not None:
            # After Qt's own slot, which forgets the place.
            model.modelReset.connect(self._return)
            self.size_rows()

    def _note(self) -> None:
        self._held.note()
        self._kept = self.chosen_keys()

    def _return(self) -> None:
        self.hover_row = -1
        self.size_rows()
        self._held.bring_back(self.first_column())
        self.choose(self._kept)

    @contextmanager
    def place_held(self) -> Iterator[None]:
        """Keep the topmost and the current row, and those selected, over what is done meanwhile."""
        self._note()
        yield
        self._return()

    def chosen_keys(self) -> Sequence[object]:
        """Return the keys of the selected rows, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, 0).data(Role.KEY) for row in rows]

    def choose(self, keys: Sequence[object]) -> None:
        """Select the rows with these keys and no others; the current row stays."""
        selection, last = QItemSelection(), self.model().columnCount() - 1
        for first, end in _runs(self.rows_of(keys)):
            selection.select(self.model().index(first, 0), self.model().index(end, last))
        self.selectionModel().select(selection, SELECT.ClearAndSelect | SELECT.Rows)

    def rows_of(self, keys: Sequence[object]) -> list[int]:
        """Return where the rows with these keys are, from the top; those not here are left out."""
        model = self.model()
        if not isinstance(model, Placed):
            return []
        return sorted(row for key in keys if (row := model.row_of(key)) is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask once for each row how it feels, not for each of its cells."""
        self._moods = {}
        super().paintEvent(event)
        self._moods = None

    def mood_of(self, index: Index) -> RowMood | None:
        """Return how the row of a cell feels while the list is painted, None at other times."""
        moods, row = self._moods, index.row()
        if moods is None:
            return None
        if row not in moods:
            selected = self.selectionModel().isSelected(index)
            moods[row] = self._feel(row, selected=selected)
        return moods[row]

    def _feel(self, row: int, *, selected: bool) -> RowMood:
        if not selected:
            return HOVERED if self.hover_row == row else PLAIN
        here = self.hasFocus()
        # Where several rows are selected, the keyboard is in one of them.
        framed = here and row == self.currentIndex().row()
        framed = framed and (self.by_keyboard or self._look.contrast)
        ground = "selection" if here else "selection_off"
        only = "on_accent" if self._look.contrast and here else ""
        return RowMood(ground, framed=framed, selected=True, only=only)

    def rows_in(self, area: QRect) -> range:
        """Return the rows that are seen in an area of the viewport."""
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        last = self.model().rowCount() - 1 if last < 0 else last
        return range(first, last + 1) if first >= 0 else range(0)

    def fill_rest(self, painter: QPainter, area: QRect) -> None:
        """Fill what no cell covers: to the right of all columns, and below all rows."""
        last = self.model().rowCount() - 1
        below = self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0
        for left, top in ((self.horizontalHeader().length(), 0), (0, below)):
            rest = area.intersected(self.viewport().rect().adjusted(left, top, 0, 0))
            if not rest.isEmpty():
                fill(painter, rest, self._look.colour("surface"))

    def feeling(self) -> Callable[[int], RowMood]:
        """Return how the rows feel, each to be asked for."""
        chosen, column = self.selectionModel(), self.first_column()
        some = chosen.hasSelection()

        def feel(row: int) -> RowMood:
            """Return how one row feels."""
            selected = some and chosen.isSelected(self.model().index(row, column))
            return self._feel(row, selected=selected)

        return feel

    def size_rows(self) -> None:
        """Give some rows a height of their own, after each reset; by itself all are equal."""

    def show_top(self) -> None:
        """Go to the first row, as for a list of other things: nothing is current."""
        self.selectionModel().clear()
        self.scrollToTop()

    def go_to(self, key: object) -> bool:
        """Make the row with this key current and visible; return whether it is shown."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, Placed) else None
        if row is None:
            return False
        self.setCurrentIndex(model.index(row, self.first_column()))
        return True

    def current_key(self) -> object:
        """Return the key of the current row, or None."""
        return self.currentIndex().data(Role.KEY)

    def sizeHintForRow(self, _row: int) -> int:  # noqa: N802 (Qt's name)
        """Return the fixed height: nothing is ever measured."""
        return self.verticalHeader().defaultSectionSize()

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what can be clicked at a point of the viewport."""
        index, delegate = self.indexAt(point), self.itemDelegate()
        if not index.isValid() or not isinstance(delegate, Clickable):
            return None
        return delegate.hit(index, self.visualRect(index), point)

    def keyboardSearch(self, _typed: str) -> None:  # noqa: N802 (Qt's name)
        """Leave letters to shortcuts: Qt would read a million rows for the one they begin."""

    def moveCursor(  # noqa: N802 (Qt's name)
        self, action: QAbstractItemView.CursorAction, keys: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last row with Home and End, whatever the column."""
        last = self.model().rowCount() - 1
        if last >= 0 and action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, self.first_column())
        if last >= 0 and action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(last, self.first_column())
        return super().moveCursor(action, keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show from now on where the keyboard is."""
        self._set_by_keyboard(on=True)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it came by the keyboard."""
        by_keyboard = event.reason() in BY_KEYBOARD
        self._set_by_keyboard(on=by_keyboard)
        super().focusInEvent(event)
        current = self.currentIndex()
        # Qt begins at the first row and does not show it.
        if by_keyboard and current.isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(current)
        if by_keyboard:
            QTimer.singleShot(0, self, lambda: say_where(self))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; the frame of the keyboard goes."""
        self._set_by_keyboard(on=False)
        self._pressed = self.hit_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a hashtag, mention or link."""
        super().mouseReleaseEvent(event)
        hit = self.hit_at(event.position().toPoint())
        if hit is not None and hit == self._pressed and event.button() == LEFT:
            self.hit.emit(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer, and tell by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        self._point(event.position().toPoint())

    def _light_nothing(self) -> None:
        self._set_hover(-1)

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802 (Qt's name)
        """Light up the row that comes under the pointer."""
        super().scrollContentsBy(across, down)
        if self.hover_row >= 0:
            self._point(self.viewport().mapFromGlobal(QCursor.pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the edge."""
        super().resizeEvent(event)
        self._place_bar()

    def first_column(self) -> int:
        """Return the first column that is shown: Qt never scrolls to a hidden one."""
        columns = range(self.model().columnCount())
        return next((column for column in columns if not self.isColumnHidden(column)), 0)

    def _place_bar(self) -> None:
        area = self.viewport().geometry()
        self._bar.place(area.top(), area.right() + 1, area.height())

    def _point(self, point: QPoint) -> None:
        self._set_hover(self.rowAt(point.y()) if self.viewport().rect().contains(point) else -1)
        shape = Qt.CursorShape.PointingHandCursor if self.hit_at(point) else ARROW
        self.viewport().setCursor(shape)

    def _set_hover(self, row: int) -> None:
        if row == self.hover_row:
            return
        before, self.hover_row = self.hover_row, row
        for changed in (before, row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(0, top, self.viewport().width(), height)

    def _set_by_keyboard(self, *, on: bool) -> None:
        if on != self.by_keyboard:
            self.by_keyboard = on
            self.viewport().update()


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of rows without a gap; ``rows`` are sorted."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
