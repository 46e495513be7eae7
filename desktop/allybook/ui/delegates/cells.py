"""The cells of tables: words, pills, states, boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from allybook.ui.delegates.ink import ICON, ICON_GAP, PILL_HEIGHT
from allybook.ui.delegates.row import Cell, CellPlace, RowDelegate
from allybook.ui.models.pills import Pill
from allybook.ui.models.roles import CHECK
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from allybook.ui.delegates.ink import Ink
    from allybook.ui.models.roles import Index
    from allybook.ui.models.signs import Sign
    from allybook.ui.theme.look import Look

# How far below the middle of a row its words stand.
BASE = 4
PILL_SPACE = 4
BOX_RADIUS = 4
CHECKED_ICON = 12
DASH = "\u2013"


class TextDelegate(RowDelegate):
    """Paints the words of a cell; ``role_of`` chooses the ink by the row."""

    def __init__(
        self,
        look: Look,
        role: str = "text",
        parent: QObject | None = None,
        *,
        kind: str = "ui",
        role_of: Callable[[object], str] | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._kind = kind
        self._role_of = role_of or (lambda _row: role)

    def read(self, cell: Cell) -> tuple[str, str]:
        """Return the words and their ink."""
        return cell.words, self._role_of(cell.row)

    def draw(self, ink: Ink, place: CellPlace, content: tuple[str, str]) -> None:
        """Draw the words, cut at the end where they do not fit."""
        face, (text, role) = ink.face(self._kind), content
        at = QPointF(place.left, place.area.center().y() + BASE)
        ink.words(at, face.elided(text, place.right - place.left), face, role)


class PillsDelegate(RowDelegate):
    """Paints the pills of a row; those that do not fit are counted."""

    def __init__(
        self,
        look: Look,
        pills_of: Callable[[object], Sequence[Pill]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._pills_of = pills_of

    def read(self, cell: Cell) -> tuple[Pill, ...]:
        """Return the pills."""
        return tuple(self._pills_of(cell.row))

    def draw(self, ink: Ink, place: CellPlace, content: tuple[Pill, ...]) -> None:
        """Draw the pills from the left."""
        area = place.area
        at = QPointF(place.left, area.top() + (area.height() - PILL_HEIGHT) // 2)
        for pill in fitting_pills(content, ink, place.right - at.x()):
            at.setX(ink.pill(at, pill) + PILL_SPACE)


def fitting_pills(pills: Sequence[Pill], ink: Ink, room: float) -> Sequence[Pill]:
    """Return the pills that fit, and one that counts the others."""
    widths = [ink.pill_width(pill) + PILL_SPACE for pill in pills]
    if sum(widths) - PILL_SPACE <= room:
        return pills
    for kept in range(len(pills) - 1, 0, -1):
        more = Pill(f"+{len(pills) - kept}")
        if sum(widths[:kept]) + ink.pill_width(more) <= room:
            return [*pills[:kept], more]
    return [_cut(pills[0], ink, room)]


def _cut(pill: Pill, ink: Ink, room: float) -> Pill:
    face = ink.face("caption")
    spare = ink.pill_width(pill) - face.width(pill.words)
    return Pill(face.elided(pill.words, room - spare), pill.icon, pill.tone)


class SignDelegate(RowDelegate):
    """Paints a state: icon and word; a dash where there is none."""

    def __init__(
        self, look: Look, sign_of: Callable[[object], Sign | None], parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._sign_of = sign_of

    def read(self, cell: Cell) -> Sign | None:
        """Return the state."""
        return self._sign_of(cell.row)

    def draw(self, ink: Ink, place: CellPlace, content: Sign | None) -> None:
        """Draw the state."""
        sign, face, middle = content, ink.face("ui"), place.area.center().y()
        at = QPointF(place.left, middle + BASE)
        if sign is None:
            ink.words(at, DASH, face, "text_3")
            return
        ink.icon(sign.icon, sign.role, QPointF(at.x(), middle - ICON / 2))
        at.setX(at.x() + ICON + ICON_GAP)
        words = face.elided(sign.words, place.area.right() - at.x())
        ink.words(at, words, face, sign.role)


class TickDelegate(RowDelegate):
    """Paints a box to tick, and ticks it when the cell is clicked."""

    def read(self, cell: Cell) -> bool | None:
        """Return whether the box is ticked; None where there is no box."""
        return None if cell.index.data(CHECK) is None else is_ticked(cell.index)

    def draw(self, ink: Ink, place: CellPlace, content: bool | None) -> None:  # noqa: FBT001 (drawn)
        """Draw the box, with a check mark where it is ticked."""
        if content is None:
            return
        side = ICON
        box = QRectF(place.left, place.area.center().y() - side / 2, side, side)
        if not content:
            line = self.look.colour(ink.role("border_control"))
            inside = None if ink.mood.only else self.look.colour("surface")
            paint_box(ink.painter, box, Box(inside, line, radius=BOX_RADIUS))
            return
        # In a row that turned to one ink, ground and check mark change places.
        ground, mark = ("accent", "on_accent") if not ink.mood.only else ("on_accent", "accent")
        paint_box(ink.painter, box, Box(self.look.colour(ground), radius=BOX_RADIUS))
        inset = (side - CHECKED_ICON) / 2
        inner = box.adjusted(inset, inset, -inset, -inset)
        self.look.draw_icon(ink.painter, "check", mark, inner)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick or untick on a click anywhere in the cell."""
        clicked = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if not clicked or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        return toggle(model, index)


def is_ticked(index: Index) -> bool:
    """Return whether a cell is ticked."""
    return Qt.CheckState(index.data(CHECK) or 0) == Qt.CheckState.Checked


def toggle(model: QAbstractItemModel, index: Index) -> bool:
    """Turn the tick of a cell; return whether the model took it."""
    other = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
    return model.setData(index, other, CHECK)
