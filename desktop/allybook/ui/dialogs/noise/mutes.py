"""The mutes: each with how long it lasts and a way out, and a line to mute something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from allybook.domain.mutes import MuteKind, Spell
from allybook.ui.dialogs.noise.listing import Listing, ListingLine, ListingWords
from allybook.ui.dialogs.noise.words import tell_until
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.mutes import Mute
    from allybook.ui.theme.look import Look

ICONS = {MuteKind.AUTHOR: "user-round", MuteKind.HASHTAG: "hash"}
translate = QCoreApplication.translate


class MuteList(Listing):
    """``added`` carries the words that were typed and a ``Spell``, ``removed`` a mute."""

    added = Signal(str, object)

    def __init__(self, look: Look) -> None:
        nothing = translate(
            "MuteList", "Nothing is muted. M at a post mutes its author, a word or a hashtag."
        )
        wording = ListingWords(
            translate("MuteList", "Muted"),
            nothing,
            translate("MuteList", "Unmute"),
            translate("MuteList", "Unmute %1"),
        )
        super().__init__(look, wording)
        self.complaint = Prose(look, "", "caption", "danger")
        self.complaint.hide()
        self.field, self.spell = QLineEdit(), ComboBox(look, self.tr("For how long"))
        self.add = Button(look, self.tr("Mute"))
        self._fill_line()
        line = QHBoxLayout()
        line.setSpacing(look.space("s"))
        line.addWidget(self.field, 1)
        line.addWidget(self.spell)
        line.addWidget(self.add)
        self.column.addLayout(line)
        self.column.addWidget(self.complaint)

    def show_mutes(self, mutes: Sequence[Mute], now: datetime) -> None:
        """Show the mutes in force, oldest first; ``now`` is in the reader's time."""
        self.show_lines([_line(mute, now) for mute in mutes])

    def complain(self, sentence: str) -> None:
        """Say why something could not be muted; an empty sentence takes that back."""
        self.complaint.show_text(sentence)
        self.complaint.setVisible(bool(sentence))

    def empty_field(self, typed: str) -> None:
        """Take away what was muted, unless something else is being typed by now."""
        if self.field.text() == typed:
            self.field.clear()

    def _send(self) -> None:
        if self.field.text().strip():
            self.added.emit(self.field.text(), self.spell.currentData())

    def _fill_line(self) -> None:
        self.field.setPlaceholderText(self.tr("A word, a phrase, #hashtag or @handle"))
        self.field.setAccessibleName(self.tr("What to mute: a word, a phrase, #hashtag or @handle"))
        self.field.setFixedHeight(self._look.height("field"))
        self.spell.addItem(self.tr("for a day"), Spell.DAY)
        self.spell.addItem(self.tr("for a week"), Spell.WEEK)
        self.spell.addItem(self.tr("for ever"), Spell.EVER)
        self.spell.setCurrentIndex(2)
        self.add.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)


def _line(mute: Mute, now: datetime) -> ListingLine:
    icon = ICONS.get(mute.kind, "type")
    return ListingLine(mute, icon, in_words(mute.words), tell_until(mute, now))
