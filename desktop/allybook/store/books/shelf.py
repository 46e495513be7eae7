"""All books of a profile, each in a file of its own."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Lock, RLock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.errors import (
    AllybookError,
    BadInput,
    BookGone,
    Damaged,
    NewerDatabase,
    StorageError,
)
from allybook.domain.expressions import expression
from allybook.domain.spoken import speak
from allybook.ports.books import BookInfo
from allybook.store.books.trash import Trash, drop_beside
from allybook.store.database.failures import spoken
from allybook.store.database.migration import HEADER, DatabaseKind, bears, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Discarded
    from allybook.ports.surroundings import Clock
    from allybook.store.books.book import SqliteBook
    from allybook.store.books.file import BookFile
    from allybook.store.database.connection import Connections

ENDING = ".sqlite3"
UNFINISHED = ".part"
BOOK_ID = expression(r"[A-Za-z0-9_-]{1,64}")
ID_BYTES = 16


class SqliteShelf:
    """The books in one folder; ``patience`` (seconds) is how long the turn of naming is awaited."""

    patience: float = 20.0

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = Lock()
        self._open: dict[str, tuple[SqliteBook, BookFile]] = {}
        self._turns: dict[str, RLock] = {}
        self._out: dict[str, tuple[tuple[int, int, int], Sequence[AllyLine]]] = {}
        self._trash = Trash(folder / "trash")
        self._trash.sweep()
        self._sweep()

    def _sweep(self) -> None:
        """Delete what a killed Allybook left of a book that it was making, and nothing of others.

        While somebody makes one, nothing is: the next start does it.
        """
        with suppress(AllybookError, OSError):
            left = [file for file in self._folder.iterdir() if _is_unfinished(file)]
            if left:
                with self._turn_of_naming(patience=0):
                    for file in left:
                        _delete(file)

    def books(self) -> Sequence[BookInfo]:
        """Return the books by name; one that cannot be opened is listed by its id."""
        with spoken(self._folder):
            found = sorted(file.stem for file in self._folder.glob(f"*{ENDING}"))
        named = map(self._info, filter(BOOK_ID.fullmatch, found))
        infos = (info for info in named if info is not None)
        return sorted(infos, key=lambda info: (info.name.casefold(), info.book_id))

    def create(self, name: str, book_id: str = "", entries: Sequence[Entry] = ()) -> SqliteBook:
        """Create a book of these entries, which are of it from now on; all of it, or nothing.

        ``BadInput`` without a name, or where its id is here already.
        """
        if not name.strip():
            raise BadInput("A book needs a name; nothing was created.")
        book_id = book_id or _new_id()
        if BOOK_ID.fullmatch(book_id) is None or self._path(book_id).exists():
            raise BadInput(
                speak("There is a book {book_id!r} already; nothing was created.", book_id=book_id)
            )
        part = self._path(book_id).with_suffix(UNFINISHED)
        try:
            self._lay(part, BookInfo(book_id, name.strip()), entries)
            with spoken(part):
                drop_beside(self._path(book_id))
                part.replace(self._path(book_id))
        except BaseException:
            with suppress(OSError):
                _delete(part)
            raise
        return self.open(book_id)

    def _lay(self, part: Path, info: BookInfo, entries: Sequence[Entry]) -> None:
        connections = open_database(part, DatabaseKind.BOOK, self._clock.now())
        try:
            with connections.write() as connection:
                connection.execute(
                    "INSERT INTO book (only, book_id, name) VALUES (1, ?, ?)",
                    (info.book_id, info.name),
                )
            if entries:
                from allybook.store.books.book import SqliteBook  # noqa: PLC0415 (as below)

                book = SqliteBook(connections)
                book.append([replace(entry, book=info.book_id) for entry in entries])
        finally:
            connections.close()

    def open(self, book_id: str) -> SqliteBook:
        """Open a book; ``BookGone`` where there is none, or none any more."""
        with self._lock:
            known = self._open.get(book_id)
        book, file = known or self._opened_once(book_id)
        file.now()
        return book

    @contextmanager
    def naming(self) -> Iterator[None]:
        """Hold the turn of making and renaming books, also against other programs."""
        with self._turn_of_naming(self.patience):
            yield

    @contextmanager
    def _turn_of_naming(self, patience: float) -> Iterator[None]:
        from allybook.store.database.turn import take_turn  # noqa: PLC0415 (few runs name a book)

        with spoken(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        busy = BadInput(
            "Another window makes or renames a book just now: try again; nothing was changed."
        )
        with take_turn(self._folder / "names.lock", busy, patience):
            yield

    def rename(self, book_id: str, name: str) -> None:
        """Give a book another name; ``BadInput`` without one."""
        if not name.strip():
            raise BadInput("A book needs a name; nothing was changed.")
        self.open(book_id).rename(name.strip())

    def discard(self, book_id: str) -> Discarded:
        """Put a book away as a dated copy in the trash."""
        with self._turn(book_id):
            info = self.open(book_id).info
            with self._lock:
                _, file = self._open.pop(book_id)
            file.close()
            return self._trash.take(self._path(book_id), info, self._clock.now())

    def discarded(self) -> Sequence[Discarded]:
        """Return what is in the trash, the last put there first."""
        return self._trash.books()

    @contextmanager
    def trashed(self, copy: str) -> Iterator[SqliteBook]:
        """Open a book where it lies in the trash."""
        from allybook.store.books.book import SqliteBook, make_ready  # noqa: PLC0415 (as below)

        laid = self._trash.find(copy)
        connections = open_database(laid, DatabaseKind.BOOK, self._clock.now(), make=False)
        try:
            make_ready(connections)
            yield SqliteBook(connections)
        finally:
            connections.close()

    def out_of_trash(self) -> Sequence[tuple[BookInfo, Sequence[AllyLine]]]:
        """Return each book in the trash that can be opened, with who opted out of it.

        A copy is opened again only where its file was changed.
        """
        return [(one.info, self._out_of(one.copy)) for one in self.discarded()]

    def _out_of(self, copy: str) -> Sequence[AllyLine]:
        # Which copies are here is known: looking for one opens them all.
        file = self._trash.where(copy)
        try:
            with spoken(file):
                if not file.exists():
                    return ()
                state = file.stat()
            written = (state.st_ino, state.st_mtime_ns, state.st_size)
            known = self._out.get(copy)
            if known is None or known[0] != written:
                with self.trashed(copy) as book:
                    out = [one for one in book.rows() if one.status is Status.OPTED_OUT]
                known = self._out[copy] = (written, out)
        except (BadInput, Damaged, NewerDatabase):
            # Taken out of the trash meanwhile, damaged, or of a newer Allybook: opening it says
            # what is wrong, and nobody can be added where one old copy is in the way.
            return ()
        except StorageError:
            # What goes while it is opened looks like a broken disk. Who holds it will let go.
            if file.exists():
                raise
            return ()
        return known[1]

    def restore(self, copy: str) -> BookInfo:
        """Put a book back from the trash."""
        return self._trash.put_back(copy, self._folder)

    def connections(self) -> Sequence[Connections]:
        """Return those to the books that are open, and here."""
        with self._lock:
            return [file.connections for _, file in self._open.values() if file.is_here()]

    def versions(self) -> Mapping[str, object]:
        """Return by id of each book that is open what differs where another wrote, or moved it."""
        with self._lock:
            return {book_id: file.version() for book_id, (_, file) in self._open.items()}

    def close(self) -> None:
        """Close all books."""
        with self._lock:
            for _, file in self._open.values():
                file.close()
            self._open.clear()

    def _path(self, book_id: str) -> Path:
        return self._folder / f"{book_id}{ENDING}"

    def _turn(self, book_id: str) -> RLock:
        """Return what is held while a book is opened or put away, which may take long.

        Who only asks for the books that are open does not wait for it.
        """
        with self._lock:
            return self._turns.setdefault(book_id, RLock())

    def _opened_once(self, book_id: str) -> tuple[SqliteBook, BookFile]:
        with self._turn(book_id):
            with self._lock:
                known = self._open.get(book_id)
            if known is None:
                known = self._opened(book_id)
                with self._lock:
                    self._open[book_id] = known
            return known

    def _opened(self, book_id: str) -> tuple[SqliteBook, BookFile]:
        if not self._is_here(book_id):
            raise _no_book(book_id)
        try:
            return self._open_file(book_id)
        except StorageError:
            # What another program puts away while it is opened looks like a broken disk.
            if self._is_here(book_id):
                raise
            raise _no_book(book_id) from None

    def _is_here(self, book_id: str) -> bool:
        return BOOK_ID.fullmatch(book_id) is not None and self._path(book_id).is_file()

    def _open_file(self, book_id: str) -> tuple[SqliteBook, BookFile]:
        # Who has no book yet, and asks for posts only, does without it.
        from allybook.store.books.book import SqliteBook, make_ready  # noqa: PLC0415
        from allybook.store.books.file import BookFile  # noqa: PLC0415

        file = BookFile(self._path(book_id), self._clock, make_ready)
        book = SqliteBook(file)
        file.called = lambda: book.info.name
        return book, file

    def _info(self, book_id: str) -> BookInfo | None:
        """Return a book's name, or None where another program put it away meanwhile."""
        try:
            return self.open(book_id).info
        except BookGone:
            return None
        except StorageError:
            # Opening it says what is wrong; here it must not hide the other books.
            return BookInfo(book_id, book_id)


def _no_book(book_id: str) -> BookGone:
    return BookGone(
        speak("There is no book {book_id!r} in this profile; nothing was changed.", book_id=book_id)
    )


def _is_unfinished(file: Path) -> bool:
    """Return whether a file is a book that was begun: other programs lay such endings as well."""
    if file.suffix != UNFINISHED or not BOOK_ID.fullmatch(file.stem) or not file.is_file():
        return False
    with file.open("rb") as opened:
        return bears(opened.read(HEADER), DatabaseKind.BOOK)


def _delete(part: Path) -> None:
    part.unlink(missing_ok=True)
    drop_beside(part)


def _new_id() -> str:
    # Few runs make a book, and what makes its id loads OpenSSL.
    from secrets import token_hex  # noqa: PLC0415

    return token_hex(ID_BYTES)
