"""What is never hidden: a person's word on an author, or on posts like one in the quiet folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.services.timeline.spare import (
    by_author,
    by_id,
    forget_spared,
    is_of_author,
    like,
    spare,
)
from allybook.ui.tabs.timeline.saying import say_filter
from allybook.ui.widgets.note import Mood

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.beside import Beside
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.page import TimelinePage


class Sparing(QObject):
    """Spares the current post, and others by the same rule, from the quiet folder."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        page: TimelinePage,
        beside: Beside,
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page = desk, jobs, page
        self._beside = beside
        page.plug(self._plug)

    def _plug(self, details: PostDetails) -> None:
        details.acts.keep.clicked.connect(self.keep)
        details.acts.spare.clicked.connect(self.spare_author)
        details.acts.hide_again.clicked.connect(self.hide_again)

    def keep(self) -> None:
        """Never hide posts like the current one again."""
        shown = self._beside.current()
        if shown is None or not shown.why.quiet:
            return
        rule = like(shown.row.post, shown.row.author)
        if rule is not None and self._beside.muted() and not is_of_author(rule):
            self._page.say(
                self.tr("This is muted, so it waits whatever else is kept."),
                self.tr("Unmute it in its details."),
            )
            return
        self._spare(rule)

    def spare_author(self) -> None:
        """Never hide the author of the current post again."""
        shown = self._beside.current()
        author = shown.row.author if shown else None
        if shown is not None and shown.why.quiet:
            self._spare(by_author(author) if author else by_id(shown.row.post.author_id))

    def hide_again(self) -> None:
        """Let noise decide about posts like the current one again."""
        rule, desk = self._beside.rule(), self._desk
        if rule is None:
            return
        said = self.tr("Noise decides again about %1.").replace("%1", say_filter(rule))
        self._write(lambda: forget_spared(desk, rule), said)

    def _spare(self, rule: Node | None) -> None:
        if rule is None:
            self._page.say(
                self.tr("Who wrote this is not known here yet."),
                self.tr("“Show names” looks it up."),
            )
            return
        desk = self._desk
        said = self.tr("Never hidden from now on: %1.").replace("%1", say_filter(rule))
        self._write(lambda: spare(desk, rule), said)

    def _write(self, write: Callable[[], object], said: str) -> None:
        page = self._page
        rest = self.tr("Any of them can be hidden again from its details.")
        self._jobs.keep(
            self,
            write,
            done=lambda _nothing: page.say(said, rest, Mood.INFO),
            failed=page.note.tell_error,
        )
