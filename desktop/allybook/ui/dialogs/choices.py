"""One of several ways to do a job, each with what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.radios import GAP, SIDE, RadioButton

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look


class Option(Struct, frozen=True):
    """One way, and what follows from it."""

    words: str
    consequence: str


class Choices(QWidget):
    """Radio buttons, the first of them chosen; ``chosen`` is the place of the one that is now.

    ``turned`` tells the place when another one is chosen.
    """

    turned = Signal(int)

    def __init__(self, look: Look, choices: tuple[Option, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = [RadioButton(look, choice.words) for choice in choices]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, (button, choice) in enumerate(zip(self.buttons, choices, strict=True)):
            if place:
                column.addSpacing(look.space("s"))
            self._group.addButton(button, place)
            button.setAccessibleDescription(choice.consequence)
            words = Prose(look, choice.consequence, "caption", "text_2")
            words.setContentsMargins(0, 0, 0, 0)
            column.addWidget(button)
            column.addWidget(_indented(words))
        if self.buttons:
            self.buttons[0].setChecked(True)
        self._group.idToggled.connect(self._turn)

    @property
    def chosen(self) -> int:
        """Return which one is chosen, from 0."""
        return max(0, self._group.checkedId())

    def choose(self, place: int) -> None:
        """Choose one, where there are so many."""
        if place < len(self.buttons):
            self.buttons[place].setChecked(True)

    def _turn(self, place: int, on: bool) -> None:  # noqa: FBT001 (Qt's signal has it so)
        if on:
            self.turned.emit(place)


def _indented(words: Prose) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(SIDE + GAP, 0, 0, 0)
    column.addWidget(words)
    return holder
