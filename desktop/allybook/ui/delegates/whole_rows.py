"""The rows of a table painted one by one instead of cell by cell.

Qt asks of each cell of each frame what it may do, what it says and how it feels: with six columns,
a frame of fifteen rows is a thousand questions. Here a row is asked once, and a cell that looks
as before is one picture (measured, ``tests/benchmarks/allies``: a third of the time).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRectF

from allybook.ui.delegates.ink import Ends, Ink
from allybook.ui.delegates.row import UNTOLD, Cell, CellPlace, RowDelegate
from allybook.ui.models.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QTableView

    from allybook.ui.delegates.ink import RowMood


class ColumnInSight:
    """A column in sight: its number, where it begins, what paints it, and the room of a cell."""

    def __init__(
        self, view: QTableView, column: int, delegate: RowDelegate, place: CellPlace
    ) -> None:
        self._view = view
        self._column = column
        self._delegate = delegate
        self._place = place
        self._left = view.columnViewportPosition(column)
        self._ratio = view.devicePixelRatioF()
        self._rect = place.area.toRect()
        self._gist = delegate.gist if delegate.alike else None
        self._known = delegate.pictures_by_gist(place, self._ratio)

    def paint(self, painter: QPainter, row: PaintedRow) -> None:
        """Paint the cell of a row."""
        if self._delegate.alike:
            painter.drawPixmap(self._left, row.top, self._picture(row))
        else:
            self._draw(painter, row)

    def _picture(self, row: PaintedRow) -> QPixmap:
        """Return what a cell that looks like others looks like."""
        told = UNTOLD if self._gist is None else self._gist(row.value)
        if told is UNTOLD:
            return self._made(row)
        key = (told, row.mood)
        if key not in self._known:
            self._known[key] = self._made(row)
        return self._known[key]

    def _made(self, row: PaintedRow) -> QPixmap:
        return self._delegate.picture(self._place, self._read(row), row.mood, self._ratio)

    def _read(self, row: PaintedRow) -> Any:  # noqa: ANN401 (a delegate's own kind of content)
        index = self._view.model().createIndex(row.number, self._column)
        return self._delegate.read(Cell(index, self._rect, self._view, row.value))

    def _draw(self, painter: QPainter, row: PaintedRow) -> None:
        """Draw a cell where it stands; what is too wide, the next cell will cover."""
        delegate, place, mood, content = self._delegate, self._place, row.mood, self._read(row)
        key = (delegate.ground(content), mood)
        if key not in self._known:
            self._known[key] = delegate.bare(place, *key, self._ratio)
        painter.drawPixmap(self._left, row.top, self._known[key])
        painter.translate(self._left, row.top)
        ink = Ink(painter, delegate.kit, mood)
        delegate.draw(ink, place, content)
        ink.frame(place.area, place.ends)
        painter.translate(-self._left, -row.top)


class PaintedRow(NamedTuple):
    """A row that is painted: its number, its value, where it begins, and how it feels."""

    number: int
    value: Any
    top: int
    mood: RowMood


def paint_rows(
    painter: QPainter, view: QTableView, rows: range, feel: Callable[[int], RowMood]
) -> None:
    """Paint rows of a table all of whose columns are painted by delegates of ours.

    ``feel`` says how each of them feels.
    """
    model = view.model()
    sections = _sections(view, view.rowHeight(rows.start))
    for number in rows:
        # The row is there: nobody needs to ask the model how many there are.
        value = model.data(model.createIndex(number, 0), Role.ROW)
        row = PaintedRow(number, value, view.rowViewportPosition(number), feel(number))
        for one in sections:
            one.paint(painter, row)


def _sections(view: QTableView, height: int) -> Sequence[ColumnInSight]:
    """Return the columns in sight, from the left; all rows are equally high."""
    head, found = view.horizontalHeader(), []
    length = head.length()
    for visual in range(head.count()):
        column = head.logicalIndex(visual)
        delegate = view.itemDelegateForColumn(column)
        if view.isColumnHidden(column) or not isinstance(delegate, RowDelegate):
            continue
        left, width = view.columnViewportPosition(column), view.columnWidth(column)
        ends = Ends(first=left <= 0, last=left + width >= length)
        found.append(
            ColumnInSight(view, column, delegate, CellPlace(QRectF(0, 0, width, height), ends))
        )
    return found
