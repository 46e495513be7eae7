"""Dollars per day of a month, by what they were paid for."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from allybook.ui.charts.bars import Bars
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, paint_box, paint_line
from allybook.ui.wording import dollars, month_and_day, translate, weekday

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from allybook.ui.theme.look import Look

TOP = 4
BASE_LINE = 83
LABEL_BASE = 98
HEIGHT = 102
GAP = 4
MOST_PITCH = 32.0
WEEK = 7
ROUND = 2
LEAST_HEIGHT = 2
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SpendingGroup(Enum):
    """What money is paid for, with the ink of its bars; the lowest comes first."""

    POSTS = "accent"
    ACCOUNTS = "accent_mid"
    REST = "chart_quiet"

    @property
    def words(self) -> str:
        """Return the word of the legend."""
        return {
            SpendingGroup.POSTS: translate("spending", "Posts"),
            SpendingGroup.ACCOUNTS: translate("spending", "Accounts"),
            SpendingGroup.REST: translate("spending", "Lists, counts and changes"),
        }[self]


class DaySum(Struct, frozen=True):
    """What one UTC day cost, by group."""

    day: date
    parts: Mapping[SpendingGroup, Decimal]

    @property
    def total(self) -> Decimal:
        """Return the sum in dollars."""
        return sum(self.parts.values(), Decimal(0))


class SpendingChart(QWidget):
    """A bar a day, its parts on top of one another; arrow keys and the pointer tell the sums.

    ``told`` says the day that the keyboard is on, and nothing when it goes elsewhere; ``list`` has
    the days for a screen reader.
    """

    told = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: Sequence[DaySum] = ()
        self._cursor = -1
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list = Bars(self, translate("spending", "Dollars per day"), self)
        self.list.left.connect(self._end_walk, Qt.ConnectionType.QueuedConnection)
        self.setFocusProxy(self.list)
        look.changed.connect(self.update)

    def show_days(self, days: Sequence[DaySum]) -> None:
        """Show these days, one bar each, in this order."""
        self._days = tuple(days)
        self._cursor = min(self._cursor, len(self._days) - 1)
        self._describe()
        self.update()

    def bar_of(self, row: int) -> QRectF:
        """Return the column of a day."""
        return self.bar(row)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Let the list lie over all of it."""
        self.list.setGeometry(self.rect())

    def bar(self, number: int) -> QRectF:
        """Return the column of a day, from the top to the base line."""
        pitch = self._pitch()
        left, right = round(number * pitch), round(number * pitch + pitch - GAP)
        return QRectF(left, TOP, max(1, right - left), BASE_LINE - TOP)

    def sizeHint(self) -> QSize:
        """Return the fixed height; the width is the dialog's."""
        return QSize(self._look.width("list_min"), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, base line and dates."""
        painter = QPainter(self)
        tallest = max((day.total for day in self._days), default=Decimal(0))
        for number, day in enumerate(self._days):
            self._paint_bar(painter, self.bar(number), day, tallest)
        line = QRectF(0, BASE_LINE, self.width(), 1)
        paint_line(painter, line, self._look.colour("border_button"), Qt.Edge.TopEdge)
        self._paint_dates(painter)
        if self._cursor >= 0 and self.hasFocus():
            around = self.bar(self._cursor).adjusted(-3, -TOP, 3, 2)
            frame = Box(line=self._look.colour("focus"), width=2, radius=ROUND)
            paint_box(painter, around.intersected(QRectF(self.rect())), frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day with the arrow keys."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self._days:
            super().keyPressEvent(event)
            return
        self._cursor = max(0, min(self._cursor + step, len(self._days) - 1))
        self._describe()
        self.update()

    def begin_walk(self) -> None:
        """Begin where the keyboard was, or at the last day with a bar."""
        if self._cursor < 0:
            with_bars = [number for number, day in enumerate(self._days) if day.total]
            self._cursor = max(with_bars, default=len(self._days) - 1)
        self._describe()
        self.update()

    def _end_walk(self) -> None:
        """Speak of all days again."""
        self._describe()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell the sums of a day in a tooltip."""
        if isinstance(event, QHelpEvent):
            number = int(QPointF(event.pos()).x() // self._pitch())
            inside = 0 <= number < len(self._days)
            text = day_text(self._days[number]) if inside else ""
            QToolTip.showText(event.globalPos(), as_written(text), self)
            return True
        return super().event(event)

    def _pitch(self) -> float:
        return min(MOST_PITCH, (self.width() + GAP) / max(1, len(self._days)))

    def _describe(self) -> None:
        parts = [day_text(day) for day in self._days if day.total]
        here = self._days[self._cursor : self._cursor + 1] if self._cursor >= 0 else ()
        current = day_text(here[0]) if here and self.hasFocus() else ""
        nothing = translate("spending", "Nothing was spent yet.")
        self.setAccessibleDescription("; ".join(filter(None, [current, *parts])) or nothing)
        self.told.emit(current)
        self.list.show_bars([day_text(day) for day in self._days])
        self.list.go(self._cursor)

    def _paint_bar(self, painter: QPainter, column: QRectF, day: DaySum, tallest: Decimal) -> None:
        bottom = column.bottom()
        for group in SpendingGroup:
            height = _height(day.parts.get(group, Decimal(0)), tallest)
            if not height:
                continue
            rect = QRectF(column.left(), bottom - height, column.width(), height)
            painter.fillRect(rect, self._look.colour(group.value))
            # Between two parts the paper shows, so that they can be told apart without colour.
            bottom -= height + 1

    def _paint_dates(self, painter: QPainter) -> None:
        font = self._look.font("caption")
        width = QFontMetricsF(font).horizontalAdvance
        painter.setFont(font)
        painter.setPen(self._look.colour("text_3"))
        for number in range(0, len(self._days), WEEK):
            day = self._days[number].day
            text = str(day.day) if number else month_and_day(day)
            left = self.bar(number).left()
            if left + width(text) <= self.width():
                painter.drawText(QPointF(left, LABEL_BASE), text)


def _height(amount: Decimal, tallest: Decimal) -> int:
    """Return a part's height; the dearest day fills the column but for the gaps between parts."""
    if not amount:
        return 0
    room = BASE_LINE - TOP - len(SpendingGroup)
    return max(LEAST_HEIGHT, round(room * amount / tallest))


def day_text(day: DaySum) -> str:
    """Return a day in words: ``Mon, Mar 30: $0.24, Posts $0.20, Accounts $0.04``."""
    parts = [
        f"{group.words} {dollars(day.parts[group])}"
        for group in SpendingGroup
        if group in day.parts
    ]
    return f"{weekday(day.day)}: {', '.join([dollars(day.total), *parts])}"
