"""A question that is answered by yes, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"


class AskOnce(Sheet):
    """Asks once; ``accepted`` says yes. Enter, Escape and the cross mean "Not now"."""

    def __init__(self, look: Look, title: str, sentence: str, yes: Button, parent: QWidget) -> None:
        super().__init__(look, title, sentence, parent)
        self.yes = yes
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
