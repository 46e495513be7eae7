"""Who approved whom a book is published for: somebody elsewhere may have made its list already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Field, Status

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.ports.books import Book
    from allybook.services.desk import Desk

MANY = 500
"""So many allies are looked at, one by one; of more, as many."""


def approved_elsewhere(
    desk: Desk, book: Book, user_ids: Collection[str], handles: Collection[str]
) -> bool:
    """Return whether one of these allies was approved on another computer.

    Of very many some are looked at, all through the book: who publishes approves more than a few.
    """
    keys = [*user_ids, *(f"@{handle.lower()}" for handle in handles)]
    some = keys[:: 1 + len(keys) // MANY]
    own, approved = desk.scribe.author().device, Status.APPROVED
    return any(
        entry.by.device != own and entry.set.get(Field.STATUS) == approved
        for entries in book.entries_of(some).values()
        for entry in entries
    )
