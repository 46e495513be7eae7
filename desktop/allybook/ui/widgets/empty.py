"""An empty list: a small drawing, a question, one sentence, and ways to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from allybook.ui.keys import press_by_enter
from allybook.ui.widgets.badges import KeyCap
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.glyph import Glyph, Tile
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from allybook.ui.theme.look import Look

CENTRE = Qt.AlignmentFlag.AlignHCenter
SMALL = 46
LARGE = 58
SMALL_ICON = 26
LARGE_ICON = 30
# A sentence under a question reads best in two short lines.
SENTENCE = 440
MARGIN = 12


class StartWay(Struct, frozen=True):
    """One way to start; ``keys`` are the caps of its short cut, ``off`` says why not now.

    One that ``asks`` X costs money, or may: Enter never takes it.
    """

    key: str
    icon: str
    title: str
    sentence: str
    keys: tuple[str, ...] = ()
    off: str = ""
    asks: bool = False


class Emptiness(Struct, frozen=True):
    """What an empty list says; ``drawing`` names three icons: left, middle, right."""

    question: str
    sentence: str
    ways: tuple[StartWay, ...]
    foot: str = ""
    drawing: tuple[str, str, str] = ("organisation", "plus", "user-round")


class EmptyState(Scroll):
    """Stands where the list will be; ``chosen`` tells the key of a way."""

    chosen = Signal(str)

    def __init__(self, look: Look, emptiness: Emptiness) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._look, self._inside = look, inside
        self.ways: dict[str, WayRow] = {}
        self.setAccessibleName(emptiness.question)
        column = QVBoxLayout(inside)
        gap = look.space("xl")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(0)
        # Optically in the middle is a little above it.
        column.addStretch(4)
        self._drawing = Drawing(look, emptiness.drawing, below=gap)
        column.addWidget(self._drawing, 0, CENTRE)
        self._add_words(column, emptiness)
        column.addSpacing(gap)
        for way in emptiness.ways:
            self._add_way(column, way)
        if emptiness.foot:
            column.addSpacing(look.space("s"))
            column.addWidget(Words(look, emptiness.foot, "caption", "text_3"), 0, CENTRE)
        column.addStretch(5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the drawing out where it would push a way to start out of sight."""
        super().resizeEvent(event)
        taken = self._inside.heightForWidth(event.size().width())
        if self._drawing.isHidden():
            taken += self._drawing.height()
        self._drawing.setHidden(event.size().height() < taken)

    def _add_words(self, column: QVBoxLayout, emptiness: Emptiness) -> None:
        column.addWidget(Words(self._look, emptiness.question, "question"), 0, CENTRE)
        column.addSpacing(self._look.space("xs"))
        sentence = Prose(self._look, emptiness.sentence, "ui", "text_2")
        sentence.setAlignment(CENTRE)
        sentence.setFixedWidth(SENTENCE)
        column.addWidget(sentence, 0, CENTRE)

    def _add_way(self, column: QVBoxLayout, way: StartWay) -> None:
        row = WayRow(self._look, way)
        row.clicked.connect(lambda: self.chosen.emit(way.key))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(row, 1000)
        line.addStretch(1)
        self.ways[way.key] = row
        column.addLayout(line)
        column.addSpacing(self._look.space("s"))


class WayRow(QPushButton):
    """A large row to press: icon, title, sentence, keys and a chevron."""

    def __init__(self, look: Look, way: StartWay) -> None:
        super().__init__()
        self._look = look
        self.asks = way.asks
        self.setMinimumHeight(look.height("way"))
        self.setMinimumWidth(look.width("way") // 2)
        self.setMaximumWidth(look.width("way"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.off or way.sentence)
        self.setEnabled(not way.off)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(MARGIN + 1, MARGIN, MARGIN + 5, MARGIN)
        row.setSpacing(MARGIN)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Words(look, way.title, "body", weight=600))
        words.addWidget(Prose(look, way.off or way.sentence, "ui", "text_2"))
        words.addStretch(1)
        row.addWidget(Tile(look, way.icon, icon=look.icon_size("nav")))
        row.addLayout(words, 1)
        row.addLayout(self._make_keys(way.keys))
        row.addWidget(Glyph(look, "chevron-right"))

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(self._look.width("way"), self._look.height("way"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does, unless it asks X."""
        if not press_by_enter(self, event, presses=not self.asks):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        look = self._look
        fill = "hover" if self.isEnabled() and (self.underMouse() or self.isDown()) else "surface"
        line = look.colour("border_button" if self.isEnabled() else "border")
        box = Box(look.colour(fill), line, look.outline(), look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def _make_keys(self, keys: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("xs"))
        for key in keys:
            row.addWidget(KeyCap(self._look, key))
        return row


class Drawing(QWidget):
    """Two dashed shapes that are still to come, and what one does now between them.

    ``below`` is the room (pixels) under it, which goes with it.
    """

    def __init__(self, look: Look, icons: tuple[str, str, str], *, below: int = 0) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self._gap = look.space("s") + 2
        self.setFixedSize(2 * (SMALL + self._gap) + LARGE, LARGE + below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the three shapes."""
        painter, look = QPainter(self), self._look
        top, right = (LARGE - SMALL) / 2, SMALL + 2 * self._gap + LARGE
        dashed = look.colour("border_control")
        left, middle, last = self._icons
        self._paint(
            painter, QRectF(0, top, SMALL, SMALL), Box(None, dashed, 1.5, 10, dashed=True), left
        )
        square = QRectF(right, top, SMALL, SMALL)
        self._paint(painter, square, Box(None, dashed, 1.5, SMALL / 2, dashed=True), last)
        accent = Box(look.colour("accent_soft"), look.colour("accent"), 1.5, LARGE / 2)
        self._paint(painter, QRectF(SMALL + self._gap, 0, LARGE, LARGE), accent, middle)

    def _paint(self, painter: QPainter, square: QRectF, box: Box, icon: str) -> None:
        paint_box(painter, square, box)
        side = SMALL_ICON if box.dashed else LARGE_ICON
        place = QRectF(QPointF(0, 0), QSize(side, side).toSizeF())
        place.moveCenter(square.center())
        role = "text_3" if box.dashed else "accent_text"
        self._look.draw_icon(painter, icon, role, place)
