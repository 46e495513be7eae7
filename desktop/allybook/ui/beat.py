"""The beat of the window: once a minute, what is said of time and of today is said anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from allybook.domain.changes import Changed
from allybook.domain.filters.times import day_of

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub

EVERY_MS = 60_000
"""A timer stands still while the computer sleeps: a short one beats soon after it wakes."""


class Beat(QObject):
    """Tells the hub of each minute, and of each day that begins, while its window can be seen."""

    def __init__(self, desk: Desk, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._hub, self._window = desk, hub, window
        self._days = self._read_days()
        self.timer = QTimer(self, interval=EVERY_MS)
        self.timer.timeout.connect(self._beat)
        self.timer.start()

    def _beat(self) -> None:
        """Say that time went on; a closed window has no desk any more."""
        if not self._window.isVisible():
            return
        before, self._days = self._days, self._read_days()
        if self._days[1] != before[1]:
            # What was paid for yesterday costs again, and a month may be over.
            self._desk.announcer.announce(Changed(ledger=True))
        if self._days != before:
            self._hub.day_began.emit()
        self._hub.minute.emit()

    def _read_days(self) -> tuple[date, date]:
        """Return which day it is for the person, and for X (UTC)."""
        now = self._desk.clock.now()
        return day_of(now, self._desk.clock.zone), now.date()
