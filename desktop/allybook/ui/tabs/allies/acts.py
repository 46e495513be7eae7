"""What a person does to a book: one act at a time, each of which can be taken back as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import BadInput
from allybook.services.edit import remove, undo_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.errors import AllybookError
    from allybook.ports import Book
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs

    Work = Callable[[Desk, Book], tuple[Entry, ...]]

KEPT = 100


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a person did, in words (``approving 3``), and the entries that it took."""

    words: str
    book_id: str
    entries: tuple[str, ...]


class Acts(QObject):
    """Writes acts in the order asked for, off the window's thread.

    ``done`` carries an ``Act`` that changed something, ``failed`` an error, ``last_changed`` the
    words of what ``take_back`` would take back (empty: nothing).
    """

    done = Signal(object)
    failed = Signal(object)
    last_changed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._past: list[Act] = []
        self._pending = 0
        self._wanted = False

    def do(self, words: str, book_id: str, work: Work, *, final: bool = False) -> None:
        """Write what ``work`` writes; ``final`` acts cannot be taken back."""
        desk = self._desk

        def run(_ticket: object) -> Act:
            entries = work(desk, desk.shelf.open(book_id))
            return Act(words, book_id, tuple(entry.entry_id for entry in entries))

        def settle(act: Act) -> None:
            if act.entries and not final:
                self._past = [*self._past, act][-KEPT:]
                self._tell()
            if act.entries:
                self.done.emit(act)
            self._end()

        self._pending += 1
        self._jobs.write(self, run, done=settle, failed=self._fail)

    def take_back(self) -> None:
        """Undo the last act, as soon as it is written down."""
        if self._pending:
            self._wanted = True
            return
        if not self._past:
            return
        act = self._past.pop()
        self._tell()
        self._pending += 1

        def settle(undone: Act) -> None:
            self.done.emit(undone)
            self._end()

        self._jobs.write(
            self, lambda _ticket: undo_act(self._desk, act), done=settle, failed=self._fail
        )

    @property
    def last(self) -> str:
        """Return the words of what would be taken back."""
        return self._past[-1].words if self._past else ""

    def _fail(self, error: AllybookError) -> None:
        self.failed.emit(error)
        self._end()

    def _end(self) -> None:
        self._pending -= 1
        if self._wanted and not self._pending:
            self._wanted = False
            self.take_back()

    def _tell(self) -> None:
        self.last_changed.emit(self.last)


def undo_act(desk: Desk, act: Act) -> Act:
    """Undo what still stands of an act, the newest entry first; ``BadInput`` if nothing does.

    Whom the act brought into the book goes out again.
    """
    book = desk.shelf.open(act.book_id)
    undone: list[Entry] = []
    refused: BadInput | None = None
    for entry_id in reversed(act.entries):
        try:
            undone += undo_entry(desk, book, entry_id)
        except BadInput as error:
            refused = error
    if refused and not undone:
        raise refused
    undone += remove(desk, book, _brought(book, act, undone))
    return Act(act.words, act.book_id, tuple(entry.entry_id for entry in undone))


def _brought(book: Book, act: Act, undone: Sequence[Entry]) -> list[str]:
    """Return the allies whose very first entry is one of the act's."""
    keys = dict.fromkeys(entry.ally for entry in undone)
    return [key for key in keys if book.entries(key)[0].entry_id in act.entries]
