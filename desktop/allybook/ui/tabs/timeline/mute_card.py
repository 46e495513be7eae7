"""A small card that asks for words to mute, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from allybook.domain.mutes import Spell
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.words import Words
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 320


def name_spell(spell: Spell) -> str:
    """Return how long a mute lasts, as it is offered."""
    words = {
        Spell.DAY: translate("mutes", "For a day"),
        Spell.WEEK: translate("mutes", "For a week"),
        Spell.EVER: translate("mutes", "For ever"),
    }
    return words[spell]


class MuteCard(QFrame):
    """Asks what to mute; ``answered`` carries the words and the ``Spell``.

    A click elsewhere or Escape takes it back.
    """

    answered = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A word, a phrase, #tag or @handle"))
        self.spell = ComboBox(look, self.tr("For how long"))
        self.spell.addItems([name_spell(spell) for spell in Spell])
        self.yes = Button(look, self.tr("Mute"))
        self.no = FlatButton(look, self.tr("Not now"))
        self.field.returnPressed.connect(self._answer)
        self.field.textChanged.connect(lambda _text: self._judge())
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.close)
        self._lay_out(self.tr("Mute words"))
        self._judge()

    def open_at(self, place: QPoint) -> None:
        """Open at a place of the screen, or as near as it fits, with the keyboard in the field."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = min(place.x(), area.right() - self.width())
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(area.left(), left), max(area.top(), top))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        line = look.colour("border_button")
        box = Box(look.colour("surface"), line, look.outline(), look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def _judge(self) -> None:
        self.yes.setEnabled(bool(self.field.text().strip()))

    def _answer(self) -> None:
        if self.yes.isEnabled():
            words, spell = self.field.text().strip(), list(Spell)[self.spell.currentIndex()]
            self.close()
            self.answered.emit(words, spell)

    def _lay_out(self, title: str) -> None:
        look, side = self._look, self._look.space("l")
        self.setAccessibleName(title)
        self.field.setAccessibleName(title)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(side, look.space("m"), side, side)
        column.setSpacing(look.space("s"))
        column.addWidget(Words(look, title, "ui_bold"))
        column.addWidget(self.field)
        self.spell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.spell)
        foot.setSpacing(look.space("s"))
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column.addLayout(foot)
