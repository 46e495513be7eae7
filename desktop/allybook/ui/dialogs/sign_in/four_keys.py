"""Another way in: the four OAuth 1.0a keys that X shows to the owner of an app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from allybook.domain.sign_in.credentials import Keys
from allybook.ui.dialogs.sign_in.page import FieldHint, InputField
from allybook.ui.dialogs.sign_in.shortcut import Shortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class KeysPage(Shortcut):
    """Takes two pairs of key and secret; they belong to the owner of the app, and do not end."""

    def __init__(self, look: Look, terms: SignInPrices) -> None:
        super().__init__(look, terms)
        self.title = self.tr("Connect with the four keys")
        self.key = InputField(look, self.tr("API Key"), secret=True)
        self.key_secret = InputField(look, self.tr("API Key Secret"), secret=True)
        self.token = InputField(look, self.tr("Access Token"), secret=True)
        self.token_secret = InputField(look, self.tr("Access Token Secret"), secret=True)
        self.say(
            self.tr(
                "At console.x.com, in your app, under “Keys and tokens”. Set the app to “Read and "
                "write” first and make the Access Token after that, else Allybook can read but "
                "not publish a List."
            )
        )
        self._add_fields(look)
        words = self.tr(
            "The account is that of the app's owner, so its own followers cost a tenth. Shown as "
            "dots, kept in the keyring, sent to nobody but X."
        )
        self.column.addWidget(FieldHint(look, words))
        self.add_foot()
        self.watch(self.key, self.key_secret, self.token, self.token_secret)
        self._typed()

    def first(self) -> QWidget:
        """Begin in the first field."""
        return self.key.line

    def credentials(self) -> Keys:
        """Return what was typed."""
        return Keys(
            self.key.text(), self.key_secret.text(), self.token.text(), self.token_secret.text()
        )

    def owns(self) -> bool:
        """Return True: X makes these keys for the owner of the app alone."""
        return True

    def _add_fields(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space("l"))
        grid.setVerticalSpacing(look.space("m"))
        fields = (self.key, self.key_secret, self.token, self.token_secret)
        for number, field in enumerate(fields):
            grid.addWidget(field, *divmod(number, 2))
        self.column.addLayout(grid)
