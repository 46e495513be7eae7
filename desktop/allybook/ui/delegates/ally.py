"""Who a row is about: avatar, the name over the handle, a lock for private accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF

from allybook.domain.book.entry import Kind
from allybook.ui.delegates.ink import ICON
from allybook.ui.delegates.row import CELL_PAD, Cell, CellPlace, RowDelegate
from allybook.ui.models.allies import AllyRow, under_name
from allybook.ui.models.findings import FindingRow
from allybook.ui.widgets.avatar import Who

if TYPE_CHECKING:
    from allybook.ui.delegates.ink import Ink

NAME_BASE = 16
HANDLE_BASE = 33
COMPACT_BASE = 20


class ShownAlly(Struct, frozen=True):
    """Who is shown: the avatar, the name, what stands under it, and whether posts are private."""

    who: Who
    under: str
    private: bool = False


def subject(row: object) -> ShownAlly | None:
    """Return who a row is about, or None for a row of another kind."""
    if isinstance(row, AllyRow):
        return ShownAlly(Who(row.name, row.kind, row.key), under_name(row), row.private)
    if isinstance(row, FindingRow):
        # Who is known by number only, as archives have them, goes by the address on X.
        under = f"@{row.handle}" if row.handle else f"x.com/i/user/{row.key}"
        return ShownAlly(Who(row.name, row.kind, row.key), under)
    return None


class AllyDelegate(RowDelegate):
    """Paints who a row is about; in a compact row the handle stands beside the name.

    With ``shows_tags`` the tags of a finding stand behind its handle.
    """

    alike = False
    shows_tags = False

    def read(self, cell: Cell) -> ShownAlly | None:
        """Return who the row is about."""
        row = cell.row
        shown = subject(row)
        if shown and self.shows_tags and isinstance(row, FindingRow) and row.tags:
            return replace(shown, under=" · ".join((shown.under, ", ".join(row.tags))))
        return shown

    def draw(self, ink: Ink, place: CellPlace, content: ShownAlly | None) -> None:
        """Draw avatar, name and handle."""
        if content is None:
            return
        shown, area = content, place.area
        compact = area.height() < self.look.height("table_row")
        size = "small" if compact else "table"
        side = self.look.avatar(size)[0]
        at = QPointF(place.left, area.top() + (area.height() - side) // 2)
        portrait = ink.avatar(at, size, shown.who)
        right = place.right
        if shown.private:
            right -= ICON
            ink.icon("lock", "text_3", QPointF(right, area.top() + (area.height() - ICON) // 2))
            right -= CELL_PAD
        start = QPointF(portrait.right() + CELL_PAD, area.top())
        if compact:
            _beside(ink, start, shown, right)
        else:
            _over(ink, start, shown, right)


def _over(ink: Ink, start: QPointF, shown: ShownAlly, right: float) -> None:
    x, y, room = start.x(), start.y(), right - start.x()
    name, under = shown.who.name, shown.under
    ink.words_once(QPointF(x, y + NAME_BASE), name, ink.face("ui_bold"), "text", room)
    ink.words_once(QPointF(x, y + HANDLE_BASE), under, ink.face("caption"), "text_3", room)


def _beside(ink: Ink, start: QPointF, shown: ShownAlly, right: float) -> None:
    bold, caption = ink.face("ui_bold"), ink.face("caption")
    at = start + QPointF(0, COMPACT_BASE)
    name = bold.elided(shown.who.name, right - at.x())
    at.setX(ink.words(at, name, bold, "text") + CELL_PAD)
    under = caption.elided(shown.under, right - at.x())
    if len(under) > 1 and shown.who.kind is not Kind.HASHTAG:
        ink.words(at, under, caption, "text_3")
