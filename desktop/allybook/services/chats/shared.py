"""Whom a chat shared, as a book knows them: by user id, or by handle where no post tells one.

Files and X itself (of accounts that are gone) give handles without an id. Who was declined or asked
not to be listed would come back by one as somebody new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.people.bios import looks_like_organisation
from allybook.services.books.holders import changed_hands, passed_on_since
from allybook.services.books.opt_outs import heeded
from allybook.services.people.nominate import ids_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.book.ally import Ally
    from allybook.domain.chat.nominations import Nomination
    from allybook.domain.chat.summary import Chat
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def identify_shared(desk: Desk, book: Book | None, chat: Chat) -> tuple[Nomination, ...]:
    """Return whom people shared, under the user ids that the cache or a book knows for handles.

    Not where the handle changed hands since it was written: whom it meant then, nobody knows.
    """
    loose = {one.name.lower(): one for one in chat.nominations if _is_loose(one)}
    if not loose:
        return chat.nominations
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

    return tuple(map(under_id, chat.nominations))


def nominees_of(desk: Desk, book: Book, chat: Chat) -> tuple[Nominee, ...]:
    """Return whom people shared in a chat, with who said so in which post, each record once."""
    found: dict[str, Nominee] = {}
    for one in identify_shared(desk, book, chat):
        nominee = _nominee(desk, one)
        before = found.get(one.key, nominee).evidence
        evidence = tuple(dict.fromkeys((*before, *nominee.evidence)))
        found[one.key] = replace(found.get(one.key, nominee), evidence=evidence)
    return tuple(found.values())


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
    loose = book.ally(f"@{one.name.lower()}")
    if loose is None or loose.user_id:
        return None
    # In doubt nobody is listed who asked not to be.
    means_it = loose.status is Status.OPTED_OUT or not changed_hands(desk, [loose])
    return loose if means_it else None


def _is_loose(one: Nomination) -> bool:
    return one.kind is not Kind.HASHTAG and not one.user_id


def _as_account(one: Nomination, account: Account) -> Nomination:
    kind = Kind.ORGANISATION if looks_like_organisation(account) else Kind.PERSON
    return replace(one, user_id=account.user_id, kind=kind)


def _nominee(desk: Desk, one: Nomination) -> Nominee:
    evidence = tuple(f"{item.post_id}:{item.user_id}" for item in one.evidence)
    if one.kind is Kind.HASHTAG:
        return Nominee(one.key, one.name, one.kind, evidence=evidence)
    account = desk.cache.account(one.user_id) if one.user_id else None
    handle = account.handle if account and account.handle else one.name
    return Nominee(one.key, handle, one.kind, evidence=evidence)
