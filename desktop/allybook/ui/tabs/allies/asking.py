"""The small questions of this tab: a new book's name, whether persons know, and opting out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
NAMED = 3


class NewBook(Sheet):
    """Asks for a name; ``named`` carries it. ``taken`` are the names of the books there are."""

    named = Signal(str)

    def __init__(self, look: Look, taken: Sequence[str], parent: QWidget) -> None:
        sentence = translate(
            "NewBook", "A book holds the allies of one group. It stays on this computer."
        )
        super().__init__(look, translate("NewBook", "New book"), sentence, parent, width=440)
        self._taken = {name.casefold() for name in taken}
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, for example County outreach"))
        self.field.setAccessibleName(self.tr("Name of the book"))
        self._problem = Words(look, " ", "caption", "danger")
        self.make = PrimaryButton(look, self.tr("Create"), "plus", size=DIALOG)
        not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.body.addWidget(self.field)
        self.body.addWidget(self._problem)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.make)
        not_now.clicked.connect(self.reject)
        self.make.clicked.connect(self._create)
        self.field.returnPressed.connect(self._create)
        self.field.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _judge(self) -> None:
        name = self.field.text().strip()
        taken = name.casefold() in self._taken
        self._problem.setText(self.tr("There is a book of this name already.") if taken else " ")
        self.make.setEnabled(bool(name) and not taken)

    def _create(self) -> None:
        if self.make.isEnabled():
            self.named.emit(self.field.text().strip())
            self.accept()


class ApprovePersons(Sheet):
    """Asks once whether persons know that they are counted on; ``accepted`` says yes.

    ``names`` are those of the persons, ``among`` how many are to be approved in all.
    """

    def __init__(self, look: Look, names: Sequence[str], among: int, parent: QWidget) -> None:
        title = translate("ApprovePersons", "Approve %1?").replace("%1", names[0])
        sentence = translate("ApprovePersons", "A person. If they know of it, approve them.")
        if among > 1:
            title = translate("ApprovePersons", "Approve %1 allies?").replace("%1", count(among))
            sentence = _persons(names)
        super().__init__(look, title, sentence, parent)
        self.yes = PrimaryButton(look, self.tr("Yes, approve"), "check", size=DIALOG)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        # In a dialog Enter goes to the default button: so it always means "Not now".
        self.not_now.setAutoDefault(True)
        self.not_now.setDefault(True)
        self.not_now.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.yes)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on "Not now"."""
        super().showEvent(event)
        self.not_now.setFocus(Qt.FocusReason.TabFocusReason)


class OptOut(Sheet):
    """Asks once whether to opt someone out, and says that it is for ever; ``accepted`` says yes."""

    def __init__(self, look: Look, names: Sequence[str], parent: QWidget) -> None:
        who = names[0] if len(names) == 1 else f"{count(len(names))}"
        title = translate("OptOut", "Opt %1 out for ever?")
        if len(names) > 1:
            title = translate("OptOut", "Opt %1 allies out for ever?")
        super().__init__(look, title.replace("%1", who), _sentence(names), parent)
        self.yes = DangerButton(look, self.tr("Opt out for ever"), "hand-heart", size=DIALOG)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        # In a dialog Enter goes to the default button: so it always means "Not now".
        self.not_now.setAutoDefault(True)
        self.not_now.setDefault(True)
        self.not_now.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.yes)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on "Not now"."""
        super().showEvent(event)
        self.not_now.setFocus(Qt.FocusReason.TabFocusReason)


def _sentence(names: Sequence[str]) -> str:
    who = translate(
        "OptOut",
        "Do this when they asked not to be listed. This cannot be undone, here or by anyone who "
        "shares the book: they are never listed again, and the next publishing takes them off the "
        "X List.",
    )
    return who if len(names) == 1 else f"{_named(names)}. {who}"


def _persons(names: Sequence[str]) -> str:
    words = translate(
        "ApprovePersons", "%1 of them are persons: %2. If they know of it, approve them."
    )
    if len(names) == 1:
        words = translate(
            "ApprovePersons", "1 of them is a person: %2. If they know of it, approve them."
        )
    return words.replace("%1", count(len(names))).replace("%2", _named(names))


def _named(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    named = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return named
    return translate("OptOut", "%1 and %n more", "", len(names) - NAMED).replace("%1", named)
