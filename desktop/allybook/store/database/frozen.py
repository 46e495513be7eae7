"""Frozen files: read where the disk is full or lets nobody write, and left as they are.

A database that others may write needs files beside it even to be read. Where there can be none, it
is read without them: what its log holds is looked up in memory.
"""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import FileShut, StorageError
from allybook.domain.spoken import speak
from allybook.store.database.failures import is_forbidden, is_full
from allybook.store.database.place import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
LOOK_GONE: Pattern = (
    "The disk takes nothing any more: Allybook shows what it has and keeps nothing new."
)
KEEP_GONE: Pattern = (
    "The disk takes nothing any more: check it, or plug it in again; nothing was changed."
)
REST_FULL: Pattern = "The disk is full: free some space and try again."
REST_FORBIDDEN: Pattern = (
    "The folder is write-protected: allow writing there or choose another folder."
)
REST_GONE: Pattern = "The disk takes nothing any more: check it, or plug it in again."
UPGRADE_FULL: Pattern = (
    "{name} is of an older Allybook, and the disk is too full to bring it to this version: free "
    "{megabytes} MB and start again; nothing was changed."
)
UPGRADE_FORBIDDEN: Pattern = (
    "{name} in {folder} is of an older Allybook, and may not be brought to this version: allow "
    "writing there or copy the folder elsewhere; nothing was changed."
)
ROOM = 4 * 2**20
"""Bytes that have to be free before anything is written again: a log, and what goes with it."""
READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


SENTENCES: Mapping[bool | None, tuple[Pattern, Pattern, Pattern]] = {
    True: (LOOK_FULL, KEEP_FULL, REST_FULL),
    False: (LOOK_FORBIDDEN, KEEP_FORBIDDEN, REST_FORBIDDEN),
    None: (LOOK_GONE, KEEP_GONE, REST_GONE),
}
"""What is said to who looks, to who wanted to keep something, and to who has kept some of it.

By what ``full`` says.
"""


class Standstill:
    """Nothing can be written to a file just now; ``begin`` tries whether it can be again.

    ``full`` says why: the disk is full, it lets nobody write (False), or does not answer (None).
    """

    def __init__(self, path: Path, begin: Callable[[], None], *, full: bool | None) -> None:
        self.path = path
        self.full = full
        self._begin = begin

    def is_over(self) -> bool:
        """Return whether the file can be written again; it is made ready for that."""
        try:
            if shutil.disk_usage(nearest(self.path) or self.path).free >= ROOM:
                self._begin()
                return True
        except (OSError, StorageError):
            # Still full, or closed to us: what was told at first stays true.
            return False
        return False

    def say(self) -> Spoken:
        """Return the sentence for who looks at what there is."""
        return speak(SENTENCES[self.full][0])

    def refuse(self) -> StorageError:
        """Return the error of who wanted to keep something."""
        _, keep, rest = SENTENCES[self.full]
        return StorageError(speak(keep), speak(rest))


class Frozen(Standstill):
    """How one file is read while nothing can be written.

    ``make`` lays out an empty one in memory where there is none, ``begin`` makes the file ready to
    be written.
    """

    def __init__(
        self,
        path: Path,
        make: Callable[[apsw.Connection], None],
        begin: Callable[[], None],
        *,
        full: bool,
    ) -> None:
        super().__init__(path, begin, full=full)
        self._make = make

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


def freezes(error: StorageError) -> bool | None:
    """Return whether it was a full disk that refused; None where it is not about writing."""
    cause = error.__cause__
    if not isinstance(cause, Exception):
        return None
    if is_full(cause):
        return True
    return False if is_forbidden(cause) else None


def stands_still(path: Path, error: StorageError, begin: Callable[[], None]) -> Standstill | None:
    """Return what an error in writing means for a file that is open; None where it may go on."""
    full = freezes(error)
    if full is None and not isinstance(error.__cause__, apsw.IOError):
        return None
    return Standstill(path, begin, full=full)


def cannot_upgrade(path: Path, *, full: bool) -> FileShut:
    """Return the error of a file that has to be brought to this version first, and cannot be."""
    needed = 2 * path.stat().st_size + ROOM
    told = UPGRADE_FULL if full else UPGRADE_FORBIDDEN
    megabytes = -(-needed // 2**20)
    return FileShut(speak(told, name=path.name, folder=path.parent, megabytes=megabytes))


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
        """Open a file for reading, whatever was asked for."""
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
