"""A small dialog that asks for one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from allybook.ui.aloud import say_aloud
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.keys import answer_by_enter
from allybook.ui.tips import as_written
from allybook.ui.units import utf16
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ui.theme.look import Look

WIDTH = 360
LONGEST = 60


class AskName(CardDialog):
    """Asks for a name; ``named`` carries it. Open it with ``open()``.

    ``name`` is the present one, ``rest`` what is good to know beforehand. One that ``stays`` is
    open until who asked takes the name (``accept``) or says what is wrong with it (``refuse``).
    """

    named = Signal(str)
    _refused = Signal()

    def __init__(
        self, look: Look, question: str, parent: QWidget, *, name: str = "", rest: str = ""
    ) -> None:
        super().__init__(look, question, parent, width=WIDTH)
        self.stays = False
        self.field = QLineEdit()
        # What it is called already stands there whole.
        self.field.setMaxLength(max(LONGEST, utf16(name)))
        self.field.setAccessibleName(question)
        self.field.setFixedHeight(look.height("field"))
        self.keep = PrimaryButton(look, self.tr("Save"))
        leave = Button(look, self.tr("Not now"))
        self.field.setText(name)
        self.field.selectAll()
        self.keep.setEnabled(bool(name))
        self.field.textChanged.connect(lambda _text: self._judge())
        answer_by_enter(self.field, self.keep.click)
        self.keep.clicked.connect(self._accept)
        leave.clicked.connect(self.reject)
        self._said = Prose(look, "", "caption", "danger")
        self._said.hide()
        self._column = QVBoxLayout(self)
        self._lay_out(question, rest, leave)

    def _lay_out(self, question: str, rest: str, leave: Button) -> None:
        look, column, buttons = self._look, self._column, QHBoxLayout()
        side = look.space("xl")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space("m"))
        column.addWidget(Words(look, question, "title"))
        if rest:
            column.addWidget(Prose(look, rest, "caption", "text_2"))
            self.field.setAccessibleDescription(rest)
        column.addWidget(self.field)
        column.addWidget(self._said)
        buttons.setSpacing(look.space("s"))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.keep)
        column.addLayout(buttons)

    def offer(self, words: str, name: str, act: Callable[[], None]) -> None:
        """Offer something else to do with what has a name (``%1``); it stands above the field."""
        other = Button(self._look, words.replace("%1", ""))
        room = WIDTH - 2 * self._look.space("xl") - other.sizeHint().width() - 1
        letters = QFontMetricsF(other.font())
        cut = letters.elidedText(name, Qt.TextElideMode.ElideRight, room)
        other.setText(words.replace("%1", cut))
        if cut != name:
            other.setToolTip(as_written(words.replace("%1", name)))
        # Twice the same would be done twice; what is wrong with it can be tried again.
        other.clicked.connect(lambda: other.setEnabled(False))
        other.clicked.connect(act)
        self._refused.connect(lambda: other.setEnabled(True))
        at = self._column.indexOf(self.field)
        self._column.insertWidget(at, other)
        below = Words(self._look, self.tr("Or under another name:"), "caption", "text_2")
        self._column.insertWidget(at + 1, below)

    def refuse(self, error: AllybookError) -> None:
        """Say what is wrong with the name, which stays to be changed."""
        self._said.show_text(told(error))
        self._said.show()
        self.come_to_the_middle()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        say_aloud(self.field, told(error))
        self.keep.setEnabled(True)
        self._refused.emit()

    def needed_height(self) -> int:
        """Return what its few lines take."""
        wrapped = super().needed_height()
        return wrapped if wrapped > 0 else self.sizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person write at once."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _judge(self) -> None:
        """Let a name be kept, and no longer say what was wrong with the one before."""
        self.keep.setEnabled(bool(self.field.text().strip()))
        if self._said.isVisible():
            self._said.hide()
            self.come_to_the_middle()

    def _accept(self) -> None:
        # Twice the same name would be a name in use.
        self.keep.setEnabled(False)
        self.named.emit(self.field.text().strip())
        if not self.stays:
            self.accept()
