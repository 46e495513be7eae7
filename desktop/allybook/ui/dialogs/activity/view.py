"""The list of the Activity panel: headings of days, and rows of one height under them."""

from __future__ import annotations

from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.ink import SMALL_ICON
from allybook.ui.delegates.row import PAGE_PAD, Cell, CellPlace, RowDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.dialogs.activity.rows import ActivityRow, DayRow, Row, row_sentence
from allybook.ui.models.pills import Pill
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from allybook.ui.delegates.ink import Ink
    from allybook.ui.theme.look import Look

DAY_HEIGHT = 32
DAY_BASE = 21
AVATAR_TOP = 14
TEXT_LEFT = 56
NAME_BASE = 24
SIGN_BASE = 43
PILL_TOP = 9
GAP = 8


class ActivityColumn(IntEnum):
    """The one column."""

    HAPPENING = 0


class ActivityModel(TableModel[Row]):
    """All that happened, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: TableColumn[Row] = TableColumn(
            lambda: translate("activity", "Activity"), row_sentence
        )
        about: Sentences[Row] = Sentences(attrgetter("key"), row_sentence)
        super().__init__({ActivityColumn.HAPPENING: column}, about, parent)


class ActivityDelegate(RowDelegate):
    """Paints ``DayRow`` and ``ActivityRow`` values."""

    def read(self, cell: Cell) -> Row | None:
        """Return the row."""
        row = cell.row
        return row if isinstance(row, DayRow | ActivityRow) else None

    def ground(self, content: object) -> str:
        """Return that headings lie on the panel's colour."""
        return "panel" if isinstance(content, DayRow) else "surface"

    def draw(self, ink: Ink, place: CellPlace, content: Row | None) -> None:
        """Draw a heading or a row."""
        if isinstance(content, DayRow):
            _draw_day(ink, place, content)
        elif content is not None:
            self._draw_row(ink, place, content)

    def _draw_row(self, ink: Ink, place: CellPlace, row: ActivityRow) -> None:
        area, caption = place.area, ink.face("caption")
        ink.avatar(area.topLeft() + QPointF(PAGE_PAD, AVATAR_TOP), "table", row.who)
        edge = QPointF(area.right() - PAGE_PAD, area.top() + NAME_BASE)
        right = ink.words_before(edge, row.time, caption, "text_3") - GAP
        _draw_who(ink, place, row, right)
        edge.setY(area.top() + SIGN_BASE)
        right = ink.words_before(edge, row.price, caption, "text_2") - GAP
        at = area.topLeft() + QPointF(TEXT_LEFT, SIGN_BASE)
        role = row.sign.role or "text_2"
        ink.icon(row.sign.icon, role, at - QPointF(0, SMALL_ICON - 3), SMALL_ICON)
        at.setX(at.x() + SMALL_ICON + GAP / 2 + 2)
        ink.words(at, caption.elided(row.sign.words, right - at.x()), caption, role)


def _draw_who(ink: Ink, place: CellPlace, row: ActivityRow, right: float) -> None:
    """Draw the name, the handle, and whether it was taken back."""
    pill = Pill(row.remark) if row.remark else None
    spare = right - (ink.pill_width(pill) + GAP if pill else 0)
    bold, ui = ink.face("ui_bold"), ink.face("ui")
    at = place.area.topLeft() + QPointF(TEXT_LEFT, NAME_BASE)
    at.setX(ink.words(at, bold.elided(row.who.name, spare - at.x()), bold, "text") + GAP)
    handle = ui.elided(row.handle, spare - at.x())
    if len(handle) > 1:
        at.setX(ink.words(at, handle, ui, "text_3") + GAP)
    if pill:
        ink.pill(QPointF(at.x(), place.area.top() + PILL_TOP), pill)


def _draw_day(ink: Ink, place: CellPlace, row: DayRow) -> None:
    bold, caption = ink.face("caption", BOLD), ink.face("caption")
    base = place.area.topLeft() + QPointF(PAGE_PAD, DAY_BASE)
    ink.words(base, row.words, bold, "text_2")
    edge = QPointF(place.area.right() - PAGE_PAD, base.y())
    ink.words_before(edge, row.aside, caption, "text_3")


class ActivityView(RowsView):
    """Shows an ``ActivityModel``."""

    def __init__(self, look: Look, model: ActivityModel, parent: QWidget | None = None) -> None:
        # Qt asks for the height of rows while the view is still being made.
        self._rows = model
        self._low: tuple[int, ...] = ()
        super().__init__(look, look.height("nomination_row"), parent, holds_place=False)
        self.setItemDelegate(ActivityDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(translate("activity", "Activity"))

    def size_rows(self) -> None:
        """Make headings lower than what is under them."""
        head = self.verticalHeader()
        # Qt keeps the height of a row over a reset, whatever is in that row now.
        for row in self._low:
            head.resizeSection(row, head.defaultSectionSize())
        days = enumerate(self._rows.rows())
        self._low = tuple(number for number, row in days if isinstance(row, DayRow))
        for row in self._low:
            head.resizeSection(row, DAY_HEIGHT)

    def show_first(self) -> None:
        """Make the newest thing current, below its heading, unless something is already."""
        if not self.currentIndex().isValid() and self._rows.rowCount() > 1:
            self.setCurrentIndex(self._rows.index(1, 0))
