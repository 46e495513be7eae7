"""Up to where each of the people of a book was read: who comes to it later is read from the start.

One note for all books, by book, by what X left out, and by handle (lower case) or the id by which X
is asked in its place. What was read with less left out counts for more: X found all of that, too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import And

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.ports.cache import Cache
    from allybook.services.desk import Desk

MARK = "people read"


class Readers(Struct, frozen=True):
    """Who is read of a book, and what X leaves out of it (a filter, as it is shown)."""

    book_id: str
    sifted: str
    handles: frozenset[str]


def read_until(desk: Desk, readers: Readers) -> Mapping[str, int]:
    """Return up to which post each was read, or what of them was not lies in a gap."""
    until: dict[str, int] = {}
    for sifted, people in _read(desk.cache.mark(MARK)).get(readers.book_id, {}).items():
        if _leaves_out_no_more(sifted, readers.sifted):
            for handle in readers.handles & people.keys():
                until[handle] = max(people[handle], until.get(handle, 0))
    return until


def _leaves_out_no_more(one: str, other: str) -> bool:
    """Return whether X finds for one filter all that it finds for another, of the same people."""
    if one == other:
        return True
    try:
        return _parts(parse(one)) <= _parts(parse(other))
    except FilterError:
        # Another version of the program wrote it: nothing can be said of it.
        return False


def _parts(tree: Node) -> frozenset[Node]:
    return frozenset(tree.parts if isinstance(tree, And) else (tree,))


def by_reach(
    reaches: Sequence[Mapping[str, int]], handles: Sequence[str]
) -> Sequence[Sequence[str]]:
    """Return people in groups, each read up to the same posts, those never read first."""
    read = {one: tuple(until.get(one, 0) for until in reaches) for one in handles}
    return [[one for one in handles if read[one] == posts] for posts in sorted({*read.values()})]


def note_read(desk: Desk, readers: Readers, handles: Iterable[str], post: int) -> None:
    """Note up to which post people were read; who is in the book no more is read anew later."""
    read = dict.fromkeys(handles, post)

    def change(text: str) -> str:
        """Return who was read how far, without those who left the book."""
        books = _read(text)
        told = books.setdefault(readers.book_id, {})
        before = told.get(readers.sifted, {})
        kept = {one: at for one, at in before.items() if one in readers.handles}
        told[readers.sifted] = kept | {
            handle: max(at, kept.get(handle, 0)) for handle, at in read.items()
        }
        return json.dumps(books, ensure_ascii=False)

    desk.cache.change_mark(MARK, change)


def forget_read(cache: Cache, handles: Collection[str]) -> None:
    """Take people, by their lower-case handles and ids, out of who was read."""

    def change(text: str) -> str:
        """Return who was read how far, without these people."""
        books = {
            book: {
                sifted: {one: at for one, at in people.items() if one not in handles}
                for sifted, people in told.items()
            }
            for book, told in _read(text).items()
        }
        return json.dumps(books, ensure_ascii=False)

    if cache.mark(MARK):
        cache.change_mark(MARK, change)


def _read(text: str) -> dict[str, dict[str, dict[str, int]]]:
    books: dict[str, dict[str, dict[str, int]]] = json.loads(text or "{}")
    return books
