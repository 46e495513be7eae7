"""Posts per day: what is kept below, what is quiet above."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from allybook.ui.charts.day_bar import (
    BARS_TOP,
    BASE_LINE,
    ROUND,
    Shares,
    bar_sentence,
    bucket_text,
    paint_bar,
)
from allybook.ui.charts.days import Bucket, DayPosts, bucketed
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, fill, paint_box, paint_line
from allybook.ui.widgets.measured import MeasuredWords
from allybook.ui.wording import month_and_day, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QShowEvent

    from allybook.ui.charts.bars import Bars
    from allybook.ui.theme.look import Look

LABEL_BASE = 52
GAP = 4
# A bar is never narrower than this (days are put together then), nor wider than that.
LEAST_PITCH = 4.0
MOST_PITCH = 48.0
LABEL_ROOM = 52
WEEK = 7
SOON_MS = 600
"""How long (milliseconds) after it is seen a reader finds its list: the first frame is for eyes."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Histogram(QWidget):
    """Bars that can be chosen by pointer and arrow keys.

    ``chosen`` tells the first and the last day of a bar, or None twice when the choice is taken
    back.
    """

    chosen = Signal(object, object)
    _list: Bars | None = None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = MeasuredWords(look)
        self._days: Sequence[DayPosts] = ()
        self._buckets: Sequence[Bucket] = ()
        self._selected: tuple[date, date] | None = None
        self._cursor = -1
        self._hover = -1
        self.setFixedHeight(look.height("histogram"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("histogram", "Posts per day"))
        look.changed.connect(self.update)

    def show_days(self, days: Sequence[DayPosts]) -> None:
        """Show these days, oldest first; days that are left out had no posts."""
        self._days = tuple(days)
        self._arrange()

    def select(self, first: date | None, last: date | None = None) -> None:
        """Mark a choice, or none; nothing is signalled."""
        self._selected = None if first is None else (first, last or first)
        self._describe()
        self.update()

    def buckets(self) -> Sequence[Bucket]:
        """Return the bars as shown: a day each, or more where days are many."""
        return self._buckets

    def press(self, number: int) -> None:
        """Choose a bar, or take the choice back where it is chosen already."""
        self._cursor = number
        self._choose(number)

    def bar(self, number: int) -> QRectF:
        """Return the column of a bar, from the top to the base line."""
        pitch = self._pitch()
        return _column(number, pitch, _gap(pitch))

    def sizeHint(self) -> QSize:
        """Return the fixed height; the width is the page's."""
        return QSize(self._look.width("list_min"), self._look.height("histogram"))

    def bar_of(self, row: int) -> QRectF:
        """Return the column of a bar among those with posts."""
        return self.bar(self._full()[row])

    def showEvent(self, event: QShowEvent) -> None:
        """Make the list that a screen reader finds here, when what is seen is there."""
        super().showEvent(event)
        if self._list is None:
            QTimer.singleShot(SOON_MS, self, self.make_list)

    def make_list(self) -> Bars:
        """Return the list of the bars for a screen reader; from now on it has the keyboard."""
        if self._list is None:
            from allybook.ui.charts.bars import Bars  # noqa: PLC0415 (the first frame is for eyes)

            focused = self.hasFocus()
            self._list = Bars(self, self.accessibleName(), self)
            self._list.setGeometry(self.rect())
            self._list.left.connect(self._end_walk, Qt.ConnectionType.QueuedConnection)
            self._list.show()
            self._describe()
            self.setAccessibleName("")
            self.setFocusProxy(self._list)
            if focused:
                self._list.setFocus()
        return self._list

    def resizeEvent(self, _event: object) -> None:
        """Put more or fewer days together."""
        self._arrange()
        if self._list is not None:
            self._list.setGeometry(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, base line and dates."""
        painter = QPainter(self)
        tallest = max((bucket.kept + bucket.quiet for bucket in self._buckets), default=0)
        columns = self._columns()
        for number, (bucket, column) in enumerate(zip(self._buckets, columns, strict=True)):
            self._paint_ground(painter, number, column)
            # What is not chosen stands back.
            back = self._selected is not None and not self._is_selected(bucket)
            paint_bar(painter, self._look, column, Shares(bucket, tallest, back=back))
        line = QRectF(0, BASE_LINE, self.width(), 1)
        paint_line(painter, line, self._look.colour("border"), Qt.Edge.TopEdge)
        self._paint_dates(painter)
        self._paint_cursor(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the bar under the pointer."""
        self._set_hover(self._at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Light up nothing."""
        self._set_hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a bar; the chosen one again takes the choice back."""
        number = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self.press(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with arrow keys, Home and End, choose with Enter, take back with Escape."""
        most = len(self._buckets)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        steps |= {Qt.Key.Key_Home: -most, Qt.Key.Key_End: most}
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in ENTER and self._cursor >= 0:
            if not event.isAutoRepeat():
                self._choose(self._cursor)
        elif event.key() == Qt.Key.Key_Escape and self._selected:
            self._set(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list."""
        super().focusInEvent(event)
        self.make_list()

    def begin_walk(self) -> None:
        """Begin where the keyboard was, or at the newest bar."""
        self._walk(0)

    def _end_walk(self) -> None:
        """Speak of all bars again."""
        self._describe()
        self.update()

    def _arrange(self) -> None:
        most = max(1, int(self.width() / LEAST_PITCH))
        self.update()
        if self._buckets == (buckets := bucketed(self._days, most)):
            return
        before = self._buckets[self._cursor] if self._cursor >= 0 else None
        self._buckets = buckets
        self._cursor = self._bar_on(before) if before is not None else -1
        if self._hover >= 0:
            self._tell_hover()
        self._describe()

    def _pitch(self) -> float:
        count = max(1, len(self._buckets))
        return min(MOST_PITCH, (self.width() + GAP) / count)

    def _columns(self) -> Sequence[QRectF]:
        pitch = self._pitch()
        gap = _gap(pitch)
        return [_column(number, pitch, gap) for number in range(len(self._buckets))]

    def _at(self, point: QPointF) -> int:
        """Return the bar at a point; there is none on days without posts."""
        number = int(point.x() // self._pitch())
        return number if number in self._full() else -1

    def _full(self) -> Sequence[int]:
        """Return which bars have posts."""
        return [number for number, one in enumerate(self._buckets) if one.kept or one.quiet]

    def _bar_on(self, days: Bucket) -> int:
        """Return the newest bar on these days; -1 where none of them has posts any more."""
        bars = ((number, self._buckets[number]) for number in reversed(self._full()))
        same = (number for number, one in bars if one.first <= days.last and days.first <= one.last)
        return next(same, -1)

    def _set_hover(self, number: int) -> None:
        if number != self._hover:
            self._hover = number
            self._tell_hover()
            shape = Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _tell_hover(self) -> None:
        """Tell the numbers of the bar under the pointer in a tooltip."""
        shown = self._hover in self._full()
        self.setToolTip(as_written(bucket_text(self._buckets[self._hover])) if shown else "")

    def _walk(self, step: int) -> None:
        """Go to the next bar with posts; from nowhere, to the newest."""
        full = self._full()
        if self._cursor in full:
            place = full.index(self._cursor) + step
            self._cursor = full[max(0, min(place, len(full) - 1))]
        else:
            self._cursor = full[-1] if full else -1
        self._describe()
        self.update()

    def _choose(self, number: int) -> None:
        bucket = self._buckets[number]
        again = self._selected == (bucket.first, bucket.last)
        self._set(None if again else bucket)

    def _set(self, bucket: Bucket | None) -> None:
        self._selected = (bucket.first, bucket.last) if bucket else None
        self._describe()
        self.update()
        self.chosen.emit(*(self._selected or (None, None)))

    def _is_selected(self, bucket: Bucket) -> bool:
        chosen = self._selected
        return chosen is not None and chosen[0] <= bucket.last and bucket.first <= chosen[1]

    def _describe(self) -> None:
        parts = [bucket_text(bucket) for bucket in self._buckets if bucket.kept or bucket.quiet]
        if 0 <= self._cursor < len(self._buckets) and self.hasFocus():
            parts.insert(0, bucket_text(self._buckets[self._cursor]))
        self.setAccessibleDescription("; ".join(parts))
        if self._list is not None:
            self._tell(self._list)

    def _tell(self, reader: Bars) -> None:
        """Tell the list what the bars are, where the keyboard is, and what is chosen."""
        full = self._full()
        reader.show_bars([bar_sentence(self._buckets[number]) for number in full])
        chosen = (row for row, one in enumerate(full) if self._is_selected(self._buckets[one]))
        reader.mark(next(chosen, None))
        if self._cursor in full:
            reader.go(full.index(self._cursor))

    def _paint_ground(self, painter: QPainter, number: int, bar: QRectF) -> None:
        chosen = self._is_selected(self._buckets[number])
        if not chosen and number != self._hover:
            return
        column = bar.adjusted(-1, -BARS_TOP, 1, 0)
        if chosen:
            # In high contrast the selection has the ink of the bars.
            ground = "selection_off" if self._look.contrast else "selection"
            fill(painter, column, self._look.colour(ground))
            under = QRectF(column.left(), BASE_LINE, column.width(), 3)
            fill(painter, under, self._look.colour("accent"))
        else:
            fill(painter, column, self._look.colour("hover"))

    def _paint_cursor(self, painter: QPainter) -> None:
        if self._cursor >= 0 and self.hasFocus():
            around = self.bar(self._cursor).adjusted(-3, -BARS_TOP, 3, 2)
            frame = Box(line=self._look.colour("focus"), width=2, radius=ROUND)
            paint_box(painter, around.intersected(QRectF(self.rect())), frame)

    def _paint_dates(self, painter: QPainter) -> None:
        if not self._buckets:
            return
        painter.setPen(self._look.colour("text_3"))
        days = (self._buckets[0].last - self._buckets[0].first).days + 1
        # A few days are labelled as they come, many by the week.
        week = max(1, WEEK // days) if len(self._buckets) > 2 * WEEK else 1
        step = week * ceil(LABEL_ROOM / (week * self._pitch()))
        month = 0
        for number in range(0, len(self._buckets), step):
            day = self._buckets[number].first
            # Within a month of days the number will do.
            text = str(day.day) if days == 1 and day.month == month else month_and_day(day)
            month = day.month
            left, line = self.bar(number).left(), self._lines.line(text, "caption")
            if left + line.width <= self.width():
                line.draw_at(painter, QPointF(left, LABEL_BASE))


def _column(number: int, pitch: float, gap: float) -> QRectF:
    """Return where a bar stands that begins ``pitch`` after the one before."""
    left = round(number * pitch)
    right = round(number * pitch + pitch - gap)
    return QRectF(left, BARS_TOP, max(1, right - left), BASE_LINE - BARS_TOP)


def _gap(pitch: float) -> float:
    return GAP if pitch >= 3 * GAP else 1
