"""The doors of the first run, and what lies behind each; most starts open none of them."""
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from allybook.ui.opening import open_or_tell
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import dollars, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog, QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported
    from allybook.services.imports.take_names import TakenIn
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket
    from allybook.ui.welcome import Welcome

HOW_TO_ASK = "https://help.x.com/en/managing-your-account/how-to-download-your-x-archive"
POST = "post"


class Doors(QObject):
    """Practice, a file, or an account.

    ``practise_wanted`` and ``connect_wanted`` are for those who can do that. ``advanced`` counts
    the records of a file that is being read, between ``begun`` and ``ended``; ``imported`` carries
    a sentence once it was, and its mood, ``unread`` tells of one more, which has to wait its turn.
    One's own file has no place among people who are made up: whoever practises and goes through
    another door leaves for it (``own_file_wanted`` carries its path).
    """

    practise_wanted = Signal()
    connect_wanted = Signal()
    own_file_wanted = Signal(str)
    imported = Signal(str, object)
    advanced = Signal(int)
    begun = Signal()
    ended = Signal()
    unread = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._hub = hub
        self._page: Welcome | None = None
        self._ticket: Ticket | None = None
        hub.file_wanted.connect(lambda: self._choose(QApplication.activeWindow(), self._read_own))
        self._chooser: QFileDialog | None = None
        hub.own_file_wanted.connect(self._read_own)

    def page(self, look: Look) -> QWidget:
        """Return the page with the doors."""
        if self._page is None:
            price = dollars(self._desk.prices.charges[POST])
            from allybook.ui.welcome import Welcome

            page = Welcome(look, accounts="120", hashtag="#SwHelper", post_price=price)
            page.practise_asked.connect(self.practise_wanted)
            page.archive_asked.connect(lambda: self._choose(page, self._read_own))
            page.file_asked.connect(lambda: self._choose(page, self._read_own))
            page.archive_help_asked.connect(lambda: open_or_tell(HOW_TO_ASK, self._hub))
            page.connect_asked.connect(self.connect_wanted)
            self._page = page
        return self._page

    def read(self, path: Path) -> None:
        """Import a file; whom it names comes into the book, with what a table says of them.

        One is read at a time, so that Stop always stops what is being read. A copy of a book is
        merged, not imported: by the page that shows first what comes of it.
        """
        from allybook.services.books.copies import ENDING

        if path.suffix.lower() == ENDING:
            self._hub.copy_wanted.emit(path)
            return
        if self._ticket is not None:
            self.unread.emit()
            return
        desk = self._desk

        def work(ticket: Ticket) -> tuple[str, Mood]:
            """Import the file, take in whom it names, and return what came of it in words."""
            from allybook.services.imports.run import import_file
            from allybook.services.imports.take_names import TakenIn, names_anyone, take_names

            done = import_file(desk, path, ticket)
            if done.stopped:
                return _say(done, TakenIn(), stopped=True), Mood.WARN
            taken = TakenIn()
            # Posts alone come in also where no book can be read.
            if names_anyone(desk, path, done):
                taken = take_names(desk, desk.book(), path, done, ticket)
            stopped = ticket.cancelled()
            mood = Mood.WARN if stopped or done.skipped or done.broken else Mood.DONE
            return _say(done, taken, stopped=stopped), mood

        self.begun.emit()
        self._ticket = self._jobs.write(
            self, work, done=self._done, failed=self._failed, progress=self._advance
        )

    def stop(self) -> None:
        """Stop reading a file; what was read stays."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _advance(self, done: int, _total: int) -> None:
        self.advanced.emit(done)

    def _done(self, came: tuple[str, Mood]) -> None:
        self._end()
        self.imported.emit(*came)

    def _end(self) -> None:
        self._ticket = None
        self.ended.emit()

    def _failed(self, error: AllybookError) -> None:
        self._end()
        self._hub.trouble.emit(told(error))

    def _read_own(self, name: str) -> None:
        if self._desk.practises:
            self.own_file_wanted.emit(name)
        else:
            self.read(Path(name))

    def _choose(self, page: QWidget | None, then: Callable[[str], None]) -> None:
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(page, self.tr("Choose an archive or another file"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(then)
        # Over no window that has the keyboard, nobody else holds it.
        self._chooser = chooser
        chooser.open()


def _say(done: Imported, taken: TakenIn, *, stopped: bool) -> str:
    """Return what came of a file; whom it only names is kept where a book took them in."""
    from allybook.ui.importing import first_words, kept_words, left_words, why_words

    kept = done.kept - done.named + len(taken.entries) if stopped else None
    said = (*first_words(done), *why_words(done), *left_words(taken))
    return " ".join((kept_words(done, kept), *said))
