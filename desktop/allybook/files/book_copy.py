"""A copy of a book in a file (``.allybook``), to hand to a colleague.

Packed with gzip: a line that says which book it is, of which form, and the SHA-256 of all that
follows; then the entries, one a line, as JSON. It holds the group's own words, handles and user
ids; profiles and posts stay where they were read.
"""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from typing import TYPE_CHECKING, NoReturn

import msgspec
from msgspec import Struct

from allybook.domain.book.clock import LAST_MS
from allybook.domain.book.entry import Entry, Field
from allybook.domain.book.ids import is_entry_id
from allybook.domain.book.keys import is_key
from allybook.domain.book.names import LONGEST, UNSEEN
from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.bounds import MEBIBYTE, Bound, Bounded, Torn, open_file
from allybook.files.safe_write import write_whole
from allybook.ports.books import BookCopy, BookInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDING = ".allybook"
WHAT, FORM = "a copy of an Allybook book", 1
GZIP = b"\x1f\x8b"
LEVEL = 6
LONGEST_HEAD = 64 * 1024
MOST_IN_TURN = 1 << 48
"""Entries that a clock which stands still can have counted: a million a second, for years."""
BOOK_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class _Head(Struct):
    """The first line; ``form`` grows when an earlier Allybook could no longer read the rest."""

    what: str
    form: int
    book: str = ""
    name: str = ""
    entries: int = 0
    sha256: str = ""


_encode = msgspec.json.Encoder().encode
_decode_head = msgspec.json.Decoder(_Head).decode
_decode_entry = msgspec.json.Decoder(Entry).decode


def write_book(path: Path, copy: BookCopy) -> None:
    """Write a copy of a book, whole or not at all; ``StorageError`` where the disk refuses."""
    body = b"".join(_encode(entry) + b"\n" for entry in copy.entries)
    head = _Head(
        WHAT,
        FORM,
        copy.info.book_id,
        copy.info.name,
        len(copy.entries),
        sha256(body).hexdigest(),
    )
    # No date and no name of a file inside: equal books make equal files.
    packed = gzip.compress(_encode(head) + b"\n" + body, LEVEL, mtime=0)
    with write_whole(path) as file:
        file.write(packed)


def read_book(path: Path) -> BookCopy:
    """Read a copy of a book; ``UnreadableFile`` says which of several things is wrong with it."""
    name = path.name
    with open_file(path) as file:
        if file.read(len(GZIP)) != GZIP:
            _refuse_other(name)
        size = file.seek(0, 2)
        file.seek(0)
        with gzip.GzipFile(fileobj=file) as unpacked:
            return _read(name, Bounded(unpacked, Bound(name, size)))


def is_copy(path: Path) -> bool:
    """Return whether a packed file says of itself that it is a copy of a book."""
    with open_file(path) as file, gzip.GzipFile(fileobj=file) as unpacked:
        try:
            first = Bounded(unpacked).read(LONGEST_HEAD).partition(b"\n")[0]
            return _decode_head(first).what == WHAT
        except (Torn, msgspec.DecodeError, RecursionError):
            return False


def _read(name: str, stream: Bounded) -> BookCopy:
    pieces = _pieces(name, stream)
    first, _, rest = next(pieces, b"").partition(b"\n")
    head = _read_head(name, first)
    body = rest + b"".join(pieces)
    if sha256(body).hexdigest() != head.sha256:
        _refuse_torn(name)
    entries = tuple(_read_entries(name, body))
    is_whole = len(entries) == head.entries and all(_is_sound(one, head.book) for one in entries)
    called = _showable(head.name)
    if not is_whole or BOOK_ID.fullmatch(head.book) is None or not called:
        _refuse_other(name)
    return BookCopy(BookInfo(head.book, called), entries)


def _pieces(name: str, stream: Bounded) -> Iterator[bytes]:
    try:
        while piece := stream.read(MEBIBYTE):
            yield piece
    except Torn:
        _refuse_torn(name)


def _read_head(name: str, line: bytes) -> _Head:
    try:
        head = _decode_head(line)
    except (msgspec.DecodeError, RecursionError):
        _refuse_other(name)
    if head.what != WHAT:
        _refuse_other(name)
    if head.form > FORM:
        raise UnreadableFile(
            speak(
                "A newer Allybook saved “{name}”: install that version here and merge it then; "
                "nothing was changed.",
                name=name,
            )
        )
    return head


def _read_entries(name: str, body: bytes) -> Iterator[Entry]:
    try:
        yield from map(_decode_entry, body.splitlines())
    except (msgspec.DecodeError, RecursionError):
        _refuse_other(name)


def _is_sound(entry: Entry, book: str) -> bool:
    """Return whether a program like this one can have written an entry of a book."""
    alias = entry.set.get(Field.ALIAS, "")
    others = (*entry.add.get(Field.ALIAS, ()), *((alias,) if alias else ()))
    fits = 0 <= entry.at.milliseconds <= LAST_MS and 0 <= entry.at.counter <= MOST_IN_TURN
    return (
        entry.book == book
        and fits
        and is_entry_id(entry.entry_id)
        and all(map(is_key, (entry.ally, *others)))
    )


def _showable(name: str) -> str:
    """Return a book's name without what no line of a window shows; empty only for an empty one."""
    shown = UNSEEN.sub(lambda sign: " " if sign[0].isspace() else "\ufffd", name.strip())
    return shown[:LONGEST]


def _refuse_other(name: str) -> NoReturn:
    raise UnreadableFile(
        speak(
            "“{name}” is no copy of a book: ask your colleague for “Save a copy of the book”, in "
            "the menu beside its name; nothing was changed.",
            name=name,
        )
    )


def _refuse_torn(name: str) -> NoReturn:
    raise UnreadableFile(
        speak(
            "“{name}” is damaged or did not arrive whole: copy it here again, or ask for it "
            "anew; nothing was changed.",
            name=name,
        )
    )
