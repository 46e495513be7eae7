"""Hear of what other programs wrote: a second window over the same profile, the command line."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from allybook.domain.changes import Changed
from allybook.domain.errors import StorageError
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.unread import MARK as UNREAD
from allybook.services.books.roster import lay_rosters
from allybook.services.check.manners import read_manners
from allybook.services.desk import Versions
from allybook.services.money.quote import budget, spent_this_month
from allybook.services.reading.allowance import daily_cap, read_by_itself
from allybook.services.reading.noted import noted
from allybook.services.timeline.noise import judgement
from allybook.services.timeline.spare import spared
from allybook.services.timeline.views import views
from allybook.ui.jobs import write_down

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs

EVERY_MS = 3_000
"""So often (milliseconds) it is asked whether anything was written: that alone costs nothing."""
SOME = 20
"""So many newest posts are compared, beside how many there are."""


class Told(Struct, frozen=True):
    """What the window shows of the files, as far as others change it."""

    posts: object = None
    choices: object = None
    books: tuple[tuple[str, str], ...] | None = None
    spent: object = None
    manners: object = None
    unread: object = None
    follows: object = None
    lists: object = None


class Watch(QObject):
    """Announces what others wrote, while its window can be seen.

    What this window itself writes it hears of at once; that is looked at once more here, as nobody
    can tell who wrote. ``seen`` are the versions when the window began to look.
    """

    def __init__(self, desk: Desk, jobs: Jobs, window: QWidget, seen: Versions) -> None:
        super().__init__(window)
        self._desk, self._jobs, self._window = desk, jobs, window
        self._seen, self._told = seen, Told()
        self._written: frozenset[str] = frozenset()
        self._sent = False
        self._looking = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look whether anything was written, and if so, in a job, what it was."""
        # A closed window has no desk any more.
        if self._looking or not self._window.isVisible():
            return
        with suppress(StorageError):
            now, desk = self._desk.versions(), self._desk
            if now != self._seen:
                self._written |= written(self._seen, now)
                self._sent |= self._seen.outbox != now.outbox
                self._seen, self._looking = now, True
                self._jobs.read(
                    self, lambda _ticket: read_told(desk), done=self._tell, failed=self._fail
                )

    def hear(self, changed: Changed) -> None:
        """Count books that are announced as seen: who shows them reads them anew."""
        if not changed.books:
            return
        with suppress(StorageError):
            now = self._desk.shelf.versions()
            heard = {one: now.get(one) for one in changed.books}
            self._seen = replace(self._seen, books={**self._seen.books, **heard})

    def _tell(self, told: Told) -> None:
        before, self._told, self._looking = self._told, told, False
        changed = compare(before, told, self._written, sent=self._sent)
        self._written, self._sent = frozenset(), False
        if changed != Changed():
            self._desk.announcer.announce(changed)
        if changed.books and not self._desk.frozen():
            desk = self._desk
            self._jobs.write(
                self, lambda _ticket: lay_rosters(desk), done=self._relay, failed=write_down
            )

    def _relay(self, laid: bool) -> None:  # noqa: FBT001 (a job's answer)
        """Tell who shows posts that the filters know other allies now."""
        if laid:
            self._desk.announcer.announce(Changed(posts=True))

    def _fail(self, error: AllybookError) -> None:
        self._looking, self._seen = False, Versions(-1, -1, -1, self._seen.books)
        write_down(error)


def read_told(desk: Desk) -> Told:
    """Read what the window shows; counts posts, so it runs as a job."""
    cache = desk.cache
    newest = tuple(cache.order(EVERYTHING, limit=SOME))
    return Told(
        (
            cache.count(EVERYTHING),
            newest,
            tuple(cache.known_sources()),
            noted(desk),
            cache.count_named(),
        ),
        (
            views(desk),
            spared(desk),
            judgement(desk),
            daily_cap(desk),
            read_by_itself(desk),
            budget(desk),
        ),
        tuple((one.book_id, one.name) for one in desk.shelf.books()),
        spent_this_month(desk),
        read_manners(desk),
        cache.mark(UNREAD),
        tuple(cache.glimpses(desk.own_id())),
        (tuple(cache.lists()), cache.lists_read()),
    )


def written(before: Versions, now: Versions) -> frozenset[str]:
    """Return the ids of the books that somebody wrote, put away or opened since."""
    return frozenset(
        book_id for book_id, version in now.books.items() if before.books.get(book_id) != version
    )


def compare(
    before: Told, now: Told, books: frozenset[str] = frozenset(), *, sent: bool = False
) -> Changed:
    """Return what is other than before.

    ``books`` are those that were written; ``sent`` says that the outbox was, where the ticks lie.
    """
    known = now.books if before.books is None else before.books
    other = set(known or ()) ^ set(now.books or ())
    posts = before.posts != now.posts
    return Changed(
        posts=posts,
        accounts=posts,
        unread=before.unread != now.unread,
        ledger=before.spent != now.spent,
        settings=(before.choices, before.manners) != (now.choices, now.manners),
        snapshots=(before.manners, before.follows) != (now.manners, now.follows),
        lists=before.lists != now.lists,
        outbox=sent,
        ticks=sent,
        books=books.union(book_id for book_id, _name in other),
    )
