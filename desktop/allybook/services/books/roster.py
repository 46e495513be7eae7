"""Keep the rosters: what the filters know of the books, in the cache of each account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.ports.books import Book
    from allybook.services.desk import Desk

FEW = 200
"""Up to this many changed allies are laid one by one; beyond, the whole book is."""


def tell_filters(desk: Desk, book: Book, keys: Collection[str], before: str) -> None:
    """Tell the filters what became of the allies under these record keys.

    ``before`` is the mark of the book before they were changed: filters that had not heard of
    all of it, since a window of another account wrote, are told of the whole book.
    """
    if len(keys) > FEW or desk.cache.roster_marks().get(book.info.name) != before:
        _lay_whole(desk, book)
        return
    lines = book.lines(keys)
    known = {*keys, *(line.key for line in lines)}
    desk.cache.lay_allies(book.info.name, known, lines, mark=book.mark())


def lay_rosters(desk: Desk) -> bool:
    """Tell the filters of every book that this account's cache has not heard of in full.

    What was laid under a name that no book has any more, is gone. Return whether anything changed.
    """
    books = desk.shelf.books()
    if not books and not desk.shelf.discarded():
        # There never was a book: nobody need open the cache to see that none is known.
        return False
    known, laid = desk.cache.roster_marks(), False
    for info in books:
        book = desk.shelf.open(info.book_id)
        if known.get(info.name) != book.mark():
            _lay_whole(desk, book)
            laid = True
    gone = known.keys() - {info.name for info in books}
    for name in gone:
        desk.cache.lay_roster(name, ())
    return laid or bool(gone)


def _lay_whole(desk: Desk, book: Book) -> None:
    desk.cache.lay_roster(book.info.name, book.rows(), mark=book.mark())
