"""Reads the page anew when something changed: at most once a turn, one reading at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from allybook.domain.changes import Changed
from allybook.domain.errors import BookGone
from allybook.services.books.several import book_with
from allybook.ui.tabs.allies.page import BookPage, PageReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.rows import LightRows

NOTHING = Changed()
LARGE = 2_000
"""With more allies than this, they are shown before it is known what publishing would do."""
PAUSE_MS = 100


class Refresher(QObject):
    """``read`` carries a ``BookPage`` of the book wanted last, ``failed`` an error.

    Before the first page of all, ``glimpsed`` carries the first rows of a large book. ``sought``
    carries the id of the book that has whoever was sought, or nothing. ``gone`` carries the error
    of a book that another window put away.

    ``now`` is in the person's zone. ``book_id`` is the book wanted last.
    """

    read = Signal(object)
    glimpsed = Signal(object)
    failed = Signal(object)
    sought = Signal(str)
    gone = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._reader = PageReader(desk, now)
        self.book_id = ""
        self._sought = 0
        self._changed = NOTHING
        self._wanted = self._reading = self._began = False

    @property
    def busy(self) -> bool:
        """Return whether a reading is under way or wanted."""
        return self._wanted or self._reading

    def open(self, book_id: str) -> None:
        """Read another book, or the same one again."""
        self.book_id = book_id
        self._sought += 1
        self.want(NOTHING)

    def is_wanted(self, page: BookPage) -> bool:
        """Return whether a page is of the book wanted last, not of one that was left."""
        return page.info.book_id == self.book_id

    def seek(self, key: str) -> None:
        """Look for a book that has an ally, in the book that is open first.

        Who opens a book meanwhile, or looks for somebody else, has changed their mind.
        """
        desk, here = self._desk, self.book_id
        self._sought += 1
        turn = self._sought
        self._jobs.read(
            self,
            lambda _ticket: book_with(desk, key, here),
            done=lambda found: self._find(turn, found),
            failed=self.failed.emit,
        )

    def _find(self, turn: int, book_id: str) -> None:
        if turn == self._sought:
            self.sought.emit(book_id)

    def want(self, changed: Changed) -> None:
        """Read again soon; what changed meanwhile is put together."""
        self._changed = together(self._changed, changed)
        if not self._wanted:
            self._wanted = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._reading or not self.book_id:
            return
        self._wanted, self._reading = False, True
        if self._began:
            self._read_on()
            return
        self._began = True
        book_id = self.book_id
        self._jobs.read(
            self,
            lambda _ticket: self._reader.glimpse(book_id),
            done=self._glimpse,
            # What goes wrong is told by whoever reads the whole.
            failed=lambda _error: self._read_on(),
        )

    def _glimpse(self, rows: LightRows | None) -> None:
        if rows is None:
            self._read_on()
            return
        self.glimpsed.emit(rows)
        # What a person sees first is painted first.
        QTimer.singleShot(0, self, self._read_on)

    def _read_on(self) -> None:
        book_id, changed = self.book_id, self._changed
        self._changed = NOTHING
        self._jobs.read(
            self,
            lambda _ticket: self._read(book_id, changed),
            done=self._done,
            failed=self._fail,
        )

    def _read(self, book_id: str, changed: Changed) -> BookPage:
        """Read a small book whole; of a large one, what a person sees first."""
        page = self._reader.read_rows(book_id, changed)
        return page if len(page.rows) > LARGE else self._reader.plan(page)

    def _done(self, page: BookPage) -> None:
        if page.info.book_id == self.book_id:
            self.read.emit(page)
        if page.planned or self._wanted:
            self._go_on()
            return
        # What a person sees first is painted first.
        QTimer.singleShot(PAUSE_MS, self, lambda: self._plan(page))

    def _plan(self, page: BookPage) -> None:
        if self._wanted:
            self._go_on()
            return
        self._jobs.read(
            self,
            lambda _ticket: self._reader.plan(page),
            done=self._done,
            failed=self._fail,
        )

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort the pages to come by a column, off the window's thread."""
        self._reader.sorted_by = (column, descending)

    def _fail(self, error: AllybookError) -> None:
        self._go_on()
        (self.gone if isinstance(error, BookGone) else self.failed).emit(error)

    def _go_on(self) -> None:
        self._reading = False
        if self._wanted:
            QTimer.singleShot(0, self, self._start)


def together(one: Changed, other: Changed) -> Changed:
    """Return what two changes touched."""
    return Changed(
        posts=one.posts or other.posts,
        accounts=one.accounts or other.accounts,
        lists=one.lists or other.lists,
        snapshots=one.snapshots or other.snapshots,
        outbox=one.outbox or other.outbox,
        ledger=one.ledger or other.ledger,
        settings=one.settings or other.settings,
        books=one.books | other.books,
    )
