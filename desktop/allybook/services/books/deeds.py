"""What was done to books as one act, remembered so that it is taken back as one, restart or not.

Of an act, each book keeps the entries; the settings keep which they were.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypedDict

from msgspec import Struct

from allybook.domain.book.entry import Status
from allybook.domain.book.undo import decided_beside, refusal, undo
from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak_many
from allybook.services.books.edit import remove, write
from allybook.services.jobs.tickets import UNWATCHED, PartTicket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

    KeptBook = tuple[str, str | list[str]] | tuple[str, str, str]

NAME = "deeds"
NAMELESS = "an earlier change"
"""What an act is called whose words named somebody who was forgotten."""
OUT = frozenset({Status.REMOVED, Status.OPTED_OUT})
KEPT = 50
"""So many acts are remembered; older ones are undone entry by entry from the history."""
WEIGHT = 250_000
"""So many entries are remembered in all, beside the last act's: five acts on a whole large book."""
LIGHT = 500
"""Acts of more entries are kept apart, so that each act does not write them anew."""


class KeptDeed(TypedDict, total=False):
    """An act in the settings: with its books, or the name of the setting that has them.

    Of a book there is its id, the ids of its entries, and which of them ``BookDeed.met`` has, if
    it has been noted.
    """

    words: str
    entries: int
    books: Sequence[KeptBook]
    apart: str


class BookDeed(Struct, frozen=True):
    """One act in words (``union of 3 books``), and the ids of its entries in each book, in order.

    ``books`` are pairs of a book's id and those ids. ``met`` has an entry at least of each ally
    that its book had before. It is noted of acts that may bring entries older than what is there;
    of the others it is None, since there the ally's first entry tells.
    """

    words: str
    books: tuple[tuple[str, tuple[str, ...]], ...]
    met: frozenset[str] | None = None

    @property
    def entries(self) -> int:
        """Return how many entries it took."""
        return sum(len(ids) for _, ids in self.books)


def remember(
    desk: Desk,
    words: str,
    written: Mapping[str, Iterable[Entry]],
    met: Iterable[str] | None = None,
) -> BookDeed | None:
    """Remember an act by the entries that it wrote into each book (by id); None for no entries.

    ``met`` is as ``BookDeed`` has it.
    """
    ids = {book_id: tuple(one.entry_id for one in entries) for book_id, entries in written.items()}
    books = tuple((book_id, those) for book_id, those in ids.items() if those)
    if not books:
        return None
    here = None if met is None else frozenset(met).intersection(chain(*ids.values()))
    deed = BookDeed(words, books, here)
    last = _as_told(desk, deed)
    _change(desk, lambda told: [*told, last])
    return deed


def remembered(desk: Desk) -> tuple[BookDeed, ...]:
    """Return the acts that can be taken back, the last one last."""
    return tuple(_deed_of(desk, one) for one in _read(desk.settings.read(NAME)))


def take_back(desk: Desk, deed: BookDeed, ticket: Ticket = UNWATCHED) -> tuple[Entry, ...]:
    """Undo what still stands of an act, in all its books; ``BadInput`` if nothing does.

    Whom the act brought into a book goes out again, and nobody who was there before it, nor whom
    somebody decided about since (``stays``). Stopped half way, the act stays remembered, and taking
    it back again goes on.
    """
    undone: list[Entry] = []
    done = 0
    for book_id, ids in deed.books:
        undone += _undo(desk, book_id, ids, deed.met, PartTicket(ticket, done, deed.entries))
        done += len(ids)
    if ticket.cancelled():
        return tuple(undone)
    _change(desk, lambda told: [one for one in told if _deed_of(desk, one).books != deed.books])
    if not undone:
        raise BadInput("All of this was changed again since, so nothing of it is left to undo.")
    return tuple(undone)


def stays(desk: Desk, deed: BookDeed) -> str:
    """Say how many an act brought who stay when it is taken back, or nothing if all went."""
    number = 0
    for book_id, ids in deed.books:
        book = desk.shelf.open(book_id)
        number += len(_brought(book, book.picked(ids), deed.met)[1])
    if not number:
        return ""
    return speak_many(
        number,
        "1 ally that came by it stays: somebody decided about it since.",
        "{n} allies that came by it stay: somebody decided about them since.",
    )


