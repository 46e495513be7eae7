"""The keychain over a real Secret Service, as GNOME brings it: from one process to the next."""

import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Timer

import pytest

from allybook.domain.errors import StorageError
from allybook.domain.sign_in.credentials import Keys, Tokens
from allybook.vault.packed import pack
from tests.servers.echoing import echoing_server
from tests.servers.secret_service import secret_service
from tests.vault.keeping import program
from tests.vault.samples import KEYS, SECRETS, TOKENS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="GNOME's keyring is Linux's")

UNICODE = Keys("schlüssel", "секрет", "鍵" * 9, '🗝 " \\ ')
LONG = Tokens("a" * 40_000, "r" * 40_000, TOKENS.expires_at, "the-app")
NO_KEYRING = "no keyring that keeps secrets"
SHUT = "unlock it and try again"


@pytest.fixture
def bus():
    with secret_service() as service:
        yield service


@pytest.fixture
def service(bus):
    bus.start()
    return bus


def assert_refused(vault, sentence):
    """Check that a program says the sentence, whatever it wants of its keyring."""
    for act in (lambda: vault.load("1"), lambda: vault.save("1", KEYS), lambda: vault.forget("1")):
        with pytest.raises(StorageError, match=sentence) as refused:
            act()
        assert not any(secret in str(refused.value) for secret in SECRETS)


def test_what_one_process_keeps_the_next_one_reads(service):
    kept = {"1": TOKENS, "2": KEYS, "3": UNICODE, "4": LONG}
    with program(service.environ) as first:
        assert first.load("1") is None
        for account, credentials in kept.items():
            first.save(account, KEYS)
            first.save(account, credentials)
    with program(service.environ) as second:
        assert {account: second.load(account) for account in kept} == kept
        second.forget("2")
        second.forget("2")
        second.forget("nobody")
    with program(service.environ) as third:
        assert third.load("2") is None
        assert third.load("1") == TOKENS
        # What a person reads in a keyring program; one item per account.
        assert third.items() == [f"Password for 'X account {n}' on 'Allybook'" for n in (1, 3, 4)]


def test_the_keyring_file_shows_no_secret(service):
    with program(service.environ) as vault:
        vault.save("1", TOKENS)
    files = [path for path in service.folder.rglob("*") if path.is_file()]
    assert any(path.name == "login.keyring" for path in files)
    for path in files:
        assert not any(secret.encode() in path.read_bytes() for secret in SECRETS), path


def test_a_locked_keyring_is_a_sentence_and_loses_nothing(service):
    with program(service.environ) as vault:
        vault.save("1", TOKENS)
        vault.lock()
        assert_refused(vault, SHUT)
        service.kill()
        service.start(unlocked=False)
        assert_refused(vault, SHUT)
        service.kill()
        service.start()
        assert vault.load("1") == TOKENS


def test_two_programs_renew_one_pair_once(service):
    ending = replace(TOKENS, expires_at=datetime.now(UTC) + timedelta(seconds=5))
    x = echoing_server(("next-access", "next-refresh"))
    with x as server, program(service.environ) as one, program(service.environ) as other:
        one.save("1", ending)
        for vault in (one, other):
            vault.begin("renew", "1", server.url)
        renewed = {vault.end() for vault in (one, other)}
        assert renewed == {pack(one.load("1"))}
        assert other.load("1").secrets == ("next-access", "next-refresh")
    assert len(server.seen) == 1


def test_a_service_that_dies_is_a_sentence_until_it_is_back(service):
    with program(service.environ) as vault:
        vault.save("1", TOKENS)
        service.kill()
        assert_refused(vault, SHUT)
        service.start()
        assert vault.load("1") == TOKENS


def test_a_service_that_dies_during_a_call_is_a_sentence(service):
    with program(service.environ) as vault:
        vault.save("1", TOKENS)
        service.freeze()
        vault.begin("load", "1")
        service.kill()
        with pytest.raises(StorageError, match=SHUT):
            vault.end()
        service.start()
        assert vault.load("1") == TOKENS


def test_a_bus_without_the_service_is_no_keyring(bus):
    with program(bus.environ) as vault:
        assert vault.load("1") is None
        vault.forget("1")
        with pytest.raises(StorageError, match=NO_KEYRING):
            vault.save("1", TOKENS)


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "no address"])
def test_no_bus_is_no_keyring(bus, address):
    environ = bus.environ | ({"DBUS_SESSION_BUS_ADDRESS": address} if address else {})
    if address is None:
        del environ["DBUS_SESSION_BUS_ADDRESS"]
    with program(environ) as vault:
        assert vault.load("1") is None
        with pytest.raises(StorageError, match=NO_KEYRING):
            vault.save("1", TOKENS)


def test_a_bus_that_ends_is_a_sentence():
    with secret_service() as service:
        service.start()
        with program(service.environ) as vault:
            vault.save("1", TOKENS)
            service.end()
            assert_refused(vault, SHUT)


@pytest.mark.parametrize(
    ("backend", "sentence"),
    [
        ("keyring.backends.null.Keyring", NO_KEYRING),
        ("keyring.backends.fail.Keyring", NO_KEYRING),
        ("keyring.backends.nowhere.Keyring", SHUT),
        ("keyring.backends.null.Nothing", SHUT),
        ("", SHUT),
    ],
)
def test_a_backend_that_the_environment_names_is_no_way_around(service, backend, sentence):
    environ = service.environ | {"PYTHON_KEYRING_BACKEND": backend}
    with program(environ) as vault, pytest.raises(StorageError, match=sentence):
        vault.save("1", TOKENS)


def test_a_service_that_never_answers_is_a_sentence_and_holds_up_nobody(bus):
    bus.hang()
    with program(bus.environ) as vault:
        with impatient(vault):
            assert_refused(vault, SHUT)
            bus.kill()
            bus.start()
            wait_until_answered(vault)
        vault.save("1", TOKENS)
        assert vault.load("1") == TOKENS


def test_a_service_that_stops_answering_is_a_sentence(service):
    with program(service.environ) as vault:
        vault.save("1", TOKENS)
        service.freeze()
        with impatient(vault):
            assert_refused(vault, SHUT)
            service.kill()
            service.start()
            wait_until_answered(vault)
        assert vault.load("1") == TOKENS


@contextmanager
def impatient(vault):
    """Let a program wait shortly for its keyring, which does not answer for the time being."""
    vault.patience(2)
    yield
    vault.patience(45)


def wait_until_answered(vault):
    """Ask until the question that hung has come to its end."""
    over = Event()
    timer = Timer(20, over.set)
    timer.start()
    try:
        while not over.wait(0.005):
            with suppress(StorageError):
                vault.load("1")
                return
    finally:
        timer.cancel()
    raise AssertionError("the keyring did not come back")
