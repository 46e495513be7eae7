"""The small questions about one book: how it is called, and whether to put it in the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from allybook.domain.book.names import LONGEST, folded_name, tidy_name
from allybook.ui.keys import answer_by_enter
from allybook.ui.tabs.allies.question import DIALOG, AskOnce
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.units import utf16
from allybook.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look


class NameBook(Sheet):
    """Asks for a name, beginning with one; ``named`` carries it. ``taken`` are other books'."""

    named = Signal(str)

    def __init__(
        self,
        look: Look,
        heading: tuple[str, str, str],
        name: str,
        taken: Sequence[str],
        parent: QWidget,
    ) -> None:
        title, sentence, verb = heading
        super().__init__(look, title, sentence, parent, width=440)
        self._taken = {folded_name(one) for one in taken}
        self.field = QLineEdit(name)
        # What it is called already stands there whole.
        self.field.setMaxLength(max(LONGEST, utf16(name)))
        self.field.setAccessibleName(self.tr("Name of the book"))
        self._problem = Words(look, " ", "caption", "danger")
        self.keep = PrimaryButton(look, verb, size=DIALOG)
        not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.body.addWidget(self.field)
        self.body.addWidget(self._problem)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.keep)
        not_now.clicked.connect(self.reject)
        self.keep.clicked.connect(self._accept)
        answer_by_enter(self.field, self._accept)
        self.field.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field, with the whole name marked."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _judge(self) -> None:
        name = tidy_name(self.field.text())
        taken = folded_name(name) in self._taken
        self._problem.setText(self.tr("There is a book of this name already.") if taken else " ")
        self.keep.setEnabled(bool(name) and not taken)

    def _accept(self) -> None:
        if self.keep.isEnabled():
            self.named.emit(tidy_name(self.field.text()))
            self.accept()


class NewBook(NameBook):
    """Asks for the name of a book to be made."""

    def __init__(self, look: Look, taken: Sequence[str], parent: QWidget) -> None:
        sentence = translate(
            "NewBook", "A book holds the allies of one group. It stays on this computer."
        )
        heading = translate("NewBook", "New book"), sentence, translate("NewBook", "Create")
        super().__init__(look, heading, "", taken, parent)
        self.field.setPlaceholderText(self.tr("Name, for example County outreach"))


class Discard(AskOnce):
    """Asks whether to put a book away."""

    def __init__(
        self, look: Look, name: str, allies: int, parent: QWidget, *, mirrored: bool
    ) -> None:
        title = translate("Discard", "Put “%1” in the trash?").replace("%1", name)
        yes = DangerButton(look, translate("Discard", "Put in the trash"), size=DIALOG)
        super().__init__(look, title, _consequence(allies, mirrored=mirrored), yes, parent)


def _consequence(allies: int, *, mirrored: bool) -> str:
    words = translate(
        "Discard",
        "A dated copy with all its history stays on this computer, and can be brought back from "
        "the same menu. The book has %1 approved allies.",
    )
    if allies == 1:
        words = translate(
            "Discard",
            "A dated copy with all its history stays on this computer, and can be brought back "
            "from the same menu. The book has 1 approved ally.",
        )
    words = words.replace("%1", count(allies))
    if mirrored:
        words += " " + translate("Discard", "Its X List stays on X as it is.")
    return words
