"""Bring a table in: say what its columns are, see what that does, then do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from allybook.domain.book.columns import names_someone
from allybook.services.books.bring_in import Preview, preview, read_table
from allybook.services.books.care import of_rows
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.dialogs.columns.outcome import OutcomeLines
from allybook.ui.dialogs.columns.rows import ROW, ColumnRows
from allybook.ui.widgets.buttons import Button, IconButton, PrimaryButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import SectionLabel, Words
from allybook.ui.wording import count, in_words, told

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ports.files import OpenTable
    from allybook.services.books.bring_in import Raw
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

WIDTH = 640
FEWEST_ROWS, MOST_ROWS = 2, 6
DIALOG = "button_dialog"


class ColumnsDialog(CardDialog):
    """Shows the guess and what follows from it; ``chosen`` carries the ``Preview`` to bring in."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, book_id: str, table: OpenTable, parent: QWidget
    ) -> None:
        super().__init__(look, "", parent, width=WIDTH)
        title = self.tr("Bring in %1").replace("%1", table.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._desk, self._jobs, self._book_id, self._table = desk, jobs, book_id, table
        self._raw: Raw | None = None
        self._asked: Ticket | None = None
        self.preview = Preview()
        self.title = Words(look, title, "title")
        self.columns = ColumnRows(look, table)
        self.outcome = OutcomeLines(look)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.bring = PrimaryButton(look, self.tr("Bring in"), size=DIALOG)
        self.bring.setEnabled(False)
        self.columns.changed.connect(self._weigh)
        self.not_now.clicked.connect(self.reject)
        self.bring.clicked.connect(self._accept)
        self.finished.connect(self._stop)
        self._lay_out(look)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the first choice."""
        super().showEvent(event)
        if self.columns.rows:
            self.columns.rows[0].choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self) -> None:
        table = self._table
        self.outcome.show_words(self.tr("Reading…"))
        self._asked = self._jobs.read(
            self,
            lambda ticket: read_table(table, ticket),
            done=self._show_raw,
            failed=self._fail,
            progress=self._advance,
        )

    def _show_raw(self, raw: Raw) -> None:
        self._raw = raw
        self._asked = None
        self._weigh()

    def _weigh(self) -> None:
        """Find out what the columns as they are said to be would do; the last answer counts."""
        raw, mapped = self._raw, self.columns.mapped
        self._offer(Preview())
        if raw is None:
            return
        self._stop()
        if not names_someone(mapped):
            self.outcome.show_words(self.tr("Say which column holds handles or user ids."))
            return
        desk, book_id = self._desk, self._book_id
        ticket = self._asked = self._jobs.read(
            self,
            lambda ticket: preview(desk, desk.shelf.open(book_id), raw, mapped, ticket),
            done=lambda shown: self._show(shown, ticket),
            failed=lambda error: self._fail(error, ticket),
            progress=self._advance,
        )

    def _show(self, shown: Preview, ticket: Ticket) -> None:
        if ticket is self._asked:
            self.outcome.show_preview(shown)
            self._offer(shown)
            self._take_care(shown)

    def _take_care(self, shown: Preview) -> None:
        """Look, when the rest can be seen already, where words about persons call for care."""
        desk, rows = self._desk, [one.row for one in shown.wanted]
        asked = self._asked = self._jobs.read(
            self,
            lambda ticket: of_rows(desk, rows, ticket),
            done=lambda careful: self.outcome.show_careful(careful if asked is self._asked else ()),
            failed=self._fail,
        )

    def _offer(self, shown: Preview) -> None:
        """Let what would be written be chosen, with its number on the button."""
        self.preview = shown
        number = len(shown.wanted)
        words = self.tr("Bring in %1").replace("%1", count(number)) if number else ""
        self.bring.setText(words or self.tr("Bring in"))
        self.bring.setEnabled(bool(number))
        self.bring.updateGeometry()

    def _advance(self, done: int, _total: int) -> None:
        words = self.tr("1 row read") if done == 1 else self.tr("%1 rows read")
        self.outcome.show_words(words.replace("%1", count(done)))

    def _fail(self, error: AllybookError, ticket: Ticket | None = None) -> None:
        if ticket is self._asked or ticket is None:
            self.outcome.show_words(told(error))

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _accept(self) -> None:
        self.chosen.emit(self.preview)
        self.accept()

    def _lay_out(self, look: Look) -> None:
        edge, gap = look.space("xl"), look.space("l")
        column = QVBoxLayout()
        column.setContentsMargins(edge, edge - 4, edge, gap)
        column.setSpacing(look.space("s"))
        column.addLayout(self._make_head(look))
        sentence = self.tr(
            "What is in each column? Nothing is written before you press the button, and one undo "
            "takes it all back."
        )
        column.addWidget(Prose(look, sentence, "ui", "text_2"))
        if self._table.remark:
            self.passed = Prose(look, in_words(self._table.remark), "ui", "text_2")
            column.addWidget(self.passed)
        area = Scroll(self.columns)
        area.setMinimumHeight(min(len(self.columns.rows), FEWEST_ROWS) * ROW)
        area.setMaximumHeight(min(len(self.columns.rows), MOST_ROWS) * ROW)
        column.addWidget(area, 2)
        column.addSpacing(look.space("xs"))
        column.addWidget(SectionLabel(look, self.tr("What that does")))
        column.addWidget(self.outcome, 1)
        self.lay(column, self.make_foot(self.not_now, self.bring))

    def _make_head(self, look: Look) -> QHBoxLayout:
        head = QHBoxLayout()
        cross = IconButton(look, "x", self.tr("Close, change nothing"))
        cross.clicked.connect(self.reject)
        head.addWidget(self.title, 1)
        head.addWidget(cross)
        return head
