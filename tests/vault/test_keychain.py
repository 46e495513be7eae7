"""The keychain over keyrings in memory, and over computers that have none."""

import logging
import pickle
from configparser import Error as BadConfiguration

import pytest
from jeepney import DBusErrorResponse, new_error, new_method_call
from jeepney.io.common import RouterClosed
from jeepney.wrappers import DBusAddress
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked, PasswordSetError
from secretstorage.exceptions import LockedException, SecretServiceNotAvailableException

from allybook.domain.errors import StorageError
from allybook.vault.keychain import SERVICE, Keychain
from allybook.vault.session import SessionVault
from tests.fakes.keyrings import (
    Chain,
    ChangingKeyring,
    FailingKeyring,
    ForgetfulKeyring,
    MemoryKeyring,
    StubbornKeyring,
    this_keyring,
)
from tests.vault.samples import KEYS, SECRETS, TOKENS

CALL = new_method_call(DBusAddress("/", "a.b", "a.b"), "Get")
PLAIN = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
TERMINAL = type("EncryptedKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
OWN_PLAIN = type("MyFile", (PLAIN,), {})


@pytest.fixture
def vault():
    return Keychain()


@pytest.fixture
def ring():
    with this_keyring(MemoryKeyring()) as ring:
        yield ring


@pytest.mark.parametrize("credentials", [TOKENS, KEYS], ids=repr)
def test_credentials_are_kept_and_forgotten(ring, vault, credentials):
    assert vault.load("1") is None
    vault.save("1", credentials)
    assert vault.load("1") == credentials
    assert vault.load("2") is None
    vault.forget("1")
    vault.forget("1")
    assert vault.load("1") is None
    assert ring.kept == {}


def test_an_account_is_one_item_with_a_name_that_a_person_recognises(ring, vault):
    vault.save("2244994945", TOKENS)
    vault.save("2244994945", KEYS)
    vault.save("12", TOKENS)
    assert list(ring.kept) == [(SERVICE, "X account 2244994945"), (SERVICE, "X account 12")]


@pytest.mark.parametrize(
    "ring",
    [
        NoKeyring(),
        NullKeyring(),
        PLAIN(),
        TERMINAL(),
        OWN_PLAIN(),
        MemoryKeyring(priority=0.5),
        Chain(),
        Chain(NullKeyring(), PLAIN(), NoKeyring()),
    ],
    ids=lambda ring: type(ring).__name__,
)
def test_what_keeps_no_secrets_is_no_keyring_and_gets_none(vault, ring):
    with this_keyring(ring):
        with pytest.raises(StorageError, match="no keyring that keeps secrets") as refused:
            vault.save("1", TOKENS)
        assert vault.load("1") is None
        vault.forget("1")
    assert not any(secret in str(refused.value) for secret in SECRETS)
    for link in (ring, *getattr(ring, "backends", ())):
        assert not getattr(link, "asked_to_keep", [])


def test_of_a_chain_the_first_that_keeps_secrets_gets_them(vault):
    plain, good, other = PLAIN(), MemoryKeyring(), MemoryKeyring()
    with this_keyring(Chain(plain, NullKeyring(), good, other)):
        vault.save("1", KEYS)
        assert vault.load("1") == KEYS
        assert (len(good.kept), plain.kept, other.kept) == (1, {}, {})
        vault.forget("1")
    assert good.kept == {}


@pytest.mark.parametrize("kind", [ForgetfulKeyring, ChangingKeyring])
def test_a_keyring_that_keeps_nothing_and_says_nothing_is_told(vault, kind):
    with this_keyring(kind()), pytest.raises(StorageError, match="no keyring that keeps secrets"):
        vault.save("1", TOKENS)


def test_a_keyring_that_removes_nothing_is_told(vault):
    with this_keyring(StubbornKeyring()) as ring:
        vault.save("1", TOKENS)
        with pytest.raises(StorageError, match="still in it"):
            vault.forget("1")
        assert vault.load("1") == TOKENS
    assert ring.kept


def error_reply():
    return DBusErrorResponse(new_error(CALL, "org.freedesktop.DBus.Error.Failed", "s", ("why",)))


@pytest.mark.parametrize(
    "error",
    [
        KeyringLocked("Failed to unlock the collection!"),
        InitError("Failed to create the collection: Prompt dismissed."),
        PasswordSetError("Cancelled by user"),
        LockedException("Item is locked!"),
        SecretServiceNotAvailableException("not provided by any .service files"),
        error_reply(),
        RouterClosed(),
        ConnectionResetError("the bus"),
        FileNotFoundError("no bus"),
        TimeoutError(),
        AssertionError(),
        RuntimeError("Unable to initialize SecretService"),
        ModuleNotFoundError("no such backend"),
        BadConfiguration("keyringrc.cfg"),
        NotImplementedError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_keyring_raises_is_one_sentence(vault, error):
    acts = (lambda: vault.load("1"), lambda: vault.save("1", KEYS), lambda: vault.forget("1"))
    for act in acts:
        with this_keyring(FailingKeyring(error)), pytest.raises(StorageError) as refused:
            act()
        said = str(refused.value)
        assert said.endswith(".")
        assert "unlock it and try again" in said
        assert "\n" not in said
        assert not any(secret in said for secret in SECRETS)


def test_a_fault_of_our_own_is_not_taken_for_the_keyrings(vault):
    with this_keyring(FailingKeyring(ZeroDivisionError())), pytest.raises(ZeroDivisionError):
        vault.load("1")


def test_what_somebody_else_wrote_into_the_item_is_shown_to_nobody(ring, vault):
    ring.kept[SERVICE, "X account 1"] = "planted-access, but not as Allybook writes it"
    with pytest.raises(StorageError, match="sign in again") as refused:
        vault.load("1")
    assert refused.value.__context__ is None
    bad = UnicodeDecodeError("utf-8", b"planted-\xff", 8, 9, "bad")
    with (
        this_keyring(FailingKeyring(bad)),
        pytest.raises(StorageError, match="sign in again") as refused,
    ):
        vault.load("1")
    assert refused.value.__context__ is None


def test_a_session_vault_never_shows_what_it_keeps():
    vault = SessionVault()
    vault.save("1", TOKENS)
    assert vault.load("1") is TOKENS
    assert not any(secret in repr(vault) for secret in SECRETS)
    with pytest.raises(TypeError, match="not copied"):
        pickle.dumps(vault)
    vault.forget("1")
    vault.forget("1")
    assert vault.load("1") is None


def test_logs_say_nothing_of_what_is_kept(ring, vault, caplog):
    with caplog.at_level(logging.DEBUG):
        vault.save("1", TOKENS)
        vault.load("1")
        vault.forget("1")
    assert not any(secret in caplog.text for secret in SECRETS)
