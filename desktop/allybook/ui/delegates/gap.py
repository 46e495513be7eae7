"""The row of a gap: how much was not read, and the button that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from allybook.ui.delegates.ink import ICON
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from allybook.ui.delegates.faces import FontFace
    from allybook.ui.delegates.ink import Ink
    from allybook.ui.models.gaps import GapRow

HEIGHT = 44
ICON_LEFT = 34
TEXT_LEFT = 72
RIGHT = 16
BASE = 27
BUTTON = 28
BUTTON_PAD = 10
GAP = 12


def button_at(area: QRectF, row: GapRow, face: FontFace) -> QRectF:
    """Return where the button of a gap is; an empty place where it has none."""
    if not row.act:
        return QRectF()
    width = face.width(row.act) + 2 * BUTTON_PAD
    return QRectF(area.right() - RIGHT - width, area.top() + (HEIGHT - BUTTON) / 2, width, BUTTON)


def draw_gap(ink: Ink, area: QRectF, row: GapRow) -> None:
    """Draw the row of a gap."""
    caption, label = ink.face("caption"), ink.face("label")
    top = area.top() + (HEIGHT - ICON) / 2
    ink.icon("circle-dashed", "text_3", QPointF(area.left() + ICON_LEFT, top))
    base = area.top() + BASE
    end = area.right() - RIGHT + GAP
    if row.act:
        end = _draw_button(ink, button_at(area, row, label), row, label, base)
    elif row.aside:
        end = ink.words_before(QPointF(area.right() - RIGHT, base), row.aside, caption, "text_3")
    room = end - GAP - area.left() - TEXT_LEFT
    words = row.words if caption.width(row.words) <= room else row.short
    ink.words(
        QPointF(area.left() + TEXT_LEFT, base), caption.elided(words, room), caption, "text_2"
    )


def _draw_button(ink: Ink, box: QRectF, row: GapRow, face: FontFace, base: float) -> float:
    """Draw the button; return where it begins."""
    look = ink.look
    line = look.colour(ink.role("border_button"))
    ground = None if ink.mood.only else look.colour("surface")
    paint_box(ink.painter, box, Box(ground, line, look.stroke("line"), look.radius("button")))
    ink.words(QPointF(box.left() + BUTTON_PAD, base), row.act, face, "text")
    return box.left()
