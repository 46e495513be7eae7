"""Room below the page, where what concerns all of the window is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look

SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Foot(QWidget):
    """Holds cards; takes room for as long as one of them is shown.

    The page above ends there: what is read stays where it is, and nothing of it is covered.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        side = look.space("m")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(side, side, side, side)
        self.hide()

    def hold(self, card: QWidget) -> None:
        """Hold a card, which is hidden until somebody shows it."""
        card.hide()
        self._column.addWidget(card)
        self._cards.append(card)
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take room, or give it back."""
        if event.type() in SHOWN_OR_HIDDEN:
            self.setVisible(not all(card.isHidden() for card in self._cards))
        return False
