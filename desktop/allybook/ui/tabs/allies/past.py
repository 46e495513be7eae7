"""The history of one ally: what happened, when, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from allybook.domain.book.history import Verb
from allybook.ui.tabs.allies.foretelling import shorten
from allybook.ui.tabs.allies.telling import ICONS
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button, FlatButton, LinkButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, exactly, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from allybook.ui.tabs.allies.telling import HistoryLine
    from allybook.ui.theme.look import Look

SHOWN = 12
TOP = Qt.AlignmentFlag.AlignTop
Foretell = Callable[[str], "Sequence[Span]"]
"""Says of an entry's id what undoing it would change."""


class Past(QWidget):
    """Lines, newest first; ``undo_asked`` carries an entry id, after what undoing does was seen.

    ``questioned`` tells that the question whether to undo stands below a line now.
    """

    undo_asked = Signal(str)
    questioned = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: Sequence[HistoryLine] = ()
        self._foretell: Foretell = _nothing
        self._most = SHOWN
        self._asking = ""
        self.asked: AskUndo | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space("m"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addWidget(Words(look, self.tr("History"), "body", weight=600))
        column.addLayout(self._rows)

    def show_lines(self, lines: Sequence[HistoryLine], now: datetime, foretell: Foretell) -> None:
        """Show a history; ``now`` is in the person's zone."""
        self._lines, self._foretell = lines, foretell
        self._fill(now)

    def end_asking(self) -> None:
        """Show another history from the top, with no question open."""
        self._asking, self._most = "", SHOWN

    def ask_undo(self, entry_id: str) -> None:
        """Say below a line what undoing it would change, and ask."""
        if entry_id not in [line.entry_id for line in self._lines[: self._most]]:
            self._most = len(self._lines)
        self._asking = entry_id
        self._fill(self._now)
        if self.asked is not None:
            self.asked.yes.setFocus(Qt.FocusReason.OtherFocusReason)
            self.questioned.emit()

    def _answer(self, entry_id: str) -> None:
        self._leave()
        self.undo_asked.emit(entry_id)

    def _leave(self) -> None:
        self._asking = ""
        self._fill(self._now)

    def _show_all(self) -> None:
        self._most = len(self._lines)
        self._fill(self._now)

    def _fill(self, now: datetime) -> None:
        self._now, self.asked = now, None
        empty_layout(self._rows)
        for line in self._lines[: self._most]:
            self._rows.addWidget(self._make_row(line, now))
            if line.entry_id and line.entry_id == self._asking:
                self._rows.addWidget(self._make_question(line.entry_id))
        if len(self._lines) > self._most:
            words = self.tr("Show all %1").replace("%1", count(len(self._lines)))
            more = LinkButton(self._look, words, weight=600)
            more.clicked.connect(self._show_all)
            self._rows.addWidget(more)

    def _make_question(self, entry_id: str) -> AskUndo:
        asked = AskUndo(self._look, self._foretell(entry_id))
        asked.yes.clicked.connect(lambda: self._answer(entry_id))
        asked.no.clicked.connect(self._leave)
        asked.left.connect(self._leave)
        self.asked = asked
        return asked

    def _make_row(self, line: HistoryLine, now: datetime) -> QWidget:
        look, holder = self._look, QWidget()
        row, words = QHBoxLayout(holder), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        words.setSpacing(0)
        icon = Glyph(look, line.icon, line.role)
        icon.setFixedHeight(look.line_height("ui"))
        sentence = Prose(look)
        sentence.show_spans(_brief(line))
        when = Prose(look, "", "caption", "text_2")
        when.show_spans(self._when(line, now))
        when.setToolTip(as_written(exactly(line.at, now)))
        when.followed.connect(self.ask_undo)
        words.addWidget(sentence)
        words.addWidget(when)
        row.addWidget(icon, 0, TOP)
        row.addLayout(words, 1)
        return holder

    def _when(self, line: HistoryLine, now: datetime) -> list[Span]:
        at = moment_of(line.at, now)
        if not line.entry_id:
            return [Span(at)]
        link = self.tr("redo") if line.again else self.tr("undo")
        return [Span(f"{at}, "), Span(link, link=line.entry_id)]


class AskUndo(Card):
    """What undoing would change, and two answers; ``left`` tells that Escape was pressed."""

    left = Signal()

    def __init__(self, look: Look, spans: Sequence[Span]) -> None:
        super().__init__(look, "panel", "border")
        self.words = Prose(look, "", "caption")
        self.words.show_spans(spans)
        self.yes = Button(look, self.tr("Undo"), size="button_small")
        self.no = FlatButton(look, self.tr("Leave it"), size="button_small")
        self.yes.setAccessibleDescription(self.words.text())
        column, foot = QVBoxLayout(self), QHBoxLayout()
        side = look.space("s")
        column.setContentsMargins(look.space("m"), side, side, side)
        column.setSpacing(side)
        foot.setSpacing(side)
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column.addWidget(self.words)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _nothing(_entry_id: str) -> Sequence[Span]:
    return ()


def _brief(line: HistoryLine) -> Sequence[Span]:
    """Return the sentence of a line; notes are cut, since they stand in full above."""
    if line.icon != ICONS[Verb.NOTED]:
        return line.spans
    return [replace(span, text=shorten(span.text)) for span in line.spans]


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
