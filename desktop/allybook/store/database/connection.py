"""One SQLite file: a connection for each thread, and every write one transaction."""

from __future__ import annotations

import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from weakref import WeakSet

import apsw

from allybook.domain.errors import StorageError
from allybook.domain.spoken import speak
from allybook.store.database.copying import drop_copies
from allybook.store.database.failures import spoken
from allybook.store.database.place import disk_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from allybook.domain.spoken import Pattern
    from allybook.store.database.frozen import Frozen, Standstill
    from allybook.store.database.place import Place

BUSY_MS = 10_000
"""How long a write waits for another thread's, in milliseconds."""
TRY_MS = 100
"""How long it waits (milliseconds) when it is only tried whether anything can be written again."""
LOG_PAGES = 4_000
"""Pages (16 MB) that may wait in the log: pages that an import writes again move once."""
CACHE_KIB = 2_048
"""What each thread's connection keeps of the file: twice as much answers no sooner."""
STATEMENTS = 250
"""So many statements each connection remembers: an import goes through half of them in turn."""

OPEN_OR_MAKE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
READ_WRITE = apsw.SQLITE_OPEN_READWRITE
"""What is gone meanwhile is not made anew, empty."""

MOVED: Pattern = (
    "Another window moved {name} out of {folder}, as signing in does: close Allybook and open it "
    "again; nothing was changed."
)
MOVED_REST: Pattern = (
    "Another window moved {name} out of {folder}, as signing in does: close Allybook and open it "
    "again."
)
State = tuple[apsw.Connection, int, int, bool]
"""A connection, what others and it itself have changed so far, and whether it is changing more."""


