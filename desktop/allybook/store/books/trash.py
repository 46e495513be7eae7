"""Books put away: dated copies in a folder of their own, from where they come back."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import BadInput
from allybook.domain.expressions import expression
from allybook.domain.spoken import speak
from allybook.ports.books import BookInfo, Discarded
from allybook.store.database.connection import connect
from allybook.store.database.copying import lay_copy, move_copies
from allybook.store.database.failures import SENTENCES, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOMENT = "%Y-%m-%dT%H%M%SZ"
_NAME = r"(?P<book>[A-Za-z0-9_-]{1,64})\.(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)\.sqlite3"
NAMED = expression(_NAME)
_UNFINISHED = expression(rf"{_NAME}\.part")
OPEN_FILES_GO = os.name == "posix"
"""Whether a file can be deleted that is open; where not, nobody else has it open then."""
BESIDE = ("-wal", "-shm")
"""What SQLite may leave beside a file that is closed everywhere."""


class Trash:
    """The trash of one shelf; its folder is made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sweep(self) -> None:
        """Delete the copies that a killed Allybook left unfinished; their books are on the shelf.

        One that somebody is laying at this moment stays.
        """
        with suppress(OSError):
            for file in self._folder.iterdir():
                if _UNFINISHED.fullmatch(file.name) and not _is_being_laid(file):
                    for ending in ("", *BESIDE, "-journal"):
                        file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)

    def take(self, path: Path, info: BookInfo, now: datetime) -> Discarded:
        """Copy a book whole, then delete its file, which nobody here may have open."""
        at = now.astimezone(UTC).replace(microsecond=0)
        copy = f"{info.book_id}.{at.strftime(MOMENT)}.sqlite3"
        with spoken(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            self.sweep()
            with closing(connect(path)) as connection:
                # What another program writes after the copy would be lost with the file.
                connection.execute("BEGIN EXCLUSIVE")
                with closing(connect(path)) as reader:
                    lay_copy(reader, self._folder / copy)
                move_copies(path, self._folder / copy)
                if OPEN_FILES_GO:
                    # Who waited to write finds it gone, and is told.
                    _delete(path, self._folder / copy)
                connection.execute("ROLLBACK")
            if not OPEN_FILES_GO:
                _delete(path, self._folder / copy)
        return Discarded(copy, info, at)

    def books(self) -> Sequence[Discarded]:
        """Return what is here, the last put here first; what is not ours is left out."""
        if not self._folder.is_dir():
            return []
        with spoken(self._folder):
            files = sorted(self._folder.iterdir())
        found = [one for file in files if (one := _read(file)) is not None]
        return sorted(found, key=lambda one: (one.at, one.copy), reverse=True)

    def find(self, copy: str) -> Path:
        """Return the file of a copy; ``BadInput`` where there is none."""
        return self.where(self._one(copy).copy)

    def where(self, copy: str) -> Path:
        """Return where a copy lies that is known to be here."""
        return self._folder / copy

    def put_back(self, copy: str, shelf: Path) -> BookInfo:
        """Move a copy back into the folder of a shelf, with what was laid beside it here."""
        found = self._one(copy)
        laid = self._folder / copy
        path = shelf / f"{found.info.book_id}.sqlite3"
        if path.exists():
            raise BadInput(
                speak(
                    "The book “{name}” is here already; nothing was changed.", name=found.info.name
                )
            )
        with spoken(path):
            drop_beside(path)
            with closing(connect(laid)) as connection:
                hold(connection, laid)
                move_copies(laid, path)
                if OPEN_FILES_GO:
                    # Who waited to write finds it gone, and is told.
                    laid.rename(path)
            if not OPEN_FILES_GO:
                laid.rename(path)
            drop_beside(laid)
        return found.info

    def _one(self, copy: str) -> Discarded:
        found = next((one for one in self.books() if one.copy == copy), None)
        if found is None:
            raise BadInput(
                speak("There is no {copy!r} in the trash; nothing was changed.", copy=copy)
            )
        return found


def hold(connection: apsw.Connection, path: Path) -> None:
    """Let nobody write any more, once all that was written is in the file and not in its log."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("BEGIN EXCLUSIVE")
    log = path.with_name(f"{path.name}{BESIDE[0]}")
    if log.exists() and log.stat().st_size:
        # Somebody wrote in between, or reads what was there before.
        raise apsw.BusyError("the log is not empty")


def _delete(path: Path, copy: Path) -> None:
    try:
        path.unlink()
    except OSError:
        move_copies(copy, path)
        copy.unlink()
        raise
    drop_beside(path)


def drop_beside(path: Path) -> None:
    """Delete what a killed program left beside a file that is gone: it is of no other one."""
    for ending in BESIDE:
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def _is_being_laid(part: Path) -> bool:
    """Return whether somebody writes to an unfinished copy now."""
    try:
        with closing(apsw.Connection(str(part), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except apsw.BusyError:
        return True
    except apsw.Error:
        return False
    return False


def _read(file: Path) -> Discarded | None:
    named = NAMED.fullmatch(file.name)
    if named is None:
        return None
    at = datetime.strptime(named["at"], MOMENT).replace(tzinfo=UTC)
    try:
        with closing(connect(file)) as connection:
            book_id, name = connection.execute("SELECT book_id, name FROM book").get
    except tuple(SENTENCES):
        return None
    return Discarded(file.name, BookInfo(book_id, name), at)
