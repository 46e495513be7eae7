"""A card with a question, a few fields and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 480
DIALOG = "button_dialog"


class FormSheet(CardDialog):
    """What a form has before its fields are known; a subclass adds them and hears ``keep``.

    Where the screen is too low for all of them, they scroll.
    """

    def __init__(self, look: Look, title: str, sentence: str, keep: str, parent: QWidget) -> None:
        super().__init__(look, title, parent, width=WIDTH)
        self.title = Words(look, title, "title")
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.keep = PrimaryButton(look, keep, size=DIALOG)
        self.body = QVBoxLayout()
        self._grid = QGridLayout()
        self.not_now.clicked.connect(self.reject)
        self._lay_out(sentence)

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a field below the others, with its name at the left."""
        row = self._grid.rowCount()
        field.setAccessibleName(name)
        self._grid.addWidget(Words(self._look, name), row, 0)
        self._grid.addWidget(field, row, 1)

    def add_below(self, widget: QWidget) -> None:
        """Add something below the fields, over the whole width."""
        self.body.addWidget(widget)

    def _lay_out(self, sentence: str) -> None:
        look = self._look
        edge, gap = look.space("xl"), look.space("l")
        self.body.setContentsMargins(edge, edge - 4, edge, gap)
        self.body.setSpacing(look.space("m"))
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(look.space("s"))
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self.title)
        self.body.addWidget(Prose(look, sentence, "ui", "text_2"))
        self.body.addLayout(self._grid)
        for button in (self.not_now, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lay_scrolled(self.body, self.make_foot(self.not_now, self.keep))
