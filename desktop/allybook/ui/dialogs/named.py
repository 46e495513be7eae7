"""All whom a job touches, as a list: only those in sight are painted, however many they are."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap

from allybook.ui.delegates.row import CELL_PAD, RowDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.models.roles import DISPLAY, Index
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.tips import as_written
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from allybook.ui.delegates.ink import Ink, RowMood
    from allybook.ui.delegates.row import Cell, CellPlace
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.avatar import Who

CARD = "panel"
"""The paper of the card that the names lie on."""
ROW = 28
BASE = 18
LEAST_HANDLE = 40
"""In less room a handle says nothing."""


class NamedAlly(Struct, frozen=True):
    """One ally that a job touches, by name and @handle (where it has both), and why."""

    who: Who
    remark: str = ""
    handle: str = ""

    @property
    def sentence(self) -> str:
        """Return all of it in one line: ``Ana Baker, @ana, opted out``."""
        return ", ".join(part for part in (self.who.name, self.handle, self.remark) if part)


class NamedColumn(IntEnum):
    """The one column."""

    NAME = 0


class NamedModel(TableModel[NamedAlly]):
    """Allies in the order given, each with its remark."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: TableColumn[NamedAlly] = TableColumn(
            lambda: translate("names", "Name"), lambda one: one.who.name
        )
        about: Sentences[NamedAlly] = Sentences(lambda one: one.who.key, lambda one: one.sentence)
        super().__init__({NamedColumn.NAME: column}, about, parent)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for; the tooltip has what the column cuts."""
        match role:
            case Qt.ItemDataRole.ToolTipRole if index.isValid():
                return as_written(self.rows()[index.row()].sentence)
            case _:
                return super().data(index, role)


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
            start.setX(ink.words(start, remark, caption, "text_3") + CELL_PAD)
        left = place.right - start.x()
        if content.handle and left > LEAST_HANDLE:
            ink.words(start, caption.elided(content.handle, left), caption, "text_3")

    def bare(self, place: CellPlace, ground: str, feel: RowMood, ratio: float) -> QPixmap:
        """Return a row that lies on the card as the few names before it do: without paper."""
        picture = QPixmap((place.area.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        role = CARD if feel.ground == ground else feel.ground
        picture.fill(self.look.colour(role))
        return picture


class NamedView(RowsView):
    """A list of allies, called ``heading``."""

    def __init__(self, look: Look, heading: str, everyone: Sequence[NamedAlly]) -> None:
        super().__init__(look, ROW)
        model = NamedModel(self)
        model.show(everyone)
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's)
        self.setItemDelegate(NamedDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(heading)
