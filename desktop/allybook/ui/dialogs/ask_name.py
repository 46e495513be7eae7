"""A small dialog that asks for one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 360
LONGEST = 60


class AskName(CardDialog):
    """Asks for a name; ``named`` carries it. Open it with ``open()``.

    ``name`` is the present one, ``rest`` what is good to know beforehand.
    """

    named = Signal(str)

    def __init__(
        self, look: Look, question: str, parent: QWidget, *, name: str = "", rest: str = ""
    ) -> None:
        super().__init__(look, question, parent, width=WIDTH)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(question)
        self.field.setFixedHeight(look.height("field"))
        self.keep = PrimaryButton(look, self.tr("Save"))
        leave = Button(look, self.tr("Not now"))
        self.field.setText(name)
        self.field.selectAll()
        self.keep.setEnabled(bool(name))
        self.field.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._accept)
        leave.clicked.connect(self.reject)
        side, gap = look.space("xl"), look.space("m")
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addWidget(Words(look, question, "ui_bold"))
        if rest:
            column.addWidget(Prose(look, rest, "caption", "text_2"))
            self.field.setAccessibleDescription(rest)
        column.addWidget(self.field)
        buttons.setSpacing(look.space("s"))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.keep)
        column.addLayout(buttons)

    def needed_height(self) -> int:
        """Return what its few lines take."""
        wrapped = super().needed_height()
        return wrapped if wrapped > 0 else self.sizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person write at once."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _accept(self) -> None:
        self.named.emit(self.field.text().strip())
        self.accept()
