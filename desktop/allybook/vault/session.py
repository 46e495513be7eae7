"""Credentials in memory, for as long as the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.domain.sign_in.credentials import Credentials


class SessionVault:
    """Keeps credentials in memory until the program ends (``--token-stdin``, no keyring)."""

    def __init__(self) -> None:
        self._credentials: dict[str, Credentials] = {}

    def __repr__(self) -> str:
        return f"SessionVault({len(self._credentials)} kept)"

    def load(self, account: str) -> Credentials | None:
        """Return the credentials of an account, or None."""
        return self._credentials.get(account)

    def save(self, account: str, credentials: Credentials) -> None:
        """Keep credentials until the program ends."""
        self._credentials[account] = credentials

    def forget(self, account: str) -> None:
        """Remove credentials; nothing happens if there are none."""
        self._credentials.pop(account, None)
