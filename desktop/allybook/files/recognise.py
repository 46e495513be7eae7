"""Tell what a file is by looking into it; its name does not matter.

What reads tables, texts and archives is loaded with the first one of that kind: large files are
posts, one on a line, and wait for nothing else.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.bounds import open_file
from allybook.files.posts.posts_in import GZIP, find_posts, has_mark
from allybook.files.refusals import refuse
from allybook.files.text import HEAD, JSON, decode_head, is_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.spoken import Pattern
    from allybook.ports.books import BookCopy
    from allybook.ports.files import Importer, OpenTable

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
DEVICE: Pattern = "a device and no file"
PACKED: Pattern = "a packed file; unpack it first"
BOOK: Pattern = (
    "a copy of a book; open it under Allies, or merge it with “allybook books merge FILE”"
)
OTHER_JSON: Pattern = "JSON of another kind than twarc writes"


class FileImporters:
    """Finds the importer for any file or folder."""

    def recognise(self, path: Path, *, apart: bool = False) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``."""
        if _is(path, Path.is_dir):
            from allybook.files.archives import recognise_folder

            return recognise_folder(path)
        if _is(path, Path.exists) and not _is(path, Path.is_file):
            refuse(path, DEVICE)
        return _recognise_file(path)

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None; ``forced`` takes any table for one."""
        from allybook.files.tables.find_table import find_table

        return find_table(path, forced=forced)

    def open_book(self, path: Path) -> BookCopy:
        """Return a copy of a book that somebody handed over, or raise ``UnreadableFile``."""
        from allybook.files.book_copy import read_book

        return read_book(path)


def _recognise_file(path: Path) -> Importer:
    with open_file(path) as file:
        head = file.read(HEAD)
    if not head.strip():
        raise UnreadableFile(speak("“{name}” is empty; nothing was imported.", name=path.name))
    if head.startswith(ZIP):
        from allybook.files.archives import recognise_zip

        return recognise_zip(path)
    if head.startswith(GZIP):
        return find_posts(path) or _refuse_packed(path)
    text = decode_head(head)
    if not is_text(text) or not JSON.match(text):
        from allybook.files.kinds import refuse_unread

        refuse_unread(path, head, text)
    return _recognise_text(path, text)


def _refuse_packed(path: Path) -> NoReturn:
    from allybook.files.book_copy import is_copy

    refuse(path, BOOK if is_copy(path) else PACKED)


def _recognise_text(path: Path, text: str) -> Importer:
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if any(map(JSON.match, lines)):
        importer = _recognise_json(path, text, lines[0].lstrip())
        if importer or JSON.match(lines[0]):
            return importer or refuse(path, OTHER_JSON)
    from allybook.files.tables.texts import recognise_text

    return recognise_text(path, text, lines)


def _recognise_json(path: Path, text: str, first: str) -> Importer | None:
    """Return the importer for JSON whose first line is given, or None for another kind of it."""
    if not first.startswith("["):
        return find_posts(path)
    if text.strip("\ufeff \t\r\n")[1:].lstrip() == "]":
        # That is what we print where there is nothing to tell.
        from allybook.files.posts.records import ALLYBOOK, RecordImporter

        return RecordImporter(path, ALLYBOOK)
    from allybook.files.tables.texts import recognise_array

    # What other programs wrote has names of people in it, as a table of allies does.
    importer = find_posts(path, with_twarc=False) if has_mark(text.encode()) else None
    return importer or recognise_array(path) or find_posts(path)


def _is(path: Path, asked: Callable[[Path], bool]) -> bool:
    """Ask what stands behind a path; where one may not look, opening it tells why."""
    try:
        return asked(path)
    except OSError:
        return False
