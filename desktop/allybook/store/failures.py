"""What SQLite and the disk complain about, in the words of the person."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FULL = "The disk is full: free some space and try again; {name} is as it was before."
FORBIDDEN = (
    "Allybook may not write in {folder}: allow it or choose another folder; nothing is lost."
)
NO_DATABASE = "{name} in {folder} is no database of Allybook: move it away; it was left as it is."
DAMAGED = "{name} in {folder} is damaged: put a dated copy in its place; nothing more was written."
BUSY = "Another Allybook is at work on {name}: try again when it is done; nothing is lost."
BROKEN_OFF = "The disk did not take {name} in {folder}: check it and try again; nothing is lost."

SENTENCES: Mapping[type[Exception], str] = {
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
    """Turn what goes wrong with the file at ``path`` into a ``StorageError``."""
    try:
        yield
    except tuple(SENTENCES) as error:
        raise StorageError(_sentence(error).format(name=path.name, folder=path.parent)) from error


def _sentence(error: Exception) -> str:
    kinds = (kind for kind in type(error).mro() if kind in SENTENCES)
    return SENTENCES[next(kinds)]
