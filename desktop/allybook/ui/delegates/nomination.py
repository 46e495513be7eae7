"""A nominated ally: who it is, who named it where, in whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractItemView

from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.row import PAGE_PAD, Cell, CellPlace, RowDelegate
from allybook.ui.models.nominations import (
    NominationRow,
    counts_text,
    handle_text,
    lead_text,
    said_text,
)
from allybook.ui.models.pills import Pill
from allybook.ui.widgets.avatar import Who
from allybook.ui.wording import quoted, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.delegates.ink import Ink

TEXT_LEFT = 64
RIGHT = 24
GAP = 6
AVATAR_TOP = 10
NAME_BASE = 23
PILL_TOP = 9
QUOTE_BASE = 43
COUNTS_BASE = 32
NAME_ROOM = 160
"""A name as long as this (px) is written in full before any mark is."""


class NominationDelegate(RowDelegate):
    """Paints ``NominationRow`` values; under the buttons of a row the counts are left out."""

    def read(self, cell: Cell) -> tuple[NominationRow | None, int]:
        """Return the nomination, and where the buttons over it begin (0: there are none)."""
        view, row = cell.view, cell.row
        buttons = view.indexWidget(cell.index) if isinstance(view, QAbstractItemView) else None
        left = buttons.childrenRect().left() if buttons else 0
        return (row if isinstance(row, NominationRow) else None), left

    def draw(self, ink: Ink, place: CellPlace, content: tuple[NominationRow | None, int]) -> None:
        """Draw one nomination."""
        row, buttons = content
        if row is None:
            return
        at = place.area.topLeft() + QPointF(PAGE_PAD, AVATAR_TOP)
        ink.avatar(at, "post", Who(row.name, row.kind, row.key))
        right = buttons - float(RIGHT) if buttons else self._draw_counts(ink, place, row)
        self._draw_who(ink, place, row, right)
        self._draw_quote(ink, place, row, right)

    def _draw_counts(self, ink: Ink, place: CellPlace, row: NominationRow) -> float:
        """Draw the counts, and return where they begin."""
        at = QPointF(place.area.right() - RIGHT, place.area.top() + COUNTS_BASE)
        return ink.words_before(at, counts_text(row), ink.face("caption"), "text_3") - RIGHT

    def _draw_who(self, ink: Ink, place: CellPlace, row: NominationRow, right: float) -> None:
        bold, ui = ink.face("ui_bold"), ink.face("ui")
        at = place.area.topLeft() + QPointF(TEXT_LEFT, NAME_BASE)
        named = min(bold.width(row.name), NAME_ROOM)
        pills = _fitting(ink, row.flags, right - at.x() - named - GAP)
        taken = sum(ink.pill_width(pill) + GAP for pill in pills)
        name = bold.elided(row.name, right - taken - at.x())
        at.setX(ink.words(at, name, bold, "text") + GAP)
        handle = handle_text(row)
        # A stump of a handle tells nothing: the line below and the details have it whole.
        if len(handle) > 1 and ui.width(handle) <= right - taken - at.x():
            at.setX(ink.words(at, handle, ui, "text_3") + GAP)
        for pill in pills:
            at.setX(ink.pill(QPointF(at.x(), place.area.top() + PILL_TOP), pill) + GAP)

    def _draw_quote(self, ink: Ink, place: CellPlace, row: NominationRow, right: float) -> None:
        at = place.area.topLeft() + QPointF(TEXT_LEFT, QUOTE_BASE)
        plain, bold = ink.face("caption"), ink.face("caption", BOLD)
        role = "warn" if row.asking else "text_2"
        for text, face in (
            (text, bold if stressed else plain) for text, stressed in quote_pieces(row)
        ):
            shown = face.elided(text, right - at.x())
            at.setX(ink.words(at, shown, face, role))
            if shown != text:
                break


def _fitting(ink: Ink, pills: Sequence[Pill], room: float) -> list[Pill]:
    """Return the marks for which a name leaves room; the last give way, then one tells how many."""
    for shown in range(len(pills), 0, -1):
        rest = len(pills) - shown
        more = [Pill(translate("nominations", "and %n more", "", rest))] if rest else []
        fitting = [*pills[:shown], *more]
        if sum(ink.pill_width(pill) + GAP for pill in fitting) <= room:
            return fitting
    return _shortest(ink, pills, room) if pills else []


def _shortest(ink: Ink, pills: Sequence[Pill], room: float) -> list[Pill]:
    """Return the first mark and how many more there are, or only how many there are."""
    fitting = [pills[0], Pill(f"+{len(pills) - 1}")] if len(pills) > 1 else [pills[0]]
    if sum(ink.pill_width(pill) + GAP for pill in fitting) <= room:
        return fitting
    return [replace(pills[0], words=translate("nominations", "%n reasons", "", len(pills)))]


def quote_pieces(row: NominationRow) -> list[tuple[str, bool]]:
    """Return the line under the name in pieces, and whether each is set in bold."""
    if row.asking or row.cause or not row.posts or not row.quote:
        return [(said_text(row), bool(row.asking))]
    stressed = row.stressed or handle_text(row) or row.name
    before, found, after = row.quote.partition(stressed)
    opening, _, closing = quoted("\n").partition("\n")
    lead = f"{lead_text(row)} {opening}{before}"
    return [
        (piece, bold)
        for piece, bold in ((lead, False), (found, True), (f"{after}{closing}", False))
        if piece
    ]
