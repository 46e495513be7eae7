"""The keychain over a keyring that hangs."""

import pytest

from allybook.domain.errors import StorageError
from allybook.vault.keychain import Keychain
from tests.fakes.keyrings import HangingKeyring, this_keyring
from tests.vault.samples import SECRETS, TOKENS

SOON = 0.05
SHUT = "locked or does not answer: unlock it and try again"


@pytest.fixture
def ring():
    with this_keyring(HangingKeyring()) as ring:
        yield ring
        ring.answers.set()


def test_a_keyring_that_hangs_is_the_sentence_of_a_locked_one(ring):
    vault = Keychain(SOON)
    for act in (
        lambda: vault.load("1"),
        lambda: vault.save("1", TOKENS),
        lambda: vault.forget("1"),
    ):
        with pytest.raises(StorageError, match=SHUT) as refused:
            act()
        assert not any(secret in str(refused.value) for secret in SECRETS)


def test_a_keyring_that_answers_again_is_used_again(ring):
    vault = Keychain(SOON)
    with pytest.raises(StorageError):
        vault.load("1")
    (late,) = vault._asking._late
    ring.answers.set()
    late.join(20)
    vault.save("1", TOKENS)
    assert vault.load("1") == TOKENS
