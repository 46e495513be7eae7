"""How a place is painted: icon, word, count; and how a heading is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from allybook.ui.widgets.boxes import Box, paint_box, paint_line
from allybook.ui.widgets.measured import RIGHT, MeasuredWords
from allybook.ui.widgets.places.model import PlaceRole

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.places.values import Place, Section

    Index = QModelIndex | QPersistentModelIndex

HEADING = 36
HEADING_LINE = 28
RULED = 17
LONGEST_KIND = 5
"""Of what follows the dot of a file: jsonl."""


class _Inks(Struct, frozen=True):
    """The roles that a place is painted in, and whether its words are bold."""

    fill: str
    word: str
    icon: str
    count: str
    bold: bool = False


REST = _Inks("", "text", "text_2", "text_3")
FAINT = _Inks("", "text_2", "text_2", "text_3")
POINTED = _Inks("hover", "text", "text_2", "text_3")
CHOSEN = _Inks("accent_soft", "accent_text", "accent_text", "accent_text", bold=True)
CHOSEN_CONTRAST = _Inks("selection", "on_accent", "on_accent", "on_accent", bold=True)


class PlacesDelegate(QStyledItemDelegate):
    """Paints places and headings."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines = MeasuredWords(look)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a place, a heading or a line."""
        section = index.data(PlaceRole.SECTION)
        if section is None:
            return QSize(0, self._look.height("sidebar_row"))
        return QSize(0, HEADING if section.heading else RULED)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        painter.save()
        section = index.data(PlaceRole.SECTION)
        if section is not None:
            self._paint_section(painter, rect, section)
        else:
            self._paint_place(painter, option, index.data(PlaceRole.PLACE))
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, section: Section) -> None:
        look, side = self._look, self._look.space("l")
        if not section.heading:
            line = QRectF(rect.adjusted(side, RULED // 2, -side, 0))
            paint_line(painter, line, look.colour("border"), Qt.Edge.TopEdge)
            return
        room = rect.adjusted(side, HEADING - HEADING_LINE, -side, 0)
        painter.setPen(look.colour("text_3"))
        self._lines.line(section.heading, "label").draw(painter, QRectF(room))

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, place: Place) -> None:
        look, inks = self._look, self._inks(option, place)
        gap, side = look.space("s"), look.icon_size("inline")
        box = option.rect.adjusted(gap, 0, -gap, 0)
        if inks.fill:
            paint_box(painter, box, Box(look.colour(inks.fill), radius=look.radius("button")))
        if _by_keyboard(option):
            line = Box(None, look.colour("focus"), look.stroke("focus"), look.radius("button"))
            paint_box(painter, box, line)
        room = QRectF(box).adjusted(gap, 0, -gap, 0)
        icon = QRectF(room.left(), room.center().y() - side / 2, side, side)
        look.draw_icon(painter, place.icon, inks.icon, icon)
        room.setLeft(icon.right() + gap)
        room.setRight(room.right() - self._paint_count(painter, room, place.count, inks))
        self._paint_word(painter, room, place.word, inks)

    def _paint_count(self, painter: QPainter, room: QRectF, count: str, inks: _Inks) -> float:
        """Paint the count at the right; return the room that it took."""
        if not count:
            return 0.0
        line = self._lines.line(count, "label" if inks.bold else "caption")
        painter.setPen(self._look.colour(inks.count))
        line.draw(painter, room, RIGHT)
        return line.width + self._look.space("s")

    def _paint_word(self, painter: QPainter, room: QRectF, word: str, inks: _Inks) -> None:
        painter.setPen(self._look.colour(inks.word))
        # Half a pixel more than measured: a word that fits must not be cut.
        width, kind = room.width() + 0.5, "ui_bold" if inks.bold else "ui"
        self._lines.cut(word, kind, width, _side_of_dots(word)).draw(painter, room)

    def _inks(self, option: QStyleOptionViewItem, place: Place) -> _Inks:
        state = option.state
        # Its flags without the class around them, whose 566 names Qt would make for this alone.
        flag = type(state)
        if state & flag.State_Selected:
            return CHOSEN_CONTRAST if self._look.contrast else CHOSEN
        if state & flag.State_MouseOver:
            return POINTED
        return FAINT if place.faint else REST


def _side_of_dots(word: str) -> Qt.TextElideMode:
    """Return where a word is cut: of a file's name, one reads the end too."""
    _name, dot, kind = word.rpartition(".")
    is_file = bool(dot) and 0 < len(kind) <= LONGEST_KIND and kind.isalnum()
    return Qt.TextElideMode.ElideMiddle if is_file else Qt.TextElideMode.ElideRight


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    """Return whether the row has the keyboard, and the person uses it."""
    state, widget = option.state, option.widget
    if not state & type(state).State_HasFocus or widget is None:
        return False
    return bool(widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange))
