"""All whom a job touches, as a list: only those in sight are painted, however many they are."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF

from allybook.ui.delegates.row import CELL_PAD, RowDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from allybook.ui.delegates.ink import Ink
    from allybook.ui.delegates.row import Cell, CellPlace
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.avatar import Who

ROW = 28
BASE = 18


class NamedAlly(Struct, frozen=True):
    """One ally that a job touches, and why (``opted out``)."""

    who: Who
    remark: str = ""


class NamedColumn(IntEnum):
    """The one column."""

    NAME = 0


class NamedModel(TableModel[NamedAlly]):
    """Allies in the order given, each with its remark."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: TableColumn[NamedAlly] = TableColumn(
            lambda: translate("names", "Name"), lambda one: one.who.name
        )
        about: Sentences[NamedAlly] = Sentences(lambda one: one.who.key, _sentence)
        super().__init__({NamedColumn.NAME: column}, about, parent)


class NamedDelegate(RowDelegate):
    """Paints the avatar, the name and the remark in one line."""

    alike = False

    def read(self, cell: Cell) -> NamedAlly | None:
        """Return whom the row is about."""
        return cell.row if isinstance(cell.row, NamedAlly) else None

    def draw(self, ink: Ink, place: CellPlace, content: NamedAlly | None) -> None:
        """Draw one ally."""
        if content is None:
            return
        area, side = place.area, self.look.avatar("line")[0]
        at = QPointF(area.left(), area.top() + (area.height() - side) // 2)
        start = QPointF(ink.avatar(at, "line", content.who).right() + CELL_PAD, area.top() + BASE)
        ui, caption = ink.face("ui"), ink.face("caption")
        remark = caption.elided(content.remark, (place.right - start.x()) / 2)
        room = place.right - start.x() - (caption.width(remark) + CELL_PAD if remark else 0)
        start.setX(ink.words(start, ui.elided(content.who.name, room), ui, "text") + CELL_PAD)
        if remark:
            ink.words(start, remark, caption, "text_3")


class NamedView(RowsView):
    """A list of allies, called ``heading``."""

    def __init__(self, look: Look, heading: str, everyone: Sequence[NamedAlly]) -> None:
        super().__init__(look, ROW)
        model = NamedModel(self)
        model.show(everyone)
        self.setItemDelegate(NamedDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(heading)


def _sentence(one: NamedAlly) -> str:
    return f"{one.who.name}, {one.remark}" if one.remark else one.who.name
