"""The keychain over a keyring in memory, and over computers that have none."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from allybook.domain.errors import StorageError
from allybook.vault.keychain import Keychain, SessionVault


class MemoryKeyring(KeyringBackend):
    # Never chosen by itself: every backend that is defined offers itself to the whole process.
    priority = -1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


class LockedKeyring(MemoryKeyring):
    def get_password(self, service, username):
        raise KeyringLocked("locked")

    set_password = delete_password = lambda self, *_: (_ for _ in ()).throw(KeyringLocked("locked"))


@pytest.fixture
def use():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_token_is_kept_and_forgotten(use):
    use(MemoryKeyring())
    vault = Keychain()
    assert vault.load("1") is None
    vault.save("1", "token")
    assert vault.load("1") == "token"
    vault.forget("1")
    vault.forget("1")
    assert vault.load("1") is None


def test_without_a_keyring_nothing_is_kept_and_it_is_said(use):
    use(NoKeyring())
    vault = Keychain()
    assert vault.load("1") is None
    vault.forget("1")
    with pytest.raises(StorageError, match="no keyring") as refused:
        vault.save("1", "secret-token")
    assert "secret-token" not in str(refused.value)


def test_a_locked_keyring_is_said(use):
    use(LockedKeyring())
    for act in (lambda: Keychain().load("1"), lambda: Keychain().forget("1")):
        with pytest.raises(StorageError):
            act()


def test_a_session_vault_never_shows_its_tokens():
    vault = SessionVault()
    vault.save("1", "secret-token")
    assert vault.load("1") == "secret-token"
    assert "secret-token" not in repr(vault)
    vault.forget("1")
    assert vault.load("1") is None
