"""Credentials in the keyring of the operating system, and nowhere else.

Each call may take as long as a person takes to unlock the keyring: call from a job's thread, never
from the window's. A service that hangs is waited for no longer than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from keyring.errors import NoKeyringError, PasswordDeleteError

from allybook.domain.errors import StorageError
from allybook.domain.spoken import speak
from allybook.services.jobs.asking import Asking
from allybook.vault.packed import DAMAGED, pack, unpack
from allybook.vault.rings import failures, find_ring

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.spoken import Pattern

T = TypeVar("T")
SERVICE = "Allybook"
PATIENCE = 45.0
"""Seconds: as long as people take to unlock a keyring that asks them to."""
MOST = 8
"""How many items of one name a keyring is thought to hold at most."""
SIGNED_OUT: Pattern = "the account stays signed out until then, and nothing is lost."
THIS_SESSION: Pattern = (
    "Allybook keeps secrets nowhere else, so you are signed in until you close it."
)
STILL_THERE: Pattern = "what it keeps for this account is still in it."
NO_KEYRING: Pattern = "This computer has no keyring that keeps secrets, and {consequence}"


class Keychain:
    """Keeps the credentials of accounts in the OS keyring; ``StorageError`` where there is none.

    A keyring that keeps plain text, or keeps nothing and does not say so, counts as none. Each
    account is one item, that keyring programs show as ``X account <id>`` of ``Allybook``. One that
    does not answer within ``patience`` seconds counts as locked.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._asking = Asking(patience)
        self._was_silent = False

    def load(self, account: str) -> Credentials | None:
        """Return the credentials of an account, or None."""
        text = self._ask(lambda ring: ring.get_password(SERVICE, _item(account)), SIGNED_OUT)
        return unpack(text) if text else None

    def save(self, account: str, credentials: Credentials) -> None:
        """Keep credentials, and read them back; ``StorageError`` where they are not kept."""
        text = pack(credentials)
        if not self._ask(lambda ring: _keep(ring, _item(account), text), THIS_SESSION):
            raise StorageError(speak(NO_KEYRING, consequence=speak(THIS_SESSION)))

    def forget(self, account: str) -> None:
        """Remove credentials, and look that they are gone; nothing happens if there are none."""
        if self._ask(lambda ring: _remove(ring, _item(account)), STILL_THERE) is False:
            raise StorageError(
                speak(
                    "The keyring of this computer removed nothing: {still_there}",
                    still_there=speak(STILL_THERE),
                )
            )

    def let_go(self) -> None:
        """Let nobody wait any longer for a keyring that has not answered yet."""
        self._asking.let_go()

    def _ask(self, act: Callable[[KeyringBackend], T], consequence: Pattern) -> T | None:
        """Return what the keyring answers, or None where there is no keyring."""
        try:
            return self._asking.ask(lambda: act(find_ring(again=self._was_silent)))
        except NoKeyringError:
            return None
        except UnicodeError:
            # It holds what it stumbled over, a secret: it must not be what caused another.
            pass
        except failures() as error:
            self._was_silent |= isinstance(error, TimeoutError)
            raise StorageError(
                speak(
                    "The keyring of this computer is locked or does not answer: unlock it and "
                    "try again; {consequence}",
                    consequence=speak(consequence),
                )
            ) from error
        raise StorageError(DAMAGED)


def _item(account: str) -> str:
    return f"X account {account}"


def _keep(ring: KeyringBackend, item: str, text: str) -> bool:
    ring.set_password(SERVICE, item, text)
    return ring.get_password(SERVICE, item) == text


def _remove(ring: KeyringBackend, item: str) -> bool:
    """Remove until nothing is left: backends delete the first of several items only."""
    for _ in range(MOST):
        if ring.get_password(SERVICE, item) is None:
            return True
        try:
            ring.delete_password(SERVICE, item)
        except PasswordDeleteError:
            # Said for "not there" and for a question that the person closed alike.
            break
    return ring.get_password(SERVICE, item) is None
