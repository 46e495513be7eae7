"""A small card that asks for words to mute, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from allybook.domain.mutes import Spell
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.popup import Popup
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look


def name_spell(spell: Spell) -> str:
    """Return how long a mute lasts, as it is offered."""
    words = {
        Spell.DAY: translate("mutes", "For a day"),
        Spell.WEEK: translate("mutes", "For a week"),
        Spell.EVER: translate("mutes", "For ever"),
    }
    return words[spell]


class MuteCard(Popup):
    """Asks what to mute; ``answered`` carries the words and the ``Spell``."""

    answered = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Mute words"), self.tr("Mute"), parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A word, a phrase, #hashtag or @handle"))
        self.field.setAccessibleName(self.accessibleName())
        self.spell = ComboBox(look, self.tr("For how long"))
        self.spell.addItems([name_spell(spell) for spell in Spell])
        self.spell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.returnPressed.connect(self._answer)
        self.field.textChanged.connect(lambda _text: self._judge())
        self.yes.clicked.connect(self._answer)
        self.setFocusProxy(self.field)
        self.body.addWidget(self.field)
        self.body.addWidget(self.spell)
        self._judge()

    def _judge(self) -> None:
        self.yes.setEnabled(bool(self.field.text().strip()))

    def _answer(self) -> None:
        if self.yes.isEnabled():
            words, spell = self.field.text().strip(), list(Spell)[self.spell.currentIndex()]
            self.close()
            self.answered.emit(words, spell)
