"""Keyrings in memory: a good one, and those that computers have instead of one."""

from contextlib import contextmanager
from threading import Event

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps texts, and writes down what it was asked to keep.

    Never chosen by itself: every backend that is defined offers itself to the whole process.
    """

    priority = -1

    def __init__(self, priority=5):
        super().__init__()
        self.priority = priority
        self.kept = {}
        self.asked_to_keep = []

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.asked_to_keep.append(password)
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


class FailingKeyring(MemoryKeyring):
    """Raises ``error`` whenever it is asked for something."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def get_password(self, service, username, password=""):
        raise self.error

    set_password = delete_password = get_password


class ForgetfulKeyring(MemoryKeyring):
    """Says nothing, and keeps nothing."""

    def set_password(self, service, username, password):
        self.asked_to_keep.append(password)


class ChangingKeyring(MemoryKeyring):
    """Keeps something else than it was given, as one that shortens does."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password[:20])


class StubbornKeyring(MemoryKeyring):
    """Removes nothing, as when the person closes the question."""

    def delete_password(self, service, username):
        raise PasswordDeleteError("Cancelled by user")


class Chain(ChainerBackend):
    """Several keyrings in turn."""

    viable = False
    backends = ()

    def __init__(self, *links):
        super().__init__()
        self.backends = links


class HangingKeyring(MemoryKeyring):
    """Answers nobody while it hangs; ``asked`` tells that somebody waits, ``hangs`` how many."""

    def __init__(self):
        super().__init__()
        self.asked = Event()
        self.answers = Event()
        self.hangs = 0

    def get_password(self, service, username):
        self._hang()
        return super().get_password(service, username)

    def set_password(self, service, username, password):
        self._hang()
        super().set_password(service, username, password)

    def delete_password(self, service, username):
        self._hang()
        super().delete_password(service, username)

    def _hang(self):
        self.hangs += 1
        self.asked.set()
        answered = self.answers.wait(20)
        self.hangs -= 1
        assert answered


@contextmanager
def this_keyring(ring):
    """Let the process use a keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        yield ring
    finally:
        keyring.set_keyring(before)
