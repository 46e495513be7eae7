"""A profile: one folder with everything that one person keeps.

::

    profile.sqlite3                        settings, ledger
    accounts/<account id>/cache.sqlite3    what X said to that account; may be thrown away
    accounts/<account id>/outbox.sqlite3   what waits to be sent, and which list mirrors which book
    books/<book id>.sqlite3                entries and their fold

What reads and writes a file is loaded when it is first asked for: few commands need them all.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from threading import Lock, RLock
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.expressions import expression
from allybook.domain.spoken import speak
from allybook.store.books.shelf import SqliteShelf
from allybook.store.books.trash import OPEN_FILES_GO
from allybook.store.database.failures import spoken
from allybook.store.database.migration import DatabaseKind, open_database
from allybook.store.settings import FleetingSettings, Held, SqliteSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Clock
    from allybook.store.acts.limits import SqliteLimits
    from allybook.store.acts.outbox import SqliteOutbox
    from allybook.store.cache import SqliteCache
    from allybook.store.database.connection import Connections
    from allybook.store.money.ledger import SqliteLedger

CACHE, OUTBOX = "cache.sqlite3", "outbox.sqlite3"
LINGERS: Pattern = (
    "It is erased, but another program is reading {name}: close that program and Allybook, and the "
    "last of it leaves the disk."
)
ACCOUNT_ID = expression(r"[A-Za-z0-9_-]{1,64}")


class Profile:
    """Opens what a folder holds, each file when it is first needed, and closes it all again.

    ``home`` are the languages of its person while they have chosen none. ``lenient`` settings that
    cannot be kept hold until it is closed.
    """

    def __init__(
        self, folder: Path, clock: Clock, home: tuple[str, ...] = (), *, lenient: bool = False
    ) -> None:
        self._held = Held() if lenient else None
        self._turns = RLock()
        self._folder = folder
        self._clock = clock
        self._home = home
        self._lock = Lock()
        self._open: dict[Path, Connections] = {}
        self._under_way: set[int] = set()
        self._shelf = SqliteShelf(folder / "books", clock)

    def __enter__(self) -> Profile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def cache(self, account_id: str) -> SqliteCache:
        """Return the cache of an X account (its id, or a word such as ``practice``)."""
        from allybook.store.cache import SqliteCache
        from allybook.store.posts.judging import Judge

        folder = self._account(account_id)
        return SqliteCache(
            self._database(folder / CACHE, DatabaseKind.CACHE),
            partial(self._database, folder / OUTBOX, DatabaseKind.OUTBOX),
            self._clock,
            Judge(self.settings(), self._clock, self._home),
        )

    def chats(self, account_id: str) -> frozenset[str]:
        """Return the hashtags (as filters have them) of the chats that were read for an account.

        It takes less than the cache does, of which nothing else is opened.
        """
        path = self._account(account_id) / CACHE
        if not path.exists():
            return frozenset()
        from allybook.store.posts.sums import tags_of_chats

        with self._database(path, DatabaseKind.CACHE).read() as connection:
            return tags_of_chats(connection)

    def outbox(self, account_id: str) -> SqliteOutbox:
        """Return the outbox of an X account."""
        from allybook.store.acts.outbox import SqliteOutbox

        folder = self._account(account_id)
        return SqliteOutbox(self._database(folder / OUTBOX, DatabaseKind.OUTBOX))

    def holdings(self) -> list[tuple[SqliteCache, SqliteOutbox]]:
        """Return the cache and the outbox of every account."""
        folder = self._folder / "accounts"
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        ids = filter(ACCOUNT_ID.fullmatch, names)
        return [(self.cache(one), self.outbox(one)) for one in ids]

    def limits(self, account_id: str) -> SqliteLimits:
        """Return how often X may be asked for an X account."""
        from allybook.store.acts.limits import SqliteLimits

        folder = self._account(account_id)
        return SqliteLimits(self._database(folder / OUTBOX, DatabaseKind.OUTBOX))

    def shelf(self) -> SqliteShelf:
        """Return the books."""
        return self._shelf

    def ledger(self, payer: Callable[[], str] = str) -> SqliteLedger:
        """Return the ledger; ``payer`` tells the id of the account that asks, where it is known."""
        from allybook.store.money.ledger import SqliteLedger

        return SqliteLedger(self._settings_file(), self._under_way, payer)

    def settings(self) -> SqliteSettings:
        """Return the settings."""
        if self._held is None:
            return SqliteSettings(self._settings_file())
        return FleetingSettings(self._settings_file(), self._held, self._turns)

    def frozen(self) -> str:
        """Return why nothing new is kept, or nothing; what can be written again is from then."""
        with self._lock:
            opened = tuple(self._open.values())
        found = filter(None, (one.frozen() for one in (*opened, *self._shelf.connections())))
        said = next((still.say() for still in found), "")
        if self._held and not said:
            FleetingSettings(self._settings_file(), self._held, self._turns).lay_held()
        return said

    def lingering(self) -> str:
        """Return of which file something that was erased is on the disk yet, or nothing."""
        with self._lock:
            opened = tuple(self._open.values())
        left = (one.path for one in (*opened, *self._shelf.connections()) if one.lingers())
        return next((speak(LINGERS, name=path.name) for path in left), "")

    def unkept(self) -> bool:
        """Return whether choices hold that no disk has taken by now."""
        return bool(self._held)

    def adopt(self, old_id: str, new_id: str) -> None:
        """Let what was gathered for one account id go on under another, beside what that has.

        It moves once; who is killed in between finds it whole, and it moves the next time. Another
        window that has it open writes nothing more there.
        """
        old, new = self._account(old_id), self._account(new_id)
        if not old.is_dir():
            return
        merges = new.exists()
        if merges:
            self._take_over(old_id, new_id)
        with self._lock:
            for path in [path for path in self._open if path.parent == old]:
                self._open.pop(path).close()
            with spoken(new):
                if not merges:
                    old.rename(new)
                elif not OPEN_FILES_GO:
                    _remove(old)

    def _take_over(self, old_id: str, new_id: str) -> None:
        """Merge, and delete what is left where others may have it open."""
        old = self._account(old_id)
        with ExitStack() as closed:
            # What another window writes after the copy would be lost with the file.
            for file, kind in ((CACHE, DatabaseKind.CACHE), (OUTBOX, DatabaseKind.OUTBOX)):
                closed.enter_context(self._database(old / file, kind).write())
            self._merge(old_id, new_id)
            if OPEN_FILES_GO:
                with spoken(old):
                    _remove(old)

    def _merge(self, old_id: str, new_id: str) -> None:
        from allybook.store.adoption import adopt_cache, adopt_ticks

        old, new = self._account(old_id), self._account(new_id)
        adopt_cache(
            self._database(old / CACHE, DatabaseKind.CACHE),
            self._database(new / CACHE, DatabaseKind.CACHE),
            self.cache(new_id),
        )
        adopt_ticks(
            self._database(old / OUTBOX, DatabaseKind.OUTBOX),
            self._database(new / OUTBOX, DatabaseKind.OUTBOX),
        )

    def close(self) -> None:
        """Close every file; what is asked afterwards opens it again."""
        self._shelf.close()
        with self._lock:
            for connections in self._open.values():
                connections.close()
            self._open.clear()

    def _account(self, account_id: str) -> Path:
        if ACCOUNT_ID.fullmatch(account_id) is None:
            raise BadInput(
                speak(
                    "{account_id!r} is not the id of an account; nothing was opened.",
                    account_id=account_id,
                )
            )
        return self._folder / "accounts" / account_id

    def _settings_file(self) -> Connections:
        return self._database(self._folder / "profile.sqlite3", DatabaseKind.PROFILE)

    def _database(self, path: Path, kind: DatabaseKind) -> Connections:
        with self._lock:
            if path not in self._open:
                self._open[path] = open_database(path, kind, self._clock.now())
            return self._open[path]


def _remove(folder: Path) -> None:
    """Delete a folder with all that is in it."""
    from shutil import rmtree

    rmtree(folder)
