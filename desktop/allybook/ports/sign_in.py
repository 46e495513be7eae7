"""X's side of signing in, and where what it gives is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from allybook.domain.sign_in.credentials import Credentials, Tokens
    from allybook.domain.sign_in.oauth import Attempt


class Vault(Protocol):
    """Keeps the credentials of accounts; ``StorageError`` where nothing keeps secrets."""

    def load(self, account: str) -> Credentials | None:
        """Return the credentials of an account, or None."""

    def save(self, account: str, credentials: Credentials) -> None:
        """Keep credentials in place of those before; they are kept when this returns."""

    def forget(self, account: str) -> None:
        """Remove credentials; nothing happens if there are none."""


class Authority(Protocol):
    """X's own counter for tokens; one request each, none of them charged."""

    def address(self, attempt: Attempt) -> str:
        """Return where the browser goes to ask the person."""

    def exchange(self, attempt: Attempt, code: str) -> Tokens:
        """Return the tokens for a code (which lives 30 seconds)."""

    def refresh(self, tokens: Tokens) -> Tokens:
        """Return the next pair; the old refresh token is dead from then on.

        Raises ``NeedsSignIn`` where X takes it no more, ``Unreachable`` where nobody knows.
        """

    def revoke(self, tokens: Tokens) -> None:
        """Make tokens worthless."""


class Keyholder(Protocol):
    """Gives the gateway what it signs with."""

    def credentials(self) -> Credentials:
        """Return credentials that are good now, renewed first if need be."""

    def renew(self, refused: Credentials) -> Credentials | None:
        """Return better credentials than those that X refused, or None where there are none."""


class Turns(Protocol):
    """Lets one thread of one process at a time renew an account's tokens."""

    def of(self, account: str) -> AbstractContextManager[None]:
        """Wait for the turn; ``Unreachable`` where another one does not end its own."""
