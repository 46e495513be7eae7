"""Bring allies in: by pasting, by hand, by dropping or opening a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from allybook.domain.book.columns import Column
from allybook.services.books.copies import ENDING
from allybook.services.imports.own import is_out_of_place
from allybook.services.imports.run import Imported, import_file
from allybook.ui.importing import unread_words
from allybook.ui.tabs.allies.add_dialog import AddAllies
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.paste import files_in
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.wording import count, halves, in_words, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ports.files import OpenTable
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket


class Bringing(QObject):
    """``chosen`` carries the nominees that a person wants in the book that is open.

    ``table_opened`` carries a table that says more of its allies than their names, ``copy_found``
    the path of a copy of a book, ``own_found`` that of somebody's archive where people are made up.
    """

    chosen = Signal(object)
    table_opened = Signal(object)
    copy_found = Signal(object)
    own_found = Signal(str)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._window = window
        self._book_id = ""
        self._ticket: Ticket | None = None
        self.dialog: AddAllies | None = None
        self.files: QFileDialog | None = None
        self.progress = ProgressCard(look, "")
        self.note = Note(look, closable=True)
        self.unread = Note(look, closable=True)
        self.progress.stop_asked.connect(self._stop)
        notices.add(self.progress)
        notices.add(self.note)
        notices.add(self.unread)

    def open_book(self, book_id: str) -> None:
        """Bring allies into this book from now on."""
        self._book_id = book_id

    def ask(self) -> None:
        """Ask for names."""
        self.ask_about("")

    def ask_about(self, text: str) -> None:
        """Ask for names, beginning with those in a text."""
        if not self._book_id:
            return
        parts = (self._desk, self._look, self._jobs, self._book_id, self._window)
        self.dialog = AddAllies(*parts, text)
        self.dialog.chosen.connect(self.chosen)
        self.dialog.dropped.connect(self.take_files)
        self.dialog.open()

    def paste(self) -> None:
        """Ask for names, beginning with what was copied; a copied file is read."""
        # Qt says that there is always something; a bare clipboard of some platforms has nothing.
        copied = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        self.take(QMimeData() if copied is None else copied)

    def takes(self, data: QMimeData) -> bool:
        """Return whether something can be dropped now: text at any time, files one at a time."""
        return data.hasText() or data.hasUrls() if self._ticket is None else not files_in(data)

    def take(self, data: QMimeData) -> None:
        """Take what was pasted or dropped: files, or else text."""
        files = files_in(data)
        if files:
            self.take_files(files)
        else:
            self.ask_about(data.text())

    def take_files(self, files: Sequence[Path]) -> None:
        """Read the first of some files, and say how many were not read."""
        if self._ticket is None:
            self.read(files[0])
            files = files[1:]
        self._tell_unread(len(files))

    def choose_file(self) -> None:
        """Ask for a file, then read it."""
        files = QFileDialog(self._window, self.tr("Open a file with allies"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self.read(Path(name)))
        self.files = files
        files.open()

    def read(self, path: Path) -> None:
        """Read a file; whom it names is shown before anybody is added."""
        if self._ticket is not None:
            self._tell_unread(1)
            return
        self.unread.hide()
        if path.suffix.lower() == ENDING:
            self.copy_found.emit(path)
            return
        desk = self._desk
        self.note.hide()
        self.progress.title.setText(self.tr("Reading %1").replace("%1", path.name))
        self._ticket = self._jobs.write(
            self,
            lambda ticket: _open(desk, path, ticket),
            done=lambda found: self._take_in(path, found),
            failed=self._fail,
            progress=self._advance,
        )

    def _tell_unread(self, number: int) -> None:
        """Say how many files were not read, because another one was; of none, say nothing."""
        self.unread.tell(*(unread_words(number) if number else ("",)))

    def _advance(self, done: int, _total: int) -> None:
        words = self.tr("1 record read") if done == 1 else self.tr("%1 records read")
        words = words.replace("%1", count(done))
        self.progress.show_step(Step(0, 0, words))
        self.progress.show()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _take_in(self, path: Path, found: OpenTable | Imported | None) -> None:
        if isinstance(found, Imported):
            self._read(found)
            return
        self._end()
        if found is None:
            self.own_found.emit(str(path))
        else:
            self.table_opened.emit(found)

    def _read(self, imported: Imported) -> None:
        self._end()
        names = _lines(imported)
        if names:
            self.ask_about(names)
        if not names or imported.skipped or imported.remark or imported.stopped:
            self._say(imported)

    def _say(self, imported: Imported) -> None:
        what = self.tr("%1 was read.")
        if imported.stopped:
            what = self.tr("%1 was not read to its end, as you asked.")
        what = what.replace("%1", imported.file)
        one = imported.kept == 1
        kept = self.tr("1 record is kept.") if one else self.tr("%1 records are kept.")
        rest = [kept.replace("%1", count(imported.kept))]
        if imported.skipped:
            words = self.tr("%1 could not be used, the first in line %2.")
            line = imported.problems[0].line if imported.problems else 0
            rest.append(words.replace("%2", count(line)).replace("%1", count(imported.skipped)))
        if imported.broken:
            rest.append(in_words(imported.broken))
        if imported.remark:
            rest.append(in_words(imported.remark))
        if not _lines(imported):
            rest.append(self.tr("It names nobody to add to a book."))
        flawed = imported.skipped or imported.stopped
        self.note.show_mood(Mood.WARN if flawed else Mood.INFO)
        self.note.say(what, " ".join(rest))
        self.note.show()

    def _fail(self, error: AllybookError) -> None:
        self._end()
        self.note.show_mood(Mood.DANGER)
        self.note.say(*halves(told(error)))
        self.note.show()

    def _end(self) -> None:
        self._ticket = None
        self.progress.hide()


def _open(desk: Desk, path: Path, ticket: Ticket) -> OpenTable | Imported | None:
    """Return a table, or what was imported; nothing of what has no place at this desk."""
    if table := _wide_table(desk, path):
        return table
    return None if is_out_of_place(desk, path) else import_file(desk, path, ticket)


def _wide_table(desk: Desk, path: Path) -> OpenTable | None:
    """Return a table of allies of several columns; one column is no more than a list of names.

    One of user ids is a table: a text that is read as names has none for them.
    """
    table = desk.importers.open_table(path)
    is_wide = table and (len(table.headings) > 1 or Column.USER_ID in table.guess)
    return table if is_wide else None


def _lines(imported: Imported) -> str:
    names = [f"@{handle.lstrip('@')}" for handle in imported.handles]
    tags = [f"#{tag.lstrip('#')}" for tag in imported.hashtags]
    return "\n".join((*names, *tags))
