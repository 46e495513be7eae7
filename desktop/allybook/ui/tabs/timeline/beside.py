"""Beside the list: the current post at leisure, its conversation, and that it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from allybook.domain.acts.intents import post_address
from allybook.services.timeline.thread import thread_of
from allybook.ui.keys import printed
from allybook.ui.models.gaps import GapRow
from allybook.ui.models.posts import PostRow
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.look_through import rule_of
from allybook.ui.tabs.timeline.unread import Unread
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.domain.filters.tree import Node
    from allybook.domain.mutes import Mute
    from allybook.services.desk import Desk
    from allybook.services.timeline.thread import Thread
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage

REST_MS = 50
"""Whoever chooses one post after the other sooner than this holds a key down."""
READ_MS = 1000
"""So long a post is looked at before it counts as read: a screen reader that asks for its sentence
meanwhile says that it is unread."""


class Beside(QObject):
    """Follows the current row of the list in the pane beside it.

    A post that is chosen is shown at once; of those that a held key runs through, the last one, as
    soon as the key rests. The list itself goes with each of them, and so does a screen reader.
    A post counts as read once it is left, or was looked at for a moment.

    A post of the conversation that the list leaves out stands there until another row, or the same
    one again, is chosen, or it is closed: what is done meanwhile is done to that post. Once the
    list has it, that goes to it. ``show_waiting`` shows one that waits above the list, if it does.
    """

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        page: TimelinePage,
        sight: Callable[[], Sight],
        show_waiting: Callable[[int], None],
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._sight = desk, jobs, page, sight
        self._show_waiting = show_waiting
        self._aside: tuple[int, object] | None = None
        """A post that the list leaves out, and the row from where one went there."""
        self.unread = Unread(desk, jobs, page.model)
        self._behind = self._walks = self._walked = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._catch_up)
        self._looked_at = 0
        self._reading = QTimer(self, singleShot=True, interval=READ_MS)
        self._reading.timeout.connect(self._take_for_read)
        jobs.closing.connect(self._take_for_read)
        page.view.selectionModel().currentChanged.connect(lambda _now, _before: self._follow())
        for chosen in (page.view.clicked, page.view.activated, page.panes.drawer.closed):
            chosen.connect(self._come_from_aside)
        page.plug(lambda details: details.context.chosen.connect(self.go_to_post))

    def current(self) -> PostRow | None:
        """Return the post that is shown; None where there is none, or a gap."""
        if (post_id := self._shown_aside()) is not None:
            if (shown := self._page.model.read_aside(post_id)) is not None:
                return shown
            # It was forgotten meanwhile.
            self._aside = None
        row = self._page.view.currentIndex().data(Role.ROW)
        return row if isinstance(row, PostRow) else None

    def _shown_aside(self) -> int | None:
        """Return the post that is shown though the list leaves it out, if one is."""
        if self._aside and self._aside[1] != self._page.view.current_key():
            # Who comes back to that row later comes for what is in it.
            self._aside = None
        return self._aside[0] if self._aside else None

    def _come_from_aside(self) -> None:
        """Show the current row again, if another post stands in its place."""
        if self._shown_aside() is not None:
            self._aside = None
            self.show()

    def rule(self) -> Node | None:
        """Return the person's rule that keeps the current post in sight, if one does."""
        shown = self.current()
        return rule_of(shown.row, self._sight(), self._page.now()) if shown else None

    def muted(self) -> Mute | None:
        """Return what is muted of the current post, or of what it passes on, if something is."""
        shown = self.current()
        verdict = shown.row.verdict if shown else None
        return verdict.mute if verdict else None

    def show(self) -> None:
        """Show the current post, which is read then."""
        page, self._behind = self._page, False
        walked, self._walked = self._walked, False
        shown, aside = self.current(), self._shown_aside()
        if aside is not None and page.view.go_to(aside):
            # It is shown as the current row by now.
            return
        row = page.view.currentIndex().data(Role.ROW)
        if shown is None and isinstance(row, GapRow):
            page.details.show_nothing(_tell(row))
            return
        if row is None and "details" not in vars(page):
            return
        from allybook.ui.tabs.timeline.details import PostStanding  # noqa: PLC0415 (loaded by now)

        muted = self.muted()
        standing = PostStanding(
            self._sight().wish.limit,
            self.rule(),
            in_words(muted.words) if muted else "",
            aside=aside is not None,
            walked=walked,
        )
        page.details.show_post(shown, page.now(), standing)
        self._look_at()
        self._show_thread()

    def tell_time(self) -> None:
        """Say anew of when the current post or gap is, and the posts of its conversation."""
        page = self._page
        if "details" not in vars(page):
            return
        row, shown = page.view.currentIndex().data(Role.ROW), self.current()
        if shown is not None:
            page.details.tell_time(shown, page.now())
        elif isinstance(row, GapRow):
            page.details.show_nothing(_tell(row))

    def _follow(self) -> None:
        """Show what was chosen, unless the next one comes too soon to look at it."""
        held, self._walked = self._rest.isActive(), self._walks
        self._rest.start()
        if held:
            self._behind = True
            self._look_at()
        else:
            self.show()

    def _catch_up(self) -> None:
        if self._behind:
            self.show()

    def _look_at(self) -> None:
        """Take the post that was left for read, and the current one in a moment."""
        key = self._shown_aside() or self._page.view.current_key()
        other = key if isinstance(key, int) else 0
        if other != self._looked_at:
            self._take_for_read()
            self._looked_at = other
            self._reading.start()
        elif not self._reading.isActive():
            # It can have become unread since: another look found it.
            self._take_for_read()

    def _take_for_read(self) -> None:
        if self._looked_at:
            self.unread.read(self._looked_at)

    def step(self, by: int) -> None:
        """Go some rows down, or up."""
        view, model = self._page.view, self._page.model
        row = view.currentIndex().row() + by
        if 0 <= row < model.rowCount():
            self._walks = True
            view.setCurrentIndex(model.index(row, 0))
            self._walks = False

    def stay_near(self, key: object) -> None:
        """Go on from where a post was that is no longer shown: to the one in its place."""
        view, model = self._page.view, self._page.model
        row = model.row_near(key) if view.current_key() is None else None
        if row is not None:
            view.setCurrentIndex(model.index(row, 0))

    def come_back(self, key: object) -> bool:
        """Make a post current again, and the list that one types in; return whether it is shown."""
        page = self._page
        if key is None or not page.view.go_to(key):
            return False
        if not page.bar.field.hasFocus():
            page.show_nothing(None)
            # What lies over the list keeps the keyboard.
            if not page.panes.drawer.isVisible():
                # As by a key: so the row is said.
                page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def go_to_post(self, post_id: str) -> None:
        """Go to a post of the conversation, or show it beside the list where that leaves it out.

        What is not here any more is opened on X.
        """
        page, view, key = self._page, self._page.view, int(post_id)
        self._show_waiting(key)
        if key == view.current_key():
            self._come_from_aside()
        elif not view.go_to(key):
            if page.model.read_aside(key) is None:
                page.details.followed.emit(post_address(post_id))
            else:
                self._aside = key, view.current_key()
                self.show()

    def _show_thread(self) -> None:
        """Show the conversation around the current post once it is looked up."""
        shown, desk = self.current(), self._desk
        if shown is None:
            return
        post = shown.row.post
        self._jobs.read(
            self,
            lambda _ticket: (post.post_id, thread_of(desk, post)),
            done=self._show_context,
            failed=self._fail,
        )

    def _show_context(self, answer: tuple[str, Thread]) -> None:
        post_id, thread = answer
        shown = self.current()
        if shown is not None and shown.row.post.post_id == post_id:
            self._page.details.context.show_thread(thread, self._page.now())

    def _fail(self, error: AllybookError) -> None:
        self._page.note.tell_error(error)


def _tell(row: GapRow) -> str:
    """Return what was not read, and what reads it, or why that cannot be now."""
    how = translate("timeline", "Press %2 for “%1”.").replace("%2", printed("Enter"))
    how = how.replace("%1", row.act)
    return " ".join(filter(None, (row.words, how if row.act else row.aside)))
