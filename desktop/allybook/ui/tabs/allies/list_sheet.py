"""A sheet with a list: a row for each thing, with what can be done about it at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

ROW = 40
ROWS = 6
"""So many rows are seen at once."""


class ListSheet(Sheet):
    """Shows the rows that a subclass makes; ``buttons`` are theirs, from above down."""

    def __init__(self, look: Look, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(look, title, sentence, parent)
        self.buttons: list[Button] = []
        close = Button(look, self.tr("Close"), size="button_dialog")
        close.clicked.connect(self.reject)
        self.foot.addWidget(close)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows; where there are many, they are scrolled."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        area = Scroll(inside)
        area.setFixedHeight(ROW * min(max(len(rows), 1), ROWS))
        self.body.addWidget(area)

    def make_row(self, icon: str, name: str, button: Button, aside: Words | None = None) -> QWidget:
        """Return a row: its name, something ``aside`` of it, and its button."""
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        row.addWidget(Glyph(self._look, icon, "text_2"))
        row.addWidget(Words(self._look, name, "ui_bold"), 1)
        if aside is not None:
            row.addWidget(aside)
        row.addWidget(button)
        self.buttons.append(button)
        return holder
