"""Who speaks to X in one run of the program."""

from __future__ import annotations

from allybook.services.sign_in.accounts import LOCAL


class Speaker:
    """The account of a desk, by its id or ``local``; of a token from a pipe, X tells it later.

    The settings say who speaks now, and another window may change that at any moment.
    """

    def __init__(self, account: str) -> None:
        self.account = account

    def payer(self) -> str:
        """Return the id of the account that X charges, or nothing where nobody knows it."""
        return "" if self.account == LOCAL else self.account