def strike_words(desk: Desk, which: Callable[[BookDeed], bool]) -> None:
    """Call acts no more than what they are, where their words are to be forgotten."""
    _change(
        desk,
        lambda told: [
            {**one, "words": NAMELESS} if which(_deed_of(desk, one)) else one for one in told
        ],
    )


def _undo(
    desk: Desk, book_id: str, ids: Sequence[str], met: frozenset[str] | None, ticket: PartTicket
) -> list[Entry]:
    book = desk.shelf.open(book_id)
    entries = book.picked(ids)
    undone: list[Entry] = []
    done = 0
    for layer in _layers(entries):
        edits = {entry.ally: partial(_back, entry) for entry in layer}
        undone += write(desk, book, edits, ticket.after(done))
        done += len(layer)
    if not ticket.cancelled():
        gone, _ = _brought(book, entries, met)
        undone += remove(desk, book, gone, ticket=ticket.after(done))
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


def _brought(
    book: Book, entries: Sequence[Entry], met: frozenset[str] | None
) -> tuple[list[str], list[str]]:
    """Return who came by these entries of an act and is not out yet: who goes, and who stays.

    Who stays has a status by somebody else's decision, or by another who brought the same.
    """
    own = frozenset(entry.entry_id for entry in entries)

    def has_come(those: Sequence[Entry]) -> bool:
        """Return whether an ally of these entries was not in the book before the act."""
        if met is None:
            return those[0].entry_id in own
        # Where a link was undone, what had come under the other key stands by itself again.
        alone = all(one.entry_id in own or one.undoes in own for one in those)
        return alone or met.isdisjoint(one.entry_id for one in those)

    lines = book.lines(dict.fromkeys(entry.ally for entry in entries))
    known = book.entries_of([line.key for line in lines if line.status not in OUT])
    came = {key: those for key, those in known.items() if those and has_come(those)}
    stay = dict.fromkeys(key for key, those in came.items() if decided_beside(those, own))
    return [key for key in came if key not in stay], list(stay)


def _read(text: str) -> list[KeptDeed]:
    """Return the acts as they are told in the settings."""
    told: list[KeptDeed] = json.loads(text or "[]")
    return told


def _deed_of(desk: Desk, one: KeptDeed) -> BookDeed:
    """Return an act that is told in the settings, or in the one that it is kept apart in."""
    books: Sequence[KeptBook] = (
        json.loads(desk.settings.read(one["apart"], "[]")) if "apart" in one else one["books"]
    )
    pairs = tuple((book_id, _ids(ids)) for book_id, ids, *_ in books)
    noted = [_ids(ids) for _, _, *more in books for ids in more]
    return BookDeed(one["words"], pairs, frozenset(chain(*noted)) if noted else None)


def _ids(told: str | list[str]) -> tuple[str, ...]:
    # An earlier Allybook kept ids as a list.
    return tuple(told.split() if isinstance(told, str) else told)


def _as_told(desk: Desk, deed: BookDeed) -> KeptDeed:
    """Return an act as it is told; where it is great, its ids are kept apart."""
    books = [_book_as_told(book_id, ids, deed.met) for book_id, ids in deed.books]
    if deed.entries <= LIGHT:
        return {"words": deed.words, "entries": deed.entries, "books": books}
    apart = f"{NAME}.{deed.books[0][1][0]}"
    desk.settings.write(apart, json.dumps(books))
    return {"words": deed.words, "entries": deed.entries, "apart": apart}


def _book_as_told(book_id: str, ids: Sequence[str], met: frozenset[str] | None) -> KeptBook:
    # One text of ids is read and written many times faster than a list of them.
    told = (book_id, " ".join(ids))
    return told if met is None else (*told, " ".join(one for one in ids if one in met))


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
    return one["entries"] if "entries" in one else sum(len(ids) for _, ids, *_ in one["books"])
