"""The history of one ally: what happened, when, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, exactly, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from allybook.ui.tabs.allies.telling import Line
    from allybook.ui.theme.look import Look

SHOWN = 12
TOP = Qt.AlignmentFlag.AlignTop


class Past(QWidget):
    """Lines, newest first; ``undo_asked`` carries an entry id, ``noted`` the text of a note."""

    undo_asked = Signal(str)
    noted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: Sequence[Line] = ()
        self.add_note = LinkButton(look, self.tr("Add a note"), "pencil-line")
        self.field = NoteField()
        self.field.setPlaceholderText(self.tr("A note for everyone who has this book"))
        self.field.setAccessibleName(self.tr("Note"))
        self.field.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space("m"))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Words(look, self.tr("History"), "body", weight=600), 1)
        head.addWidget(self.add_note)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(self._rows)
        self.add_note.clicked.connect(self.start_note)
        self.field.left.connect(self.field.hide)
        self.field.returnPressed.connect(self._note)

    def show_lines(self, lines: Sequence[Line], now: datetime, *, final: bool) -> None:
        """Show a history; ``final`` ones take no more notes. ``now`` is in the person's zone."""
        self.add_note.setVisible(not final)
        self._lines = lines
        self._fill(lines[:SHOWN], now)
        if len(lines) > SHOWN:
            words = self.tr("Show all %1").replace("%1", count(len(lines)))
            more = LinkButton(self._look, words, weight=600)
            more.clicked.connect(lambda: self._fill(self._lines, now))
            self._rows.addWidget(more)

    def start_note(self) -> None:
        """Open the field for a note."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_note(self) -> None:
        """Put the field away, with whatever was in it."""
        self.field.clear()
        self.field.hide()

    def _note(self) -> None:
        text = self.field.text().strip()
        self.end_note()
        if text:
            self.noted.emit(text)

    def _fill(self, lines: Sequence[Line], now: datetime) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._rows.addWidget(self._make_row(line, now))

    def _make_row(self, line: Line, now: datetime) -> QWidget:
        look, holder = self._look, QWidget()
        row, words = QHBoxLayout(holder), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        words.setSpacing(0)
        icon = Glyph(look, line.icon, line.role)
        icon.setFixedHeight(look.line_height("ui"))
        sentence = Prose(look)
        sentence.show_spans(line.spans)
        when = Prose(look, "", "caption", "text_2")
        when.show_spans(self._when(line, now))
        when.setToolTip(exactly(line.at, now))
        when.followed.connect(self.undo_asked)
        words.addWidget(sentence)
        words.addWidget(when)
        row.addWidget(icon, 0, TOP)
        row.addLayout(words, 1)
        return holder

    def _when(self, line: Line, now: datetime) -> list[Span]:
        at = moment_of(line.at, now)
        if not line.entry_id:
            return [Span(at)]
        link = self.tr("redo") if line.again else self.tr("undo")
        return [Span(f"{at}, "), Span(link, link=line.entry_id)]


class NoteField(QLineEdit):
    """A field that Escape leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
