"""Bring allies in: paste anything, see what was understood, then add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.domain.handles import find_names
from allybook.ui.tabs.allies.adding import Sorted, sort_out
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QShowEvent

    from allybook.domain.book.edit import Nominee
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
# While someone types, names are looked up when they pause.
PAUSE_MS = 80
TEXT_HEIGHT = 124
ROW = 24
ROWS = 6
IN_TIP = 40


class AddAllies(Sheet):
    """Takes any text; ``chosen`` carries whom to add (``Nominee`` values), new or known."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, book_id: str, parent: QWidget, text: str = ""
    ) -> None:
        sentence = translate(
            "AddAllies", "Paste @names, #hashtags, links, a spreadsheet column: any text will do."
        )
        super().__init__(look, translate("AddAllies", "Add allies"), sentence, parent, width=560)
        self._desk = desk
        self._jobs = jobs
        self._book_id = book_id
        self._asked = 0
        self.sorted = Sorted()
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("@HarborRow, https://x.com/… or #ShelterNotes"))
        self.text.setAccessibleName(self.tr("Names to add"))
        self.text.setMinimumHeight(TEXT_HEIGHT // 2)
        self.text.setMaximumHeight(TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.report = _Report(look)
        self.add = PrimaryButton(look, "", "plus", size=DIALOG)
        not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.text.textChanged.connect(self._changed)
        self.add.clicked.connect(self._add)
        not_now.clicked.connect(self.reject)
        self.body.addWidget(self.text)
        self.body.addWidget(self.report)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.add)
        self._show(Sorted())
        if text:
            self.text.setPlainText(text)
            self._look_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the text; where there is one already, on the button."""
        super().showEvent(event)
        at = self.add if self.text.toPlainText() else self.text
        at.setFocus(Qt.FocusReason.PopupFocusReason)

    def _changed(self) -> None:
        self.add.setEnabled(False)
        self._pause.start()

    def _look_up(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, text, desk, book_id = self._asked, self.text.toPlainText(), self._desk, self._book_id

        def work(_ticket: object) -> Sorted:
            return sort_out(desk, desk.shelf.open(book_id), find_names(text))

        def done(answer: Sorted) -> None:
            if asked == self._asked:
                self._show(answer)

        self._jobs.fetch(self, work, done=done, failed=self._fail)

    def _show(self, answer: Sorted) -> None:
        self.sorted = answer
        self.report.show_sorted(answer)
        number = len(answer.addable)
        words = self.tr("Add 1 ally") if number == 1 else self.tr("Add %n allies", "", number)
        self.add.setText(words if number else self.tr("Add allies"))
        self.add.updateGeometry()
        self.add.setEnabled(bool(number))

    def _fail(self, error: AllybookError) -> None:
        self.report.show_problem(str(error))

    def _add(self) -> None:
        self.chosen.emit(self.sorted.addable)
        self.accept()


class _Report(Card):
    """What was understood, one line for each kind of answer; nobody is left out in silence."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "border")
        self._look = look
        area, inside, whole = QScrollArea(), QWidget(), QVBoxLayout(self)
        side, edge = look.space("m") + 1, look.space("s") + 1
        whole.setContentsMargins(side, edge, 1, edge)
        whole.addWidget(area)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("clear", True)  # noqa: FBT003 (Qt's)
        inside.setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, side, 0)
        self._column.setSpacing(0)
        self.setMinimumHeight(2 * ROW + 2 * edge)
        self.setMaximumHeight(ROWS * ROW + 2 * edge)

    def sizeHint(self) -> QSize:
        """Return the room for every kind of answer."""
        return QSize(0, self.maximumHeight())

    def show_sorted(self, answer: Sorted) -> None:
        """Show who is new, who is known, who stays out, and what was not understood."""
        parts: tuple[tuple[str, str, str, Sequence[str]], ...] = (
            ("plus", "accent_text", self.tr("%1 new"), _names(answer.new)),
            ("inbox", "accent_text", self.tr("%1 known, now approved"), _names(answer.known)),
            ("check", "text_2", self.tr("%1 already there"), _names(answer.there)),
            ("circle-x", "text_2", self.tr("%1 declined before"), _names(answer.declined)),
            ("hand-heart", "text_2", self.tr("%1 never listed again"), _names(answer.out)),
            ("info", "warn", self.tr("%1 not understood"), answer.leftovers),
        )
        shown = [(icon, role, words, names) for icon, role, words, names in parts if names]
        self._clear()
        for icon, role, words, names in shown:
            text = words.replace("%1", count(len(names)))
            self._add_row(Glyph(self._look, icon, role), text, names)
        if not shown:
            self._say(self.tr("Nothing is added before you have seen here what was understood."))
        self._column.addStretch(1)

    def show_problem(self, sentence: str) -> None:
        """Show why it cannot be told."""
        self._clear()
        self._say(sentence)
        self._column.addStretch(1)

    def _say(self, sentence: str) -> None:
        self._column.addWidget(Words(self._look, sentence, "caption", "text_2"))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_row(self, glyph: Glyph, text: str, names: Sequence[str]) -> None:
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        listed = ", ".join(names)
        row.addWidget(glyph)
        row.addWidget(Words(self._look, text, "ui_bold"))
        row.addWidget(Words(self._look, listed, "caption", "text_2"), 1)
        holder.setToolTip("\n".join(names[:IN_TIP]))
        holder.setAccessibleName(f"{text}: {listed}")
        self._column.addWidget(holder)


def _names(nominees: Iterable[Nominee]) -> tuple[str, ...]:
    return tuple(_name(nominee) for nominee in nominees)


def _name(nominee: Nominee) -> str:
    if nominee.kind is Kind.HASHTAG:
        return f"#{nominee.handle}"
    return f"@{nominee.handle}" if nominee.handle else nominee.key
