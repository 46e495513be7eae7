"""Import a file, and tell which hashtag most of its posts carry: that of the chat in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.services.imports.run import import_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from allybook.ports.books import BookCopy
    from allybook.ports.files import BadRecord, Importer, Importers, Lump, OpenTable
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported


def import_tagged(desk: Desk, path: Path, ticket: Ticket) -> tuple[Imported, str]:
    """Import a file as ``import_file`` does; return the hashtag too, folded, or an empty one.

    It is counted while the posts pass by: the cache does not tell two files of one name apart.
    """
    tags: Counter[str] = Counter()
    imported = import_file(replace(desk, importers=_Counting(desk.importers, tags)), path, ticket)
    return imported, tags.most_common(1)[0][0] if tags else ""


class _Counting:
    """Finds the importers that others find, and counts the hashtags of what they read."""

    def __init__(self, importers: Importers, tags: Counter[str]) -> None:
        self._importers = importers
        self._tags = tags

    def recognise(self, path: Path, *, apart: bool = False) -> Importer:
        """Return the importer for a file or folder."""
        return _CountingImporter(self._importers.recognise(path, apart=apart), self._tags)

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None."""
        return self._importers.open_table(path, forced=forced)

    def open_book(self, path: Path) -> BookCopy:
        """Return a copy of a book that somebody handed over."""
        return self._importers.open_book(path)


class _CountingImporter:
    """Reads a file as another importer does."""

    def __init__(self, importer: Importer, tags: Counter[str]) -> None:
        self._importer = importer
        self._tags = tags

    @property
    def kind(self) -> str:
        """Return what sort of file it is."""
        return self._importer.kind

    @property
    def made_at(self) -> datetime | None:
        """Return when the file says that it was made (UTC)."""
        return self._importer.made_at

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield good records, each lump after its hashtags were counted."""
        for lump in self._importer.lumps(bad):
            self._tags.update(tag.lower() for post in lump.posts for tag in set(post.hashtags))
            yield lump
