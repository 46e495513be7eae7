"""The rows of a table painted one by one instead of cell by cell.

Qt asks of each cell of each frame what it may do, what it says and how it feels: with six columns,
a frame of fifteen rows is a thousand questions. Here a row is asked once, and a cell that looks
as before is one picture (measured, ``tests/benchmarks/allies``: a third of the time).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF

from allybook.ui.delegates.ink import Ends
from allybook.ui.delegates.row import Cell, Place, RowDelegate
from allybook.ui.models.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from allybook.ui.delegates.ink import Mood


class Section(Struct, frozen=True):
    """A column in sight: its number, where it begins, what paints it, and the room of a cell."""

    column: int
    left: int
    delegate: RowDelegate
    rect: QRect
    place: Place

    def read(self, index: QModelIndex, view: QTableView, value: object) -> Any:  # noqa: ANN401
        """Return what a cell shows; ``value`` is its row's."""
        return self.delegate.read(Cell(index, self.rect, view, value))

    def draw(self, painter: QPainter, top: int, content: object, mood: Mood) -> None:
        """Draw a cell where it stands; what is too wide, the next cell will cover."""
        painter.translate(self.left, top)
        painter.fillRect(self.place.area, self.delegate.look.colour("surface"))
        self.delegate.fill(painter, self.place, content, mood)
        painter.translate(-self.left, -top)


def paint_rows(
    painter: QPainter, view: QTableView, rows: range, feel: Callable[[int], Mood]
) -> None:
    """Paint rows of a table all of whose columns are painted by delegates of ours.

    ``feel`` says how each of them feels.
    """
    model, ratio = view.model(), painter.device().devicePixelRatio()
    sections = _sections(view, view.rowHeight(rows.start))
    for row in rows:
        # The row is there: nobody needs to ask the model how many there are.
        value = model.data(model.createIndex(row, 0), Role.ROW)
        mood, top = feel(row), view.rowViewportPosition(row)
        for one in sections:
            content = one.read(model.createIndex(row, one.column), view, value)
            if one.delegate.alike:
                picture = one.delegate.picture(one.place, content, mood, ratio)
                painter.drawPixmap(QPoint(one.left, top), picture)
            else:
                one.draw(painter, top, content, mood)


def _sections(view: QTableView, height: int) -> Sequence[Section]:
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
        place = Place(QRectF(0, 0, width, height), ends)
        found.append(Section(column, left, delegate, QRect(0, 0, width, height), place))
    return found
