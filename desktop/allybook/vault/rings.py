"""Which keyring of this computer may keep secrets, and what it raises when it cannot.

Allybook takes what ``keyring`` itself recommends (a priority of 1 or more: the Secret Service,
KWallet, the keychain of macOS, the credentials of Windows, or one that a person installed). Those
that keep plain text, nothing at all, or ask for a password at a terminal are no keyring here.
"""

from __future__ import annotations

import sys
from configparser import Error as BadConfiguration
from typing import TYPE_CHECKING

import keyring
from keyring.backend import KeyringBackend, by_priority
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoRing
from keyring.core import load_config, load_env, recommended
from keyring.errors import KeyringError, NoKeyringError

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_SECRETS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
OWN_ERRORS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("jeepney.io.common", "RouterClosed"),
    ("dbus.exceptions", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("keyring.backends.macOS.api", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
)


def find_ring(*, again: bool = False) -> KeyringBackend:
    """Return the keyring that keeps the secrets; ``NoKeyringError`` where none does.

    ``keyring`` chooses once, and a service that was silent then is none to it for good: with
    ``again``, it is looked for once more. It may raise what ``failures`` tells as well.
    """
    chosen = keyring.get_keyring()
    if again and isinstance(chosen, NoRing) and not (load_env() or load_config()):
        chosen = _look_again() or chosen
    # Of several, keyring makes a chain whose links are tried in turn, plain text among them.
    links = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for ring in links:
        if _keeps_secrets(ring):
            return ring
    raise NoKeyringError("no keyring that keeps secrets")


def _look_again() -> KeyringBackend | None:
    kinds = KeyringBackend.get_viable_backends()
    rings = [kind() for kind in kinds if recommended(kind) and not issubclass(kind, ChainerBackend)]
    return max(filter(_keeps_secrets, rings), key=by_priority, default=None)


def failures() -> tuple[type[Exception], ...]:
    """Return what a keyring may raise, in whatever words its backend speaks.

    Seen with a real Secret Service: ``KeyringError`` when it is away or locked; secretstorage's
    and jeepney's own when it goes away during a call; ``OSError`` when the bus does. The words of
    other backends are looked up among the modules that are loaded: no other can have raised.
    """
    own = (KeyringError, OSError, RuntimeError, AssertionError, ImportError, BadConfiguration)
    return (*own, NotImplementedError, AttributeError, ValueError, *_loaded())


def _loaded() -> Iterator[type[Exception]]:
    for module, name in OWN_ERRORS:
        found = getattr(sys.modules.get(module), name, None)
        if isinstance(found, type) and issubclass(found, Exception):
            yield found


def _keeps_secrets(ring: KeyringBackend) -> bool:
    lineage = type(ring).__mro__
    if any(part.__module__.startswith(NO_SECRETS) for part in lineage):
        return False
    return bool(recommended(ring))
