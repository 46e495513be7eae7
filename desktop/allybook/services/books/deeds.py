"""What was done to books as one act, remembered so that it is taken back as one, restart or not.

Of an act, each book keeps the entries; the settings keep which they were.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, TypedDict

from msgspec import Struct

from allybook.domain.book.entry import Status
from allybook.domain.book.undo import refusal, undo
from allybook.domain.errors import BadInput
from allybook.services.books.edit import remove, write
from allybook.services.jobs.tickets import UNWATCHED, PartTicket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

NAME = "deeds"
NAMELESS = "an earlier change"
"""What an act is called whose words named somebody who was forgotten."""
KEPT = 50
"""So many acts are remembered; older ones are undone entry by entry from the history."""
WEIGHT = 250_000
"""So many entries are remembered in all, beside the last act's: five acts on a whole large book."""
LIGHT = 500
"""Acts of more entries are kept apart, so that each act does not write them anew."""


class KeptDeed(TypedDict, total=False):
    """An act in the settings: with its books and ids, or the name of the setting that has them."""

    words: str
    entries: int
    books: Sequence[tuple[str, str | list[str]]]
    apart: str


class BookDeed(Struct, frozen=True):
    """One act in words (``union of 3 books``), and the ids of its entries in each book, in order.

    ``books`` are pairs of a book's id and those ids.
    """

    words: str
    books: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def entries(self) -> int:
        """Return how many entries it took."""
        return sum(len(ids) for _, ids in self.books)


def remember(desk: Desk, words: str, written: Mapping[str, Iterable[Entry]]) -> BookDeed | None:
    """Remember an act by the entries that it wrote into each book (by id); None for no entries."""
    ids = {book_id: tuple(one.entry_id for one in entries) for book_id, entries in written.items()}
    books = tuple((book_id, those) for book_id, those in ids.items() if those)
    if not books:
        return None
    deed = BookDeed(words, books)
    last = _as_told(desk, deed)
    _change(desk, lambda told: [*told, last])
    return deed


def remembered(desk: Desk) -> tuple[BookDeed, ...]:
    """Return the acts that can be taken back, the last one last."""
    return tuple(_deed_of(desk, one) for one in _read(desk.settings.read(NAME)))


def take_back(desk: Desk, deed: BookDeed, ticket: Ticket = UNWATCHED) -> tuple[Entry, ...]:
    """Undo what still stands of an act, in all its books; ``BadInput`` if nothing does.

    Whom the act brought into a book goes out again. Stopped half way, the act stays remembered,
    and taking it back again goes on.
    """
    undone: list[Entry] = []
    done = 0
    for book_id, ids in deed.books:
        undone += _undo(desk, book_id, ids, PartTicket(ticket, done, deed.entries))
        done += len(ids)
    if ticket.cancelled():
        return tuple(undone)
    _change(desk, lambda told: [one for one in told if _books_of(desk, one) != deed.books])
    if not undone:
        raise BadInput("All of this was changed again since, so nothing of it is left to undo.")
    return tuple(undone)


def strike_words(desk: Desk, which: Callable[[BookDeed], bool]) -> None:
    """Call acts no more than what they are, where their words are to be forgotten."""
    _change(
        desk,
        lambda told: [
            {**one, "words": NAMELESS} if which(_deed_of(desk, one)) else one for one in told
        ],
    )


def _undo(desk: Desk, book_id: str, ids: Sequence[str], ticket: PartTicket) -> list[Entry]:
    book = desk.shelf.open(book_id)
    entries = book.picked(ids)
    undone: list[Entry] = []
    done = 0
    for layer in _layers(entries):
        edits = {entry.ally: partial(_back, entry) for entry in layer}
        undone += write(desk, book, edits, ticket.after(done))
        done += len(layer)
    if not ticket.cancelled():
        undone += remove(desk, book, _brought(book, ids, entries), ticket=ticket.after(done))
    return undone


def _layers(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries in turns, the newest of each ally first: a turn is one transaction."""
    layers: list[list[Entry]] = []
    seen: Counter[str] = Counter()
    for entry in reversed(entries):
        turn = seen[entry.ally]
        seen[entry.ally] += 1
        if turn == len(layers):
            layers.append([])
        layers[turn].append(entry)
    return layers


def _back(entry: Entry, entries: Sequence[Entry], pen: Pen) -> Entry:
    """Return the undo of an entry, or an empty one where nothing of it can be undone."""
    if refusal(entry, entries):
        return type(entry)(pen.entry_id, pen.book, entry.ally, pen.at, pen.author)
    return undo(entry, entries, pen)


def _brought(book: Book, ids: Iterable[str], entries: Iterable[Entry]) -> list[str]:
    """Return the allies whose very first entry is one of the act's, and who are not out yet."""
    own = frozenset(ids)
    known = book.entries_of(dict.fromkeys(entry.ally for entry in entries))
    came = [key for key, those in known.items() if those and those[0].entry_id in own]
    out = frozenset({Status.REMOVED, Status.OPTED_OUT})
    here = {line.key for line in book.lines(came) if line.status not in out}
    return [key for key in came if key in here]


def _read(text: str) -> list[KeptDeed]:
    """Return the acts as they are told in the settings."""
    told: list[KeptDeed] = json.loads(text or "[]")
    return told


def _deed_of(desk: Desk, one: KeptDeed) -> BookDeed:
    return BookDeed(one["words"], _books_of(desk, one))


def _as_told(desk: Desk, deed: BookDeed) -> KeptDeed:
    """Return an act as it is told; where it is great, its ids are kept apart."""
    # One text of ids is read and written many times faster than a list of them.
    books = [(book_id, " ".join(ids)) for book_id, ids in deed.books]
    if deed.entries <= LIGHT:
        return {"words": deed.words, "entries": deed.entries, "books": books}
    apart = f"{NAME}.{deed.books[0][1][0]}"
    desk.settings.write(apart, json.dumps(books))
    return {"words": deed.words, "entries": deed.entries, "apart": apart}


def _books_of(desk: Desk, one: KeptDeed) -> tuple[tuple[str, tuple[str, ...]], ...]:
    books = json.loads(desk.settings.read(one["apart"], "[]")) if "apart" in one else one["books"]
    # An earlier Allybook kept ids as a list.
    return tuple(
        (book_id, tuple(ids.split() if isinstance(ids, str) else ids)) for book_id, ids in books
    )


def _change(desk: Desk, change: Callable[[list[KeptDeed]], list[KeptDeed]]) -> None:
    """Keep the newest of what ``change`` makes of the acts, and nothing of those that go by it."""
    gone: set[str] = set()

    def renew(text: str) -> str:
        """Return what is kept of the acts from now on, and note what goes with the old ones."""
        told = _read(text)
        new = change(told)
        kept = _newest(new)
        gone.update((_apart(told) | _apart(new)) - _apart(kept))
        if kept == told:
            return text
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    desk.settings.change(NAME, renew)
    for name in gone:
        desk.settings.write(name, "")


def _apart(told: Iterable[KeptDeed]) -> set[str]:
    """Return the settings that have the ids of great acts."""
    return {one["apart"] for one in told if "apart" in one}


def _newest(told: Sequence[KeptDeed]) -> Sequence[KeptDeed]:
    weight, first = 0, len(told)
    while first and len(told) - first < KEPT:
        weight += _weight(told[first - 1])
        if weight > WEIGHT and first < len(told):
            break
        first -= 1
    return told[first:]


def _weight(one: KeptDeed) -> int:
    """Return how many entries an act took; an earlier Allybook did not say."""
    return one["entries"] if "entries" in one else sum(len(ids) for _, ids in one["books"])
