"""Which posts are unread, remembered across restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.reading.unread import MARK, take_away, unread_in
from allybook.ui.jobs import write_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.posts import PostsModel


class Unread(QObject):
    """Marks in the model what came since one looked last, in whatever filter, until it is read."""

    def __init__(self, desk: Desk, jobs: Jobs, model: PostsModel) -> None:
        super().__init__(model)
        self._desk, self._jobs, self._model = desk, jobs, model
        self._unread: set[int] = set()
        self._read: set[int] = set()
        self._wanted = self._written = frozenset[int]()
        jobs.write_last(self._write)

    def show(self, unread: Iterable[int]) -> None:
        """Take these for unread, but what was read in this window: that may not be noted yet."""
        self._unread = set(unread) - self._read
        self._model.set_unread(self._unread)

    def look(self) -> None:
        """Look once more which are unread: another program may have read some."""
        desk = self._desk
        self._jobs.read(
            self,
            lambda _ticket: unread_in(desk.cache.mark(MARK)),
            done=self._show_others,
            failed=write_down,
        )

    def _show_others(self, unread: Iterable[int]) -> None:
        if set(unread) - self._read != self._unread:
            self.show(unread)

    def read(self, post_id: int) -> None:
        """Take a post for read, and remember it, at the latest when the window closes."""
        self._model.mark_read(post_id)
        if post_id in self._unread:
            self._unread.discard(post_id)
            self._read.add(post_id)
            self._wanted = frozenset(self._read)
            self._keep(self._write)

    def _keep(self, work: Callable[[], None]) -> None:
        """Write in the background.

        It is no act: nobody is asked to do again what the disk did not take.
        """
        self._jobs.write(
            self,
            lambda _ticket: work(),
            done=lambda _nothing: None,
            failed=write_down,
        )

    def _write(self) -> None:
        """Write down what was read, in the thread that writes."""
        wanted = self._wanted
        if wanted != self._written:
            self._desk.cache.change_mark(MARK, lambda note: take_away(note, wanted))
            self._written = wanted
