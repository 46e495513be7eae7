"""Keep the rosters: what the filters know of the books, in the cache of each account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.desk import read_each, told_at_start

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from allybook.domain.errors import Damaged
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


def lay_rosters(desk: Desk, tell: Callable[[Damaged], object] = told_at_start) -> bool:
    """Tell the filters of every book that this account's cache has not heard of in full.

    What was laid under a name that no book has any more, is gone. Return whether anything changed.
    Where a book is damaged, which ``tell`` hears, it is not known what it is called: nothing goes.
    """
    if not desk.shelf.books() and not desk.shelf.discarded():
        # There never was a book: nobody need open the cache to see that none is known.
        return False
    known = desk.cache.roster_marks()
    damaged: list[Damaged] = []
    laid = dict(read_each(desk, lambda book: _lay_news(desk, book, known), damaged.append))
    gone = known.keys() - {info.name for info in laid} if not damaged else ()
    for name in gone:
        desk.cache.lay_roster(name, ())
    for error in damaged:
        tell(error)
    return any(laid.values()) or bool(gone)


def _lay_news(desk: Desk, book: Book, known: Mapping[str, str]) -> bool:
    """Lay a book whole if the filters do not know its newest mark; return whether they did not."""
    if known.get(book.info.name) == book.mark():
        return False
    _lay_whole(desk, book)
    return True


def _lay_whole(desk: Desk, book: Book) -> None:
    desk.cache.lay_roster(book.info.name, book.rows(), mark=book.mark())
