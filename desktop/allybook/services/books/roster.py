"""Keep the rosters: what the filters know of the books, in the cache of each account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.desk import read_each

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from allybook.domain.book.line import AllyLine
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


def look_at_books(desk: Desk) -> None:
    """Look whether every book can be read, and announce which cannot, where nothing is laid."""
    for _looked in read_each(desk, lambda book: book.mark()):
        pass


def lay_rosters(desk: Desk) -> bool:
    """Tell the filters of every book that this account's cache has not heard of in full.

    What was laid under a name that no book has any more, is gone. Return whether anything changed.
    Where a book cannot be read, it is not known what it is called: nothing goes.
    """
    if not desk.shelf.books() and not desk.shelf.discarded():
        # There never was a book: nobody need open the cache to see that none is known.
        return False
    known = desk.cache.roster_marks()
    read, laid = set[str](), False
    for info, (mark, rows) in read_each(desk, lambda book: _news(book, known)):
        read.add(info.name)
        if rows is not None:
            desk.cache.lay_roster(info.name, rows, mark=mark)
            laid = True
    gone = known.keys() - read
    if gone and any(info.name not in read for info in desk.shelf.books()):
        return laid
    for name in gone:
        desk.cache.lay_roster(name, ())
    return laid or bool(gone)


def _news(book: Book, known: Mapping[str, str]) -> tuple[str, Sequence[AllyLine] | None]:
    """Return the mark of a book, and its allies if the filters do not know that mark.

    What is written between the two is laid the next time.
    """
    mark = book.mark()
    return mark, None if known.get(book.info.name) == mark else book.rows()


def _lay_whole(desk: Desk, book: Book) -> None:
    desk.cache.lay_roster(book.info.name, book.rows(), mark=book.mark())
