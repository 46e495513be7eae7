"""Edit a book: each act of a person is one entry in one transaction, online or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.clock import tick
from allybook.domain.book.entry import Entry
from allybook.domain.book.partly import PartlyDone
from allybook.domain.book.pen import Pen, is_empty
from allybook.domain.book.undo import undo
from allybook.domain.changes import Changed
from allybook.domain.errors import AllybookError, BadInput
from allybook.domain.spoken import speak
from allybook.services.books.roster import tell_filters
from allybook.services.jobs.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Stamp
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
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
    Who cannot be changed is left out, and does not stop the others. Where some are left out, or
    it fails half way, ``PartlyDone`` says so and carries what was written, which stays; where
    none could be changed, the error is that of the first. Whoever listens hears of it once.
    """
    act, before = _Act(desk, book, edits), book.mark()
    try:
        act.write(ticket)
    finally:
        if act.written:
            _tell(desk, book, act.written, before)
    return tuple(act.written)


def write_unheard(desk: Desk, book: Book, edits: Mapping[str, Make]) -> tuple[Entry, ...]:
    """Do the same in a book that lies in the trash: the filters know nobody of it."""
    act = _Act(desk, book, edits)
    act.write(UNWATCHED)
    return tuple(act.written)


def amend(desk: Desk, book: Book, keys: Collection[str], make: MakeOfAll) -> tuple[Entry, ...]:
    """Write entries that are made of what several allies have; return those that change something.

    Reading and writing are one transaction.
    """

    def made(known: Mapping[str, Sequence[Entry]], last: Stamp) -> list[Entry]:
        """Return the entries that say something new."""
        return [one for one in make(known, _pens(desk, book, last)) if not is_empty(one)]

    before = book.mark()
    written = tuple(book.amend(keys, made))
    if written:
        _tell(desk, book, written, before)
    return written


def append(desk: Desk, book: Book, entries: Sequence[Entry]) -> int:
    """Keep entries, and tell the filters who is an ally now; return how many were new."""
    before = book.mark()
    new = book.append(entries)
    if new:
        _tell(desk, book, entries, before)
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
    return _each(desk, book, keys, lambda entries, pen: edit.decline(entries, reason, pen), ticket)


