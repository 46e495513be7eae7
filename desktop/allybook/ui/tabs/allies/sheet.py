"""What the tab of allies asks and tells: a card with a title, a sentence and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from allybook.ui.dialogs.card import EDGE, CardDialog
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look


class Sheet(CardDialog):
    """A title, a sentence, what a subclass puts into ``body``, and buttons at the foot."""

    def __init__(
        self, look: Look, title: str, sentence: str, parent: QWidget, *, width: int = 480
    ) -> None:
        super().__init__(look, title, parent, width=width)
        self._highest = parent.window().height() - EDGE
        self.setAccessibleDescription(sentence)
        self.body = QVBoxLayout()
        self.foot = self.make_foot()
        self._lay_out(title, sentence)

    def needed_height(self) -> int:
        """Return how high the sheet would like to be: no higher than the window."""
        return min(super().needed_height(), self._highest)

    def _lay_out(self, title: str, sentence: str) -> None:
        look, edge, gap = self._look, self._look.space("xl"), self._look.space("l")
        column, head = QVBoxLayout(), QHBoxLayout()
        cross = IconButton(look, "x", self.tr("Close, change nothing"))
        cross.clicked.connect(self.reject)
        head.addWidget(Words(look, title, "title"), 1)
        head.addWidget(cross)
        column.setContentsMargins(edge, edge - 4, edge - 6, gap)
        column.setSpacing(look.space("s"))
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(look.space("m"))
        if sentence:
            inner.addWidget(Prose(look, sentence, "ui", "text_2"))
        self.body.setSpacing(look.space("s"))
        inner.addLayout(self.body, 1)
        column.addLayout(inner, 1)
        self.lay(column, self.foot)
