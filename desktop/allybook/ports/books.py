"""Books and their shelf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry, Stamp


@dataclass(frozen=True, slots=True)
class BookInfo:
    """A book's id and name."""

    book_id: str
    name: str


class Book(Protocol):
    """One book, kept for ever."""

    @property
    def info(self) -> BookInfo:
        """Return the book's id and name."""

    def append(self, entries: Sequence[Entry]) -> int:
        """Keep entries not yet known, refold the allies they touch; return how many were new."""

    def entries(self, ally: str | None = None) -> Sequence[Entry]:
        """Return the entries of one ally (or of all), oldest first."""

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""

    def allies(self) -> Sequence[Ally]:
        """Return all allies as folded, by handle."""

    def ally(self, key: str) -> Ally | None:
        """Return one ally by its record key (aliases followed)."""

    def latest(self) -> Stamp:
        """Return the latest stamp seen, so that the next is never behind it."""


class Shelf(Protocol):
    """All books of this profile."""

    def books(self) -> Sequence[BookInfo]:
        """Return the books by name."""

    def create(self, name: str) -> Book:
        """Create an empty book."""

    def open(self, book_id: str) -> Book:
        """Open a book; ``BadInput`` where there is none."""
