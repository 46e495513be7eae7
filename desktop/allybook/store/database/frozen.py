"""Frozen files: read where the disk is full or lets nobody write, and left as they are.

A database that others may write needs files beside it even to be read. Where there can be none, it
is read without them: what its log holds is looked up in memory.
"""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import StorageError
from allybook.domain.spoken import speak
from allybook.store.database.failures import is_forbidden, is_full

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from allybook.domain.spoken import Pattern, Spoken

LOOK_FULL: Pattern = "The disk is full: Allybook shows what it has and keeps nothing new."
LOOK_FORBIDDEN: Pattern = (
    "The folder is write-protected: Allybook shows what it has and keeps nothing new."
)
KEEP_FULL: Pattern = "The disk is full: free some space and try again; nothing was changed."
KEEP_FORBIDDEN: Pattern = (
    "The folder is write-protected: allow writing there or choose another folder; nothing was "
    "changed."
)
ROOM = 4 * 2**20
"""Bytes that have to be free before anything is written again: a log, and what goes with it."""
READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


class Frozen:
    """How one file is read while nothing can be written.

    ``make`` lays out an empty one in memory where there is none, ``begin`` makes the file ready to
    be written. ``full`` says why: the disk is full, or it lets nobody write.
    """

    def __init__(
        self,
        path: Path,
        make: Callable[[apsw.Connection], None],
        begin: Callable[[], None],
        *,
        full: bool,
    ) -> None:
        self.path = path
        self.full = full
        self._make = make
        self._begin = begin

    def connect(self) -> apsw.Connection:
        """Open the file for reading, or an empty one in memory in its place."""
        if not self.path.exists() or not self.path.stat().st_size:
            empty = apsw.Connection(":memory:")
            self._make(empty)
            return empty
        address = self.path.absolute().as_uri()
        log = self.path.with_name(f"{self.path.name}-wal")
        if not log.exists() or not log.stat().st_size:
            return apsw.Connection(f"{address}?mode=ro&immutable=1", flags=READ_ONLY)
        connection = apsw.Connection(f"{address}?mode=ro", flags=READ_ONLY, vfs=_alone().name)
        # Alone with a file, SQLite keeps in memory what it would lay beside it.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").get  # noqa: B018 (this runs it)
        return connection

    def is_over(self) -> bool:
        """Return whether the file can be written again; it is made ready for that."""
        try:
            if shutil.disk_usage(_nearest(self.path)).free >= ROOM:
                self._begin()
                return True
        except (OSError, StorageError):
            # Still full, or closed to us: what was told at first stays true.
            return False
        return False

    def say(self) -> Spoken:
        """Return the sentence for who looks at what there is."""
        return speak(LOOK_FULL) if self.full else speak(LOOK_FORBIDDEN)

    def refuse(self) -> StorageError:
        """Return the error of who wanted to keep something."""
        told = speak(KEEP_FULL) if self.full else speak(KEEP_FORBIDDEN)
        return StorageError(told)


def freezes(error: StorageError) -> bool | None:
    """Return whether it was a full disk that refused; None where it is not about writing."""
    cause = error.__cause__
    if not isinstance(cause, Exception):
        return None
    if is_full(cause):
        return True
    return False if is_forbidden(cause) else None


def _nearest(path: Path) -> Path:
    """Return the folder of a file, or the nearest one above it that is there."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())


@cache
def _alone() -> _Alone:
    return _Alone()


class _Alone(apsw.VFS):
    """Opens files for reading as if nobody else were there."""

    name = "allybook-alone"

    def __init__(self) -> None:
        super().__init__(self.name, "")

    def xOpen(  # noqa: N802 (APSW's name)
        self, name: str | apsw.URIFilename | None, flags: list[int]
    ) -> _AloneFile:
        kept = flags[0] & ~(apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        asked = [kept | apsw.SQLITE_OPEN_READONLY, flags[1]]
        file = _AloneFile("", name, asked)
        flags[1] = asked[1] | apsw.SQLITE_OPEN_READONLY
        return file


class _AloneFile(apsw.VFSFile):
    """A file that nobody else locks."""

    def xLock(self, level: int) -> None:  # noqa: N802 (APSW's name)
        """Lock nothing: a folder that takes no writing takes no lock either."""

    def xUnlock(self, level: int) -> None:  # noqa: N802 (APSW's name)
        """Unlock nothing."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802 (APSW's name)
        """Return that nobody else is about to write."""
        return False
