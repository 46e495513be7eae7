"""Heed who opted out under another record of a book: by handle, before X told their user id.

Such records come from laptops that did not know the id. As soon as this one does, the two are
linked, so that a new handle does not lose the opting out; until then, and where several accounts
had the handle, nobody is listed, exported or shown whose handle opted out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from allybook.domain.book.clock import moment
from allybook.domain.book.edit import identify
from allybook.domain.book.entry import Kind, Stamp, Status
from allybook.domain.book.line import AllyLine
from allybook.services.books import edit
from allybook.services.desk import read_each
from allybook.services.jobs.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.edit import Make
    from allybook.services.desk import Desk

A = TypeVar("A", "Ally", AllyLine)


def opt_out_for_ever(
    desk: Desk, book: Book, keys: Iterable[str], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Never list these allies again, because they asked; by id where the cache knows it.

    Who cannot be opted out does not stop the others: ``PartlyDone`` carries what was written.
    """
    opting_out = partial(edit.opt_out, desk, book, keys, ticket)
    return edit.in_turn([opting_out, lambda: _link(desk, book, _loose(book))])


def link_opt_outs(desk: Desk) -> int:
    """Link who opted out by handle to the account that the cache knows by it; return how many.

    Called wherever accounts became known. Only where one account alone ever had the handle, and
    had it when they opted out, for all that the cache knows.
    """
    read = read_each(desk, lambda book: (book, _loose(book)))
    return sum(len(_link(desk, book, loose)) for _, (book, loose) in read if loose)


def _loose(book: Book) -> list[AllyLine]:
    """Return who opted out of a book by handle, and may have an id by now."""
    return [line for line in book.rows() if _is_loose(line)]


def _link(desk: Desk, book: Book, loose: Sequence[AllyLine]) -> tuple[Entry, ...]:
    if not loose:
        return ()
    handles = [_in_key(line) for line in loose]
    today, former = desk.cache.accounts_by_handle(handles), desk.cache.former_holders(handles)
    edits: dict[str, Make] = {}
    for line in loose:
        handle = _in_key(line)
        ids = {*former.get(handle, ()), *([today[handle].user_id] if handle in today else [])}
        only = ids.pop() if len(ids) == 1 else ""
        if only and _was_there(desk, line, only):
            edits[line.key] = partial(_identify, only)
    return edit.write(desk, book, edits) if edits else ()


def _is_loose(line: AllyLine) -> bool:
    return line.status is Status.OPTED_OUT and not line.user_id and line.key.startswith("@")


def _was_there(desk: Desk, line: AllyLine, user_id: str) -> bool:
    """Return whether an account was there when somebody opted out, as far as X told."""
    account = desk.cache.account(user_id)
    if account is None or account.created_at is None:
        return True
    return account.created_at <= moment(Stamp(line.last_ms))


def _identify(user_id: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return identify(entries, user_id, pen)


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
    before = _had(desk, loose)
    every = {name for ally in out for name in _names(ally, accounts)}

    def as_heeded(ally: A) -> A:
        """Return an ally, as opted out where another record of the account is."""
        # Two user ids are two accounts, whatever they were called.
        names = loose if ally.user_id else every
        barred = ally.user_id in before or not names.isdisjoint(_names(ally, accounts))
        return _as_out(ally) if barred else ally

    return tuple(map(as_heeded, allies))


def heeded(desk: Desk, book: Book, key: str) -> Ally | None:
    """Return one ally under a user id, as opted out where its handle is; None where none is."""
    ally = book.ally(key)
    if ally is None or ally.kind is Kind.HASHTAG:
        return ally
    account = desk.cache.account(ally.user_id) if ally.user_id else None
    names = {*_names(ally, {account.user_id: account} if account else {})}
    if ally.user_id:
        names.update(handle.lower() for handle in desk.cache.old_handles(ally.user_id))
    lines = book.lines([f"@{name}" for name in names])
    opted_out = any(line.status is Status.OPTED_OUT and not line.user_id for line in lines)
    return _as_out(ally) if opted_out else ally


def _had(desk: Desk, handles: Collection[str]) -> frozenset[str]:
    """Return the ids of those who had these handles before: in doubt nobody is listed."""
    former = desk.cache.former_holders(list(handles)) if handles else {}
    return frozenset(user_id for ids in former.values() for user_id in ids)


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
