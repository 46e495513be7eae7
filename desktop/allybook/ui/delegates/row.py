"""What all delegates here share: the ground, the states and the frame of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from allybook.ui.delegates.faces import Faces
from allybook.ui.delegates.ink import Ends, Ink
from allybook.ui.delegates.rows_view import RowsView, mood
from allybook.ui.models.roles import Index, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from allybook.ui.theme.look import Look

# The margin of a page, and of a cell inside it.
PAGE_PAD = 16
CELL_PAD = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell that is painted: its place, its row's value, and whether it begins its row."""

    area: QRectF
    index: Index
    ends: Ends
    view: QWidget | None = None

    @property
    def row(self) -> Any:  # noqa: ANN401 (a value of the model's own kind)
        """Return the row's value."""
        return self.index.data(Role.ROW)

    @property
    def left(self) -> float:
        """Return where the content begins: the first cell has the page's margin."""
        return self.area.left() + (PAGE_PAD if self.ends.first else CELL_PAD)

    @property
    def right(self) -> float:
        """Return where the content ends."""
        return self.area.right() - CELL_PAD


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row or of a cell; ``draw`` of a subclass paints what is on it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.faces = Faces(look)

    def ground(self, _cell: Cell) -> str:
        """Return the colour under a row that is neither selected nor under the pointer."""
        return "surface"

    def draw(self, _ink: Ink, _cell: Cell) -> None:
        """Paint what a cell holds; by itself a row is empty."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row or cell."""
        ink = Ink(painter, self.look, self.faces, mood(option, index, self.look))
        cell = Cell(QRectF(option.rect), index, ends(option), option.widget)
        painter.save()
        ink.ground(cell.area, self.ground(cell))
        self.draw(ink, cell)
        ink.frame(cell.area, cell.ends)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room that the view gives: heights are fixed, widths are the header's."""
        return option.rect.size()


def ends(option: QStyleOptionViewItem) -> Ends:
    """Return whether a cell begins and ends the row of its view."""
    view = option.widget
    if not isinstance(view, RowsView):
        return Ends()
    right = view.horizontalHeader().length()
    return Ends(option.rect.left() <= 0, option.rect.right() + 1 >= right)
