"""The tabs of the window: icon, word, and a count."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTabBar

from allybook.ui.keys import printed
from allybook.ui.widgets.badges import BadgeWords, Tone, badge_size, paint_badge
from allybook.ui.widgets.boxes import Box, fill, paint_box
from allybook.ui.widgets.measured import MeasuredWords

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

# Around the whole, where the line below ends; then to the next tab.
PAD = 4
APART = 10
GAP = 8
LINE = 2
BOLD = 600


class TabLabel(Struct, frozen=True):
    """One tab; ``badge`` is a count, or empty."""

    key: str
    icon: str
    word: str
    badge: str = ""


class Tabs(QTabBar):
    """The row of tabs; ``chosen`` tells the key of the tab that is shown from now on."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines = MeasuredWords(look)
        self._tabs: list[TabLabel] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setFont(look.font("tab"))
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(self.tr("Tabs"))
        self.currentChanged.connect(self._changed)

    def add(self, key: str, icon: str, word: str) -> None:
        """Add a tab at the end."""
        self._tabs.append(TabLabel(key, icon, word))
        # Known before Qt asks for its size, and told before anyone asks for its key.
        number = self.addTab(word)
        tip = self.tr("%1 (%2)").replace("%2", printed(f"Ctrl+{number + 1}"))
        self.setTabToolTip(number, tip.replace("%1", word))
        self._name(number)

    def show_count(self, key: str, count: str, meaning: str) -> None:
        """Show a count in a pill (an empty one shows none); ``meaning`` is what readers say."""
        number = self._number(key)
        self._tabs[number] = replace(self._tabs[number], badge=count)
        self._name(number, meaning)
        # Qt lays tabs out anew only when a text changes.
        self.setTabText(number, "")
        self.setTabText(number, self._tabs[number].word)

    def choose(self, key: str) -> None:
        """Go to a tab."""
        self.setCurrentIndex(self._number(key))

    def current(self) -> str:
        """Return the key of the tab that is shown."""
        return self._tabs[self.currentIndex()].key if self._tabs else ""

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room for icon, word and pill."""
        width = PAD + self._look.icon_size("nav") + GAP + self._word_width(index) + PAD
        if self._tabs[index].badge:
            width += GAP + self._badge_size(index).width()
        return QSize(ceil(width) + 2 * APART, self._look.height("nav"))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: a tab is never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every tab."""
        painter = QPainter(self)
        for number in range(self.count()):
            self._paint_tab(painter, number)

    def _paint_tab(self, painter: QPainter, number: int) -> None:
        look, tab = self._look, self._tabs[number]
        inner = self.tabRect(number).adjusted(APART, 0, -APART, 0)
        current = number == self.currentIndex()
        role = "accent_text" if current else self._role(inner)
        if current:
            self._paint_current(painter, inner)
        side = look.icon_size("nav")
        # The line below belongs to the frame, so the middle is half a pixel higher.
        middle = (inner.height() - 1) / 2
        icon = QRectF(inner.left() + PAD, round(middle - side / 2), side, side)
        look.draw_icon(painter, tab.icon, role, icon)
        words = QRectF(icon.right() + GAP, 0, self._word_width(number) + 1, inner.height() - 1)
        painter.setPen(look.colour(role))
        self._lines.line(tab.word, "tab", BOLD if current else None).draw(painter, words)
        if tab.badge:
            left = words.right() - 1 + GAP
            top = ceil(middle - self._badge_size(number).height() / 2)
            paint_badge(painter, QPointF(left, top), look, self._mark(number))

    def _paint_current(self, painter: QPainter, inner: QRect) -> None:
        look = self._look
        line = QRectF(inner.left(), inner.bottom() + 1 - LINE, inner.width(), LINE)
        fill(painter, line, look.colour("accent"))
        keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if self.hasFocus() and self.window().testAttribute(keyboard):
            box = Box(None, look.colour("focus"), look.stroke("focus"), look.radius("button"))
            paint_box(painter, inner.adjusted(-PAD, PAD, PAD, -PAD), box)

    def _role(self, inner: QRect) -> str:
        pointed = self.underMouse() and inner.contains(self.mapFromGlobal(self.cursor().pos()))
        return "text" if pointed else "text_2"

    def _mark(self, number: int) -> BadgeWords:
        return BadgeWords(self._tabs[number].badge, Tone.COUNT)

    def _badge_size(self, number: int) -> QSize:
        return badge_size(self._look, self._mark(number))

    def _word_width(self, number: int) -> float:
        # Room for the bold word in every tab, so that choosing one moves no other.
        return self._lines.line(self._tabs[number].word, "tab", BOLD).width

    def _name(self, number: int, meaning: str = "") -> None:
        word = self._tabs[number].word
        self.setAccessibleTabName(number, f"{word}, {meaning}" if meaning else word)

    def _number(self, key: str) -> int:
        return next(number for number, tab in enumerate(self._tabs) if tab.key == key)

    def _changed(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(self._tabs[number].key)
