"""Forget what X said: about one account, or altogether.

X's developer policy asks for it within 24 hours of a request, and within ten business days of
losing the API. The books are the group's own words, and stay unless a person asks to be erased
from them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind
from allybook.domain.book.keys import is_hashtag
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.services.books.edit import write
from allybook.services.books.roster import lay_rosters
from allybook.services.forget.memories import (
    Person,
    forget_at,
    forget_everybody,
    forget_person,
    is_remembered,
)
from allybook.services.forget.naming import author_of
from allybook.services.people.ask_again import forget_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.ports.books import Book, Discarded
    from allybook.ports.cache import Cache
    from allybook.ports.outbox import Outbox
    from allybook.services.desk import Desk

EVERYTHING = Changed(posts=True, accounts=True, lists=True, snapshots=True, outbox=True)


class KnownOfOne(Struct, frozen=True):
    """What Allybook knows of one account: its ids in the cache, its record keys in books."""

    word: str
    user_ids: tuple[str, ...]
    records: tuple[tuple[Book, str], ...]
    """The books that have a record of it, and its key there."""
    trashed: tuple[tuple[Discarded, str], ...] = ()
    """The books in the trash that have one, and its key there."""
    person: Person = field(default_factory=Person)
    mentioned: bool = False
    """Whether a mute, the words of an act or a question to X is about it."""

    @property
    def kept(self) -> bool:
        """Return whether anything is."""
        return bool(self.user_ids or self.records or self.trashed or self.mentioned)

    @property
    def books(self) -> tuple[str, ...]:
        """Return the names of those books."""
        infos = [book.info for book, _ in self.records] + [one.info for one, _ in self.trashed]
        return tuple(dict.fromkeys(info.name for info in infos))


class Purged(Struct, frozen=True):
    """What went: posts, and the names of the books that were erased from or still hold a record."""

    posts: int
    erased_from: tuple[str, ...] = ()
    still_in: tuple[str, ...] = ()


def purge_all(desk: Desk) -> None:
    """Erase all that X said, of every account of this profile; books, ledger and outbox stay."""
    for cache, outbox in desk.all_holdings():
        _empty(cache, outbox)
    forget_everybody(desk)
    lay_rosters(desk)
    desk.announcer.announce(EVERYTHING)


def purge_own(desk: Desk) -> None:
    """Erase what X said to the account of this desk alone, as when it signs out."""
    _empty(desk.cache, desk.outbox)
    desk.announcer.announce(EVERYTHING)


def _empty(cache: Cache, outbox: Outbox) -> None:
    cache.empty()
    forget_asked(outbox)
    outbox.erase()


def find_known(desk: Desk, word: str) -> KnownOfOne:
    """Return what is known of an account by its handle or id, in any cache and in any book."""
    name = word.strip().removeprefix("@")
    if not name:
        raise BadInput("Whose data? Give a handle or an id, for example: allybook purge @handle.")
    caches = [cache for cache, _ in desk.all_holdings()]
    holders = [c.accounts_by_handle([name]).get(name.lower()) or c.account(name) for c in caches]
    books = [desk.shelf.open(info.book_id) for info in desk.shelf.books()]
    user_ids = {holder.user_id for holder in holders if holder}
    user_ids |= set() if user_ids else set(filter(None, (author_of(c, name) for c in caches)))
    records = [(book, ally) for book in books for ally in _named(book, name, user_ids)]
    trashed: list[tuple[Discarded, Ally]] = []
    for one in desk.shelf.discarded():
        with desk.shelf.trashed(one.copy) as book:
            trashed += [(one, ally) for ally in _named(book, name, user_ids)]
    found = [ally for _, ally in (*records, *trashed)]
    user_ids |= {ally.user_id for ally in found if ally.user_id}
    person = _person(caches, name, user_ids, found)
    person = replace(person, keys=person.keys | _former_keys(records))
    return KnownOfOne(
        name,
        tuple(sorted(user_ids)),
        tuple((book, ally.key) for book, ally in records),
        tuple((one, ally.key) for one, ally in trashed),
        person,
        is_remembered(desk, person),
    )


def _person(
    caches: Sequence[Cache], name: str, user_ids: set[str], found: Sequence[Ally]
) -> Person:
    """Return by what they may be known, by all that the caches and the books have."""
    known = [one for cache in caches for one in cache.accounts(sorted(user_ids)).values()]
    former = [old for cache in caches for i in user_ids for old in cache.old_handles(i)]
    accounts = [ally.handle for ally in found if ally.kind is not Kind.HASHTAG]
    typed = () if is_hashtag(name) else (name,)
    handles = {*typed, *former, *accounts, *(one.handle for one in known)}
    return Person(
        frozenset(user_ids),
        frozenset(handle.lower() for handle in handles if handle),
        frozenset(one.name.lower() for one in known if one.name.strip()),
        frozenset(ally.key for ally in found),
    )


def _former_keys(records: Sequence[tuple[Book, Ally]]) -> frozenset[str]:
    """Return the keys that these had in their books before."""
    now = [(book.aliases(), ally.key) for book, ally in records]
    return frozenset(old for known, key in now for old, new in known.items() if new == key)


def _named(book: Book, name: str, user_ids: Collection[str]) -> list[Ally]:
    """Return the allies of a book that are an account, by its handle, key or ids."""
    word = name.lower()
    return [
        ally
        for ally in book.allies()
        if ally.user_id in user_ids
        or ally.key in (word, f"@{word}")
        or (ally.kind is not Kind.HASHTAG and ally.handle.lower() == word)
    ]


def purge_account(desk: Desk, known: KnownOfOne, *, books: bool = False) -> Purged:
    """Erase what X said about one account, and with ``books`` what the books say too.

    That is also what those in the trash say: else taking one out would bring the person back. What
    waits to be done about it is dropped.
    """
    posts = 0
    for cache, outbox in desk.all_holdings():
        forget_at(cache, outbox, known.person)
        posts += cache.erase(known.user_ids)
        _withdraw(outbox, known.user_ids)
        outbox.erase(known.user_ids)
    forget_person(desk, known.person)
    for book, key in known.records if books else ():
        write(desk, book, {key: edit.erase})
    for one, key in known.trashed if books else ():
        with desk.shelf.trashed(one.copy) as book:
            write(desk, book, {key: edit.erase})
    desk.announcer.announce(EVERYTHING)
    return Purged(posts, known.books if books else (), () if books else known.books)


def _withdraw(outbox: Outbox, user_ids: Sequence[str]) -> None:
    """Drop what waits about accounts; what is being sent is looked up first, and stays."""
    for user_id in user_ids:
        for act in outbox.acts_about(user_id):
            outbox.withdraw(act.act_id)