def remove(
    desk: Desk, book: Book, keys: Iterable[str], reason: str = "", ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Take these allies out of the book; they can come back."""
    return _each(desk, book, keys, partial(edit.remove, reason=reason), ticket)


def opt_out(
    desk: Desk, book: Book, keys: Iterable[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Never list these again under the keys that they have, known to the book or not."""
    return write(desk, book, {key: partial(_opt_out, key) for key in keys}, ticket)


def set_fields(
    desk: Desk,
    book: Book,
    keys: Iterable[str],
    fields: Mapping[str, str],
    ticket: Ticket = UNWATCHED,
) -> tuple[Entry, ...]:
    """Write the group's own words about these allies."""
    return _each(
        desk, book, keys, lambda entries, pen: edit.set_fields(entries, fields, pen), ticket
    )


def add_tags(
    desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Add tags to these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.add_tags(entries, tags, pen), ticket)


def drop_tags(
    desk: Desk, book: Book, keys: Iterable[str], tags: Sequence[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Take tags away from these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.drop_tags(entries, tags, pen), ticket)


def add_note(desk: Desk, book: Book, keys: Iterable[str], text: str) -> tuple[Entry, ...]:
    """Add a dated remark to these allies."""
    return _each(desk, book, keys, lambda entries, pen: edit.note(entries, text, pen))


def choose(desk: Desk, book: Book, key: str, field: str, version: Version) -> tuple[Entry, ...]:
    """Settle a conflict by choosing one version."""
    return _each(desk, book, (key,), lambda entries, pen: edit.choose(entries, field, version, pen))


def in_turn(works: Iterable[Callable[[], tuple[Entry, ...]]]) -> tuple[Entry, ...]:
    """Do several works, each on the same allies; whom one leaves out does not stop the next.

    Where the first can change nobody, the others are not done. What was written before an error
    goes along with it.
    """
    written: tuple[Entry, ...] = ()
    left: AllybookError | None = None
    for work in works:
        try:
            written += work()
        except PartlyDone as partly:
            written, left = (*written, *partly.written), left or partly
        except AllybookError as error:
            if not written:
                raise
            left = left or error
            if not isinstance(error, BadInput):
                break
    if left is not None:
        raise PartlyDone(left.words, written) from left
    return written


def undo_entry(desk: Desk, book: Book, entry_id: str) -> tuple[Entry, ...]:
    """Take one entry back with a new entry that restores what was before it."""
    entry = book.entry(entry_id)
    if entry is None:
        raise BadInput(
            speak(
                "There is no entry {entry_id} in this book; nothing was changed.", entry_id=entry_id
            )
        )
    return _each(desk, book, (entry.ally,), lambda entries, pen: undo(entry, entries, pen))


def _opt_out(key: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return edit.opt_out(entries, key, pen)


def _each(
    desk: Desk, book: Book, keys: Iterable[str], make: Make, ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    return write(desk, book, dict.fromkeys(keys, make), ticket)


class _Act:
    """One act on many allies, lot by lot; ``written`` is what it came to so far."""

    def __init__(self, desk: Desk, book: Book, edits: Mapping[str, Make]) -> None:
        self._desk = desk
        self._book = book
        # A book looks itself up each time, and a big act has many entries.
        self._book_id = book.info.book_id
        self._edits = edits
        self._refused: dict[str, BadInput] = {}
        self.written: list[Entry] = []

    def write(self, ticket: Ticket) -> None:
        """Write until it is done or stopped; an error says how far it came."""
        keys = tuple(self._edits)
        done = 0
        while done < len(keys) and not ticket.cancelled():
            lot = keys[done : done + LOT]
            try:
                self.written += self._book.amend(lot, self._make)
            except AllybookError as error:
                if self.written:
                    raise self._cut_short(keys[:done], error) from error
                raise
            done += len(lot)
            ticket.report(done, len(keys))
        if self._refused:
            raise self._left_out(done)

    def _make(self, known: Mapping[str, Sequence[Entry]], last: Stamp) -> list[Entry]:
        """Return the entries that change something; each is stamped later than the one before."""
        made: list[Entry] = []
        for key, entries in known.items():
            pen = _pen(self._desk, self._book_id, last)
            try:
                entry = self._edits[key](entries, pen)
            except BadInput as error:
                self._refused[key] = error
                continue
            if not is_empty(entry):
                made.append(entry)
                last = pen.at
        return made

    def _cut_short(self, reached: Sequence[str], error: AllybookError) -> PartlyDone:
        done = sum(key not in self._refused for key in reached)
        told = speak(
            "{done:,} of {all:,} are done and stay so. {why}",
            done=done,
            all=len(self._edits),
            why=error.words,
        )
        return PartlyDone(told, tuple(self.written))

    def _left_out(self, done: int) -> AllybookError:
        first = next(iter(self._refused.values()))
        out = len(self._refused)
        if out == done:
            return first
        told = speak(
            "{done:,} of {all:,} are done. {why}",
            done=done - out,
            all=len(self._edits),
            why=first.words,
        )
        if out > 1:
            told = speak("{told} The same or alike is true of {n:,} more.", told=told, n=out - 1)
        return PartlyDone(told, tuple(self.written))


def _pens(desk: Desk, book: Book, last: Stamp) -> Iterator[Pen]:
    """Yield pens, each for one entry, stamped one after the other."""
    book_id = book.info.book_id
    while True:
        pen = _pen(desk, book_id, last)
        last = pen.at
        yield pen


def _pen(desk: Desk, book_id: str, last: Stamp) -> Pen:
    milliseconds = (desk.clock.now() - EPOCH) // timedelta(milliseconds=1)
    at = tick(last, milliseconds)
    return Pen(book_id, desk.scribe.author(), at, desk.scribe.entry_id(at))


def _tell(desk: Desk, book: Book, entries: Iterable[Entry], before: str) -> None:
    tell_filters(desk, book, {entry.ally for entry in entries}, before)
    desk.announcer.announce(Changed(books=frozenset({book.info.book_id})))
