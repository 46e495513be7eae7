"""The tick list at work: between the desk, the browser and the widget that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from allybook.domain.acts.ticks import ABOUT_PEOPLE, Tick, TickDeed, TickState
from allybook.domain.book.entry import Kind
from allybook.domain.errors import AllybookError
from allybook.domain.people.bios import guess_organisation
from allybook.services.publish.ticks import (
    lay_people,
    lay_post,
    mark_opened,
    settle_tick,
    unsettle_tick,
    waiting_ticks,
    withdraw_people,
)
from allybook.ui.links import shown_text
from allybook.ui.models.tick_words import about_words, deed_words, quoted, settled_words
from allybook.ui.opening import open_in_browser
from allybook.ui.widgets.avatar import Who
from allybook.ui.widgets.tick_list import TickCard, TickListView
from allybook.ui.wording import halves, told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from allybook.domain.changes import Changed
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.opening import Opener
    from allybook.ui.widgets.tick_list import TickList


class Ticking(QObject):
    """Shows the next of some deeds, opens it, and writes down what the person says came of it.

    ``opener`` opens addresses; ``why_of`` says in a sentence why a tick is on the list. ``laid``
    tells the user ids of those to follow or unfollow whenever the list may have changed, and how
    much is on it in all.
    """

    laid = Signal(object, int)

    def __init__(
        self, desk: Desk, jobs: Jobs, hub: Hub, view: TickList, deeds: Collection[TickDeed]
    ) -> None:
        super().__init__(view)
        self._desk, self._jobs, self._view = desk, jobs, view
        self._deeds = deeds
        self._current: Tick | None = None
        self._last: Tick | None = None
        self._unopened: Tick | None = None
        self.opener: Opener = open_in_browser
        self.why_of: Callable[[Tick], str] = lambda _tick: ""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        hub.changed.connect(self._heard)
        hub.day_began.connect(self._later.start)
        view.open_asked.connect(self.open)
        view.done_asked.connect(lambda: self._settle(TickState.DONE))
        view.skip_asked.connect(lambda: self._settle(TickState.SKIPPED))
        view.undo_asked.connect(self._unsettle)
        view.copy_asked.connect(self._copy)
        self._later.start()

    @property
    def current(self) -> Tick | None:
        """Return what is to be done now."""
        return self._current

    def lay(self, deed: TickDeed, people: Sequence[Account]) -> None:
        """Put following or unfollowing these on the list."""
        desk = self._desk
        self._write(lambda: lay_people(desk, deed, people))

    def withdraw(self, user_id: str) -> None:
        """Take following or unfollowing an account off the list again."""
        desk = self._desk
        self._write(lambda: withdraw_people(desk, [user_id]))

    def lay_and_open(self, deed: TickDeed, post: Post, handle: str = "") -> None:
        """Put a deed about a post on the list, and open it at once."""
        desk = self._desk
        self._jobs.act(
            self,
            lambda _ticket: lay_post(desk, deed, post, handle=handle),
            done=self._open,
            failed=self._refuse,
        )

    def open(self) -> None:
        """Open what is to be done now."""
        if self._current is not None:
            self._open(self._current)

    def refresh(self) -> None:
        """Read the list anew: a few rows of this computer's own file."""
        waiting = waiting_ticks(self._desk, self._deeds)
        settled = self._settled_today()
        self._current = waiting[0] if waiting else None
        self._last = settled[0] if settled else None
        shown = (*waiting, *settled[:1])
        known = self._desk.cache.accounts([tick.user_id for tick in shown if tick.user_id])
        self._view.show_list(
            TickListView(
                self._card(waiting[0], known) if waiting else None,
                len(settled),
                len(settled) + len(waiting),
                tuple(about_words(tick, known) for tick in waiting[1:]),
                settled_words(settled[0], known) if settled else "",
            )
        )
        people = (tick.user_id for tick in waiting if tick.deed in ABOUT_PEOPLE)
        self.laid.emit(frozenset(filter(None, people)), len(waiting))

    def _settled_today(self) -> tuple[Tick, ...]:
        """Return what was ticked off today, the latest first: yesterday's work is in Activity."""
        zone = self._desk.clock.zone
        today = self._desk.clock.now().astimezone(zone).date()
        return tuple(
            tick
            for tick in self._desk.outbox.ticks.ticks()
            if tick.deed in self._deeds
            and tick.settled_at is not None
            and tick.settled_at.astimezone(zone).date() == today
        )

    def _card(self, tick: Tick, known: Mapping[str, Account]) -> TickCard:
        account = known.get(tick.user_id)
        name = about_words(tick, known)
        handle = (account.handle if account else "") or tick.handle
        under = f"@{handle}" if handle and name != f"@{handle}" else ""
        opened = tick.state is TickState.OPENED
        who = Who(name, _kind(account), tick.user_id or tick.handle)
        return TickCard(who, name, under, deed_words(tick.deed), self._why(tick), opened=opened)

    def _why(self, tick: Tick) -> str:
        """Return why somebody is on the list, or which post it is about."""
        post = self._desk.cache.post(tick.post_id) if tick.post_id else None
        return quoted(shown_text(post)) if post else self.why_of(tick)

    def _open(self, tick: Tick) -> None:
        try:
            opened = self.opener(tick.address)
        except AllybookError as error:
            self._refuse(error)
            return
        self._unopened = None if opened else tick
        if opened:
            desk = self._desk
            self._write(lambda: mark_opened(desk, tick.tick_id))
        else:
            what = self.tr("No browser opened.")
            self._view.refuse(what, self.tr("Open this address yourself:"), copies=True)

    def _copy(self) -> None:
        if self._unopened is not None:
            QGuiApplication.clipboard().setText(self._unopened.address)
            desk, tick = self._desk, self._unopened
            self._write(lambda: mark_opened(desk, tick.tick_id))

    def _settle(self, state: TickState) -> None:
        if self._current is not None:
            desk, tick = self._desk, self._current
            self._write(lambda: settle_tick(desk, tick.tick_id, state))

    def _unsettle(self) -> None:
        if self._last is not None:
            desk, tick = self._desk, self._last
            self._write(lambda: unsettle_tick(desk, tick.tick_id))

    def _write(self, work: Callable[[], object]) -> None:
        # Also what changed nothing is shown as it is: an opened one stays on the list.
        self._jobs.act(
            self,
            lambda _ticket: work(),
            done=lambda _done: self._go_on(),
            failed=self._refuse,
        )

    def _go_on(self) -> None:
        self._view.note.hide()
        self._later.start()

    def _refuse(self, error: AllybookError) -> None:
        self._view.refuse(*halves(told(error)))

    def _heard(self, changed: Changed) -> None:
        if changed.ticks or changed.accounts:
            self._later.start()


def _kind(account: Account | None) -> Kind:
    if account and guess_organisation(account.handle, account.name, account.bio) is True:
        return Kind.ORGANISATION
    return Kind.PERSON
