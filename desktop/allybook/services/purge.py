"""Forget what X said: about one account, or altogether.

X's developer policy asks for it within 24 hours of a request, and within ten business days of
losing the API. The books are the group's own words, and stay unless a person asks to be erased
from them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.services.edit import write
from allybook.services.roster import lay_rosters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ports import Book, Outbox
    from allybook.services.desk import Desk

EVERYTHING = Changed(posts=True, accounts=True, lists=True, snapshots=True, outbox=True)


@dataclass(frozen=True, slots=True)
class Known:
    """What Allybook knows of one account: its ids in the cache, its record keys in books."""

    word: str
    user_ids: tuple[str, ...]
    records: tuple[tuple[Book, str], ...]
    """The books that have a record of it, and its key there."""

    @property
    def books(self) -> tuple[str, ...]:
        """Return the names of those books."""
        return tuple(dict.fromkeys(book.info.name for book, _ in self.records))


@dataclass(frozen=True, slots=True)
class Purged:
    """What went: posts, and the names of the books that were erased from or still hold a record."""

    posts: int
    erased_from: tuple[str, ...] = ()
    still_in: tuple[str, ...] = ()


def purge_all(desk: Desk) -> None:
    """Erase all that X said, of every account of this profile; books, ledger and outbox stay."""
    for cache, outbox in desk.all_holdings():
        cache.empty()
        outbox.erase()
    lay_rosters(desk)
    desk.announcer.announce(EVERYTHING)


def purge_own(desk: Desk) -> None:
    """Erase what X said to the account of this desk alone, as when it signs out."""
    desk.cache.empty()
    desk.outbox.erase()
    desk.announcer.announce(EVERYTHING)


def find_known(desk: Desk, word: str) -> Known:
    """Return what is known of an account by its handle or id, in any cache and in any book."""
    name = word.strip().removeprefix("@")
    if not name:
        raise BadInput("Whose data? Give a handle or an id, for example: allybook purge @handle.")
    caches = [cache for cache, _ in desk.all_holdings()]
    holders = [c.accounts_by_handle([name]).get(name.lower()) or c.account(name) for c in caches]
    books = [desk.shelf.open(info.book_id) for info in desk.shelf.books()]
    user_ids = {holder.user_id for holder in holders if holder}
    records = [
        (book, ally)
        for book in books
        for ally in book.allies()
        if ally.user_id in user_ids or name.lower() in (ally.handle.lower(), ally.key)
    ]
    user_ids |= {ally.user_id for _, ally in records if ally.user_id}
    keys = tuple((book, ally.key) for book, ally in records)
    return Known(name, tuple(sorted(user_ids)), keys)


def purge_account(desk: Desk, known: Known, *, books: bool = False) -> Purged:
    """Erase what X said about one account, and with ``books`` what the books say too.

    What waits to be done about it is dropped.
    """
    posts = 0
    for cache, outbox in desk.all_holdings():
        posts += cache.erase(known.user_ids)
        _withdraw(outbox, known.user_ids)
        outbox.erase(known.user_ids)
    for book, key in known.records if books else ():
        write(desk, book, {key: edit.erase})
    desk.announcer.announce(EVERYTHING)
    return Purged(posts, known.books if books else (), () if books else known.books)


def _withdraw(outbox: Outbox, user_ids: Sequence[str]) -> None:
    """Drop what waits about accounts; what is being sent is looked up first, and stays."""
    for user_id in user_ids:
        for act in outbox.acts_about(user_id):
            outbox.withdraw(act.act_id)
