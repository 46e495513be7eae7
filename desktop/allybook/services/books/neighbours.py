"""Which other books of this computer have somebody as well, and opting out of those too.

Whoever asks not to be listed does not ask by book: so the others are named, and offered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import is_hashtag
from allybook.services.books.edit import in_turn
from allybook.services.books.holders import changed_hands
from allybook.services.books.opt_outs import opt_out_for_ever
from allybook.services.desk import read_each
from allybook.services.jobs.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Book, BookInfo
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

COUNTED_ON = frozenset({Status.APPROVED, Status.NOMINATED})


class Neighbour(Struct, frozen=True):
    """Another book, and who is approved or nominated there of those who were looked for."""

    info: BookInfo
    allies: tuple[AllyLine, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return their record keys there."""
        return tuple(line.key for line in self.allies)


def neighbours_with(desk: Desk, book: Book, keys: Sequence[str]) -> tuple[Neighbour, ...]:
    """Return the other books that have any of these, who are known to ``book`` or as typed.

    Who has an id is looked for by it, and by handle only where one book does not know the id. A
    handle that another account may have by now finds nobody.
    """
    wanted = _sought(desk, book, keys)
    own = book.info.book_id
    others = [info for info in desk.shelf.books() if info.book_id != own]
    found = (
        Neighbour(info, _told_apart(desk, filter(wanted.has, rows)))
        for info, rows in read_each(desk, lambda one: one.rows(), others)
    )
    return tuple(one for one in found if one.allies)


def opt_out_everywhere(
    desk: Desk,
    book: Book,
    keys: Sequence[str],
    neighbours: Iterable[Neighbour],
    ticket: Ticket = UNWATCHED,
) -> tuple[Entry, ...]:
    """Never list these again in a book, nor in its neighbours; what they got is told as one.

    Who was erased from the book is opted out of the neighbours alone.
    """
    others = tuple(neighbours)
    erased = frozenset(book.erased()) if others else frozenset()
    own = [key for key in keys if key not in erased]
    works: list[Callable[[], tuple[Entry, ...]]] = []
    if own or not others:
        works.append(partial(opt_out_for_ever, desk, book, own, ticket))
    works += [partial(_out_of, desk, one, ticket) for one in others]
    return in_turn(works)


def _out_of(desk: Desk, one: Neighbour, ticket: Ticket) -> tuple[Entry, ...]:
    return opt_out_for_ever(desk, desk.shelf.open(one.info.book_id), one.keys, ticket)


class _Sought(Struct, frozen=True):
    """Who is looked for: by user id, by handle (``loose``: of whom no id is known), as hashtag."""

    ids: frozenset[str]
    handles: frozenset[str]
    loose: frozenset[str]
    tags: frozenset[str]

    def has(self, line: AllyLine) -> bool:
        """Return whether a line is of one of them, and a group counts on them, or may."""
        if line.status not in COUNTED_ON:
            return False
        if line.kind is Kind.HASHTAG:
            return line.key in self.tags
        if line.user_id in self.ids:
            return True
        # Two user ids are two accounts, whatever they were called.
        return not _names(line).isdisjoint(self.loose if line.user_id else self.handles)


def _sought(desk: Desk, book: Book, keys: Sequence[str]) -> _Sought:
    lines = book.lines(keys)
    there = book.aliases().keys() | {line.key for line in lines}
    accounts = [line for line in _told_apart(desk, lines) if line.kind is not Kind.HASHTAG]
    typed = [key for key in keys if key not in there and not is_hashtag(key)]
    bare = [key.removeprefix("@") for key in typed if key.startswith("@")]
    today = desk.cache.accounts_by_handle(bare) if bare else {}
    ids = {line.user_id for line in accounts if line.user_id}
    ids |= {one.user_id for one in today.values()} | {key for key in typed if key.isdecimal()}
    named = {one.handle.lower() for one in desk.cache.accounts(sorted(ids)).values()}
    loose = {name for line in accounts if not line.user_id for name in _names(line)}
    loose |= {name for name in bare if name not in today}
    known = {name for line in accounts for name in _names(line)}
    return _Sought(
        frozenset(ids),
        frozenset(known | named | loose),
        frozenset(loose),
        frozenset(key for key in keys if is_hashtag(key)),
    )


def _told_apart(desk: Desk, lines: Iterable[AllyLine]) -> tuple[AllyLine, ...]:
    """Return lines without those whose handle another account may have by now."""
    several = tuple(lines)
    apart = changed_hands(desk, several)
    return tuple(one for one in several if one.user_id or one.handle.lower() not in apart)


def _names(line: AllyLine) -> frozenset[str]:
    """Return the lower-cased handles that a line gives an account."""
    named = line.key[1:] if line.key.startswith("@") else ""
    return frozenset(filter(None, (line.handle.lower(), named)))
