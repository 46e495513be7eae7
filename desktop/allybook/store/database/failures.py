"""What SQLite and the disk complain about, in the words of the person."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import Cancelled, Damaged, FileShut, StorageError
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from allybook.domain.spoken import Pattern

FULL: Pattern = "The disk is full: free some space and try again; {name} is as it was before."
FORBIDDEN: Pattern = (
    "Allybook may not write in {folder}: allow it or choose another folder; nothing is lost."
)
NO_DATABASE: Pattern = (
    "{name} in {folder} is no database of Allybook: move it away; it was left as it is."
)
DAMAGED: Pattern = (
    "{name} in {folder} is damaged: put a dated copy in its place; nothing more was written."
)
BUSY: Pattern = "Another Allybook is at work on {name}: try again when it is done; nothing is lost."
BROKEN_OFF: Pattern = (
    "The disk did not take {name} in {folder}: check it and try again; nothing is lost."
)
BROKEN_OFF_READING: Pattern = "Allybook stopped reading before the end; nothing was changed."

SENTENCES: Mapping[type[Exception], Pattern] = {
    apsw.FullError: FULL,
    apsw.ReadOnlyError: FORBIDDEN,
    apsw.CantOpenError: FORBIDDEN,
    apsw.PermissionsError: FORBIDDEN,
    apsw.NotADBError: NO_DATABASE,
    apsw.CorruptError: DAMAGED,
    apsw.BusyError: BUSY,
    apsw.LockedError: BUSY,
    apsw.IOError: BROKEN_OFF,
    PermissionError: FORBIDDEN,
    FileExistsError: FORBIDDEN,
    NotADirectoryError: FORBIDDEN,
    OSError: BROKEN_OFF,
}
"""The rest of APSW's errors are mistakes in this program, and are not dressed up."""


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the file at ``path`` into a ``StorageError``.

    What was broken off on purpose is no failure, but ``Cancelled``.
    """
    try:
        yield
    except apsw.InterruptError as error:
        raise Cancelled(speak(BROKEN_OFF_READING)) from error
    except tuple(SENTENCES) as error:
        words = speak(_sentence(error), name=path.name, folder=path.parent)
        raise _kind(error)(words) from error


def _kind(error: Exception) -> type[StorageError]:
    """Return whether it is this one file, or the disk, or another who is at work: that passes."""
    if isinstance(error, apsw.NotADBError | apsw.CorruptError):
        return Damaged
    passes = is_full(error) or isinstance(error, apsw.BusyError | apsw.LockedError)
    return StorageError if passes else FileShut


def _sentence(error: Exception) -> Pattern:
    if is_full(error):
        return FULL
    kinds = (kind for kind in type(error).mro() if kind in SENTENCES)
    return SENTENCES[next(kinds)]


def is_forbidden(error: Exception) -> bool:
    """Return whether it is the folder or the file that lets nobody write."""
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return True
    kinds = (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, PermissionError)
    return isinstance(error, kinds)


def is_full(error: Exception) -> bool:
    """Return whether the disk had no room, also where only reading was asked.

    SQLite lays some pages beside a file that it reads, and says so in a code of its own.
    """
    if isinstance(error, apsw.FullError):
        return True
    if isinstance(error, apsw.IOError):
        code: int = getattr(error, "extendedresult", 0)
        return code == apsw.SQLITE_IOERR_SHMSIZE
    return isinstance(error, OSError) and error.errno == errno.ENOSPC
