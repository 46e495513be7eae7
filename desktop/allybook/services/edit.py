"""Edit a book: each act of a person is one entry in one transaction, online or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from allybook.services.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Stamp
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk

Make = Callable[[Sequence[Entry], Pen], Entry]
"""Makes one entry from those that an ally has."""
MakeOfAll = Callable[[Mapping[str, Sequence[Entry]], Iterator[Pen]], Iterable[Entry]]
"""Makes entries from those that several allies have, by key; each takes the next pen."""
LOT = 2_500
"""Allies that are written in one transaction: between two, a person can stop it."""
EPOCH = datetime.fromtimestamp(0, UTC)


def write(
    desk: Desk, book: Book, edits: Mapping[str, Make], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Write one entry for each key; return those that change something.

    Each is made of what the book has at that very moment, and up to ``LOT`` are one transaction.
    Stopped (or failed) half way, what was written before stays. Whoever listens hears of it once.
    """
    written: list[Entry] = []
    keys = tuple(edits)
    try:
        for start in range(0, len(keys), LOT):
            if ticket.cancelled():
                break
            lot = keys[start : start + LOT]
            written += book.amend(lot, partial(_make, desk, book, edits))
            ticket.report(start + len(lot), len(keys))
    finally:
        if written:
            _tell(desk, book, written)
    return tuple(written)


def amend(desk: Desk, book: Book, keys: Collection[str], make: MakeOfAll) -> tuple[Entry, ...]:
    """Write entries that are made of what several allies have; return those that change something.

    Reading and writing are one transaction.
    """

    def made(known: Mapping[str, Sequence[Entry]], last: Stamp) -> list[Entry]:
        return [one for one in make(known, _pens(desk, book, last)) if not is_empty(one)]

    written = tuple(book.amend(keys, made))
    if written:
        _tell(desk, book, written)
    return written


def append(desk: Desk, book: Book, entries: Sequence[Entry]) -> int:
    """Keep entries, and tell the filters who is an ally now; return how many were new."""
    new = book.append(entries)
    if new:
        _tell(desk, book, entries)
    return new


def approve(
    desk: Desk, book: Book, keys: Iterable[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Count on these allies from now on."""
    return _each(desk, book, keys, edit.approve, ticket)


def decline(
    desk: Desk, book: Book, keys: Iterable[str], reason: str = "", ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Say no to these nominations, and why."""

    def make(entries: Sequence[Entry], pen: Pen) -> Entry:
        return edit.decline(entries, reason, pen)

    return _each(desk, book, keys, make, ticket)


def remove(
    desk: Desk, book: Book, keys: Iterable[str], reason: str = "", ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Take these allies out of the book; they can come back."""
    return _each(desk, book, keys, partial(edit.remove, reason=reason), ticket)


def opt_out(desk: Desk, book: Book, key: str) -> tuple[Entry, ...]:
    """Never list an ally again, because they asked."""
    return _each(desk, book, (key,), lambda entries, pen: edit.opt_out(entries, key, pen))


def set_fields(
    desk: Desk,
    book: Book,
    keys: Iterable[str],
    fields: Mapping[str, str],
    ticket: Ticket = UNWATCHED,
) -> tuple[Entry, ...]:
    """Write the group's own words about these allies."""

    def make(entries: Sequence[Entry], pen: Pen) -> Entry:
        return edit.set_fields(entries, fields, pen)

    return _each(desk, book, keys, make, ticket)


def add_tags(
    desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Add tags to these allies."""

    def make(entries: Sequence[Entry], pen: Pen) -> Entry:
        return edit.add_tags(entries, tags, pen)

    return _each(desk, book, keys, make, ticket)


def drop_tags(
    desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Take tags away from these allies."""

    def make(entries: Sequence[Entry], pen: Pen) -> Entry:
        return edit.drop_tags(entries, tags, pen)

    return _each(desk, book, keys, make, ticket)


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


def _each(
    desk: Desk, book: Book, keys: Iterable[str], make: Make, ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    return write(desk, book, dict.fromkeys(keys, make), ticket)


def _make(
    desk: Desk,
    book: Book,
    edits: Mapping[str, Make],
    known: Mapping[str, Sequence[Entry]],
    last: Stamp,
) -> list[Entry]:
    """Return the entries that change something; each is stamped later than the one before."""
    made: list[Entry] = []
    for key, entries in known.items():
        pen = _pen(desk, book, last)
        entry = edits[key](entries, pen)
        if not is_empty(entry):
            made.append(entry)
            last = pen.at
    return made


def _pens(desk: Desk, book: Book, last: Stamp) -> Iterator[Pen]:
    """Yield pens, each for one entry, stamped one after the other."""
    while True:
        pen = _pen(desk, book, last)
        last = pen.at
        yield pen


def _pen(desk: Desk, book: Book, last: Stamp) -> Pen:
    milliseconds = (desk.clock.now() - EPOCH) // timedelta(milliseconds=1)
    at = tick(last, milliseconds)
    return Pen(book.info.book_id, desk.scribe.author(), at, desk.scribe.entry_id(at))


def _tell(desk: Desk, book: Book, entries: Iterable[Entry]) -> None:
    tell_filters(desk, book, {entry.ally for entry in entries})
    desk.announcer.announce(Changed(books=frozenset({book.info.book_id})))
