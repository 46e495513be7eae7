"""All books of a profile, each in a file of its own."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput, StorageError
from allybook.domain.expressions import expression
from allybook.domain.spoken import speak
from allybook.ports.books import BookInfo
from allybook.store.books.trash import Trash
from allybook.store.database.failures import spoken
from allybook.store.database.migration import DatabaseKind, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from allybook.ports.books import Discarded
    from allybook.ports.surroundings import Clock
    from allybook.store.books.book import SqliteBook
    from allybook.store.database.connection import Connections

ENDING = ".sqlite3"
BOOK_ID = expression(r"[A-Za-z0-9_-]{1,64}")
ID_BYTES = 16


class SqliteShelf:
    """The books in one folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = Lock()
        self._open: dict[str, tuple[SqliteBook, Connections]] = {}
        self._trash = Trash(folder / "trash")
        self._trash.sweep()

    def books(self) -> Sequence[BookInfo]:
        """Return the books by name; one that cannot be opened is listed by its id."""
        with spoken(self._folder):
            found = sorted(file.stem for file in self._folder.glob(f"*{ENDING}"))
        infos = map(self._info, filter(BOOK_ID.fullmatch, found))
        return sorted(infos, key=lambda info: (info.name.casefold(), info.book_id))

    def create(self, name: str, book_id: str = "") -> SqliteBook:
        """Create an empty book; ``BadInput`` without a name, or where its id is here already."""
        if not name.strip():
            raise BadInput("A book needs a name; nothing was created.")
        book_id = book_id or _new_id()
        if BOOK_ID.fullmatch(book_id) is None or self._path(book_id).exists():
            raise BadInput(
                speak("There is a book {book_id!r} already; nothing was created.", book_id=book_id)
            )
        part = self._path(book_id).with_suffix(".part")
        connections = open_database(part, DatabaseKind.BOOK, self._clock.now())
        try:
            with connections.write() as connection:
                connection.execute(
                    "INSERT INTO book (only, book_id, name) VALUES (1, ?, ?)",
                    (book_id, name.strip()),
                )
        finally:
            connections.close()
        with spoken(part):
            part.replace(self._path(book_id))
        return self.open(book_id)

    def open(self, book_id: str) -> SqliteBook:
        """Open a book; ``BadInput`` where there is none."""
        with self._lock:
            if book_id not in self._open:
                self._open[book_id] = self._opened(book_id)
            return self._open[book_id][0]

    def rename(self, book_id: str, name: str) -> None:
        """Give a book another name; ``BadInput`` without one."""
        if not name.strip():
            raise BadInput("A book needs a name; nothing was changed.")
        self.open(book_id).rename(name.strip())

    def discard(self, book_id: str) -> Discarded:
        """Put a book away as a dated copy in the trash."""
        info = self.open(book_id).info
        with self._lock:
            self._open.pop(book_id)[1].close()
            return self._trash.take(self._path(book_id), info, self._clock.now())

    def discarded(self) -> Sequence[Discarded]:
        """Return what is in the trash, the last put there first."""
        return self._trash.books()

    @contextmanager
    def trashed(self, copy: str) -> Iterator[SqliteBook]:
        """Open a book where it lies in the trash."""
        connections = open_database(self._trash.find(copy), DatabaseKind.BOOK, self._clock.now())
        try:
            yield _read(connections)
        finally:
            connections.close()

    def restore(self, copy: str) -> BookInfo:
        """Put a book back from the trash."""
        return self._trash.put_back(copy, self._folder)

    def connections(self) -> Sequence[Connections]:
        """Return those to the books that are open."""
        with self._lock:
            return [connections for _, connections in self._open.values()]

    def close(self) -> None:
        """Close all books."""
        with self._lock:
            for _, connections in self._open.values():
                connections.close()
            self._open.clear()

    def _path(self, book_id: str) -> Path:
        return self._folder / f"{book_id}{ENDING}"

    def _opened(self, book_id: str) -> tuple[SqliteBook, Connections]:
        if BOOK_ID.fullmatch(book_id) is None or not self._path(book_id).is_file():
            raise BadInput(
                speak(
                    "There is no book {book_id!r} in this profile; nothing was changed.",
                    book_id=book_id,
                )
            )
        connections = open_database(self._path(book_id), DatabaseKind.BOOK, self._clock.now())
        return _read(connections), connections

    def _info(self, book_id: str) -> BookInfo:
        try:
            return self.open(book_id).info
        except StorageError:
            # Opening it says what is wrong; here it must not hide the other books.
            return BookInfo(book_id, book_id)


def _new_id() -> str:
    # Few runs make a book, and what makes its id loads OpenSSL.
    from secrets import token_hex  # noqa: PLC0415

    return token_hex(ID_BYTES)


def _read(connections: Connections) -> SqliteBook:
    # Who has no book yet, and asks for posts only, does without it.
    from allybook.store.books.book import SqliteBook  # noqa: PLC0415

    return SqliteBook(connections)
