"""The foot of the Activity panel: the current row in full, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from allybook.ui.dialogs.activity.offers import Offer
    from allybook.ui.theme.look import Look

TALLEST = 3
"""So many lines the sentence may have before the list would have to move."""


class ActivityFoot(QWidget):
    """Says what the current row is; ``asked`` tells which of its buttons was pressed."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.what = Words(look, "", "ui_bold")
        self.sentence = Prose(look, "", "caption", "text_2")
        self.buttons: dict[str, PriceButton] = {}
        self._row = QHBoxLayout()
        self._lay_out()

    def show_offer(self, offer: Offer | None, *, busy: bool = False) -> None:
        """Show what can be done about a row; while something is ``busy``, nothing else is."""
        self.what.setText(offer.what if offer else "")
        self.what.setToolTip(as_written(offer.what if offer else ""))
        self.sentence.show_text(offer.sentence if offer else "")
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for one in offer.buttons if offer else ():
            button = PriceButton(self._look, one.verb, one.icon)
            button.show_tag(one.tag)
            button.set_busy(busy=busy)
            button.clicked.connect(lambda _on=False, way=one.way: self.asked.emit(way.value))
            self._row.addWidget(button)
            self.buttons[one.way.value] = button

    def _lay_out(self) -> None:
        look, side = self._look, self._look.space("l")
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(side, look.space("m"), side, look.space("m"))
        row.setSpacing(look.space("l"))
        words.setSpacing(look.space("xs") // 2)
        words.addWidget(self.what)
        words.addWidget(self.sentence)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._row.setSpacing(look.space("s"))
        row.addLayout(self._row)
        row.setAlignment(self._row, Qt.AlignmentFlag.AlignTop)
        lines = look.line_height("ui_bold") + TALLEST * look.line_height("caption")
        self.setFixedHeight(lines + 2 * look.space("m") + look.space("xs"))
