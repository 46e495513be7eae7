"""Ask how a web page of the allies should be, and say who would be on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout

from allybook.domain.spoken import FEW
from allybook.services.share.page import Edition, PagePlan, plan_page, title_of
from allybook.services.share.words import SPOKEN
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, IconButton, PrimaryButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, halves, in_words, people, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ports.books import Book
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

WIDTH = 520
LABEL = 96
DIALOG = "button_dialog"
LONGEST = 120
NATIVE = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "pt": "Português"}
"""The languages of a page by their own names, which no catalogue translates."""


class SharePageDialog(CardDialog):
    """``chosen`` carries the ``PagePlan`` that is to be written."""

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        book: Book,
        parent: QWidget,
        *,
        language: str = "en",
    ) -> None:
        super().__init__(look, "", parent, width=WIDTH)
        self._title = self.tr("Share as a web page")
        self.setWindowTitle(self._title)
        self.setAccessibleName(self._title)
        self._desk, self._jobs, self._book = desk, jobs, book
        self._asked: Ticket | None = None
        self.plan: PagePlan | None = None
        self._name = book.info.name
        self.heading = QLineEdit()
        self.heading.setMaxLength(LONGEST)
        self.heading.setFixedHeight(look.height("field"))
        self.heading.setAccessibleName(self.tr("Heading of the page"))
        self.language = ComboBox(look, self.tr("Language of the page"))
        for code in SPOKEN:
            self.language.addItem(NATIVE[code], code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.heading.setText(title_of(self._name, self.language.currentData()))
        self.part = QSpinBox(minimum=1, maximum=1)
        self.part.setFixedHeight(look.height("field"))
        self.part.setAccessibleName(self.tr("Part of the page"))
        self.part_words = Words(look, self.tr("Part"))
        self.persons = CheckBox(look, "", "text")
        self.tags = CheckBox(look, "", "text")
        self.summary = Prose(look, self.tr("Reading…"), "caption", "text_2")
        self.note = Note(look, Mood.WARN)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.write = PrimaryButton(look, self.tr("Write the page…"), size=DIALOG)
        for part in (self.part, self.part_words, self.persons, self.tags, self.note):
            part.hide()
        self._connect()
        self._lay_out(look)
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the heading."""
        super().showEvent(event)
        self.heading.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.not_now.clicked.connect(self.reject)
        self.write.clicked.connect(self._accept)
        self.language.currentIndexChanged.connect(lambda _place: self._translate_heading())
        self.persons.toggled.connect(lambda _on: self._weigh())
        self.tags.toggled.connect(lambda _on: self._weigh())
        self.part.valueChanged.connect(lambda _value: self._weigh())

    def _translate_heading(self) -> None:
        """Propose the heading in the language of the page, unless somebody wrote another one."""
        proposed = {title_of(self._name, code) for code in SPOKEN}
        if self.heading.text() in proposed:
            self.heading.setText(title_of(self._name, self.language.currentData()))

    def _weigh(self) -> None:
        """Find out who would be on the page, and whether it can be written today."""
        desk, book = self._desk, self._book
        edition = Edition(
            persons=self.persons.isChecked(), tags=self.tags.isChecked(), part=self.part.value()
        )
        self.write.setEnabled(False)
        ticket = self._asked = self._jobs.read(
            self,
            lambda _ticket: plan_page(desk, book, edition),
            done=lambda plan: self._show(plan, ticket),
            failed=lambda error: self._refuse(told(error)),
        )

    def _show(self, plan: PagePlan, ticket: Ticket) -> None:
        if ticket is not self._asked:
            return
        self.plan = plan
        words = self.tr("Also %1, who know of it")
        if plan.persons == 1:
            words = self.tr("Also %1, who knows of it")
        self._offer(self.persons, words.replace("%1", people(plan.persons)), plan.persons)
        words = self.tr("Also 1 tag that your group gave")
        if len(plan.tags) != 1:
            words = self.tr("Also %n tags that your group gave", "", len(plan.tags))
        self._offer(self.tags, words, len(plan.tags))
        self.part.setMaximum(plan.parts)
        for part in (self.part, self.part_words):
            part.setVisible(plan.parts > 1)
        self.summary.show_text(self._sentence(plan))
        self._refuse(in_words(plan.refusal))

    def _offer(self, box: CheckBox, words: str, number: int) -> None:
        box.setText(words)
        box.updateGeometry()
        box.setVisible(number > 0)

    def _refuse(self, why: str) -> None:
        self.note.setVisible(bool(why))
        if why:
            self.note.say(*halves(why))
        self.write.setEnabled(not why)
        if self.isVisible() and (laid := self.layout()) is not None:
            # Rows that came or went count only then.
            laid.activate()
            self.come_to_the_middle()

    def _sentence(self, plan: PagePlan) -> str:
        parts = [self.tr("On the page: %1.").replace("%1", count(plan.shown))]
        if plan.persons and not self.persons.isChecked():
            words = self.tr("%1 left out: everyone can read this page.")
            parts.append(words.replace("%1", people(plan.persons)))
        if plan.tags:
            on = self.tags.isChecked()
            words = self.tr("Tags on it: %1.") if on else self.tr("Tags that stay with you: %1.")
            parts.append(words.replace("%1", self._name_some(plan.tags)))
        if plan.shy:
            words = self.tr("Left out because their bio asks for no lists: %1.")
            parts.append(words.replace("%1", count(plan.shy)))
        if plan.nameless:
            words = self.tr("Left out without a known handle: %1.")
            parts.append(words.replace("%1", count(plan.nameless)))
        if plan.rest:
            words = self.tr("The other %1 can follow tomorrow, as part %2.")
            later = words.replace("%1", count(plan.rest)).replace("%2", count(plan.part + 1))
            parts.append(later)
        return " ".join(parts)

    def _name_some(self, tags: Sequence[str]) -> str:
        named = ", ".join(tags[:FEW])
        rest = len(tags) - FEW
        return f"{named} {self.tr('and %n more', '', rest)}" if rest > 0 else named

    def _accept(self) -> None:
        if self.plan is not None:
            page = self.plan.page
            language = self.language.currentData()
            title = " ".join(self.heading.text().split()) or title_of(self._name, language)
            worded = replace(page, title=title, language=language)
            self.chosen.emit(replace(self.plan, page=worded))
        self.accept()

    def _lay_out(self, look: Look) -> None:
        edge, gap = look.space("xl"), look.space("l")
        column, head = QVBoxLayout(), QHBoxLayout()
        column.setContentsMargins(edge, edge - 4, edge, gap)
        column.setSpacing(look.space("m"))
        cross = IconButton(look, "x", self.tr("Close, change nothing"))
        cross.clicked.connect(self.reject)
        head.addWidget(Words(look, self._title, "title"), 1)
        head.addWidget(cross)
        column.addLayout(head)
        sentence = self.tr(
            "One file for everyone: approved allies by category, with links to follow them. Notes, "
            "reasons and who wrote them stay with you, and tags too unless you choose them."
        )
        column.addWidget(Prose(look, sentence, "ui", "text_2"))
        column.addLayout(self._make_grid(look))
        for part in (self.persons, self.tags, self.summary, self.note):
            column.addWidget(part)
        self.lay(column, self.make_foot(self.not_now, self.write))

    def _make_grid(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space("m"))
        grid.setVerticalSpacing(look.space("s"))
        grid.setColumnMinimumWidth(0, LABEL)
        grid.setColumnStretch(1, 1)
        rows = (
            (Words(look, self.tr("Heading")), self.heading),
            (Words(look, self.tr("Language")), self.language),
            (self.part_words, self.part),
        )
        for place, (words, field) in enumerate(rows):
            grid.addWidget(words, place, 0)
            grid.addWidget(field, place, 1)
        return grid
