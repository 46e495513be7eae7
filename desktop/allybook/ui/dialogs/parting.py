"""Before the window closes over what is not kept: stay, or close all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, DangerButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 440
DIALOG = "button_dialog"


class PartingDialog(CardDialog):
    """Asks before choices are lost; it is ``accepted`` to close. The keyboard starts on "Stay".

    ``why`` says what would be lost (``stuck``, ``offered``, ``begun``).
    """

    def __init__(self, look: Look, parent: QWidget, why: Sequence[str]) -> None:
        title = self.tr("Close and lose what you did last?")
        super().__init__(look, title, parent, width=WIDTH)
        self.title = Words(look, title, "title")
        self.why = Prose(look, " ".join(why), "ui", "text_2")
        self.stay = Button(look, self.tr("Stay"), size=DIALOG)
        self.go = DangerButton(look, self.tr("Close anyway"), size=DIALOG)
        # In a dialog Enter goes to the default button: so it always means "Stay".
        self.stay.setAutoDefault(True)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        edge, gap = look.space("xl"), look.space("l")
        column = QVBoxLayout()
        column.setContentsMargins(edge, edge - 4, edge, gap)
        column.setSpacing(look.space("m"))
        column.addWidget(self.title)
        column.addWidget(self.why)
        self.lay(column, self.make_foot(self.stay, self.go))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the button that loses nothing."""
        super().showEvent(event)
        self.stay.setFocus(Qt.FocusReason.TabFocusReason)


def stuck() -> str:
    """Say that the disk took nothing."""
    return translate(
        "PartingDialog",
        "The disk took nothing new: what you chose or did since then is lost when Allybook "
        "closes. Stay, and make room or plug the disk in again; then it is kept.",
    )


def offered() -> str:
    """Say that there is room again: what was not written waits to be done again."""
    return translate(
        "PartingDialog",
        "There is room again, but what you did last was not written, and is lost when "
        "Allybook closes. Stay, and press “Try again” above; then it is kept.",
    )


def begun(names: str) -> str:
    """Say about whom a note was begun that no book has."""
    words = translate(
        "PartingDialog",
        "The note that you began about %1 is in no book yet, and is lost when Allybook closes. "
        "Stay, and press “Add the note”; then it is kept.",
    )
    return words.replace("%1", names)
