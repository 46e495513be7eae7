"""Bring allies in: paste anything, see what was understood, look up whom X knows, then add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal

from allybook.domain.people.handles import read_pieces
from allybook.services.people.adding import Sorted, find_alike, sort_out
from allybook.services.people.find import look_up, quote_find
from allybook.ui.prices import tag_of
from allybook.ui.tabs.allies.add_report import AddReport
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from allybook.ui.widgets.note import Note
from allybook.ui.widgets.paste import PasteField
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.wording import told, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

DIALOG = "button_dialog"
WIDTH = 600
# While someone types, names are looked up when they pause.
PAUSE_MS = 80
TEXT_HEIGHT = 124


class AddAllies(Sheet):
    """Takes any text; ``chosen`` carries whom to add (``Nominee`` values), new or known.

    ``dropped`` carries the paths of files that were dropped on the text.
    """

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, book_id: str, parent: QWidget, text: str = ""
    ) -> None:
        sentence = translate(
            "AddAllies", "Paste @names, #hashtags, links, a spreadsheet column: any text will do."
        )
        super().__init__(look, translate("AddAllies", "Add allies"), sentence, parent, width=WIDTH)
        self._desk = desk
        self._jobs = jobs
        self._book_id = book_id
        self._asked = 0
        self._ticket: Ticket | None = None
        self.sorted = Sorted()
        self.text = PasteField()
        self.text.setPlaceholderText(self.tr("@HarborRow, https://x.com/… or #ShelterNotes"))
        self.text.setAccessibleName(self.tr("Names to add"))
        self.text.setMinimumHeight(TEXT_HEIGHT // 2)
        self.text.setMaximumHeight(TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.report = AddReport(look)
        self.by_line = LinkButton(look, self.tr("Line by line"), kind="caption", weight=600)
        self.progress = ProgressCard(look, self.tr("Looking the handles up"))
        self.note = Note(look, closable=True)
        self.look_up = PriceButton(look, "", "search", size=DIALOG)
        self.add = PrimaryButton(look, "", "plus", size=DIALOG)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._connect()
        self._lay_out_body()
        self._show(Sorted())
        if text:
            self.text.setPlainText(text)
            self._sort()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the text; where there is one already, on the button."""
        super().showEvent(event)
        at = self.add if self.text.toPlainText() else self.text
        at.setFocus(Qt.FocusReason.PopupFocusReason)

    def _changed(self) -> None:
        self.add.setEnabled(False)
        self._pause.start()

    def _sort(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, text, desk, book_id = self._asked, self.text.toPlainText(), self._desk, self._book_id

        def work(_ticket: object) -> Sorted:
            """Sort what was typed."""
            return sort_out(desk, desk.shelf.open(book_id), read_pieces(text))

        def done(answer: Sorted) -> None:
            """Show the answer, and look for names that are near."""
            if asked == self._asked:
                self._show(answer)
                if answer.faces and not answer.alike:
                    self._jobs.read(self, lambda _t: alike(answer), done=done, failed=self._fail)

        def alike(answer: Sorted) -> Sorted:
            """Return the answer with the names that are near."""
            # Names that are only near take longer than the rest, which is shown meanwhile.
            found = find_alike(desk, desk.shelf.open(book_id), answer)
            return found if found.alike else replace(answer, faces=())

        self._jobs.read(self, work, done=done, failed=self._fail)

    def _show(self, answer: Sorted) -> None:
        self.sorted = answer
        self.report.show_sorted(answer)
        number = len(answer.addable)
        words = self.tr("Add 1 ally") if number == 1 else self.tr("Add %n allies", "", number)
        self.add.setText(words if number else self.tr("Add allies"))
        self.add.updateGeometry()
        self.add.setEnabled(bool(number))
        self.by_line.setVisible(bool(answer.lines))
        self._show_price()

    def _show_price(self) -> None:
        number = len(self.sorted.unfound)
        self.look_up.setVisible(bool(number) and self._ticket is None)
        if number:
            words = self.tr("Look up %n handles", "", number)
            self.look_up.show_verb(self.tr("Look up 1 handle") if number == 1 else words)
            tag = tag_of(self._desk, quote_find(self._desk, self.sorted.unfound))
            self.look_up.show_tag(tag)

    def _look_up(self) -> None:
        desk, wanted = self._desk, self.sorted.unfound
        self.look_up.hide()
        self.note.hide()
        self.progress.show_step(Step(0, len(wanted)))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: look_up(desk, wanted, ticket),
            done=lambda _nothing: self._end_looking(),
            failed=self._fail_looking,
            progress=self._advance,
        )

    def _advance(self, done: int, total: int) -> None:
        self.progress.show_step(Step(done, total))
        self.progress.show()

    def _end_looking(self) -> None:
        self._ticket = None
        self.progress.hide()
        self._sort()

    def _fail_looking(self, error: AllybookError) -> None:
        self._end_looking()
        self.note.tell_error(error)

    def _fail(self, error: AllybookError) -> None:
        self._asked += 1
        self.report.show_problem(told(error))
        self._show_price()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _add(self) -> None:
        self.chosen.emit(self.sorted.addable)
        self.accept()

    def _turn(self) -> None:
        lines = self.report.currentWidget() is not self.report.table
        self.report.by_line(on=lines)
        self.by_line.setText(self.tr("Summed up") if lines else self.tr("Line by line"))
        self.by_line.updateGeometry()

    def _drop(self, files: Sequence[Path]) -> None:
        self.reject()
        self.dropped.emit(files)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._sort)
        self.text.textChanged.connect(self._changed)
        self.text.dropped.connect(self._drop)
        self.by_line.clicked.connect(self._turn)
        self.look_up.clicked.connect(self._look_up)
        self.progress.stop_asked.connect(self._stop)
        self.finished.connect(self._stop)
        self.add.clicked.connect(self._add)

    def _lay_out_body(self) -> None:
        not_now = Button(self._look, self.tr("Not now"), size=DIALOG)
        not_now.clicked.connect(self.reject)
        self.progress.hide()
        self.note.hide()
        self.body.addWidget(self.text)
        self.body.addWidget(self.report)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.note)
        self.body.addWidget(self.by_line)
        # Before the stretch that keeps the answers at the right.
        self.foot.insertWidget(0, self.look_up)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.add)
