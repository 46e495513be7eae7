"""What a person does to books: one act at a time, each of which can be taken back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.book.partly import PartlyDone
from allybook.services.books.deeds import remember, remembered, stays, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.book.entry import Entry
    from allybook.domain.errors import AllybookError
    from allybook.ports.books import Book
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.ticket import Ticket

    Work = Callable[[Desk, Book, Ticket], tuple[Entry, ...]]


def _go_on() -> None:
    """Do nothing more."""


class Acts(QObject):
    """Writes acts in the order asked for, off the window's thread; they outlive the program.

    ``done`` tells that an act changed something, ``failed`` carries an error, ``last_changed`` the
    words of what ``take_back`` would take back (empty: nothing). ``advanced`` carries what an act
    that takes its time is called, how many allies are done, and of how many; ``rested`` says that
    no such act is under way any more. ``stayed`` tells whom taking an act back left where they are.
    """

    done = Signal()
    failed = Signal(object)
    last_changed = Signal(str)
    advanced = Signal(str, int, int)
    rested = Signal()
    stayed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._past = list(remembered(desk))
        self._pending: set[object] = set()
        self._wanted = False
        self._ticket: Ticket | None = None

    def do(self, words: str, book_id: str, work: Work, *, final: bool = False) -> None:
        """Write what ``work`` writes into a book; ``final`` acts cannot be taken back.

        What was written before an act was stopped, or failed, is one act, and is taken back as one.
        """

        def keep(desk: Desk, entries: tuple[Entry, ...]) -> BookDeed | None:
            """Remember what was written, to take it back."""
            return None if final else remember(desk, words, {book_id: entries})

        def run(desk: Desk, ticket: Ticket) -> BookDeed | None:
            """Do the work; what was written until a failure is remembered too."""
            try:
                return keep(desk, work(desk, desk.shelf.open(book_id), ticket))
            except PartlyDone as partly:
                keep(desk, partly.written)
                raise

        self._start(run, words)

    def do_remembered(
        self,
        work: Callable[[Desk, Ticket], BookDeed | None],
        then: Callable[[], None] = _go_on,
        words: str = "",
    ) -> None:
        """Do what remembers itself, perhaps in several books; None could not be taken back."""
        self._start(work, words, then)

    def stop(self) -> None:
        """Stop the act under way where it can be stopped; what is written stays."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _start(
        self,
        work: Callable[[Desk, Ticket], BookDeed | None],
        words: str,
        then: Callable[[], None] = _go_on,
    ) -> None:
        desk, act = self._desk, self._begin()

        def run(ticket: Ticket) -> BookDeed | None:
            """Do the work, and keep the ticket for Stop."""
            self._run(act, ticket)
            return work(desk, ticket)

        def settle(deed: BookDeed | None) -> None:
            """Keep the act, and go on."""
            self._keep(act, deed)
            then()

        self._jobs.act(
            self,
            run,
            done=settle,
            failed=lambda error: self._fail(act, error),
            progress=lambda done, total: self.advanced.emit(words, done, total),
        )

    def take_back(self) -> None:
        """Undo the last act, as soon as it is written down."""
        if self._pending:
            self._wanted = True
            return
        if not self._past:
            return
        desk, deed = self._desk, self._past.pop()
        self.tell()
        act = self._begin()

        def run(ticket: Ticket) -> str | None:
            """Undo; return what is to be said of those who stay, or None where it was stopped."""
            self._run(act, ticket)
            take_back(desk, deed, ticket)
            return None if ticket.cancelled() else stays(desk, deed)

        def settle(left: str | None) -> None:
            """Tell what can be taken back now."""
            if left is None:
                # What is left of it can be taken back as well.
                self._past = self._recall()
                self.tell()
            elif left:
                self.stayed.emit(left)
            self.done.emit()
            self._end(act)

        self._jobs.act(
            self,
            run,
            done=settle,
            failed=lambda error: self._fail(act, error),
            progress=lambda done, total: self.advanced.emit(deed.words, done, total),
        )

    @property
    def jobs(self) -> Jobs:
        """Return what the acts run in."""
        return self._jobs

    @property
    def desk(self) -> Desk:
        """Return what the acts work with."""
        return self._desk

    @property
    def last(self) -> str:
        """Return the words of what would be taken back."""
        return self._past[-1].words if self._past else ""

    def tell(self) -> None:
        """Tell what would be taken back."""
        self.last_changed.emit(self.last)

    def _begin(self) -> object:
        """Return a new act that is under way."""
        act = object()
        self._pending.add(act)
        return act

    def _run(self, act: object, ticket: Ticket) -> None:
        """Run an act, in its job: one that the disk did not take begins again where it failed."""
        self._pending.add(act)
        self._ticket = ticket

    def _keep(self, act: object, deed: BookDeed | None) -> None:
        if deed is not None:
            self._past.append(deed)
            self.tell()
        self.done.emit()
        self._end(act)

    def _recall(self) -> list[BookDeed]:
        """Return what can be taken back; of a book in the trash nothing can be."""
        here = {info.book_id for info in self._desk.shelf.books()}
        past = remembered(self._desk)
        return [deed for deed in past if all(book_id in here for book_id, _ in deed.books)]

    def _fail(self, act: object, error: AllybookError) -> None:
        """Say it; an undo that failed can be tried again, and what was half done taken back."""
        self._past = self._recall()
        self.tell()
        self.failed.emit(error)
        self._end(act)

    def _end(self, act: object) -> None:
        self._pending.discard(act)
        if not self._pending:
            self.rested.emit()
        if self._wanted and not self._pending:
            self._wanted = False
            self.take_back()
