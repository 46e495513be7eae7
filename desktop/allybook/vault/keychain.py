"""Tokens in the keyring of the operating system, and nowhere else."""

from __future__ import annotations

import keyring
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from allybook.domain.errors import StorageError

SERVICE = "Allybook"


class Keychain:
    """Keeps one token per account in the OS keyring; ``StorageError`` where there is none."""

    def load(self, account: str) -> str | None:
        """Return the token of an account, or None."""
        try:
            return keyring.get_password(SERVICE, account)
        except NoKeyringError:
            return None
        except KeyringError as error:
            raise StorageError(
                "The keyring of this computer did not open, so the account stays signed out; "
                "unlock it and try again."
            ) from error

    def save(self, account: str, token: str) -> None:
        """Keep a token; it is never written anywhere else."""
        try:
            keyring.set_password(SERVICE, account, token)
        except KeyringError as error:
            raise StorageError(
                "This computer has no keyring that can keep the token, and Allybook keeps secrets "
                "nowhere else; you are signed in until you close the program."
            ) from error

    def forget(self, account: str) -> None:
        """Remove a token; nothing happens if there is none."""
        try:
            keyring.delete_password(SERVICE, account)
        except (PasswordDeleteError, NoKeyringError):
            return
        except KeyringError as error:
            raise StorageError("The keyring did not remove the token; try again.") from error


class SessionVault:
    """Keeps tokens in memory until the program ends (``--token-stdin``, practice)."""

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"SessionVault({len(self._tokens)} kept)"

    def load(self, account: str) -> str | None:
        """Return the token of an account, or None."""
        return self._tokens.get(account)

    def save(self, account: str, token: str) -> None:
        """Keep a token until the program ends."""
        self._tokens[account] = token

    def forget(self, account: str) -> None:
        """Remove a token; nothing happens if there is none."""
        self._tokens.pop(account, None)
