"""Another way in: a user token that its owner made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.sign_in.client_id import Pasted, recognise
from allybook.domain.sign_in.credentials import Tokens
from allybook.ui.dialogs.sign_in.owns import OwnsApp
from allybook.ui.dialogs.sign_in.page import FieldHint, InputField
from allybook.ui.dialogs.sign_in.shortcut import Shortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class TokenPage(Shortcut):
    """Takes one access token of OAuth 2.0."""

    def __init__(self, look: Look, terms: SignInPrices) -> None:
        super().__init__(look, terms)
        self.title = self.tr("Connect with a user token")
        self.token = InputField(look, self.tr("User access token (OAuth 2.0)"), secret=True)
        self.hint = FieldHint(look)
        self.owns_app = OwnsApp(look, terms)
        self.say(
            self.tr(
                "X ends such a token after about two hours, and Allybook cannot renew it. To stay "
                "signed in, go back and follow the pages."
            )
        )
        self.column.addWidget(self.token)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.owns_app)
        self.add_foot()
        self.watch(self.token)
        self._typed()

    def first(self) -> QWidget:
        """Begin in the field."""
        return self.token.line

    def credentials(self) -> Tokens:
        """Return what was typed."""
        return Tokens(self.token.text())

    def owns(self) -> bool:
        """Return whether the account owns the app."""
        return self.owns_app.isChecked()

    def _typed(self) -> None:
        kind = recognise(self.token.text())
        if kind is Pasted.APP_TOKEN:
            words = self.tr("This is the app's own Bearer Token, which speaks for nobody.")
            self.hint.say(words, "triangle-alert", "warn")
        elif kind in (Pasted.CLIENT_ID, Pasted.KEY, Pasted.EMAIL, Pasted.HANDLE):
            words = self.tr("This is no token. To connect with a Client ID, go back and on.")
            self.hint.say(words, "triangle-alert", "warn")
        else:
            self.hint.say(self.tr("Shown as dots, kept in the keyring, sent to nobody but X."))
        super()._typed()
