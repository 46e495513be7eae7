"""The file of one book, which another program may put in the trash and take out again.

Where files can be deleted while they are open, SQLite writes on into one that is gone.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.store.books.trash import book_gone
from allybook.store.database.failures import spoken
from allybook.store.database.migration import DatabaseKind, open_database
from allybook.store.database.place import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import apsw

    from allybook.ports.surroundings import Clock
    from allybook.store.database.connection import Connections
    from allybook.store.database.place import Place


class BookFile:
    """Reads and writes whatever file lies at a path, also where another one took its place.

    ``ready`` makes a file ready that was brought to the newest version. What is gone can still be
    read where it was open, and takes nothing more: ``BookGone``. ``called`` says what the book was
    called last, as far as anybody here has read: another program may have renamed it.
    """

    def __init__(self, path: Path, clock: Clock, ready: Callable[[Connections], None]) -> None:
        self.path = path
        self._clock = clock
        self._ready = ready
        self._lock = Lock()
        self._former: list[Connections] = []
        self._closed = False
        self._place = self.place()
        self.connections = self._opened()
        self.called: Callable[[], str] = lambda: path.stem

    @contextmanager
    def read(self) -> Iterator[apsw.Connection]:
        """Give this thread's connection, which sees one state of the file for the whole block."""
        connections = self.connections if self.place() is None else self.now()
        with connections.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[apsw.Connection]:
        """Give this thread's connection for one transaction: all of it is kept, or nothing."""
        begun = False
        while not begun:
            try:
                with self.now().write() as connection:
                    # Whoever puts a book away lets nobody write meanwhile: it is there, or gone.
                    if self.is_here():
                        begun = True
                        yield connection
            except StorageError:
                # What goes while it is opened looks like a broken disk.
                if begun or self.is_here():
                    raise

    def tidy(self) -> None:
        """Move what was written out of the log, so that what was erased is gone from the disk."""
        self.now().tidy()

    def drop_copies(self) -> None:
        """Delete the copies that were laid before migrations: they have what was erased."""
        self.now().drop_copies()

    def now(self) -> Connections:
        """Return the connections to the file that is here now; ``BookGone`` where there is none."""
        with self._lock:
            place = self.place()
            try:
                if place is not None:
                    return self._follow(place)
            except StorageError:
                # What goes while it is opened looks like a broken disk.
                if self.place() is not None:
                    raise
        # What it was called is read through this file, which may be here again by then.
        raise book_gone(self.called())

    def is_here(self) -> bool:
        """Return whether the file that is open lies at its path."""
        return self._closed or self.place() == self._place

    def version(self) -> tuple[Place | None, int]:
        """Return what differs from before where another wrote, or put the file away or back."""
        place = self.place()
        return place, self.connections.version() if place == self._place else 0

    def close(self) -> None:
        """Close every thread's connection; nobody may be at work."""
        with self._lock:
            self._closed = True
            for connections in (*self._former, self.connections):
                connections.close()

    def place(self) -> Place | None:
        """Return which file lies at the path, or None."""
        with spoken(self.path):
            return place_of(self.path)

    def _follow(self, place: Place) -> Connections:
        """Return the connections to the file that lies at the path by now."""
        if place != self._place and not self._closed:
            former, self.connections = self.connections, self._opened()
            # Others may still read it.
            self._former.append(former)
            self._place = place
        return self.connections

    def _opened(self) -> Connections:
        opened = open_database(self.path, DatabaseKind.BOOK, self._clock.now(), make=False)
        self._ready(opened)
        return opened
