"""Books and their shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry, Stamp
    from allybook.domain.book.line import AllyLine

    Amend = Callable[[Mapping[str, Sequence[Entry]], Stamp], Sequence[Entry]]


class BookInfo(Struct, frozen=True):
    """A book's id and name."""

    book_id: str
    name: str


class BookCopy(Struct, frozen=True):
    """A whole copy of a book, as one person hands it to another: what it is of, and its entries."""

    info: BookInfo
    entries: tuple[Entry, ...]


class Discarded(Struct, frozen=True):
    """A book in the trash: the name of its dated copy there, and when it was put there (UTC)."""

    copy: str
    info: BookInfo
    at: datetime


class Book(Protocol):
    """One book, kept for ever."""

    @property
    def info(self) -> BookInfo:
        """Return the book's id and name."""

    def append(self, entries: Sequence[Entry]) -> int:
        """Keep entries not yet known, refold the allies they touch; return how many were new."""

    def amend(self, keys: Collection[str], make: Amend) -> Sequence[Entry]:
        """Make entries from what the allies under these keys have, and keep them; return the new.

        ``make`` gets the entries of each key's ally, oldest first, and the latest stamp. Reading
        and keeping are one transaction: nobody writes in between, in no process. An error raised
        by ``make`` leaves the book as it was.
        """

    def entries(self, ally: str | None = None) -> Sequence[Entry]:
        """Return the entries of one ally (or of all), oldest first."""

    def entries_of(self, keys: Collection[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, by each of these record keys, the entries of its ally, oldest first."""

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""

    def picked(self, entry_ids: Sequence[str]) -> Sequence[Entry]:
        """Return those of these entries that are here, in the order given."""

    def allies(self) -> Sequence[Ally]:
        """Return all allies as folded, by handle."""

    def ally(self, key: str) -> Ally | None:
        """Return one ally by its record key (aliases followed)."""

    def called(self, handle: str) -> str:
        """Return the record key of the account that goes by a handle, or an empty one."""

    def rows(self) -> Sequence[AllyLine]:
        """Return all allies, each in one line, by handle: what a table of them needs."""

    def first_rows(self, limit: int) -> Sequence[AllyLine]:
        """Return the first so many of ``rows``."""

    def first_hashtags(self, limit: int) -> Sequence[AllyLine]:
        """Return the first so many hashtags."""

    def lines(self, keys: Collection[str]) -> Sequence[AllyLine]:
        """Return those under these record keys (aliases followed), each once, by handle."""

    def aliases(self) -> Mapping[str, str]:
        """Return the record keys of before, each with the one that it goes on as."""

    def erased(self) -> Collection[str]:
        """Return the record keys of those who asked to be erased."""

    def named_by(self, user_ids: Collection[str]) -> Collection[str]:
        """Return the record keys of whom these people named in posts, as any entry tells."""

    def mark(self) -> str:
        """Return what differs from before wherever an entry came, a late one too, or one went."""

    def latest(self) -> Stamp:
        """Return the latest stamp seen, so that the next is never behind it."""


class Shelf(Protocol):
    """All books of this profile."""

    def books(self) -> Sequence[BookInfo]:
        """Return the books by name."""

    def create(self, name: str, book_id: str = "", entries: Sequence[Entry] = ()) -> Book:
        """Create a book; with an id, the one that a book of somebody else has.

        It begins with all of these entries, which are of this book from now on, or is not made.
        """

    def open(self, book_id: str) -> Book:
        """Open a book; ``BookGone`` where there is none, or none any more."""

    def versions(self) -> Mapping[str, object]:
        """Return by id of each book that is open what differs where another program wrote.

        So it does where a book was put in the trash, and where it came back.
        """

    def naming(self) -> AbstractContextManager[None]:
        """Hold the turn of making and renaming books, which nobody else does meanwhile.

        ``AllybookError`` where another holds it for too long.
        """

    def rename(self, book_id: str, name: str) -> None:
        """Give a book another name on this computer."""

    def discard(self, book_id: str) -> Discarded:
        """Put a book away as a dated copy in the trash, from where it can be restored."""

    def discarded(self) -> Sequence[Discarded]:
        """Return what is in the trash, the last put there first."""

    def trashed(self, copy: str) -> AbstractContextManager[Book]:
        """Open a book where it lies in the trash; ``BadInput`` where it is not there."""

    def out_of_trash(self) -> Sequence[tuple[BookInfo, Sequence[AllyLine]]]:
        """Return each book in the trash that can be opened, with who opted out of it."""

    def restore(self, copy: str) -> BookInfo:
        """Put a book back from the trash; ``BadInput`` where it is not there or came back."""
