"""The doors of the first run, and what lies behind each; most starts open none of them."""
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from allybook.ui.opening import open_link
from allybook.ui.wording import count, dollars, in_words, told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported
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
    the records of a file that is being read; ``imported`` carries a sentence once it was.
    """

    practise_wanted = Signal()
    connect_wanted = Signal()
    imported = Signal(str)
    advanced = Signal(int)

    def __init__(self, desk: Desk, jobs: Jobs, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._hub = hub
        self._page: Welcome | None = None
        self._ticket: Ticket | None = None
        hub.file_wanted.connect(lambda: self._choose(QApplication.activeWindow()))

    def page(self, look: Look) -> QWidget:
        """Return the page with the doors."""
        if self._page is None:
            price = dollars(self._desk.prices.charges[POST])
            from allybook.ui.welcome import Welcome

            page = Welcome(look, accounts="120", hashtag="#SwHelper", post_price=price)
            page.practise_asked.connect(self.practise_wanted)
            page.archive_asked.connect(lambda: self._choose(page))
            page.file_asked.connect(lambda: self._choose(page))
            page.archive_help_asked.connect(lambda: open_link(HOW_TO_ASK))
            page.connect_asked.connect(self.connect_wanted)
            self._page = page
        return self._page

    def read(self, path: Path) -> None:
        """Import a file; whom it names comes in as nominations."""
        desk = self._desk

        def work(ticket: Ticket) -> Imported:
            """Import the file, and nominate whom it names."""
            from allybook.services.imports.run import import_file
            from allybook.services.people.nominate import nominate_handles

            done = import_file(desk, path, ticket)
            nominate_handles(desk, desk.book(), done.handles, done.hashtags)
            return done

        self._ticket = self._jobs.write(
            self, work, done=self._read, failed=self._failed, progress=self._advance
        )

    def stop(self) -> None:
        """Stop reading a file; what was read stays."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _advance(self, done: int, _total: int) -> None:
        self.advanced.emit(done)

    def _read(self, done: Imported) -> None:
        one = done.kept == 1
        said = self.tr("%1: 1 record read.") if one else self.tr("%1: %2 records read.")
        if done.skipped:
            many = self.tr("%1: %2 records read, %3 could not be used.")
            said = self.tr("%1: 1 record read, %3 could not be used.") if one else many
        if done.stopped:
            many = self.tr("%1: stopped after %2 records, which are kept.")
            said = self.tr("%1: stopped after 1 record, which is kept.") if one else many
        said = said.replace("%3", count(done.skipped)).replace("%2", count(done.kept))
        said = said.replace("%1", done.file)
        self.imported.emit(f"{said} {in_words(done.broken)}" if done.broken else said)

    def _failed(self, error: AllybookError) -> None:
        self._hub.trouble.emit(told(error))

    def _choose(self, page: QWidget | None) -> None:
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(page, self.tr("Choose an archive or another file"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.read(Path(name)))
        chooser.open()
