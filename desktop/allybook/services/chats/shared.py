"""Whom a chat shared, as a book knows them: by user id, or by handle where no post tells one.

Files and X itself (of accounts that are gone) give handles without an id. Who was declined or asked
not to be listed would come back by one as somebody new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.chat.nominations import merge
from allybook.domain.people.bios import looks_like_organisation
from allybook.services.books.holders import changed_hands, passed_on_since
from allybook.services.books.kinds import kind_told
from allybook.services.books.opt_outs import heeded
from allybook.services.people.nominate import ids_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.chat.nominations import Nomination
    from allybook.domain.chat.summary import Chat
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def identify_shared(desk: Desk, book: Book | None, chat: Chat) -> tuple[Nomination, ...]:
    """Return whom people shared, each once, under the user ids that the cache or a book knows.

    Not where a handle changed hands since it was written: whom it meant then, nobody knows.
    """
    loose = {one.name.lower(): one for one in chat.nominations if _is_loose(one)}
    if not loose:
        return merge(chat.nominations)
    today = desk.cache.accounts_by_handle(list(loose))
    held = ids_in(book) if book and loose.keys() - today.keys() else {}
    apart = passed_on_since(desk, {name: one.evidence[0].at for name, one in loose.items()})

    def under_id(one: Nomination) -> Nomination:
        """Return a nomination under its user id, where that is known."""
        name = one.name.lower()
        if name not in loose or name in apart:
            return one
        if account := today.get(name):
            return _as_account(one, account)
        return replace(one, user_id=held[name]) if name in held else one

    return merge(map(under_id, chat.nominations))


def nominees_of(desk: Desk, book: Book, chat: Chat) -> tuple[Nominee, ...]:
    """Return whom people shared in a chat, with who said so in which post, each record once."""
    return tuple(_nominee(desk, book, one) for one in identify_shared(desk, book, chat))


def known_allies(desk: Desk, book: Book, shared: Iterable[Nomination]) -> Mapping[str, Ally]:
    """Return, by record key, what a book says of whom people shared; opting out is heeded.

    A record by handle alone speaks of the account too, as nominating would take it for.
    """
    found = {one.key: _ally_of(desk, book, one) for one in shared}
    return {key: ally for key, ally in found.items() if ally is not None}


def _ally_of(desk: Desk, book: Book, one: Nomination) -> Ally | None:
    ally = heeded(desk, book, one.key)
    if ally is not None or not one.user_id:
        return ally
    found = _by_handle(desk, book, one)
    # In doubt nobody is listed who asked not to be.
    opted_out = [ally for ally in found if ally.status is Status.OPTED_OUT]
    return next(iter((*opted_out, *_meant(desk, one, found))), None)


def _by_handle(desk: Desk, book: Book, one: Nomination) -> Sequence[Ally]:
    """Return the records without an id under the handle that an account has, or was shared by.

    Who opted out comes first, then whom X calls so today.
    """
    account = desk.cache.account(one.user_id) if one.user_id else None
    handles = (account.handle if account else "", one.name)
    names = dict.fromkeys(handle.lower() for handle in handles if handle)
    allies = [book.ally(f"@{name}") for name in names]
    found = [ally for ally in allies if ally is not None and not ally.user_id]
    return sorted(found, key=lambda ally: ally.status is not Status.OPTED_OUT)


def _meant(desk: Desk, one: Nomination, found: Sequence[Ally]) -> list[Ally]:
    """Return which of these speak of an account, and not of another that may have the handle."""
    if not found:
        return []
    apart = set(changed_hands(desk, found))
    account = desk.cache.account(one.user_id or "")
    if account is not None:
        today = desk.cache.accounts_by_handle([ally.handle for ally in found])
        apart |= {name for name, holder in today.items() if holder.user_id != account.user_id}
    return [ally for ally in found if ally.handle.lower() not in apart]


def _is_loose(one: Nomination) -> bool:
    return one.kind is not Kind.HASHTAG and not one.user_id


def _as_account(one: Nomination, account: Account) -> Nomination:
    kind = Kind.ORGANISATION if looks_like_organisation(account) else Kind.PERSON
    return replace(one, user_id=account.user_id, kind=kind)


def _nominee(desk: Desk, book: Book, one: Nomination) -> Nominee:
    evidence = tuple(f"{item.post_id}:{item.user_id}" for item in one.evidence)
    if one.kind is Kind.HASHTAG:
        return Nominee(one.key, one.name, one.kind, evidence=evidence)
    account = desk.cache.account(one.user_id) if one.user_id else None
    handle = _handle_in(desk, book, one, account)
    return Nominee(one.key, handle, kind_told(account, one.name), evidence=evidence)


def _handle_in(desk: Desk, book: Book, one: Nomination, account: Account | None) -> str:
    """Return the handle of today, or the one under which the book's record waits for its id."""
    if account is None or not account.handle:
        return one.name
    known = book.ally(one.key) is not None
    meant = [] if known else _meant(desk, one, _by_handle(desk, book, one))
    return meant[0].handle if meant else account.handle
