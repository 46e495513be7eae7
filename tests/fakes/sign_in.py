"""A vault, a counter of X and turns, in memory: what renewing stands on."""

from contextlib import contextmanager
from datetime import timedelta

from allybook.domain.errors import NeedsSignIn, StorageError
from allybook.domain.sign_in.credentials import Tokens
from tests.fakes.clock import NOON

LIFE = timedelta(hours=2)


def pair(number, *, ends=NOON + LIFE):
    """Return the tokens that X gives as number ``number`` of a sign-in."""
    return Tokens(f"access-{number}", f"refresh-{number}", ends, "the-app")


class MemoryVault:
    """Keeps credentials; ``shut`` is the sentence of a keyring that does not open, or nothing."""

    def __init__(self, **kept):
        self.kept = kept
        self.shut = ""
        self.full = ""
        self.saved = []

    def load(self, account):
        self._open(self.shut)
        return self.kept.get(account)

    def save(self, account, credentials):
        self._open(self.shut or self.full)
        self.saved.append(credentials)
        self.kept[account] = credentials

    def forget(self, account):
        self._open(self.shut)
        self.kept.pop(account, None)

    def _open(self, sentence):
        if sentence:
            raise StorageError(sentence)


class SingleUse:
    """X's counter for tokens: each refresh token works once, a second use ends the sign-in."""

    def __init__(self, clock, number=0):
        self.clock = clock
        self.live = number
        self.asked = []
        self.fault = None

    def refresh(self, tokens):
        self.asked.append(tokens)
        if self.fault:
            raise self.fault
        if tokens.refresh != f"refresh-{self.live}":
            self.live = None
            raise NeedsSignIn("X does not take this token any more; sign in again.")
        self.live += 1
        return pair(self.live, ends=self.clock.now() + LIFE)


class Turns:
    """Writes down whose turn it was, and that no two overlap."""

    def __init__(self):
        self.taken = []
        self.held = False

    @contextmanager
    def of(self, account):
        assert not self.held
        self.held = True
        self.taken.append(account)
        try:
            yield
        finally:
            self.held = False
