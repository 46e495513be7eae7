"""Connect an X account by a user token that its owner made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import halves

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.price import Tag

WIDTH = 480
LONGEST = 4096


class ConnectDialog(QDialog):
    """Asks for a token; ``connect_asked`` carries it and whether the account owns the app.

    ``gone_on`` says that the person goes on with a token that no keyring keeps.

    The token is shown as dots, and this dialog keeps it no longer than it is open.
    """

    connect_asked = Signal(str, bool)
    gone_on = Signal()

    def __init__(self, look: Look, tag: Tag, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Connect my X account"))
        self.setFixedWidth(WIDTH)
        self.token = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.token.setMaxLength(LONGEST)
        self.token.setFixedHeight(look.height("field"))
        self.token.setPlaceholderText(self.tr("User access token (OAuth 2.0)"))
        self.token.setAccessibleName(self.tr("User access token"))
        self.owns_app = CheckBox(look, self.tr("This account owns the developer app"))
        self.note = Note(look, Mood.DANGER)
        self.note.hide()
        self.go = PriceButton(look, self.tr("Connect"), "key-round", main=True)
        self.go.show_tag(tag)
        self._allowed = self.go.isEnabled()
        self.go.setEnabled(False)
        self._not_now = Button(look, self.tr("Not now"))
        self.token.textChanged.connect(self._typed)
        self.go.clicked.connect(self._ask)
        self._not_now.clicked.connect(self.reject)
        self._lay_out(look)
        self.token.setFocus()

    def refuse(self, why: str) -> None:
        """Say why it did not work; what was typed stays."""
        self.note.say(*halves(why))
        self.note.show()
        self.go.set_busy(busy=False)
        self.setFixedHeight(self.heightForWidth(WIDTH))

    def offer_to_go_on(self, remark: str) -> None:
        """Say that the account is connected for this session only, and offer to go on."""
        self.note.show_mood(Mood.WARN)
        self.note.say(self.tr("Connected."), remark, [self.tr("Go on for now")])
        self.note.followed.connect(lambda _link: self.gone_on.emit())
        self.note.show()
        self.setFixedHeight(self.heightForWidth(WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the wrapped words the height that they need at this width."""
        super().showEvent(event)
        self.setFixedHeight(self.heightForWidth(WIDTH))

    def _typed(self, text: str) -> None:
        self.go.setEnabled(self._allowed and bool(text.strip()))

    def _ask(self) -> None:
        self.note.hide()
        self.go.set_busy(busy=True)
        self.connect_asked.emit(self.token.text().strip(), self.owns_app.isChecked())

    def _lay_out(self, look: Look) -> None:
        side, gap = look.space("xl"), look.space("m")
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addWidget(Words(look, self.tr("Connect my X account"), "title"))
        why = self.tr(
            "X charges the owner of a developer app for everything read. Make an app of your "
            "own at console.x.com, and copy the user token that it shows for your account. "
            "Allybook keeps it in the keyring of this computer and sends it to nobody but X."
        )
        column.addWidget(Prose(look, why, "ui", "text_2"))
        column.addWidget(self.token)
        column.addWidget(self.owns_app)
        cheap = self.tr("Reading your own followers costs a tenth then.")
        column.addWidget(Prose(look, cheap, "caption", "text_3"))
        column.addWidget(self.note)
        buttons.setSpacing(look.space("s"))
        buttons.addStretch(1)
        buttons.addWidget(self._not_now)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
