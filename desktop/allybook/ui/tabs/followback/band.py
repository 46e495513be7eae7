"""The band below the head: the bridge, and beside it how our followers went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.check.followback import UNDATED
from allybook.domain.filters.times import day_of, zone_of
from allybook.ui.charts.bridge import HEIGHT, Bridge
from allybook.ui.charts.trend import Trend
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, dated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from allybook.domain.check.followback import Glimpse
    from allybook.ui.theme.look import Look

SIDE = 136
# With less room the bridge needs it all.
ROOM = 680


class Band(QWidget):
    """``bridge`` filters by an answer; ``trend`` is there from the second complete reading on.

    Before the first one the bridge has the room to itself.
    """

    def __init__(self, look: Look, edge: Qt.Edge) -> None:
        super().__init__()
        self._look = look
        self._edge = edge
        self._readings = 0
        self.bridge = Bridge(look)
        self.trend = Trend(look)
        self.number = Words(look, "", "title")
        self.change = Words(look, "", "caption", "text_2")
        self._beside = QWidget()
        self._lay_out()

    def show_followers(self, readings: Sequence[Glimpse], now: datetime) -> None:
        """Show how our followers went, the oldest reading first; a line needs two of them."""
        self._readings = len(readings)
        if readings:
            self.number.setText(count(readings[-1].people))
            self.change.setText(self._told(readings, now))
        self.trend.show_values([one.people for one in readings])
        self.trend.setVisible(len(readings) > 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the trend out where the bridge needs the room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        paint_line(QPainter(self), self.rect(), self._look.colour("border"), self._edge)

    def _told(self, readings: Sequence[Glimpse], now: datetime) -> str:
        known = [one for one in readings if one.as_of != UNDATED]
        if not known:
            return ""
        if len(known) > 1:
            before, last = known[-2:]
            return self._change(last.people - before.people, before.as_of, now)
        day = dated(day_of(known[-1].as_of, zone_of(now)), now)
        return self.tr("first read on %1").replace("%1", day)

    def _change(self, by: int, since: datetime, now: datetime) -> str:
        words = self.tr("as many as on %1")
        if by:
            words = self.tr("%2 more since %1") if by > 0 else self.tr("%2 fewer since %1")
        day = dated(day_of(since, zone_of(now)), now)
        return words.replace("%2", count(abs(by))).replace("%1", day)

    def _fit(self) -> None:
        self._beside.setVisible(self._readings > 0 and self.width() >= ROOM)

    def _lay_out(self) -> None:
        look = self._look
        side, below = look.space("l"), look.space("xl")
        self.setFixedHeight(HEIGHT + below + 1)
        row, beside, column = QHBoxLayout(self), QHBoxLayout(self._beside), QVBoxLayout()
        row.setContentsMargins(side, 0, side, below + 1)
        row.setSpacing(below)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(look, self.tr("Our followers"), "caption", "text_2"))
        column.addSpacing(look.space("xs"))
        column.addWidget(self.number)
        column.addWidget(self.change)
        column.addStretch(1)
        column.addWidget(self.trend)
        self.trend.setAccessibleName(self.tr("Our followers"))
        self._beside.setFixedWidth(SIDE + side)
        beside.addWidget(Rule(look, upright=True))
        beside.addLayout(column, 1)
        row.addWidget(self.bridge, 1)
        row.addWidget(self._beside)
