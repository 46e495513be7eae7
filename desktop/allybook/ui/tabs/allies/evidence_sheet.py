"""The evidence for one nomination in full, with the three answers at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.models.pills import PillTone
from allybook.ui.opening import open_link
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import Button, FlatButton, IconButton, PrimaryButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.note import Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import exactly, moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from allybook.ui.models.pills import Pill
    from allybook.ui.tabs.allies.evidence import NominationFacts, Saying
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
WIDTH = 600
TALL = 380
SHORT = 96
TOP = Qt.AlignmentFlag.AlignTop


class EvidenceSheet(Sheet):
    """Shows who said what; ``approved``, ``declined`` and ``put_off`` are the answers.

    Approving a person takes a second press.
    """

    approved = Signal()
    declined = Signal()
    put_off = Signal()

    def __init__(
        self, look: Look, evidence: NominationFacts, now: datetime, parent: QWidget
    ) -> None:
        row = evidence.row
        super().__init__(look, row.name, evidence.summary, parent, width=WIDTH)
        self._now = now
        self._evidence = evidence
        self._asked = row.kind is not Kind.PERSON
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, look.space("m"), 0)
        self._column.setSpacing(look.space("s"))
        self._fill()
        self._column.addStretch(1)
        area = Scroll(inside)
        area.let_keys_scroll(row.name)
        area.setMinimumHeight(SHORT)
        area.setMaximumHeight(TALL)
        self.body.addWidget(area)
        self.note, self.question = Note(look), Prose(look, "", "ui", "warn")
        for part in (self.note, self.question):
            part.hide()
            self.body.addWidget(part)
        self.approve = PrimaryButton(look, self.tr("Approve"), "check", size=DIALOG)
        self.decline = Button(look, self.tr("Decline…"), size=DIALOG)
        self.later = FlatButton(look, self.tr("Later"), size=DIALOG)
        self.approve.clicked.connect(self._approve)
        self.decline.clicked.connect(self.accept)
        self.decline.clicked.connect(self.declined)
        self.later.clicked.connect(self.accept)
        self.later.clicked.connect(self.put_off)
        for button in (self.later, self.decline, self.approve):
            self.foot.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the answer that decides nothing."""
        super().showEvent(event)
        self.later.setFocus(Qt.FocusReason.PopupFocusReason)

    def _approve(self) -> None:
        if self._asked:
            self.accept()
            self.approved.emit()
            return
        self._asked = True
        self.question.show_text(
            self.tr("This is a person: do they know that you list them? Approve again to say yes.")
        )
        self.question.show()
        self.approve.setText(self.tr("Yes, approve"))
        self.approve.updateGeometry()
        self.come_to_the_middle()

    def _open(self, address: str) -> None:
        """Open a post; that there is no browser is said here: the window lies below."""
        if not open_link(address):
            self.note.tell_unopened(address)
            self.come_to_the_middle()

    def _fill(self) -> None:
        evidence = self._evidence
        for pill, sentence in evidence.remarks:
            self._column.addLayout(self._make_remark(pill, sentence))
        if evidence.remarks and (evidence.sayings or evidence.lost):
            self._column.addSpacing(self._look.space("xs"))
            self._column.addWidget(Rule(self._look))
        for saying in evidence.sayings:
            self._column.addWidget(self._make_saying(saying))
        if evidence.lost:
            words = self.tr("%n more posts are not kept here any more.", "", evidence.lost)
            if evidence.lost == 1:
                words = self.tr("1 more post is not kept here any more.")
            self._column.addWidget(Words(self._look, words, "caption", "text_2"))

    def _make_remark(self, pill: Pill | None, sentence: str) -> QHBoxLayout:
        look = self._look
        care = pill is not None and pill.tone is PillTone.CARE
        row = QHBoxLayout()
        row.setSpacing(look.space("s"))
        glyph = Glyph(
            look, pill.icon if pill and pill.icon else "info", "warn" if care else "text_2"
        )
        glyph.setFixedHeight(look.line_height("ui"))
        row.addWidget(glyph, 0, TOP)
        row.addWidget(Prose(look, sentence), 1)
        return row

    def _make_saying(self, saying: Saying) -> QWidget:
        look, holder = self._look, QWidget()
        row, words, head = QHBoxLayout(holder), QVBoxLayout(), QHBoxLayout()
        row.setContentsMargins(0, look.space("s"), 0, look.space("xs"))
        row.setSpacing(look.space("m"))
        words.setSpacing(0)
        head.setSpacing(look.space("s"))
        head.addWidget(Words(look, saying.author, "ui_bold"))
        if saying.handle:
            head.addWidget(Words(look, f"@{saying.handle}", "ui", "text_3"))
        head.addStretch(1)
        when = Words(look, self._when(saying), "caption", "text_2")
        when.setToolTip(as_written(exactly(saying.at, self._now)))
        head.addWidget(when)
        opener = IconButton(look, "external-link", self.tr("Open the post on X"))
        opener.clicked.connect(lambda: self._open(saying.address))
        words.addLayout(head)
        words.addWidget(Prose(look, saying.text))
        row.addWidget(Avatar(look, Who(saying.author, Kind.PERSON, saying.user_id), "post"), 0, TOP)
        row.addLayout(words, 1)
        row.addWidget(opener, 0, TOP)
        holder.setAccessibleName(f"{saying.author}, {self._when(saying)}: {saying.text}")
        return holder

    def _when(self, saying: Saying) -> str:
        when = moment_of(saying.at, self._now)
        return f"{saying.chat}, {when}" if saying.chat else when
