"""A program that keeps secrets, as a process: ``python -m tests.vault.keeping``.

Each line on its standard input is a step (JSON: verb, account, packed credentials), each line that
it prints what came of it. Secrets go through pipes, never on a command line.
"""

import json
import os
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import secretstorage

from allybook.app.ground import SystemClock
from allybook.domain.errors import StorageError
from allybook.gateway.sign_in.authority import XAuthority
from allybook.services.sign_in.renew import RenewedKeys
from allybook.vault.keychain import Keychain
from allybook.vault.packed import pack, unpack
from allybook.vault.session import SessionVault
from allybook.vault.turns import FileTurns
from tests.programs import ending, next_line

LONGEST = 55
"""Seconds for one step: a keyring that hangs is waited for nearly as long."""


class Program:
    """A running program, seen from outside."""

    def __init__(self, process):
        self._process = process

    def load(self, account):
        answer = self._ask("load", account)
        return unpack(answer) if answer else None

    def save(self, account, credentials):
        self._ask("save", account, pack(credentials))

    def forget(self, account):
        self._ask("forget", account)

    def lock(self):
        """Lock the collection, as a desktop does after a while."""
        self._ask("lock")

    def items(self):
        """Return the labels that a keyring program shows."""
        return self._ask("items")

    def patience(self, seconds):
        """Say how long the keyring is waited for from now on."""
        self._ask("patience", text=str(seconds))

    def begin(self, verb, account, text=""):
        """Say a step, and do not wait for what comes of it."""
        self._process.stdin.write(json.dumps([verb, account, text]) + "\n")
        self._process.stdin.flush()

    def end(self):
        """Wait for the step that was begun."""
        answer, refused = json.loads(next_line(self._process, LONGEST))
        if refused:
            raise StorageError(refused)
        return answer

    def _ask(self, verb, account="", text=""):
        self.begin(verb, account, text)
        return self.end()


@contextmanager
def program(environ):
    """Yield a program that has just started."""
    words, pipe = [sys.executable, "-m", "tests.vault.keeping"], subprocess.PIPE
    process = subprocess.Popen(words, env=environ, stdin=pipe, stdout=pipe, text=True)
    with ending(process):
        yield Program(process)
    assert process.returncode == 0


def step(verb, account, text, vault=Keychain()):  # noqa: B008 (one for all steps)
    if verb == "patience":
        vault._asking._patience = float(text)
        return ""
    if verb == "load":
        kept = vault.load(account)
        return pack(kept) if kept else ""
    if verb == "save":
        return vault.save(account, unpack(text))
    if verb == "forget":
        return vault.forget(account)
    if verb == "renew":
        return pack(open_keys(account, url=text).credentials())
    return ask_service(verb)


def ask_service(verb):
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        if verb == "lock":
            return collection.lock()
        return sorted(item.get_label() for item in collection.get_all_items())


def open_keys(account, url):
    """Return the keys as the composition root puts them together."""
    turns = FileTurns(Path(os.environ["XDG_RUNTIME_DIR"]) / "allybook")
    clock = SystemClock()
    authority = XAuthority(url, clock=clock)
    return RenewedKeys(account, Keychain(), SessionVault(), authority, turns, clock)


def main():
    for line in sys.stdin:
        try:
            answer = [step(*json.loads(line)), ""]
        except StorageError as error:
            answer = ["", str(error)]
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
