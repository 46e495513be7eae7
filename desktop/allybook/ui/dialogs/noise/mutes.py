"""The mutes: each with how long it lasts and a way out, and a line to mute something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from allybook.domain.mutes import MuteKind, Spell
from allybook.ui.dialogs.noise.words import tell_until
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import SectionLabel, Words
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.mutes import Mute
    from allybook.ui.theme.look import Look

SMALL = "button_small"
ICONS = {MuteKind.AUTHOR: "user-round", MuteKind.HASHTAG: "hash"}


class MuteList(QWidget):
    """``added`` carries the words that were typed and a ``Spell``, ``removed`` a mute."""

    added = Signal(str, object)
    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: dict[str, Button] = {}
        self.heading = SectionLabel(look, self.tr("Muted"))
        about = self.tr("Nothing is muted. M at a post mutes its author, a word or a hashtag.")
        self.nothing = Prose(look, about, "caption", "text_2")
        self.complaint = Prose(look, "", "caption", "danger")
        self.complaint.hide()
        self.field, self.spell = QLineEdit(), ComboBox(look, self.tr("How long"))
        self.add = Button(look, self.tr("Mute"))
        self._rows = QGridLayout()
        self._lay_out()

    def show_mutes(self, mutes: Sequence[Mute], now: datetime) -> None:
        """Show the mutes in force, oldest first; ``now`` is in the reader's time."""
        self._clear()
        self.nothing.setVisible(not mutes)
        for row, mute in enumerate(mutes):
            self._add_row(row, mute, tell_until(mute, now))

    def complain(self, sentence: str) -> None:
        """Say why something could not be muted; an empty sentence takes that back."""
        self.complaint.show_text(sentence)
        self.complaint.setVisible(bool(sentence))

    def _add_row(self, row: int, mute: Mute, until: str) -> None:
        look, rows = self._look, self._rows
        button = Button(look, self.tr("Unmute"), size=SMALL)
        button.setAccessibleName(self.tr("Unmute %1").replace("%1", in_words(mute.words)))
        button.clicked.connect(lambda: self.removed.emit(mute))
        self.buttons[in_words(mute.words)] = button
        name = Words(look, in_words(mute.words), "ui")
        name.setAccessibleName(f"{in_words(mute.words)}, {until}")
        name.setToolTip(as_written(in_words(mute.words)))
        rows.addWidget(Glyph(look, ICONS.get(mute.kind, "type"), "text_2"), row, 0)
        rows.addWidget(name, row, 1)
        rows.addWidget(Words(look, until, "caption", "text_2"), row, 2)
        rows.addWidget(button, row, 3)

    def _clear(self) -> None:
        self.buttons = {}
        empty_layout(self._rows)

    def _send(self) -> None:
        if self.field.text().strip():
            self.added.emit(self.field.text(), self.spell.currentData())

    def _lay_out(self) -> None:
        look = self._look
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        line.setSpacing(look.space("s"))
        self._rows.setHorizontalSpacing(look.space("m"))
        self._rows.setVerticalSpacing(look.space("s"))
        self._rows.setColumnStretch(1, 1)
        self._fill_line()
        for widget in (self.field, self.spell, self.add):
            line.addWidget(widget, 1 if widget is self.field else 0)
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addLayout(self._rows)
        column.addLayout(line)
        column.addWidget(self.complaint)

    def _fill_line(self) -> None:
        self.field.setPlaceholderText(self.tr("A word, #hashtag or @author"))
        self.field.setAccessibleName(self.tr("What to mute: a word, #hashtag or @author"))
        self.field.setFixedHeight(self._look.height("field"))
        self.spell.addItem(self.tr("for a day"), Spell.DAY)
        self.spell.addItem(self.tr("for a week"), Spell.WEEK)
        self.spell.addItem(self.tr("for ever"), Spell.EVER)
        self.spell.setCurrentIndex(2)
        self.add.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)
