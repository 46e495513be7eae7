"""The tour stays on the practice network: nobody signs in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from allybook.domain.errors import NeedsSignIn

if TYPE_CHECKING:
    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.sign_in.oauth import Attempt, BrowserWords, KnownAccount
    from allybook.ports.surroundings import Ticket


class NoWays:
    """Leads nobody in or out (``ui.ways.Ways``)."""

    def accounts(self) -> tuple[KnownAccount, ...]:
        """Return nobody."""
        return ()

    def begin(self, client_id: str, port: int, words: BrowserWords | None = None) -> NoReturn:
        """Refuse."""
        raise _refusal()

    def wait(self, attempt: Attempt, ticket: Ticket) -> NoReturn:
        """Refuse."""
        raise _refusal()

    def finish(self, attempt: Attempt, address: str, *, owns_app: bool) -> NoReturn:
        """Refuse."""
        raise _refusal()

    def give_up(self, attempt: Attempt) -> None:
        """Do nothing: nobody listens."""

    def connect(self, credentials: Credentials, *, owns_app: bool) -> NoReturn:
        """Refuse."""
        raise _refusal()

    def sign_out(self, user_id: str) -> NoReturn:
        """Refuse."""
        raise _refusal()

    def let_go(self) -> None:
        """Do nothing: nobody waits for a keyring."""


def _refusal() -> NeedsSignIn:
    return NeedsSignIn("The tour signs nobody in; start Allybook without it to connect an account.")
