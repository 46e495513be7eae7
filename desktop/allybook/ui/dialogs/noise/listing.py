"""What a person laid down, line by line: each with an icon, its words and a way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import SectionLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

SMALL = "button_small"


class ListingWords(Struct, frozen=True):
    """What a listing says: above it, where it is empty, on each button, and that to a reader.

    ``aloud`` has ``%1`` where the words of the line go.
    """

    heading: str
    nothing: str
    verb: str
    aloud: str


class ListingLine(Struct, frozen=True):
    """One line: what it stands for, its icon and words, and how long it holds (or nothing)."""

    thing: object
    icon: str
    words: str
    lasts: str = ""


class Listing(QWidget):
    """``removed`` carries the thing of a line that is to hold no more."""

    removed = Signal(object)

    def __init__(self, look: Look, wording: ListingWords) -> None:
        super().__init__()
        self._look, self._wording = look, wording
        self._shown: Sequence[ListingLine] | None = None
        self.buttons: dict[str, Button] = {}
        self.heading = SectionLabel(look, wording.heading)
        self.nothing = Prose(look, wording.nothing, "caption", "text_2")
        self.nothing.hide()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(look.space("m"))
        self._rows.setVerticalSpacing(look.space("s"))
        self._rows.setColumnStretch(1, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.space("s"))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.nothing)
        self.column.addLayout(self._rows)

    def show_lines(self, lines: Sequence[ListingLine]) -> bool:
        """Show these lines, oldest first; return whether they differ from those shown before."""
        if lines == self._shown:
            return False
        self._shown = lines
        self.buttons = {}
        empty_layout(self._rows)
        self.nothing.setVisible(not lines)
        for row, line in enumerate(lines):
            self._add_row(row, line)
        return True

    def _add_row(self, row: int, line: ListingLine) -> None:
        look, rows = self._look, self._rows
        button = Button(look, self._wording.verb, size=SMALL)
        button.setAccessibleName(self._wording.aloud.replace("%1", line.words))
        button.clicked.connect(partial(self.removed.emit, line.thing))
        self.buttons[line.words] = button
        name = Words(look, line.words, "ui")
        name.setToolTip(as_written(line.words))
        if line.lasts:
            name.setAccessibleName(f"{line.words}, {line.lasts}")
            rows.addWidget(Words(look, line.lasts, "caption", "text_2"), row, 2)
        rows.addWidget(Glyph(look, line.icon, "text_2"), row, 0)
        rows.addWidget(name, row, 1)
        rows.addWidget(button, row, 3)
