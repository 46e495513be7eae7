"""What was done to books as one act, remembered so that it is taken back as one, restart or not.

Of an act, each book keeps the entries; the settings keep which they were.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.book.undo import refusal, undo
from allybook.domain.errors import BadInput
from allybook.services.edit import remove, write
from allybook.services.tickets import UNWATCHED, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk

NAME = "deeds"
KEPT = 50
"""So many acts are remembered; older ones are undone entry by entry from the history."""
WEIGHT = 5_000
"""So many entries are remembered in all, beside the last act's: every act writes them anew."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act in words (``union of 3 books``), and the ids of its entries in each book, in order.

    ``books`` are pairs of a book's id and those ids.
    """

    words: str
    books: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def entries(self) -> int:
        """Return how many entries it took."""
        return sum(len(ids) for _, ids in self.books)


def remember(desk: Desk, words: str, written: Mapping[str, Iterable[Entry]]) -> Deed | None:
    """Remember an act by the entries that it wrote into each book (by id); None for no entries."""
    ids = {book_id: tuple(one.entry_id for one in entries) for book_id, entries in written.items()}
    books = tuple((book_id, those) for book_id, those in ids.items() if those)
    if not books:
        return None
    deed = Deed(words, books)
    _keep(desk, [*remembered(desk), deed])
    return deed


def remembered(desk: Desk) -> tuple[Deed, ...]:
    """Return the acts that can be taken back, the last one last."""
    told = json.loads(desk.settings.read(NAME, "[]"))
    return tuple(
        Deed(one["words"], tuple((book, tuple(ids)) for book, ids in one["books"])) for one in told
    )


def take_back(desk: Desk, deed: Deed, ticket: Ticket = UNWATCHED) -> tuple[Entry, ...]:
    """Undo what still stands of an act, in all its books; ``BadInput`` if nothing does.

    Whom the act brought into a book goes out again. Stopped half way, the act stays remembered,
    and taking it back again goes on.
    """
    undone: list[Entry] = []
    done = 0
    for book_id, ids in deed.books:
        undone += _undo(desk, book_id, ids, Part(ticket, done, deed.entries))
        done += len(ids)
    if ticket.cancelled():
        return tuple(undone)
    _keep(desk, [one for one in remembered(desk) if one != deed])
    if not undone:
        raise BadInput("All of this was changed again since, so nothing of it is left to undo.")
    return tuple(undone)


def _undo(desk: Desk, book_id: str, ids: Sequence[str], ticket: Part) -> list[Entry]:
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


def _keep(desk: Desk, deeds: Sequence[Deed]) -> None:
    told = [{"words": deed.words, "books": deed.books} for deed in _newest(deeds)]
    desk.settings.write(NAME, json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _newest(deeds: Sequence[Deed]) -> Sequence[Deed]:
    weight, first = 0, len(deeds)
    while first and len(deeds) - first < KEPT:
        weight += deeds[first - 1].entries
        if weight > WEIGHT and first < len(deeds):
            break
        first -= 1
    return deeds[first:]
