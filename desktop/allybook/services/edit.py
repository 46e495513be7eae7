"""Edit a book: each act of a person is one entry in one transaction, online or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.clock import tick
from allybook.domain.book.entry import Entry
from allybook.domain.book.pen import Pen, is_empty
from allybook.domain.book.undo import undo
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.services.roster import tell_filters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Stamp
    from allybook.ports import Book
    from allybook.services.desk import Desk

Make = Callable[[Sequence[Entry], Pen], Entry]
"""Makes one entry from those that an ally has."""
EPOCH = datetime.fromtimestamp(0, UTC)


def write(desk: Desk, book: Book, edits: Mapping[str, Make]) -> tuple[Entry, ...]:
    """Write one entry for each key, all in one transaction; return those that change something."""
    last = book.latest()
    written: list[Entry] = []
    for key, make in edits.items():
        pen = _pen(desk, book, last)
        entry = make(book.entries(key), pen)
        if not is_empty(entry):
            written.append(entry)
            last = pen.at
    append(desk, book, written)
    return tuple(written)


def append(desk: Desk, book: Book, entries: Sequence[Entry]) -> int:
    """Keep entries, and tell the filters who is an ally now; return how many were new."""
    new = book.append(entries)
    if new:
        tell_filters(desk, book, {entry.ally for entry in entries})
        desk.announcer.announce(Changed(books=frozenset({book.info.book_id})))
    return new


def approve(desk: Desk, book: Book, keys: Iterable[str]) -> tuple[Entry, ...]:
    """Count on these allies from now on."""
    return _each(desk, book, keys, edit.approve)


def decline(desk: Desk, book: Book, keys: Iterable[str], reason: str = "") -> tuple[Entry, ...]:
    """Say no to these nominations, and why."""
    return _each(desk, book, keys, lambda entries, pen: edit.decline(entries, reason, pen))


def remove(desk: Desk, book: Book, keys: Iterable[str], reason: str = "") -> tuple[Entry, ...]:
    """Take these allies out of the book; they can come back."""
    return _each(desk, book, keys, partial(edit.remove, reason=reason))


def opt_out(desk: Desk, book: Book, key: str) -> tuple[Entry, ...]:
    """Never list an ally again, because they asked."""
    return _each(desk, book, (key,), lambda entries, pen: edit.opt_out(entries, key, pen))


def set_fields(
    desk: Desk, book: Book, keys: Iterable[str], fields: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Write the group's own words about these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.set_fields(entries, fields, pen))


def add_tags(desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str]) -> tuple[Entry, ...]:
    """Add tags to these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.add_tags(entries, tags, pen))


def drop_tags(
    desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str]
) -> tuple[Entry, ...]:
    """Take tags away from these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.drop_tags(entries, tags, pen))


def add_note(desk: Desk, book: Book, key: str, text: str) -> tuple[Entry, ...]:
    """Add a dated remark to an ally."""
    return _each(desk, book, (key,), lambda entries, pen: edit.note(entries, text, pen))


def choose(desk: Desk, book: Book, key: str, field: str, version: Version) -> tuple[Entry, ...]:
    """Settle a conflict by choosing one version."""
    return _each(desk, book, (key,), lambda entries, pen: edit.choose(entries, field, version, pen))


def undo_entry(desk: Desk, book: Book, entry_id: str) -> tuple[Entry, ...]:
    """Take one entry back with a new entry that restores what was before it."""
    entry = book.entry(entry_id)
    if entry is None:
        raise BadInput(f"There is no entry {entry_id} in this book; nothing was changed.")
    return _each(desk, book, (entry.ally,), lambda entries, pen: undo(entry, entries, pen))


def _each(desk: Desk, book: Book, keys: Iterable[str], make: Make) -> tuple[Entry, ...]:
    return write(desk, book, dict.fromkeys(keys, make))


def _pen(desk: Desk, book: Book, last: Stamp) -> Pen:
    milliseconds = (desk.clock.now() - EPOCH) // timedelta(milliseconds=1)
    at = tick(last, milliseconds)
    return Pen(book.info.book_id, desk.scribe.author(), at, desk.scribe.entry_id(at))
