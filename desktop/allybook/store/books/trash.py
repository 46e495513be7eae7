"""Books put away: dated copies in a folder of their own, from where they come back."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import BadInput, BookGone
from allybook.domain.expressions import expression
from allybook.domain.spoken import speak
from allybook.ports.books import BookInfo, Discarded
from allybook.store.database.connection import READ_WRITE, connect
from allybook.store.database.copying import lay_copy, move_copies
from allybook.store.database.failures import SENTENCES, spoken
from allybook.store.database.place import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MOMENT = "%Y-%m-%dT%H%M%SZ"
_NAME = r"(?P<book>[A-Za-z0-9_-]{1,64})\.(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)\.sqlite3"
NAMED = expression(_NAME)
_UNFINISHED = expression(rf"{_NAME}\.part")
OPEN_FILES_GO = os.name == "posix"
"""Whether a file can be deleted that is open; where not, nobody else has it open then."""
UNREADABLE: tuple[type[Exception], ...] = (apsw.SQLError, *SENTENCES)
"""What tells that a copy is none of ours, or cannot be read: one that is empty has no table."""
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
                if named := _UNFINISHED.fullmatch(file.name):
                    _sweep_away(file, self._folder.parent / f"{named['book']}.sqlite3")

    def take(self, path: Path, info: BookInfo, now: datetime) -> Discarded:
        """Copy a book whole, then delete its file, which nobody here may have open.

        ``BookGone`` where another program has put it away meanwhile: its copy is the one.
        """
        with spoken(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            self.sweep()
            with alone_with(path, _begin, partial(book_gone, info.name)) as connection:
                # What another program writes after the copy would be lost with the file.
                gone = self._named(info, now)
                copy = self._folder / gone.copy
                with closing(connect(path, READ_WRITE)) as reader:
                    lay_copy(reader, copy)
                move_copies(path, copy)
                if OPEN_FILES_GO:
                    # Who waited to write finds it gone, and is told.
                    _delete(path, copy)
                connection.execute("ROLLBACK")
            if not OPEN_FILES_GO:
                _delete(path, copy)
        return gone

    def _named(self, info: BookInfo, now: datetime) -> Discarded:
        """Return what a copy is called that takes the place of no other."""
        at = now.astimezone(UTC).replace(microsecond=0)
        while True:
            copy = f"{info.book_id}.{at.strftime(MOMENT)}.sqlite3"
            if not self.where(copy).exists():
                return Discarded(copy, info, at)
            at += timedelta(seconds=1)

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
        _refuse_where_here(path, found.info)
        with spoken(path):
            with alone_with(laid, partial(hold, path=laid), partial(_not_in_trash, copy)):
                # It may have come meanwhile, and is never replaced.
                _refuse_where_here(path, found.info)
                drop_beside(path)
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
            raise _not_in_trash(copy)
        return found


def book_gone(name: str) -> BookGone:
    """Return the error of who wants a book that another program has put away."""
    return BookGone(
        speak(
            "The book “{name}” was put in the trash in another window; nothing was changed.",
            name=name,
        )
    )


def _not_in_trash(copy: str) -> BadInput:
    return BadInput(speak("There is no {copy!r} in the trash; nothing was changed.", copy=copy))


def _refuse_where_here(path: Path, info: BookInfo) -> None:
    if path.exists():
        raise BadInput(
            speak("The book “{name}” is here already; nothing was changed.", name=info.name)
        )


@contextmanager
def alone_with(
    path: Path, hold_it: Callable[[apsw.Connection], None], gone: Callable[[], BadInput]
) -> Iterator[apsw.Connection]:
    """Give a connection to the file at ``path`` once nobody else may write; it is never made anew.

    Where another program moved the file while its turn was awaited, ``gone`` says so.
    """
    place = place_of(path)
    if place is None:
        raise gone()
    with ExitStack() as closed:
        try:
            connection = closed.enter_context(closing(connect(path, READ_WRITE)))
            hold_it(connection)
        except apsw.Error:
            # What goes meanwhile looks like a broken disk.
            if place_of(path) == place:
                raise
            raise gone() from None
        if place_of(path) != place:
            raise gone()
        yield connection


def _begin(connection: apsw.Connection) -> None:
    connection.execute("BEGIN EXCLUSIVE")


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


def _sweep_away(part: Path, book: Path) -> None:
    with ExitStack() as closed:
        # Who lays it holds its book from before it is there until it is whole.
        held = _is_held(book, closed)
        with ExitStack() as looked:
            held = held or _is_held(part, looked)
        if not held:
            for ending in ("", *BESIDE, "-journal"):
                part.with_name(f"{part.name}{ending}").unlink(missing_ok=True)


def _is_held(file: Path, closed: ExitStack) -> bool:
    """Return whether somebody writes to a file now; else nobody can until ``closed`` is."""
    try:
        connection = closed.enter_context(closing(apsw.Connection(str(file), flags=READ_WRITE)))
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
        with closing(connect(file, READ_WRITE)) as connection:
            row: tuple[str, str] | None = connection.execute("SELECT book_id, name FROM book").get
    except UNREADABLE:
        return None
    return Discarded(file.name, BookInfo(*row), at) if row else None