class Connections:
    """Connections to one file, opened by each thread as it needs one.

    ``durable`` files survive a power cut up to the last write; the others may lose the last
    seconds of it, never their form. A thread that ends gives its connection back. A file that is
    ``frozen`` is only read, until there is room again. One that the disk does not take any more
    while it is open is read on as before; so is one that was moved or deleted, for SQLite would
    write on into what nobody finds.
    """

    def __init__(self, path: Path, *, durable: bool = True, frozen: Frozen | None = None) -> None:
        self.path = path
        self._frozen = frozen
        self._still: Standstill | None = None
        self._age = 0
        self._place: Place | None = None
        self._synchronous = "FULL" if durable else "NORMAL"
        self._own = threading.local()
        self._open: WeakSet[apsw.Connection] = WeakSet()
        self._reading: dict[int, apsw.Connection] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._lingers = False

    @contextmanager
    def read(self) -> Iterator[apsw.Connection]:
        """Give this thread's connection, which sees one state of the file for the whole block.

        What the block laid aside for the connection alone (``muted``) outlasts it.
        """
        with spoken(self.path):
            connection = self._mine()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            self._reading[threading.get_ident()] = connection
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                del self._reading[threading.get_ident()]
                _roll_back(connection)

    @contextmanager
    def write(self) -> Iterator[apsw.Connection]:
        """Give this thread's connection for one transaction: all of it is kept, or nothing."""
        self._thaw()
        try:
            with spoken(self.path):
                connection = self._mine()
                connection.execute("BEGIN IMMEDIATE")
                try:
                    # Whoever moves a file lets nobody write meanwhile: it is there, or gone.
                    self._stay()
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    _roll_back(connection)
        except StorageError as error:
            still = self._stand_still(error)
            if still is None:
                raise
            raise still.refuse() from error.__cause__

    def state(self) -> State:
        """Return what differs from before wherever the file may say something else.

        It is this thread's own state, and costs less than to look up a row.
        """
        with spoken(self.path):
            connection = self._mine()
            seen = _version(connection)
            return connection, seen, connection.total_changes(), connection.in_transaction

    def version(self) -> int:
        """Return what differs from before wherever another connection has written."""
        with spoken(self.path):
            return _version(self._mine())

    def frozen(self) -> Standstill | None:
        """Return why nothing can be written; what can be again is, from then on."""
        # Other threads find out as well meanwhile: each is looked at once.
        frozen = self._frozen
        if frozen is not None and frozen.is_over():
            self._frozen = frozen = self._place = None
            self._age += 1
        still = self._still
        if still is not None and still.is_over():
            self._still = still = self._place = None
            # What was open may be that of a stick which was pulled out meanwhile.
            self._age += 1
        return frozen or still

    def stop_reading(self, threads: Iterable[int]) -> None:
        """Break off what these threads (by their ids) are reading; they hear ``Cancelled``."""
        for thread in threads:
            connection = self._reading.get(thread)
            if connection is not None:
                connection.interrupt()

    def tidy(self) -> None:
        """Move what was written out of the log, so that what was erased is gone from the disk.

        Where another program goes on reading for longer than a write waits, it ``lingers``.
        """
        self._thaw()
        with spoken(self.path):
            self._lingers = _is_held(self._mine())

    def lingers(self) -> bool:
        """Return whether what was erased is in the log yet; what can be moved by now, is."""
        if self._lingers:
            with spoken(self.path), closing(connect(self.path, READ_WRITE)) as found:
                found.execute(f"PRAGMA busy_timeout = {TRY_MS}")
                self._lingers = _is_held(found)
        return self._lingers

    def drop_copies(self) -> None:
        """Delete the copies that were laid before migrations: they have what was erased."""
        with spoken(self.path):
            drop_copies(self.path)

    def close(self) -> None:
        """Close every thread's connection; nobody may be at work."""
        with self._lock:
            self._closed = True
            connections = list(self._open)
            self._open.clear()
        for connection in connections:
            connection.close()

    def _thaw(self) -> None:
        """Raise ``StorageError`` while nothing can be written."""
        frozen = self.frozen()
        if frozen is not None:
            raise frozen.refuse()

    def _stand_still(self, error: StorageError) -> Standstill | None:
        """Note that the disk takes nothing any more, where that is what an error says."""
        # Few disks are full: nobody else waits for what is loaded here.
        from allybook.store.database.frozen import stands_still  # noqa: PLC0415

        still = self._still
        if self._frozen is None and still is None:
            self._still = still = stands_still(self.path, error, self._try_to_write)
        return still

    def _try_to_write(self) -> None:
        """Write what changes nothing; ``StorageError`` where that is not possible."""
        with spoken(self.path), closing(connect(self.path, READ_WRITE)) as found:
            # Whoever writes just now is not waited for: it is tried again soon, and somebody looks.
            found.execute(f"PRAGMA busy_timeout = {TRY_MS}")
            found.execute("BEGIN IMMEDIATE")
            version: int = found.execute("PRAGMA user_version").get
            found.execute(f"PRAGMA user_version = {version}; COMMIT").fetchall()

    def _stay(self) -> None:
        """Raise ``StorageError`` where the file that was opened lies at its path no more."""
        opened = self._place
        if opened is None or place_of(self.path) == opened:
            return
        if disk_of(self.path) != opened[0]:
            # It was pulled out, and may be plugged in again.
            raise apsw.IOError("another disk")
        folder = self.path.parent
        raise StorageError(
            speak(MOVED, name=self.path.name, folder=folder),
            speak(MOVED_REST, name=self.path.name, folder=folder),
        )

    def _mine(self) -> apsw.Connection:
        connection: apsw.Connection | None = getattr(self._own, "connection", None)
        if connection is None or self._closed or self._is_stale(connection):
            self._own.age = self._age
            connection = self._own.connection = self._connect()
        return connection

    def _is_stale(self, connection: apsw.Connection) -> bool:
        """Return whether this thread still reads a file as frozen that is so no more."""
        return self._own.age != self._age and not connection.in_transaction

    def _connect(self) -> apsw.Connection:
        with self._lock:
            if self._closed:
                raise StorageError(
                    speak("{name} is closed already; nothing is lost.", name=self.path.name)
                )
            frozen = self._frozen
            self._stay()
            connection = frozen.connect() if frozen else connect(self.path, READ_WRITE)
            if not frozen and self._place is None:
                self._place = place_of(self.path)
            self._open.add(connection)
        if frozen:
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}; PRAGMA temp_store = MEMORY")
            return connection
        # Some of these answer, and what follows an answer waits until that is taken.
        connection.execute(
            f"PRAGMA synchronous = {self._synchronous}; PRAGMA cache_size = -{CACHE_KIB};"
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
            f"PRAGMA wal_autocheckpoint = {LOG_PAGES}"
        ).fetchall()
        return connection


def connect(path: Path, flags: int = OPEN_OR_MAKE) -> apsw.Connection:
    """Open the file, or make an empty one."""
    connection = apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection


def _is_held(connection: apsw.Connection) -> bool:
    """Move the log into the file; return whether somebody who reads an older state kept it."""
    held, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").get
    return bool(held)


def _version(connection: apsw.Connection) -> int:
    version: int = connection.execute("PRAGMA data_version").get
    return version


def _roll_back(connection: apsw.Connection) -> None:
    """Take back what was not committed; SQLite may have done so by itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
