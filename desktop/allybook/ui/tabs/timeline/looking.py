"""Looking: the first posts of a view at once, and then all of them, with counts and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.ui.tabs.timeline.look_through import look_first, look_through

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.look_through import Sight, Wish


class Looking(QObject):
    """Looks through the cache for one wish after the other; of a wish given up nobody hears."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._wish: Wish | None = None

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
            self.seen.emit(sight)
            self._look_through(sight.wish)

    def _look_through(self, wish: Wish) -> None:
        desk = self._desk
        self._jobs.read(
            self,
            lambda _ticket: look_through(desk, wish),
            done=self._show,
            failed=self.failed.emit,
        )

    def _show(self, sight: Sight) -> None:
        if sight.wish == self._wish:
            self.seen.emit(sight)
