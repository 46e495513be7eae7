"""The list of whom a chat shared: who, in whose words, by how many different people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.row import PAGE_PAD, Cell, CellPlace, RowDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.tabs.chats.shared import LineTone, SharedRow
from allybook.ui.widgets.avatar import Who
from allybook.ui.wording import people, quoted, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.delegates.ink import Ink
    from allybook.ui.tabs.chats.shared import SharedModel
    from allybook.ui.theme.look import Look

TEXT_LEFT = 52
AVATAR_TOP = 10
NAME_BASE = 24
LINE_BASE = 43
GAP = 12
INKS = {LineTone.SAID: "text_2", LineTone.KNOWN: "text_2", LineTone.CARE: "warn"}


class SharedDelegate(RowDelegate):
    """Paints ``SharedRow`` values."""

    kept = 60

    def read(self, cell: Cell) -> SharedRow | None:
        """Return the row."""
        row = cell.row
        return row if isinstance(row, SharedRow) else None

    def ground(self, _content: object) -> str:
        """Return that the list lies on the panel."""
        return "panel"

    def draw(self, ink: Ink, place: CellPlace, content: SharedRow | None) -> None:
        """Draw one ally."""
        if content is None:
            return
        area, row = place.area, content
        who = Who(row.name, row.kind, row.key)
        ink.avatar(area.topLeft() + QPointF(PAGE_PAD, AVATAR_TOP), "table", who)
        right = QPointF(area.right() - PAGE_PAD, area.top() + NAME_BASE)
        end = ink.words_before(right, people(row.people), ink.face("caption", BOLD), "accent_text")
        at = area.topLeft() + QPointF(TEXT_LEFT, NAME_BASE)
        bold = ink.face("ui_bold")
        ink.words(at, bold.elided(row.name, end - GAP - at.x()), bold, "text")
        _draw_line(ink, area.topLeft() + QPointF(TEXT_LEFT, LINE_BASE), right.x(), row)


def _draw_line(ink: Ink, at: QPointF, right: float, row: SharedRow) -> None:
    """Draw the words; the quote gives way, what is certain stays."""
    face, role = ink.face("caption"), INKS[row.tone]
    if row.quote:
        after = f", {row.line}"
        room = right - at.x() - face.width(f"{quoted('')}{after}")
        at.setX(ink.words(at, quoted(face.elided(row.quote, room)), face, role))
        ink.words(at, after, face, role)
    else:
        ink.words(at, face.elided(row.line, right - at.x()), face, role)


class SharedView(RowsView):
    """Shows a ``SharedModel``; the current row says where it was shared."""

    def __init__(self, look: Look, model: SharedModel, parent: QWidget | None = None) -> None:
        super().__init__(look, look.height("nomination_row"), parent)
        self.setItemDelegate(SharedDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(translate("chats", "Nominations"))
        # The paper is the pane's.
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's)
