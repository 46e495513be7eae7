"""Page one: what this is for, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.ui.dialogs.sign_in.page import Fact, WizardPage
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import dollars, unit_price

if TYPE_CHECKING:
    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look

PRICES = "https://docs.x.com/x-api/getting-started/pricing"


class WhyPage(WizardPage):
    """Why an own app, the prices, the limit; other ways in are ``token_asked``, ``keys_asked``.

    ``link_asked`` carries an address for the browser.
    """

    token_asked = Signal()
    keys_asked = Signal()
    link_asked = Signal(str)

    def __init__(self, look: Look, terms: SignInPrices) -> None:
        super().__init__(look)
        self.title = self.tr("Connect my X account")
        self.prices = LinkButton(look, self.tr("X's own price list"), "external-link")
        self.token = LinkButton(look, self.tr("I have a user token"))
        self.keys = LinkButton(look, self.tr("I have the four keys of my app"))
        self.prices.clicked.connect(lambda: self.link_asked.emit(PRICES))
        self.token.clicked.connect(self.token_asked)
        self.keys.clicked.connect(self.keys_asked)
        self._lay_out(look, terms)

    def _lay_out(self, look: Look, terms: SignInPrices) -> None:
        self.say(
            self.tr(
                "X lets programs in through a developer app, and charges whoever owns the app. So "
                "you make one of your own, once: the app and the bill are yours, and nobody stands "
                "between you and X. These pages go with you step by step."
            )
        )
        self.column.addSpacing(look.space("xs"))
        for icon, bold, rest in self._facts(terms):
            self.column.addWidget(Fact(look, icon, bold, rest))
        self.column.addSpacing(look.space("xs"))
        self.column.addWidget(self.prices)
        self.column.addStretch(1)
        self.column.addWidget(Rule(look))
        self.column.addLayout(self._make_others(look))

    def _facts(self, terms: SignInPrices) -> tuple[tuple[str, str, str], ...]:
        charged = self.tr("X charges %1 for a post and %2 for an account that is read.")
        charged = charged.replace("%1", unit_price(terms.post))
        limit = self.tr(
            "Every price stands on its button before you press it, and Allybook stops before your "
            "budget of %1 a month is passed."
        )
        return (
            (
                "clock",
                self.tr("About 10 minutes, once."),
                self.tr("You need your X password, and a card to buy credit."),
            ),
            (
                "wallet",
                charged.replace("%2", unit_price(terms.account)),
                self.tr("What was read once is free for the rest of the day."),
            ),
            (
                "coins",
                self.tr("Never more than you allow."),
                limit.replace("%1", dollars(terms.budget)),
            ),
            (
                "shield-check",
                self.tr("The sign-in stays with you."),
                self.tr("The keyring of this computer keeps it; it is sent to nobody but X."),
            ),
        )

    def _make_others(self, look: Look) -> FlowLayout:
        row = FlowLayout(gap=look.space("l"))
        row.addWidget(Words(look, self.tr("Made an app already?"), "ui", "text_2"))
        row.addWidget(self.token)
        row.addWidget(self.keys)
        return row
