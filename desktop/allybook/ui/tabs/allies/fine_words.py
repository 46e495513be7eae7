"""The words about which nothing is said any more, each to be spoken of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
ROW = 40
ROWS = 6


class FineWords(Sheet):
    """Lists what a person said is fine; ``again_asked`` carries a word to be spoken of again."""

    again_asked = Signal(str)

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget) -> None:
        sentence = translate(
            "FineWords",
            "You said that these are fine when they are written about a person, so nothing is said "
            "of them in this profile.",
        )
        super().__init__(look, translate("FineWords", "Words that are fine"), sentence, parent)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.buttons: list[Button] = []
        for word in words:
            column.addWidget(self._make_row(word))
        column.addStretch(1)
        area = Scroll(inside)
        area.setFixedHeight(ROW * min(max(len(words), 1), ROWS))
        self.body.addWidget(area)
        close = Button(look, self.tr("Close"), size=DIALOG)
        close.clicked.connect(self.reject)
        self.foot.addWidget(close)

    def _make_row(self, word: str) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        again = Button(self._look, self.tr("Speak of it again"), size="button_small")
        again.setAccessibleName(self.tr("Speak of “%1” again").replace("%1", word))
        again.clicked.connect(lambda: self._speak_again(again, word))
        self.buttons.append(again)
        row.addWidget(Glyph(self._look, "hand-heart", "text_2"))
        row.addWidget(Words(self._look, word, "ui_bold"), 1)
        row.addWidget(again)
        return holder

    def _speak_again(self, button: Button, word: str) -> None:
        button.setText(self.tr("Spoken of again"))
        button.setEnabled(False)
        self.again_asked.emit(word)
