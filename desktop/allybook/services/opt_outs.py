"""Heed who opted out under another record of a book: by handle, before X told their user id.

Such records come from laptops that did not know the id. Until somebody links the two, nobody is
listed, exported or shown whose handle opted out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.ports import Book
    from allybook.services.desk import Desk

A = TypeVar("A", "Ally", AllyLine)


def heed(
    desk: Desk, allies: Sequence[A], accounts: Mapping[str, Account] | None = None
) -> tuple[A, ...]:
    """Return all allies of a book, as opted out where another record of the same account is.

    ``accounts`` are theirs by user id, where they have been read already.
    """
    out = [a for a in allies if a.status is Status.OPTED_OUT and a.kind is not Kind.HASHTAG]
    if not out:
        return tuple(allies)
    if accounts is None:
        accounts = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    loose = {name for ally in out if not ally.user_id for name in _names(ally, accounts)}
    every = {name for ally in out for name in _names(ally, accounts)}

    def as_heeded(ally: A) -> A:
        # Two user ids are two accounts, whatever they were called.
        names = loose if ally.user_id else every
        return _as_out(ally) if not names.isdisjoint(_names(ally, accounts)) else ally

    return tuple(map(as_heeded, allies))


def heeded(desk: Desk, book: Book, key: str) -> Ally | None:
    """Return one ally under a user id, as opted out where its handle is; None where none is."""
    ally = book.ally(key)
    if ally is None or ally.kind is Kind.HASHTAG:
        return ally
    account = desk.cache.account(ally.user_id) if ally.user_id else None
    names = _names(ally, {account.user_id: account} if account else {})
    lines = book.lines([f"@{name}" for name in names])
    opted_out = any(line.status is Status.OPTED_OUT and not line.user_id for line in lines)
    return _as_out(ally) if opted_out else ally


def _names(ally: Ally | AllyLine, accounts: Mapping[str, Account]) -> frozenset[str]:
    """Return the lower-cased handles of an account, in the book and at X; none of a hashtag."""
    if ally.kind is Kind.HASHTAG:
        return frozenset()
    account = accounts.get(ally.user_id or "")
    handles: Iterable[str] = (ally.handle, account.handle if account else "", _in_key(ally))
    return frozenset(handle.lower() for handle in handles if handle)


def _in_key(ally: Ally | AllyLine) -> str:
    return ally.key[1:] if ally.key.startswith("@") else ""


def _as_out(ally: A) -> A:
    if isinstance(ally, AllyLine):
        return ally._replace(status=Status.OPTED_OUT)
    return ally if ally.status is Status.OPTED_OUT else replace(ally, status=Status.OPTED_OUT)
