"""Page three: paste the Client ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.domain.sign_in.client_id import Pasted, recognise
from allybook.ui.dialogs.sign_in.owns import OwnsApp
from allybook.ui.dialogs.sign_in.page import FieldHint, InputField, WizardPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class ClientPage(WizardPage):
    """Takes the Client ID and looks at it at once; ``gone_on`` when Enter is pressed there."""

    gone_on = Signal()

    def __init__(self, look: Look, terms: SignInPrices, client_id: str = "") -> None:
        super().__init__(look)
        self.title = self.tr("Paste the Client ID")
        self.client = InputField(look, self.tr("Client ID"))
        self.hint = FieldHint(look)
        self.owns_app = OwnsApp(look, terms)
        self.say(
            self.tr(
                "X shows it once the app is saved, and later under “Keys and tokens”, in the part "
                "“OAuth 2.0”. It is no secret. The Client Secret beside it is not needed: leave it "
                "where it is."
            )
        )
        self.column.addWidget(self.client)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.owns_app)
        self.column.addStretch(1)
        self.client.line.textChanged.connect(self._look_at)
        self.client.line.returnPressed.connect(self._go_on)
        self.client.line.setText(client_id)
        self._look_at()

    def first(self) -> QWidget:
        """Begin in the field."""
        return self.client.line

    def _go_on(self) -> None:
        if self.main.isEnabled():
            self.gone_on.emit()

    def _look_at(self) -> None:
        kind = recognise(self.client.text())
        self.main.setEnabled(kind is Pasted.CLIENT_ID)
        if kind is Pasted.CLIENT_ID:
            self.hint.say(self.tr("This can be a Client ID."), "circle-check", "accent_text")
        elif kind is Pasted.NOTHING:
            self.hint.say(self.tr("Some 30 letters and figures, without blanks."))
        else:
            self.hint.say(self._complain(kind), "triangle-alert", "warn")

    def _complain(self, kind: Pasted) -> str:
        words = {
            Pasted.SENTENCE: self.tr("There is a blank in it: copy the Client ID alone."),
            Pasted.EMAIL: self.tr(
                "This is an e-mail address. The Client ID stands at X, by the app."
            ),
            Pasted.HANDLE: self.tr(
                "This is a @handle. The Client ID belongs to the app, not to you."
            ),
            Pasted.ADDRESS: self.tr(
                "This is an address of a page. Copy the Client ID shown there."
            ),
            Pasted.NUMBER: self.tr(
                "This is the number of the app. The Client ID is longer, and has letters."
            ),
            Pasted.APP_TOKEN: self.tr(
                "This is a Bearer Token, and secret. Copy the Client ID, under “OAuth 2.0”."
            ),
            Pasted.TOKEN: self.tr(
                "This is an access token, and secret. Copy the Client ID, under “OAuth 2.0”."
            ),
            Pasted.KEY: self.tr(
                "This looks like the API Key. The Client ID stands under “OAuth 2.0”."
            ),
            Pasted.SECRET: self.tr(
                "This looks like a secret. Leave that at X, and copy the Client ID above it."
            ),
        }
        return words.get(kind, self.tr("This is no Client ID: copy it anew, from end to end."))
