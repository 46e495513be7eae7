"""Keep the rosters: what the filters know of the books, in the cache of each account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.ports import Book
    from allybook.services.desk import Desk

FEW = 200
"""Up to this many changed allies are laid one by one; beyond, the whole book is."""


def tell_filters(desk: Desk, book: Book, keys: Collection[str]) -> None:
    """Tell the filters what became of the allies under these record keys."""
    if len(keys) > FEW:
        _lay_whole(desk, book)
        return
    allies = {ally.key: ally for ally in map(book.ally, keys) if ally is not None}
    known = {*keys, *allies}
    name, mark = book.info.name, _mark(book)
    desk.cache.lay_allies(name, known, list(allies.values()), mark=mark)


def lay_rosters(desk: Desk) -> None:
    """Tell the filters of every book that this account's cache has not heard of in full."""
    for info in desk.shelf.books():
        book = desk.shelf.open(info.book_id)
        if desk.cache.roster_mark(info.name) != _mark(book):
            _lay_whole(desk, book)


def _lay_whole(desk: Desk, book: Book) -> None:
    desk.cache.lay_roster(book.info.name, book.allies(), mark=_mark(book))


def _mark(book: Book) -> str:
    latest = book.latest()
    return f"{latest.milliseconds}.{latest.counter}"
