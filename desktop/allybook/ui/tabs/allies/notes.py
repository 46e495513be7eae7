"""The notes about one ally, as a conversation: who wrote what when, and a box to go on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from allybook.domain.book.clock import moment
from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import AllybookError
from allybook.ui.keys import ENTER, printed
from allybook.ui.tabs.allies.caution import CareHint
from allybook.ui.tabs.allies.facts import ally_kept
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import Button, LinkButton
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words
from allybook.ui.wording import ago, count, exactly

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from allybook.domain.book.ally import Note
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.facts import Facts, Whom
    from allybook.ui.theme.look import Look

SHOWN = 5
TOP = Qt.AlignmentFlag.AlignTop
LINES = (2, 8)
"""How many lines of a note are in sight while it is written, at least and at most."""
AROUND = 26
"""The room above and below the lines, with the frame."""


class Notes(QWidget):
    """Oldest first; ``noted`` carries the text of a new note, ``undo_asked`` an entry id.

    What is half written waits with its ally, in its book, until one comes back to it, also where
    the ally is known by another record key then. ``opened`` tells that the box for a new one stands
    there now.
    """

    noted = Signal(str)
    undo_asked = Signal(str)
    opened = Signal()

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._whom, self._name, self._kind = ("", ""), "", Kind.PERSON
        self._notes: Sequence[Note] = ()
        self._drafts: dict[Whom, tuple[str, str]] = {}
        self.title = Words(look, "", "body", weight=600)
        self.add_note = LinkButton(look, self.tr("Add a note"), "pencil-line")
        self.earlier = LinkButton(look, "", kind="caption", weight=600)
        self._rows = QVBoxLayout()
        self._whens: list[tuple[Note, Prose, QWidget]] = []
        self.hint = CareHint(desk, look, jobs)
        self.writing = QWidget()
        self.box = NoteBox(look)
        self.send = Button(look, self.tr("Add the note"), size="button_small")
        self.add_note.clicked.connect(self.start)
        self.box.left.connect(self.end)
        self.box.sent.connect(self._note)
        self.send.clicked.connect(self._note)
        self.box.textChanged.connect(self._weigh)
        self._lay_out()

    def show_notes(self, facts: Facts, now: datetime) -> None:
        """Show the notes about an ally; ``now`` is in the person's zone."""
        if facts.whom != self._whom:
            self._turn_to(facts)
        self._name = facts.row.name
        if facts.final:
            self.box.clear()
        self._kind, self._notes = facts.row.kind, facts.notes
        number = len(facts.notes)
        self.title.setText(
            self.tr("Notes, %1").replace("%1", count(number)) if number else self.tr("Notes")
        )
        self.title.updateGeometry()
        self.add_note.setVisible(not facts.final)
        self.writing.setVisible(self.writing.isVisibleTo(self) and not facts.final)
        self._fill(now, SHOWN)
        self._weigh()

    def begun(self) -> list[str]:
        """Return the names of those about whom something is written that no book has yet.

        A book in the trash can come back, and what was written in it with it. Nobody can come back
        to what was written about whom a book forgot, or in a book that is nowhere any more, and
        nothing may be written of who opted out.
        """
        here = {self._whom: (self._name, self.box.toPlainText())}
        drafts = (here | self._drafts).items()
        return [name for whom, (name, text) in drafts if text.strip() and self._is_there(whom)]

    def start(self) -> None:
        """Open the box for a note."""
        self.writing.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def end(self) -> None:
        """Put the box away; what is in it is kept for later."""
        self.writing.hide()
        self._weigh()

    def _turn_to(self, facts: Facts) -> None:
        left, written = self._whom, self.box.toPlainText()
        goes_on, self._whom = facts.is_about(left), facts.whom
        if written.strip() and not goes_on:
            self._drafts[left] = self._name, written
        waiting = [self._drafts.pop(whom)[1] for whom in [*self._drafts] if facts.is_about(whom)]
        if goes_on and not waiting:
            # Nobody is disturbed who is writing just now.
            return
        draft = "\n".join(text for text in (*waiting, written if goes_on else "") if text.strip())
        self.box.setPlainText(draft)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.writing.setVisible(bool(draft))

    def _is_there(self, whom: Whom) -> bool:
        try:
            ally = ally_kept(self._desk, whom)
        except AllybookError:
            # While a book cannot be read, nobody knows that an ally is not in it.
            return True
        return ally is not None and ally.status is not Status.OPTED_OUT

    def _note(self) -> None:
        text = self.box.toPlainText().strip()
        if text:
            self.box.clear()
            self.end()
            self.noted.emit(text)

    def _weigh(self) -> None:
        typed = self.box.toPlainText() if self.writing.isVisibleTo(self) else ""
        self.send.setEnabled(bool(typed.strip()))
        written = (note.text for note in self._notes)
        self.hint.look_at(self._kind, [*written, typed], self.box)

    def _fill(self, now: datetime, most: int) -> None:
        empty_layout(self._rows)
        self._whens.clear()
        before = len(self._notes) - most
        self.earlier.setVisible(before > 0)
        self.earlier.setText(self.tr("Show %n earlier", "", before))
        self.earlier.updateGeometry()
        self.earlier.disconnect(self)
        self.earlier.clicked.connect(lambda: self._fill(self._now, len(self._notes)))
        for note in self._notes[max(0, before) :]:
            self._rows.addWidget(self._make_row(note, now))
        self.tell_time(now)

    def tell_time(self, now: datetime) -> None:
        """Say of each note how old it is."""
        self._now = now
        for note, when, holder in self._whens:
            age = ago(moment(note.at), now)
            when.show_spans([Span(f"{age}, "), Span(self.tr("undo"), link=note.entry_id)])
            holder.setAccessibleName(f"{note.by.person}, {age}: {note.text}")

    def _make_row(self, note: Note, now: datetime) -> QWidget:
        look, holder = self._look, QWidget()
        row, words, head = QHBoxLayout(holder), QVBoxLayout(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        words.setSpacing(0)
        head.setSpacing(6)
        who = Who(note.by.person, Kind.PERSON, note.by.person)
        name = Words(look, note.by.person, "ui_bold")
        name.setToolTip(
            as_written(self.tr("%1, on %2").replace("%2", note.by.device).replace("%1", who.name))
        )
        at = moment(note.at)
        when = Prose(look, "", "caption", "text_2")
        when.setToolTip(as_written(exactly(at, now)))
        when.followed.connect(self.undo_asked)
        head.addWidget(name)
        head.addWidget(when, 1, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(head)
        # A break inside a note is a line of the same paragraph.
        words.addWidget(Prose(look, note.text.replace("\n", "\u2028")))
        row.addWidget(Avatar(look, who, "small"), 0, TOP)
        row.addLayout(words, 1)
        self._whens.append((note, when, holder))
        return holder

    def _lay_out(self) -> None:
        look, head, foot = self._look, QHBoxLayout(), QHBoxLayout()
        column, writing = QVBoxLayout(self), QVBoxLayout(self.writing)
        head.addWidget(self.title, 1)
        head.addWidget(self.add_note)
        how = self.tr("%1 adds it").replace("%1", printed("Ctrl+Enter"))
        foot.addWidget(Words(look, how, "caption", "text_2"), 1)
        foot.addWidget(self.send)
        for layout in (column, writing):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.space("s"))
        self._rows.setSpacing(look.space("m"))
        writing.addWidget(self.box)
        writing.addLayout(foot)
        self.writing.hide()
        column.addLayout(head)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._rows)
        column.addWidget(self.hint)
        column.addWidget(self.writing)


class NoteBox(QPlainTextEdit):
    """Lines of plain text, as high as they need: Ctrl+Enter tells ``sent``, Escape ``left``."""

    sent = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFont(look.font("ui"))
        self.setPlaceholderText(self.tr("A note for everyone who has this book"))
        self.setAccessibleName(self.tr("Note"))
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter send the note, and Escape leave it."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and control:
            if not event.isAutoRepeat():
                self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        least, most = LINES
        wanted = round(self.document().size().height())
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if wanted > most else off)
        lines = min(max(wanted, least), most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + AROUND)
