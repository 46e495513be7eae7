"""Merge two records of a book that are one ally; it travels as entries.

It can be undone, unless one of the two opted out: then so has the other, for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book import merging
from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak
from allybook.services.books.edit import amend

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.merging import Merger
    from allybook.domain.book.pen import Pen
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def plan_merge(book: Book, keep: str, gone: str) -> Merger:
    """Return what merging two allies would give, before anything is written."""
    return merging.plan_merger(_ally(book, keep), _ally(book, gone), keep=keep)


def merge(desk: Desk, book: Book, keep: str, gone: str) -> tuple[Entry, ...]:
    """Merge ``gone`` into ``keep``; of a user id and a handle the id is kept, whichever was asked.

    The entries come in such an order that undoing them from the last to the first parts the two
    again; where one of them opted out nothing is undone (``Merger.opts_out`` tells beforehand).
    Evidence, tags and notes of both are together as long as they are merged.
    """
    merger = plan_merge(book, keep, gone)
    keys = (merger.kept.key, merger.gone.key)

    def make(known: Mapping[str, Sequence[Entry]], pens: Iterator[Pen]) -> tuple[Entry, ...]:
        """Return the two entries by which one record becomes the other."""
        kept, other = (known[key] for key in keys)
        settled = merging.settle(kept, other, next(pens))
        return (settled, merging.link(kept, other, next(pens)))

    return amend(desk, book, keys, make)


def _ally(book: Book, key: str) -> Ally:
    ally = book.ally(key)
    if ally is None:
        raise BadInput(speak("{key} is not in this book; nothing was merged.", key=key))
    return ally
