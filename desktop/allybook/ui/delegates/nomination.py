"""A nominated ally: who it is, who named it where, in whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractItemView

from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.row import PAGE_PAD, Cell, RowDelegate
from allybook.ui.models.nominations import NominationRow, counts_text, handle_text, lead_text
from allybook.ui.widgets.avatar import Who, paint_avatar

if TYPE_CHECKING:
    from allybook.ui.delegates.ink import Ink

TEXT_LEFT = 64
RIGHT = 24
GAP = 6
AVATAR_TOP = 10
NAME_BASE = 23
PILL_TOP = 9
QUOTE_BASE = 43
COUNTS_BASE = 32


class NominationDelegate(RowDelegate):
    """Paints ``NominationRow`` values; under the buttons of a row the counts are left out."""

    def draw(self, ink: Ink, cell: Cell) -> None:
        """Paint one nomination."""
        row = cell.row
        if not isinstance(row, NominationRow):
            return
        side = self.look.avatar("post")[0]
        place = QRectF(cell.area.left() + PAGE_PAD, cell.area.top() + AVATAR_TOP, side, side)
        paint_avatar(ink.painter, place, self.look, Who(row.name, row.kind, row.key))
        right = self._right(ink, cell, row)
        self._paint_who(ink, cell, row, right)
        self._paint_quote(ink, cell, row, right)

    def _right(self, ink: Ink, cell: Cell, row: NominationRow) -> float:
        """Paint the counts, and return where they (or the buttons) begin."""
        view = cell.view
        buttons = view.indexWidget(cell.index) if isinstance(view, QAbstractItemView) else None
        if buttons is not None:
            return cell.area.left() + buttons.childrenRect().left() - RIGHT
        at = QPointF(cell.area.right() - RIGHT, cell.area.top() + COUNTS_BASE)
        return ink.words_before(at, counts_text(row), ink.face("caption"), "text_3") - RIGHT

    def _paint_who(self, ink: Ink, cell: Cell, row: NominationRow, right: float) -> None:
        bold, ui = ink.face("ui_bold"), ink.face("ui")
        at = cell.area.topLeft() + QPointF(TEXT_LEFT, NAME_BASE)
        pills = sum(ink.pill_width(pill) + GAP for pill in row.flags)
        name = bold.elided(row.name, right - pills - at.x())
        at.setX(ink.words(at, name, bold, "text") + GAP)
        handle = ui.elided(handle_text(row), right - pills - at.x())
        if len(handle) > 1:
            at.setX(ink.words(at, handle, ui, "text_3") + GAP)
        for pill in row.flags:
            at.setX(ink.pill(QPointF(at.x(), cell.area.top() + PILL_TOP), pill) + GAP)

    def _paint_quote(self, ink: Ink, cell: Cell, row: NominationRow, right: float) -> None:
        at = cell.area.topLeft() + QPointF(TEXT_LEFT, QUOTE_BASE)
        plain, bold = ink.face("caption"), ink.face("caption", BOLD)
        for text, face in (
            (text, bold if stressed else plain) for text, stressed in quote_pieces(row)
        ):
            shown = face.elided(text, right - at.x())
            at.setX(ink.words(at, shown, face, "text_2"))
            if shown != text:
                break


def quote_pieces(row: NominationRow) -> list[tuple[str, bool]]:
    """Return the line under the name in pieces, and whether each is set in bold."""
    if not row.quote:
        return [(lead_text(row).removesuffix(":"), False)]
    stressed = row.stressed or handle_text(row) or row.name
    before, found, after = row.quote.partition(stressed)
    lead = f"{lead_text(row)} “{before}"
    return [
        (piece, bold)
        for piece, bold in ((lead, False), (found, True), (f"{after}”", False))
        if piece
    ]
