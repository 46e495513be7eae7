"""A small popup that asks for one line: a reason, a tag, a category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from allybook.ui.keys import answer_by_enter
from allybook.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.entry import Kind
    from allybook.ui.tabs.allies.caution import CareHint
    from allybook.ui.theme.look import Look

WIDTH = 320
MARGIN = 4


class Prompt(Struct, frozen=True):
    """What is asked: a title, a hint in the field, the button's verb, words to complete from.

    ``needed`` is false where an empty line is an answer too.
    """

    title: str
    hint: str
    verb: str
    known: Sequence[str] = ()
    needed: bool = True


class Ask(Popup):
    """Asks for one line; ``answered`` carries it."""

    answered = Signal(str)

    def __init__(self, look: Look, asked: Prompt, parent: QWidget) -> None:
        super().__init__(look, asked.title, asked.verb, parent)
        self._needed = asked.needed
        self.field = QLineEdit()
        self.field.setPlaceholderText(asked.hint)
        self.field.setAccessibleName(asked.title)
        if asked.known:
            self.field.setCompleter(make_completer(asked.known, self.field))
        answer_by_enter(self.field, self._answer)
        self.field.textChanged.connect(lambda _text: self._judge())
        self.yes.clicked.connect(self._answer)
        self.setFocusProxy(self.field)
        self.body.addWidget(self.field)
        self.body.addSpacing(look.space("xs"))
        self._judge()

    def take_care(self, hint: CareHint, kind: Kind) -> None:
        """Say below the field where what is typed calls for care."""
        self.body.insertWidget(self.body.indexOf(self.field) + 1, hint)
        self.field.textChanged.connect(lambda text: self._weigh(hint, kind, text))
        hint.settled.connect(lambda: self._weigh(hint, kind, self.field.text()))

    def _weigh(self, hint: CareHint, kind: Kind, text: str) -> None:
        hint.look_at(kind, text.split(","), self.field)
        self.fit()

    def _judge(self) -> None:
        self.yes.setEnabled(bool(self.field.text().strip()) or not self._needed)

    def _answer(self) -> None:
        if self.yes.isEnabled():
            words = self.field.text().strip()
            self.close()
            self.answered.emit(words)


def make_completer(words: Sequence[str], parent: QLineEdit) -> QCompleter:
    """Return what completes a field from words that are in use, in any case."""
    completer = QCompleter(list(words), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
