"""What the two other ways in have in common: secrets, a price, and no browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.ui.dialogs.sign_in.page import InputField, WizardPage
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton
from allybook.ui.wording import halves

if TYPE_CHECKING:
    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class Shortcut(WizardPage):
    """A page of secret fields. ``connect_asked`` carries none of them: the page is asked."""

    connect_asked = Signal()

    def __init__(self, look: Look, terms: SignInPrices) -> None:
        self.go = PriceButton(look, "", "key-round", main=True, size="button_dialog")
        super().__init__(look, self.go)
        self.go.show_verb(self.tr("Connect"))
        self.go.show_tag(terms.asking)
        self._payable = self.go.isEnabled()
        self._fields: list[InputField] = []
        self.note = Note(look, Mood.DANGER)
        self.note.hide()
        self.go.clicked.connect(self._ask)

    def watch(self, *fields: InputField) -> None:
        """Let the button be on only while all of these hold something."""
        self._fields += fields
        for field in fields:
            field.line.textChanged.connect(self._typed)
            # Enter never spends: it goes to the button, which Space presses.
            field.line.returnPressed.connect(self.go.setFocus)

    def add_foot(self) -> None:
        """Add the place for errors, at the end."""
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def refuse(self, why: str) -> None:
        """Say why it did not work; what was typed stays."""
        self.go.set_busy(busy=False)
        self._typed()
        self.note.say(*halves(why))
        self.note.show()
        self.changed.emit(self.note)

    def rest(self) -> None:
        """Be ready once more."""
        self.go.set_busy(busy=False)
        self._typed()

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in self._fields:
            field.wipe()

    def _typed(self) -> None:
        self.go.setEnabled(self._payable and all(field.text() for field in self._fields))

    def _ask(self) -> None:
        self.note.hide()
        self.go.set_busy(busy=True)
        self.connect_asked.emit()
