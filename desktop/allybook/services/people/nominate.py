"""Nominate allies: what people shared in a chat, or what a person brings in by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind
from allybook.domain.book.keys import account_key, hashtag_key, user_id_in
from allybook.services.books.edit import write
from allybook.services.books.holders import changed_hands
from allybook.services.books.kinds import kind_told
from allybook.services.jobs.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


def nominate(
    desk: Desk,
    book: Book,
    nominees: Iterable[edit.Nominee],
    ticket: Ticket = UNWATCHED,
    *,
    by_hand: bool = False,
) -> tuple[Entry, ...]:
    """Nominate each; a record known by handle first goes on under its user id.

    Not where the handle changed hands: then the two are apart until a person says otherwise.

    Who opted out of another book of this computer waits in the inbox with that as a reason. Who was
    removed comes back only by new evidence, or where a person named them (``by_hand``).
    """
    found = tuple(nominees)
    _identify(desk, book, found)
    edits = {nominee.key: partial(_propose, nominee, by_hand=by_hand) for nominee in found}
    return write(desk, book, edits, ticket)


def nominate_handles(
    desk: Desk,
    book: Book,
    handles: Iterable[str],
    hashtags: Iterable[str] = (),
    user_ids: Sequence[str] = (),
    *,
    by_hand: bool = False,
) -> tuple[Entry, ...]:
    """Nominate accounts by handle (with the id that the cache or the book knows) and hashtags.

    ``user_ids`` are of accounts that are known by no more than that. No file brings back who was
    removed; who types a name does (``by_hand``).
    """
    names = tuple(handles)
    known = desk.cache.accounts_by_handle(names)
    held = ids_in(book) if any(name.lower() not in known for name in names) else {}
    people = []
    for name in names:
        account = known.get(name.lower())
        key = account_key(account.user_id if account else held.get(name.lower()), name)
        handle = account.handle if account else name
        people.append(edit.Nominee(key, handle, kind_told(account, name)))
    cached = desk.cache.accounts(user_ids) if user_ids else {}
    people += [_known_by_id(user_id, cached.get(user_id)) for user_id in user_ids]
    tags = [edit.Nominee(hashtag_key(tag), tag.lstrip("#"), Kind.HASHTAG) for tag in hashtags]
    return nominate(desk, book, [*people, *tags], by_hand=by_hand)


def _known_by_id(user_id: str, account: Account | None) -> edit.Nominee:
    return edit.Nominee(user_id, account.handle if account else "", kind_told(account))


def ids_in(book: Book) -> Mapping[str, str]:
    """Return the user ids of a book's accounts by handle (lower case)."""
    return {line.handle.lower(): line.user_id for line in book.rows() if line.user_id}


def _identify(desk: Desk, book: Book, nominees: Sequence[edit.Nominee]) -> None:
    ids = {
        f"@{nominee.handle.lower()}": user_id
        for nominee in nominees
        if (user_id := user_id_in(nominee.key))
    }
    loose = [line for line in book.lines(ids) if line.key in ids] if ids else []
    apart = changed_hands(desk, loose)
    keys = [line.key for line in loose if line.handle.lower() not in apart]
    write(desk, book, {key: partial(_as_id, ids[key]) for key in keys})


def _propose(nominee: edit.Nominee, entries: Sequence[Entry], pen: Pen, *, by_hand: bool) -> Entry:
    return edit.nominate(entries, nominee, pen, by_hand=by_hand)


def _as_id(user_id: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return edit.identify(entries, user_id, pen)
