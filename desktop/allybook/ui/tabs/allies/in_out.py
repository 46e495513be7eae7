"""Tables into the book that is open and out of it, and the web page to share."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from allybook.domain.errors import BookGone
from allybook.services.books.bring_in import bring_in
from allybook.services.books.export import count_declined, count_opted_out, export_allies
from allybook.services.share.page import A_DAY, write_page
from allybook.ui.dialogs.columns.dialog import ColumnsDialog
from allybook.ui.dialogs.share_page.dialog import SharePageDialog
from allybook.ui.spreadsheets import between_cells
from allybook.ui.widgets.buttons import FlatButton
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.wording import count, halves, told, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.domain.book.entry import Entry
    from allybook.domain.errors import AllybookError
    from allybook.ports.books import Book
    from allybook.ports.files import OpenTable
    from allybook.services.books.bring_in import Preview
    from allybook.services.desk import Desk
    from allybook.services.share.page import PagePlan
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.theme.look import Look

LONG = 500
"""Bringing in more allies than this takes long enough to show how far it is."""


class Form(Struct, frozen=True):
    """A form of table: its words, the ending of its files, and what an Excel has between cells."""

    words: str
    ending: str
    excel: str = ""


def forms() -> tuple[Form, ...]:
    """Return the forms of tables that can be written on this computer."""
    return (
        Form(translate("in_out", "Excel workbook"), ".xlsx"),
        Form(translate("in_out", "CSV"), ".csv"),
        Form(translate("in_out", "CSV for Excel"), ".csv", between_cells(QLocale.system())),
        Form(translate("in_out", "JSON"), ".json"),
        Form(translate("in_out", "Handles, one a line"), ".txt"),
    )


class InOut(QObject):
    """``button`` opens the menu; notes and progress stand among the notices."""

    _moved = Signal(int, int)
    _written = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, notices: Notices, acts: Acts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._jobs, self._acts = desk, look, jobs, acts
        self._window = window
        self._book_id = ""
        self._slip: ActTicket | None = None
        self.button = FlatButton(look, self.tr("In and out"), "arrow-left-right")
        self.button.setMenu(self._make_menu())
        self.note = Note(look, closable=True)
        self.progress = ProgressCard(look, self.tr("Bringing allies in"))
        self.columns: ColumnsDialog | None = None
        self.page: SharePageDialog | None = None
        self.files: QFileDialog | None = None
        notices.add(self.progress)
        notices.add(self.note)
        self.progress.stop_asked.connect(self._stop)
        self._moved.connect(self._advance)
        self._written.connect(self._end)

    def open_book(self, book_id: str) -> None:
        """Bring into this book, and export it, from now on."""
        self._book_id = book_id

    def ask_table(self) -> None:
        """Ask for a table, then for what its columns are."""
        ask = QFileDialog(self._window, self.tr("Bring in a table"))
        ask.setFileMode(QFileDialog.FileMode.ExistingFile)
        ask.setNameFilters(
            [self.tr("Tables (*.csv *.tsv *.xlsx *.json)"), self.tr("All files (*)")]
        )
        ask.fileSelected.connect(lambda name: self.read(Path(name)))
        self._ask(ask)

    def read(self, path: Path) -> None:
        """Open a table, whatever its columns are."""
        desk = self._desk
        self._jobs.read(
            self,
            lambda _ticket: desk.importers.open_table(path, forced=True),
            done=lambda table: self._found(path, table),
            failed=self._fail,
        )

    def show_table(self, table: OpenTable) -> None:
        """Ask what the columns of a table are, then bring it in."""
        parts = (self._desk, self._look, self._jobs, self._book_id, table, self._window)
        self.columns = ColumnsDialog(*parts)
        self.columns.chosen.connect(self._bring)
        self.columns.open()

    def ask_export(self) -> None:
        """Ask where to write the book, and in which form."""
        book = self._book()
        if book is None:
            return
        ask = QFileDialog(self._window, self.tr("Export the book"))
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        by_filter = {f"{form.words} (*{form.ending})": form for form in forms()}
        ask.setNameFilters(list(by_filter))
        ask.filterSelected.connect(lambda name: ask.setDefaultSuffix(by_filter[name].ending[1:]))
        ask.setDefaultSuffix(forms()[0].ending[1:])
        ask.selectFile(_file_name(book.info.name))
        ask.fileSelected.connect(
            lambda name: self.export(Path(name), excel=by_filter[ask.selectedNameFilter()].excel)
        )
        self._ask(ask)

    def export(self, path: Path, *, excel: str = "") -> None:
        """Write the book as the ending of a file says."""
        desk, book_id = self._desk, self._book_id
        self._jobs.read(
            self,
            lambda _ticket: (
                export_allies(desk, desk.shelf.open(book_id), path, excel=excel),
                count_opted_out(desk, desk.shelf.open(book_id)),
                count_declined(desk, desk.shelf.open(book_id), path),
            ),
            done=lambda counts: self._tell_exported(path, *counts),
            failed=self._fail,
        )

    def ask_page(self) -> None:
        """Ask how the web page should be, then where to write it."""
        book = self._book()
        if book is None:
            return
        language = translate("in_out", "en", "the language that these words belong to")
        parts = (self._desk, self._look, self._jobs, book, self._window)
        self.page = SharePageDialog(*parts, language=language)
        self.page.chosen.connect(self._ask_where)
        self.page.open()

    def write(self, plan: PagePlan, path: Path) -> None:
        """Write a page as it was planned."""
        desk = self._desk
        self._jobs.write(
            self,
            lambda _ticket: write_page(desk, plan, path),
            done=lambda written: self._tell_shared(path, written, plan.shown),
            failed=self._fail,
        )

    def _book(self) -> Book | None:
        """Return the book that is open; where another window put it away, that is said."""
        try:
            return self._desk.shelf.open(self._book_id)
        except BookGone as gone:
            self._fail(gone)
            return None

    def _make_menu(self) -> QMenu:
        menu = Menu(self._look, self._window)
        entries: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("folder-open", self.tr("Bring in a table…"), self.ask_table),
            ("download", self.tr("Export the book…"), self.ask_export),
            ("globe", self.tr("Share as a web page…"), self.ask_page),
        )
        for icon, words, act in entries:
            action = menu.addAction(self._look.icon(icon), words)
            action.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def _ask(self, ask: QFileDialog) -> None:
        if self._book_id:
            self.files = ask
            ask.open()

    def _ask_where(self, plan: PagePlan) -> None:
        ask = QFileDialog(self._window, self.tr("Write the web page"))
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilters([self.tr("Web page (*.html)")])
        ask.setDefaultSuffix("html")
        ask.selectFile(_file_name(plan.page.title))
        ask.fileSelected.connect(lambda name: self.write(plan, Path(name)))
        self._ask(ask)

    def _found(self, path: Path, table: OpenTable | None) -> None:
        if table is None:
            what = self.tr("%1 is no table.").replace("%1", path.name)
            self._tell(what, self.tr("Tables are CSV, Excel (.xlsx) or JSON."), Mood.WARN)
        else:
            self.show_table(table)

    def _bring(self, shown: Preview) -> None:
        """Write what was shown, as one act that can be taken back."""
        slip = self._slip = ActTicket(self._moved.emit)
        number = len(shown.wanted)
        if number > LONG:
            self._advance(0, number)
            self.progress.show()

        def work(desk: Desk, book: Book, _ticket: object) -> tuple[Entry, ...]:
            """Write what was shown; the next look may begin, whatever came of it."""
            try:
                return bring_in(desk, book, shown, slip)
            finally:
                self._written.emit()

        words = self.tr("bringing in %1").replace("%1", count(number))
        self._acts.do(words, self._book_id, work)

    def _advance(self, done: int, total: int) -> None:
        self.progress.show_step(Step(done, total))

    def _stop(self) -> None:
        if self._slip is not None:
            self._slip.cancel()

    def _end(self) -> None:
        self._slip = None
        self.progress.hide()

    def _tell_exported(self, path: Path, number: int, out: int, declined: int) -> None:
        words = self.tr("%1 allies written to %2.")
        if number == 1:
            words = self.tr("1 ally written to %2.")
        what = words.replace("%1", count(number)).replace("%2", path.name)
        rest = self.tr("X lets a person pass on %1 accounts a day: keep this table in your group.")
        left = self.tr("1 opted out: not in the file.")
        if out > 1:
            left = self.tr("%n opted out: not in the file.", "", out)
        more = [left] if out else []
        if declined == 1:
            more.append(self.tr("1 declined: not in the file, which cannot say so."))
        elif declined:
            more.append(self.tr("%n declined: not in the file, which cannot say so.", "", declined))
        if number > A_DAY:
            more.append(rest.replace("%1", count(A_DAY)))
        self._tell(what, " ".join(more), Mood.DONE)

    def _tell_shared(self, path: Path, plan: PagePlan, planned: int) -> None:
        what = self.tr("%1 is written.").replace("%1", path.name)
        words = self.tr("%1 allies are on it; open it to look before you pass it on.")
        if plan.shown == 1:
            words = self.tr("1 ally is on it; open it to look before you pass it on.")
        rest = [words.replace("%1", count(plan.shown))]
        if planned > plan.shown:
            gone = self.tr("Not to be listed any more, and left out: %1.")
            rest.append(gone.replace("%1", count(planned - plan.shown)))
        if plan.rest:
            later = self.tr("The other %1 can follow tomorrow, as part %2.")
            rest.append(later.replace("%1", count(plan.rest)).replace("%2", count(plan.part + 1)))
        self._tell(what, " ".join(rest), Mood.DONE)

    def _fail(self, error: AllybookError) -> None:
        self._tell(*halves(told(error)), Mood.DANGER)

    def _tell(self, what: str, rest: str, mood: Mood) -> None:
        self.note.show_mood(mood)
        self.note.say(what, rest)
        self.note.show()


class ActTicket:
    """A ticket of an act: it tells how far it is from whatever thread, and can be stopped."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stopped = Event()

    def cancel(self) -> None:
        """Ask the act to stop."""
        self._stopped.set()

    def cancelled(self) -> bool:
        """Return whether it was asked to stop."""
        return self._stopped.is_set()

    def report(self, done: int, total: int) -> None:
        """Say how far it has come."""
        self._tell(done, total)

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say that it waits: bringing allies in never does."""


def _file_name(name: str) -> str:
    """Return a name as a file may have it."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else "" for sign in name)
    return " ".join(kept.split()) or "allies"
