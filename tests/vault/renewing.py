"""A program that renews, as a process: ``python -m tests.vault.renewing URL FOLDER POINT``.

Two threads of it start together with all others that the server waits for, and each prints the
tokens that it got at first and after X refused them. ``POINT`` says where it stops for good
instead: ``asking``, ``answered`` or ``kept``.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from allybook.services.sign_in.renew import RenewedKeys
from allybook.vault.packed import pack, unpack
from allybook.vault.turns import FileTurns
from tests.fakes.clock import FixedClock
from tests.fakes.sign_in import LIFE
from tests.servers.token_server import RemoteAuthority

ACCOUNT = "1"
NOW = FixedClock()
NOW.advance(seconds=LIFE.total_seconds() - 30 * 60)
LATER = FixedClock()
LATER.advance(seconds=LIFE.total_seconds() - 10 * 60)


class FileVault:
    """Stands in for the keyring: one file per account, replaced whole."""

    def __init__(self, folder, arrive=lambda point: None):
        self._folder = folder
        self._arrive = arrive

    def load(self, account):
        path = self._folder / account
        return unpack(path.read_text(encoding="utf-8")) if path.exists() else None

    def save(self, account, credentials):
        self._arrive("answered")
        new = self._folder / f"{account}.new"
        new.write_text(pack(credentials), encoding="utf-8")
        new.replace(self._folder / account)
        self._arrive("kept")


class Stopping(RemoteAuthority):
    """Stops at a point, for good."""

    def __init__(self, url, point):
        super().__init__(url)
        self._point = point

    def arrive(self, point):
        if point == self._point:
            self.post("/pause")

    def refresh(self, tokens):
        self.arrive("asking")
        return super().refresh(tokens)


def open_keys(url, folder, point="", clock=NOW):
    """Return the keys of a program that has just started."""
    authority = Stopping(url, point)
    vault = FileVault(folder, authority.arrive)
    return RenewedKeys(ACCOUNT, vault, None, authority, FileTurns(folder / "turns"), clock)


def renew_twice(keys, again, server):
    """Renew, and once more in a while: nobody asks about a pair that X has only just given."""
    # All hold the same pair before any of them renews it.
    held = keys.credentials()
    server.post("/ready")
    first = keys.renew(held)
    server.post("/ready")
    return f"{first.access} {again.renew(first).access}"


def main():
    url, folder, point = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    keys, again = open_keys(url, folder, point), open_keys(url, folder, clock=LATER)
    with ThreadPoolExecutor(2) as pool:
        threads = [pool.submit(renew_twice, keys, again, RemoteAuthority(url)) for _ in range(2)]
        for thread in threads:
            sys.stdout.write(f"{thread.result()}\n")


if __name__ == "__main__":
    main()
