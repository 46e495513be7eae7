"""A small popup that asks for one line: a reason, a tag, a category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.entry import Kind
    from allybook.ui.tabs.allies.caution import CareHint
    from allybook.ui.theme.look import Look

WIDTH = 320
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a title, a hint in the field, the button's verb, words to complete from.

    ``needed`` is false where an empty line is an answer too.
    """

    title: str
    hint: str
    verb: str
    known: Sequence[str] = ()
    needed: bool = True


class Ask(QFrame):
    """Asks for one line; ``answered`` carries it. A click elsewhere or Escape takes it back."""

    answered = Signal(str)

    def __init__(self, look: Look, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._needed = asked.needed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(asked.title)
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(asked.hint)
        self.field.setAccessibleName(asked.title)
        self.yes = Button(look, asked.verb)
        self.no = FlatButton(look, self.tr("Not now"))
        if asked.known:
            self.field.setCompleter(make_completer(asked.known, self.field))
        self.field.returnPressed.connect(self._answer)
        self.field.textChanged.connect(lambda _text: self._judge())
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.close)
        self._lay_out(asked.title)
        self._judge()

    def take_care(self, hint: CareHint, kind: Kind) -> None:
        """Say below the field where what is typed calls for care."""
        self._column.insertWidget(self._column.indexOf(self.field) + 1, hint)
        self.field.textChanged.connect(lambda text: self._weigh(hint, kind, text))
        hint.settled.connect(lambda: self._weigh(hint, kind, self.field.text()))

    def _weigh(self, hint: CareHint, kind: Kind, text: str) -> None:
        hint.look_at(kind, text.split(","), self.field)
        # The card is as high as what it says.
        self._column.activate()
        height = self._column.totalHeightForWidth(WIDTH)
        self.resize(WIDTH, max(height, self.minimumSizeHint().height()))

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
        self.yes.setEnabled(bool(self.field.text().strip()) or not self._needed)

    def _answer(self) -> None:
        if self.yes.isEnabled():
            words = self.field.text().strip()
            self.close()
            self.answered.emit(words)

    def _lay_out(self, title: str) -> None:
        look, side = self._look, self._look.space("l")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        self._column = column
        column.setContentsMargins(side, look.space("m"), side, side)
        column.setSpacing(look.space("s"))
        column.addWidget(Words(look, title, "ui_bold"))
        column.addWidget(self.field)
        column.addSpacing(look.space("xs"))
        foot.setSpacing(look.space("s"))
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column.addLayout(foot)


def make_completer(words: Sequence[str], parent: QLineEdit) -> QCompleter:
    """Return what completes a field from words that are in use, in any case."""
    completer = QCompleter(list(words), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
