"""Files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.domain.book.columns import Mapped
    from allybook.domain.check.followback import Side
    from allybook.domain.lists import XList
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.ports.books import BookCopy


class Lump(Struct, frozen=True):
    """One batch of good records from a file, small enough to be one transaction.

    ``handles`` are accounts known by name only; ``follows`` ids of one side. ``again`` of the posts
    were told before in the file. ``remark`` says how the file was read, where that needs a word.
    """

    posts: Sequence[Post] = ()
    accounts: tuple[Account, ...] = ()
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    follows: tuple[tuple[Side, tuple[str, ...]], ...] = ()
    lists: tuple[XList, ...] = ()
    owner: Account | None = None
    again: int = 0
    remark: str = ""


class BadRecord(Struct, frozen=True):
    """One record that could not be used: the file inside the archive, line (from 1), why."""

    where: str
    line: int
    why: str


class Importer(Protocol):
    """Reads one file, a lump at a time, in bounded memory."""

    @property
    def kind(self) -> str:
        """Return the program that wrote it, or its form.

        ``x-archive``, ``twarc``, ``tweepy``, ``snscrape``, ``twitter-cli``, ``allybook``; or
        ``csv``, ``xlsx``, ``json``, ``handles``.
        """

    @property
    def made_at(self) -> datetime | None:
        """Return when the file says that it was made (UTC)."""

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield good records; call ``bad`` for each other one; ``UnreadableFile`` if hopeless."""


class OpenTable(Protocol):
    """A table in a file (CSV, Excel, JSON): its first rows, and what its columns seem to be."""

    @property
    def name(self) -> str:
        """Return the name of the file."""

    @property
    def kind(self) -> str:
        """Return ``csv``, ``xlsx`` or ``json``."""

    @property
    def headings(self) -> Sequence[str]:
        """Return the heading of each column, empty where it has none."""

    @property
    def sample(self) -> Sequence[Sequence[str]]:
        """Return some first rows below the headings, all as wide as these."""

    @property
    def guess(self) -> Mapped:
        """Return what each column seems to be."""

    @property
    def remark(self) -> str:
        """Return in one sentence what was passed over above the headings, or nothing."""

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield all rows below the headings, each with the line that it begins on (from 1)."""


class Importers(Protocol):
    """Tells what a file is by looking at it."""

    def recognise(self, path: Path, *, apart: bool = False) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``.

        ``apart`` reads a large file in a process of its own, where that can be; its posts come
        ready to be saved, by their ids.
        """

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None; ``forced`` takes any table for one."""

    def open_book(self, path: Path) -> BookCopy:
        """Return a copy of a book that somebody handed over, or raise ``UnreadableFile``."""


class Exporter(Protocol):
    """Writes a table to a file: whole, or not at all."""

    def write(
        self,
        path: Path,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, object]],
        *,
        excel: str = "",
    ) -> None:
        """Write rows in the form that the file's ending names (.csv, .xlsx, .json, .txt).

        ``excel`` marks a .csv for Excel, which reads this sign between cells. In a workbook the
        first cell of a row leads to its ``address``, which is no column. ``StorageError`` where the
        disk refuses, ``BadInput`` for another ending.
        """

    def write_text(self, path: Path, text: str) -> None:
        """Write a text (UTF-8); ``StorageError`` where the disk refuses."""

    def write_bytes(self, path: Path, made: bytes) -> None:
        """Write what was made elsewhere as it is; ``StorageError`` where the disk refuses."""

    def write_book(self, path: Path, copy: BookCopy) -> None:
        """Write a copy of a book to hand over; ``StorageError`` where the disk refuses."""
