"""Which posts are unread, remembered across restarts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.ui.jobs import write_down
from allybook.ui.tabs.timeline.look_through import FRESH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.posts import PostsModel

MARK = "unread"


class Unread(QObject):
    """Marks in the model what came since one looked last, in whatever filter, until it is read."""

    def __init__(self, desk: Desk, jobs: Jobs, model: PostsModel) -> None:
        super().__init__(model)
        self._desk, self._jobs, self._model = desk, jobs, model
        newest, unread = json.loads(desk.cache.mark(MARK) or "[0, []]")
        self._newest: int = newest
        self._unread: set[int] = set(unread)
        self._wanted = self._written = ""
        jobs.write_last(self._write)

    def show(self, newest: Sequence[int]) -> None:
        """Take what is newer than all that was there before for unread; the first time, nothing.

        ``newest`` are those of all filters: what is out of sight is not read.
        """
        if newest and newest[0] > self._newest:
            if self._newest:
                self._unread.update(post for post in newest if post > self._newest)
            self._newest = newest[0]
            self._save()
        self._model.set_unread(self._unread)

    def read(self, post_id: int) -> None:
        """Take a post for read."""
        self._model.mark_read(post_id)
        if post_id in self._unread:
            self._unread.discard(post_id)
            self._save()

    def _save(self) -> None:
        """Remember it, in the background, at the latest when the window closes.

        It is no act: nobody is asked to read again what the disk did not take.
        """
        self._unread = set(sorted(self._unread)[-FRESH:])
        self._wanted = json.dumps([self._newest, sorted(self._unread)])
        self._jobs.write(
            self,
            lambda _ticket: self._write(),
            done=lambda _nothing: None,
            failed=write_down,
        )

    def _write(self) -> None:
        """Write down what is to be remembered, in the thread that writes."""
        wanted = self._wanted
        if wanted != self._written:
            self._desk.cache.set_mark(MARK, wanted)
            self._written = wanted
