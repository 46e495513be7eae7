"""The words about which nothing is said any more, each to be spoken of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.ui.tabs.allies.list_sheet import ListSheet
from allybook.ui.widgets.buttons import Button
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look


class FineWords(ListSheet):
    """Lists what a person said is fine; ``again_asked`` carries a word to be spoken of again."""

    again_asked = Signal(str)

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget) -> None:
        sentence = translate(
            "FineWords",
            "You said that these are fine when they are written about a person, so nothing is said "
            "of them in this profile.",
        )
        super().__init__(look, translate("FineWords", "Words that are fine"), sentence, parent)
        self.show_rows([self._row_of(word) for word in words])

    def _row_of(self, word: str) -> QWidget:
        again = Button(self._look, self.tr("Speak of it again"), size="button_small")
        again.setAccessibleName(self.tr("Speak of “%1” again").replace("%1", word))
        again.clicked.connect(lambda: self._speak_again(again, word))
        return self.make_row("hand-heart", word, again)

    def _speak_again(self, button: Button, word: str) -> None:
        button.setText(self.tr("Spoken of again"))
        button.setEnabled(False)
        self.again_asked.emit(word)
