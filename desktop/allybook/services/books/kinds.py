"""Organisations that a book has for persons, because nobody here had read their profiles yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.domain.book.kinds import LISTED, learn_organisation
from allybook.domain.people.bios import guess_organisation, looks_like_organisation
from allybook.services.books.edit import write
from allybook.services.desk import read_each

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.domain.book.line import AllyLine
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def kind_told(account: Account | None, handle: str = "") -> Kind:
    """Return what an account is by its profile, or as long as none was read by its handle.

    A person where neither tells.
    """
    told = looks_like_organisation(account) if account else guess_organisation(handle)
    return Kind.ORGANISATION if told else Kind.PERSON


def learn_kinds(desk: Desk, user_ids: Collection[str]) -> None:
    """Write into every book which of these accounts are organisations, where nobody said it."""
    if user_ids:
        for _, (book, unsaid) in read_each(desk, lambda book: (book, _persons(book, user_ids))):
            _learn(desk, book, unsaid)


def learn_kinds_in(desk: Desk, book: Book, user_ids: Collection[str]) -> None:
    """Do the same in one book."""
    if user_ids:
        _learn(desk, book, _persons(book, user_ids))


def _persons(book: Book, user_ids: Collection[str]) -> list[AllyLine]:
    return [
        line
        for line in book.lines(user_ids)
        if line.kind is Kind.PERSON and line.user_id and line.status in LISTED
    ]


def _learn(desk: Desk, book: Book, persons: list[AllyLine]) -> None:
    accounts = desk.cache.accounts([line.user_id for line in persons if line.user_id])
    told = (line for line in persons if kind_told(accounts.get(line.user_id or "")) != line.kind)
    if edits := dict.fromkeys((line.key for line in told), learn_organisation):
        write(desk, book, edits)
