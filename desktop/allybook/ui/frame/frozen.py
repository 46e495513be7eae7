"""The strip that says why nothing new is kept, above all else, for as long as that is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from allybook.ui.widgets.note import Mood, Note
from allybook.ui.wording import halves, in_words

if TYPE_CHECKING:
    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look

AGAIN_MS = 5_000
"""How often (milliseconds) it is looked whether there is room again."""


class FrozenStrip(Note):
    """Says that the disk is full or lets nobody write; ``thawed`` tells that it does again."""

    thawed = Signal()

    def __init__(self, look: Look, desk: Desk, *, again_ms: int = AGAIN_MS) -> None:
        super().__init__(look, Mood.WARN)
        self._desk = desk
        self._timer = QTimer(self, interval=again_ms)
        self._timer.timeout.connect(self.look_again)
        self.hide()

    def look_again(self) -> bool:
        """Say what is so now; return whether nothing new is kept."""
        sentence = self._desk.frozen()
        self.setVisible(bool(sentence))
        if sentence:
            self.say(*halves(in_words(sentence)))
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.thawed.emit()
        return bool(sentence)
