"""Who opted out of one book stays out of the others of this computer, and of what is made of them.

Opting out is for ever and for all: it goes along when books are combined, as entries of the book
that allies come into, and no press, pasted name or table brings them into another book. Who is
named in a chat waits in the inbox with that as a reason, for a person to decide.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book import algebra
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import account_key, hashtag_key
from allybook.domain.errors import FileShut
from allybook.domain.spoken import speak
from allybook.services.books.edit import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from allybook.domain.book.algebra import Member
    from allybook.domain.book.edit import Nominee
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Book
    from allybook.services.books.edit import Make
    from allybook.services.desk import Desk

GONE = frozenset({Status.OPTED_OUT, Status.REMOVED})


class BarredElsewhere(Struct, frozen=True):
    """Who opted out of the other books: the name of such a book, by record key or ``@handle``.

    ``named`` holds the handles of those whose user id is known: they speak where no id does.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)

    def book_of(self, key: str, handle: str, user_id: str = "") -> str:
        """Return the name of a book that somebody opted out of, or nothing where there is none."""
        known = user_id or key.isdecimal()
        named = "" if known else self.named.get(_at(key, handle), "")
        return self.book_of_key(key, handle, user_id) or named

    def book_of_key(self, key: str, handle: str, user_id: str = "") -> str:
        """Return the name of such a book, without going by what somebody with an id is called."""
        told = (key, user_id, _at(key, handle))
        return next((self.keys[one] for one in told if one in self.keys), "")

    def of(self, nominee: Nominee) -> str:
        """Return the name of a book that a nominee opted out of, or nothing."""
        return self.book_of(nominee.key, nominee.handle)


class Barring(Struct, frozen=True):
    """Whom combining opts out of its target, because they opted out of a source.

    ``new`` are unknown there or out already, ``ended`` are listed there until then. ``erased`` are
    the keys of those who were erased from a source, and whom the target does not know.
    """

    new: tuple[Member, ...] = ()
    ended: tuple[Member, ...] = ()
    erased: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        """Return all who opt out by it."""
        return (*self.new, *self.ended)

    def __bool__(self) -> bool:
        return bool(self.new or self.ended or self.erased)


def _at(key: str, handle: str) -> str:
    return "" if key.startswith("#") or not handle else f"@{handle.lower()}"


def elsewhere(desk: Desk, book: Book | None) -> BarredElsewhere:
    """Return who opted out of any other book than this; None is a book that is not made yet.

    The books in the trash are among them: putting one away ends no opting out.
    """
    own = book.info.book_id if book else ""
    keys: dict[str, str] = {}
    named: dict[str, str] = {}
    for name, line in chain(_out_of_others(desk, own), out_of_trash(desk)):
        keys.setdefault(line.key, name)
        if line.handle and line.kind is not Kind.HASHTAG:
            named.setdefault(f"@{line.handle.lower()}", name)
    return BarredElsewhere(keys, named)


def out_of_trash(desk: Desk) -> Iterator[tuple[str, AllyLine]]:
    """Yield who opted out of a book in the trash, with what that book is called."""
    for info, out in desk.shelf.out_of_trash():
        name = speak("{name} (in the trash)", name=info.name)
        yield from ((name, line) for line in out)


def _out_of_others(desk: Desk, own: str) -> Iterator[tuple[str, AllyLine]]:
    for info in desk.shelf.books():
        if info.book_id != own:
            with _unknown_where_shut():
                lines = desk.shelf.open(info.book_id).rows()
            yield from ((info.name, line) for line in lines if line.status is Status.OPTED_OUT)


@contextmanager
def _unknown_where_shut() -> Iterator[None]:
    """Say of a book that cannot be read what is not known by that: in doubt nobody comes in."""
    try:
        yield
    except FileShut as error:
        error.reword(
            speak("{what} Who opted out of it is not known: nobody was added.", what=error.words)
        )
        raise


def out_elsewhere(
    desk: Desk,
    book: Book,
    handles: Sequence[str],
    hashtags: Iterable[str] = (),
    user_ids: Sequence[str] = (),
) -> Mapping[str, str]:
    """Return which of these opted out of another book, with its name: by ``@name`` or by id."""
    known = desk.cache.accounts_by_handle(handles)
    barred = elsewhere(desk, book)
    found: dict[str, str] = {}
    for handle in handles:
        account = known.get(handle.lower())
        key = account_key(account.user_id if account else None, handle)
        found[f"@{handle}"] = barred.book_of(key, handle)
    found |= {f"#{tag}": barred.keys.get(hashtag_key(tag), "") for tag in hashtags}
    cached = desk.cache.accounts(user_ids) if user_ids else {}
    for user_id in user_ids:
        handle = cached[user_id].handle if user_id in cached else ""
        found[user_id] = barred.book_of(user_id, handle)
    return {name: out_of for name, out_of in found.items() if out_of}


def plan_barring(sources: Iterable[Book], target: Book | None) -> Barring:
    """Return whom a target does not bar yet, of those who opted out of a source or were erased."""
    lines = {line.key: line for line in target.rows()} if target else {}
    aliases = target.aliases() if target else {}
    known = frozenset(target.erased()) if target else frozenset()
    new: dict[str, Member] = {}
    ended: dict[str, Member] = {}
    erased: dict[str, None] = {}
    for source in sources:
        erased |= dict.fromkeys(source.erased())
        for line in source.rows():
            if line.status is not Status.OPTED_OUT:
                continue
            member = algebra.member_of(line)
            there = lines.get(aliases.get(member.key, member.key))
            if member.key in known or (there and there.status is Status.OPTED_OUT):
                continue
            listed = there is not None and there.status not in GONE
            (ended if listed else new).setdefault(member.key, member)
    marks = (key for key in erased if key not in known and aliases.get(key, key) not in lines)
    return Barring(tuple(new.values()), tuple(ended.values()), tuple(marks))


def bar(desk: Desk, book: Book, barring: Barring) -> tuple[Entry, ...]:
    """Opt them out of a book, for ever: this is no part of an act that can be taken back."""
    edits: dict[str, Make] = {key: partial(algebra.keep_erased, key) for key in barring.erased}
    edits |= {one.key: partial(algebra.keep_out, one) for one in barring.members}
    return write(desk, book, edits) if edits else ()
