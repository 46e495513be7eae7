"""When a chat was held: a weekly one is here several times, and one of them is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.ui.tabs.chats.questions import HEADING, PAD
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.words import SectionLabel
from allybook.ui.wording import clock, month_day_year

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from allybook.ui.theme.look import Look


class HeldChat(Struct, frozen=True):
    """One chat of a hashtag: its key, the day with most of its posts, and when it began."""

    key: str
    day: date
    since: datetime


class HeldOn(QWidget):
    """The days of a hashtag's chats, newest first; there only where a chat was held several times.

    ``chosen`` tells the key of the chat that a person wants to see.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._held: tuple[HeldChat, ...] = ()
        self.days = ComboBox(look, self.tr("Held on"))
        self.days.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.days.activated.connect(lambda place: self.chosen.emit(self._held[place].key))
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(PAD, 0, PAD, PAD)
        column.setSpacing(0)
        line.setContentsMargins(PAD, 0, PAD, 0)
        heading = SectionLabel(look, self.tr("Held on"))
        heading.setFixedHeight(HEADING)
        line.addWidget(heading)
        column.addLayout(line)
        column.addWidget(self.days)
        self.hide()

    def show_chats(self, held: Sequence[HeldChat], key: str) -> None:
        """Offer these chats, without telling; ``key`` is the one that is shown."""
        if tuple(held) != self._held:
            self._held = tuple(held)
            self.days.clear()
            self.days.addItems(_labels(held))
        keys = [one.key for one in held]
        self.days.setCurrentIndex(keys.index(key) if key in keys else -1)
        self.setVisible(len(held) > 1)


def _labels(held: Sequence[HeldChat]) -> list[str]:
    """Return the days of chats; of two on one day, the time of day too."""
    times = Counter(one.day for one in held)
    return [
        month_day_year(one.day)
        if times[one.day] == 1
        else f"{month_day_year(one.day)}, {clock(one.since, one.since)}"
        for one in held
    ]


def told_apart(held: Sequence[HeldChat], key: str) -> str:
    """Return what tells the file of a chat from those of the others: nothing, or its day."""
    here = next((one for one in held if one.key == key), None)
    if here is None or len(held) == 1:
        return ""
    together = [one for one in held if one.day == here.day]
    return f" {here.day}" if len(together) == 1 else f" {here.day} {here.since:%H.%M}"
