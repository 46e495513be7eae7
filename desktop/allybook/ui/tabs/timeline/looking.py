"""Looking: the first posts of a view at once, and then all of them, with counts and days."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from allybook.ui.tabs.timeline.look_through import look_first, look_through

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.tabs.timeline.look_through import Sight, Wish


BREATH_MS = 20
"""So long (milliseconds) the window has the computer to itself, to paint the first posts."""
PATIENCE = 0.2
"""No job waits longer (seconds) for that, whatever else the window does."""


class Looking(QObject):
    """Looks through the cache for one wish after the other; of a wish given up nobody hears.

    ``painted`` tells that the first posts of a wish had time to be painted.
    """

    painted = Signal()
    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._wish: Wish | None = None
        self._calm = Event()
        self._calm.set()
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._calm.set)
        self._breath.timeout.connect(self.painted)

    def look(self, wish: Wish, *, anew: bool) -> None:
        """Look for a wish; where it is not ``anew``, what is shown stays until all is known."""
        self._wish = wish
        desk = self._desk
        if anew:
            self._jobs.read(
                self,
                lambda _ticket: look_first(desk, wish),
                done=self._show_first,
                failed=self.failed.emit,
            )
        else:
            self._look_through(wish)

    def _show_first(self, sight: Sight) -> None:
        if sight.wish == self._wish:
            self._calm.clear()
            self._breath.start()
            self.seen.emit(sight)
            self._look_through(sight.wish)

    def let_paint(self) -> None:
        """Wait, in a job, until the first posts had time to be painted."""
        self._calm.wait(PATIENCE)

    def _look_through(self, wish: Wish) -> None:
        desk = self._desk

        def look(_ticket: Ticket) -> Sight:
            self.let_paint()
            return look_through(desk, wish)

        self._jobs.read(self, look, done=self._show, failed=self.failed.emit)

    def _show(self, sight: Sight) -> None:
        if sight.wish == self._wish:
            self.seen.emit(sight)
