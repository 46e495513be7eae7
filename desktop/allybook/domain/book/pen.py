"""What writes an entry: who, when, under which id; and what the writer had before their eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book.conflicts import KNOWN, NOTE, replaced, standing
from allybook.domain.book.entry import Author, Entry, Stamp
from allybook.domain.book.status import REMOVED, STATUS, statuses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.entry import Elements, Fields


class Pen(Struct, frozen=True):
    """Who writes into which book, when, and the id of the one entry that it may write."""

    book: str
    author: Author
    at: Stamp
    entry_id: str


class Draft(Struct, frozen=True):
    """What an entry is to change, before it is signed.

    ``unsay`` names the entries whose notes are taken back.
    """

    set: Fields = field(default_factory=dict)
    add: Elements = field(default_factory=dict)
    drop: Elements = field(default_factory=dict)
    note: str = ""
    unsay: tuple[str, ...] = ()


def sign(draft: Draft, key: str, record: Sequence[Entry], pen: Pen) -> Entry:
    """Return the entry that makes a draft's changes under ``key``.

    Its ``seen`` comes from ``record``, the arranged entries of the ally: what it replaces, whose
    adding it undoes, and, around removals, what its author knew.
    """
    fields = {str(name): str(value) for name, value in draft.set.items()}
    add, drop = _plain(draft.add), _plain(draft.drop)
    seen: Elements = {}
    if fields or add or drop or draft.note or draft.unsay:
        seen = _seen(fields, drop, record)
    if draft.unsay:
        seen = {**seen, NOTE: draft.unsay}
    return Entry(
        entry_id=pen.entry_id,
        book=pen.book,
        ally=key,
        at=pen.at,
        by=pen.author,
        set=fields,
        add=add,
        drop=drop,
        note=draft.note,
        seen=seen,
    )


def is_empty(entry: Entry) -> bool:
    """Return whether an entry changes nothing."""
    changes = entry.set or entry.add or entry.drop or entry.note or entry.erased
    return not changes and NOTE not in entry.seen


def adders(record: Sequence[Entry], bag: str, word: str) -> tuple[str, ...]:
    """Return the ids of the entries whose adding of a word still stands."""
    gone = replaced(entry for entry in record if bag in entry.drop).get(f"{bag}:{word}", ())
    return tuple(
        entry.entry_id
        for entry in record
        if word in entry.add.get(bag, ()) and entry.entry_id not in gone
    )


def _plain(bags: Elements) -> dict[str, tuple[str, ...]]:
    """Return a dict whose names are plain text, as they will be read back from a file."""
    return {str(bag): words for bag, words in bags.items()}


def _seen(fields: Fields, drop: Elements, record: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    if not record:
        return {}
    versions = standing(record)
    seen = {name: tuple(v.entry_id for v in versions.get(name, ())) for name in fields}
    if STATUS in fields:
        # What was displayed comes first, so that an undo knows to which value it goes back.
        shown = tuple(version.entry_id for version in statuses(record)[0])
        seen[STATUS] = tuple(dict.fromkeys(shown + seen[STATUS]))
    seen[KNOWN] = _known(fields, record)
    for bag, words in drop.items():
        seen |= {f"{bag}:{word}": adders(record, bag, word) for word in words}
    return {name: ids for name, ids in seen.items() if ids}


def _known(fields: Fields, record: Sequence[Entry]) -> tuple[str, ...]:
    """Return what else the author knew: everything for a removal, the removals for the rest."""
    if fields.get(STATUS) == REMOVED:
        return tuple(one.entry_id for one in record)
    if STATUS in fields:
        return ()
    versions = standing(record).get(STATUS, ())
    return tuple(version.entry_id for version in versions if version.value == REMOVED)
