"""Keep the rosters: what the filters know of the books, in the cache of each account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.ports.books import Book
    from allybook.services.desk import Desk

FEW = 200
"""Up to this many changed allies are laid one by one; beyond, the whole book is."""


def tell_filters(desk: Desk, book: Book, keys: Collection[str]) -> None:
    """Tell the filters what became of the allies under these record keys."""
    if len(keys) > FEW:
        _lay_whole(desk, book)
        return
    lines = book.lines(keys)
    known = {*keys, *(line.key for line in lines)}
    desk.cache.lay_allies(book.info.name, known, lines, mark=_mark(book))


def lay_rosters(desk: Desk) -> None:
    """Tell the filters of every book that this account's cache has not heard of in full."""
    for info in desk.shelf.books():
        book = desk.shelf.open(info.book_id)
        if desk.cache.roster_mark(info.name) != _mark(book):
            _lay_whole(desk, book)


def _lay_whole(desk: Desk, book: Book) -> None:
    desk.cache.lay_roster(book.info.name, book.rows(), mark=_mark(book))


def _mark(book: Book) -> str:
    latest = book.latest()
    return f"{latest.milliseconds}.{latest.counter}"
