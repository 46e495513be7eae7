"""The foot of the Activity panel: the current row in full, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.direction import as_heard
from allybook.ui.tips import as_written
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.ui.dialogs.activity.offers import Offer, OfferButton
    from allybook.ui.theme.look import Look

TALLEST = 3
"""So many lines the sentence may have before the list would have to move."""


class ActivityFoot(QWidget):
    """Says what the current row is; ``asked`` tells which of its buttons was pressed.

    ``left`` tells that the button that had the keyboard is gone.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.what = Words(look, "", "ui_bold")
        self.sentence = Prose(look, "", "caption", "text_2")
        self.buttons: dict[str, PriceButton] = {}
        self._row = QHBoxLayout()
        self._lay_out()

    def show_offer(self, offer: Offer | None, *, busy: bool = False) -> None:
        """Show what can be done about a row; while something is ``busy``, nothing else is.

        A button that asks for the same as before is the same one: it may have the keyboard.
        """
        self.what.setText(offer.what if offer else "")
        self.what.setAccessibleName(as_heard(offer.what) if offer else "")
        self.what.setToolTip(as_written(offer.what if offer else ""))
        self.sentence.show_text(offer.sentence if offer else "")
        wanted = offer.buttons if offer else ()
        self._drop({*self.buttons} - {one.way.value for one in wanted})
        former, self.buttons = self.buttons, {}
        for place, one in enumerate(wanted):
            button = former.get(one.way.value) or self._make(one)
            button.show_verb(one.verb)
            button.show_tag(one.tag)
            button.set_busy(busy=busy)
            self._row.insertWidget(place, button)
            self.buttons[one.way.value] = button

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be asked for while something is busy."""
        for button in self.buttons.values():
            button.set_busy(busy=busy)

    def _make(self, one: OfferButton) -> PriceButton:
        button, way = PriceButton(self._look, one.verb, one.icon), one.way.value
        button.clicked.connect(lambda: self.asked.emit(way))
        return button

    def _drop(self, ways: Iterable[str]) -> None:
        """Take these buttons away."""
        gone = [self.buttons.pop(way) for way in ways]
        held = self.window().focusWidget() in gone
        for button in gone:
            button.hide()
            button.deleteLater()
        if held:
            self.left.emit()

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
