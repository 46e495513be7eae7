"""Copies of books in files: save one for a colleague, and merge a colleague's into the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from allybook.services.books.copies import ENDING, merge_copy, plan_merge_copy, save_copy
from allybook.ui.tabs.allies.books.merge_copy import MergeCopy, done_words
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import halves, told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ports.books import BookCopy
    from allybook.services.books.copies import CopyPlan
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

VERSIONS = "versions"
LATE_MS = 400
"""Reading a copy for longer than this is said."""


class Handing(QObject):
    """``opened`` carries the id of a book to go to; ``versions_asked`` wants to see conflicts."""

    opened = Signal(str)
    versions_asked = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, acts: Acts, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._jobs, self._acts = desk, look, jobs, acts
        self._window = window
        self._page: BookPage | None = None
        self._ticket: Ticket | None = None
        self.dialog: MergeCopy | None = None
        self.files: QFileDialog | None = None
        self.note = Note(look, closable=True)
        self.progress = ProgressCard(look, "")
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self.progress.show)
        self.progress.stop_asked.connect(self._stop)
        self.note.followed.connect(self._follow)
        acts.failed.connect(lambda _error: self.note.hide())
        notices.add(self.progress)
        notices.add(self.note)

    def show_page(self, page: BookPage) -> None:
        """Work on this page's book from now on."""
        self._page = page

    def ask_save(self) -> None:
        """Ask where to write a copy of the open book."""
        if self._page is None:
            return
        ask = self._ask_file(self.tr("Save a copy of the book"))
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix(ENDING[1:])
        ask.selectFile(_file_name(self._page.info.name) + ENDING)
        ask.fileSelected.connect(lambda name: self.save(Path(name)))
        ask.open()

    def save(self, path: Path) -> None:
        """Write a copy of the open book to a file."""
        page, desk = self._page, self._desk
        if page is None:
            return
        info = page.info
        self._jobs.read(
            self,
            lambda _ticket: save_copy(desk, desk.shelf.open(info.book_id), path),
            done=lambda _number: self._tell_saved(info.name, path),
            failed=self._fail,
        )

    def ask_merge(self) -> None:
        """Ask for a copy that a colleague has saved."""
        ask = self._ask_file(self.tr("Merge a copy of a book"))
        ask.setFileMode(QFileDialog.FileMode.ExistingFile)
        ask.fileSelected.connect(lambda name: self.read(Path(name)))
        ask.open()

    def read(self, path: Path) -> None:
        """Read a copy, and show what merging it would change."""
        if self._ticket is not None:
            return
        desk = self._desk
        self.note.hide()
        self.progress.title.setText(self.tr("Reading %1").replace("%1", path.name))
        self.progress.show_step(Step(0, 0, self.tr("Comparing it with the book here")))
        self._late.start()

        def work(_ticket: object) -> tuple[BookCopy, CopyPlan]:
            """Read the copy, and plan the merge."""
            copy = desk.importers.open_book(path)
            return copy, plan_merge_copy(desk, copy)

        self._ticket = self._jobs.read(self, work, done=self._ask, failed=self._fail)

    def _ask(self, found: tuple[BookCopy, CopyPlan]) -> None:
        stopped = self._ticket is not None and self._ticket.cancelled()
        self._end()
        if stopped:
            return
        copy, plan = found
        if plan.does_nothing:
            what = self.tr("“%1” has all of this copy already.").replace("%1", plan.into.name)
            self.note.tell(what, self.tr("Nothing was changed."), Mood.INFO)
            return
        here = self._page.info.book_id if self._page else ""
        self.dialog = MergeCopy(self._look, plan, here, self._window)
        self.dialog.accepted.connect(lambda: self._merge(copy))
        self.dialog.open()

    def _merge(self, copy: BookCopy) -> None:
        plans: list[CopyPlan] = []
        words = self.tr("merging a copy of %1").replace("%1", copy.info.name)

        def work(desk: Desk, ticket: Ticket) -> BookDeed | None:
            """Merge, and keep what came of it."""
            plan, deed = merge_copy(desk, copy, words, ticket=ticket)
            plans.append(plan)
            return deed

        self._acts.do_remembered(work, lambda: self._tell_merged(plans[0]), words)

    def _tell_merged(self, plan: CopyPlan) -> None:
        self.note.show_mood(Mood.INFO if plan.left else Mood.DONE)
        disputed = plan.joined.disputed and not plan.left
        links = [Span(self.tr("Show them"), link=VERSIONS)] if disputed else []
        self.note.say(*done_words(plan), links)
        self.note.show()
        if self._page is None or self._page.info.book_id != plan.into.book_id:
            self.opened.emit(plan.into.book_id)

    def _tell_saved(self, name: str, path: Path) -> None:
        what = self.tr("A copy of “%1” is in %2.").replace("%2", path.name).replace("%1", name)
        rest = self.tr(
            "Hand it to your colleague, who merges it from the menu of the book. It holds handles, "
            "tags, notes and who opted out, so keep it in your group."
        )
        self.note.tell(what, rest, Mood.DONE)

    def _follow(self, link: str) -> None:
        if link == VERSIONS:
            self.note.hide()
            self.versions_asked.emit()

    def _ask_file(self, title: str) -> QFileDialog:
        self.files = QFileDialog(self._window, title)
        self.files.setNameFilters(
            [self.tr("Copies of books (*.allybook)"), self.tr("All files (*)")]
        )
        return self.files

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self.progress.hide()

    def _fail(self, error: AllybookError) -> None:
        self._end()
        self.note.tell(*halves(told(error)), Mood.DANGER)

    def _end(self) -> None:
        self._ticket = None
        self._late.stop()
        self.progress.hide()


def _file_name(name: str) -> str:
    """Return a name as a file may have it."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else "" for sign in name)
    return " ".join(kept.split()) or "book"
