"""Who is meant by a handle or an id, and what is kept about them.

Handles change hands, ids do not: a record of somebody else who had the handle is not theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book.clock import moment
from allybook.domain.book.entry import Kind, Stamp
from allybook.domain.book.keys import is_hashtag
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import USER_ID
from allybook.domain.spoken import speak
from allybook.ports.books import Discarded
from allybook.services.forget.memories import is_remembered
from allybook.services.forget.naming import author_of, naming
from allybook.services.forget.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from allybook.domain.book.line import AllyLine
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book, BookInfo
    from allybook.ports.cache import Cache
    from allybook.services.desk import Desk

    Record = tuple[Book | Discarded, AllyLine]
    """An ally, and the book where it is, which may lie in the trash."""


class KnownOfOne(Struct, frozen=True):
    """What Allybook knows of one account: its ids in the cache, its record keys in books."""

    word: str
    user_ids: tuple[str, ...]
    records: tuple[tuple[BookInfo, str], ...]
    """The books that have a record of it, and its key there."""
    trashed: tuple[tuple[Discarded, str], ...] = ()
    """The books in the trash that have one, and its key there."""
    called: tuple[str, ...] = ()
    """As whom the books have it: ``@handle``, or ``#hashtag``."""
    found_by: tuple[str, ...] = ()
    """By which words it is found in the books when nothing else is kept any more."""
    person: Person = field(default_factory=Person)
    mentioned: bool = False
    """Whether a mute, the words of an act, a tick or a question to X is about it."""
    namings: tuple[tuple[BookInfo | Discarded, int], ...] = ()
    """The books, also in the trash, that tell in which posts it named others, and how many."""
    noted_in: tuple[str, ...] = ()
    """The names of the books that name it in the group's own words about others."""

    @property
    def kept(self) -> bool:
        """Return whether anything is."""
        return bool(self.user_ids or self.records or self.trashed or self.mentioned)

    @property
    def books(self) -> tuple[str, ...]:
        """Return the names of those books."""
        infos = [info for info, _ in self.records] + [one.info for one, _ in self.trashed]
        return tuple(dict.fromkeys(info.name for info in infos))

    @property
    def named(self) -> int:
        """Return how many allies the books say that it named; in two books one counts twice."""
        return sum(number for _, number in self.namings)

    @property
    def named_in(self) -> tuple[str, ...]:
        """Return the names of the books that say so."""
        infos = (at.info if isinstance(at, Discarded) else at for at, _ in self.namings)
        return tuple(dict.fromkeys(info.name for info in infos))


def find_known(desk: Desk, word: str) -> KnownOfOne:
    """Return what is known of an account by its handle or id, in any cache and in any book.

    ``BadInput`` where several accounts go by the handle: their ids tell them apart.
    """
    name = word.strip().removeprefix("@")
    if not name:
        raise BadInput("Whose data? Give a handle or an id, for example: allybook purge @handle.")
    search = _Search(desk, name, is_handle=word.strip().startswith("@"))
    found = search.records()
    lines = [line for _, line in found]
    person = search.person(found)
    return KnownOfOne(
        name,
        tuple(sorted(search.user_ids)),
        tuple((at.info, line.key) for at, line in found if not isinstance(at, Discarded)),
        tuple((at, line.key) for at, line in found if isinstance(at, Discarded)),
        tuple(dict.fromkeys(map(_shown, lines))),
        _words_for(lines),
        person,
        is_remembered(desk, person),
        tuple(_namings(desk, person)),
        search.noted_in(found, person),
    )


class _Search:
    """Looks for one account in the caches of this profile and in all of its books."""

    def __init__(self, desk: Desk, name: str, *, is_handle: bool) -> None:
        self._caches = [cache for cache, _ in desk.all_holdings()]
        self._records = list(_all_records(desk))
        self._name = name
        self._today = _ids_of(self._caches, name)
        number = USER_ID.fullmatch(name) is not None
        known = number and any(_knows(cache, name) for cache in self._caches)
        free = not self._today
        self._is_id = number and (known and free if is_handle else known or free)
        self.user_ids = self._meant(known=known)
        if len(self.user_ids) > 1:
            raise BadInput(
                speak(
                    "Several accounts go by @{name} here ({ids}): give the id of the one that is "
                    "meant; nothing was changed.",
                    name=name,
                    ids=", ".join(sorted(self.user_ids)),
                )
            )

    def records(self) -> list[Record]:
        """Return what the books have of the account, also under its former handles.

        Of a record without an id only where nobody else ever had the handle.
        """
        found = [one for one in self._records if self._is_theirs(one[1])]
        handles = self._handles(found)
        loose = (one for one in self._records if _is_loose(one[1]) and one not in found)
        return found + [one for one in loose if self._was_theirs(one[1], handles)]

    def person(self, found: Sequence[Record]) -> Person:
        """Return by what they may be known: all that the caches and these records have."""
        typed = frozenset({self._name})
        given = typed if self._is_id else frozenset[str]()
        handles = self._handles(found)
        others = {one for one in handles if _ids_of(self._caches, one) - self.user_ids}
        handles = handles - others | (typed - given)
        return Person(
            self.user_ids | given,
            frozenset(handle.lower() for handle in handles if not is_hashtag(handle)),
            frozenset(one.name.lower() for one in self._profiles() if one.name.strip()),
            frozenset(line.key for _, line in found) | _former_keys(found),
        )

    def noted_in(self, found: Sequence[Record], person: Person) -> tuple[str, ...]:
        """Return the books whose notes and reasons about others hold an ``@handle`` of a person."""
        is_named = naming(person.handles, ())
        theirs = {line.key for _, line in found}
        named = (
            at
            for at, line in self._records
            if any(map(is_named, (*line.notes, line.reason, *line.nominated_by)))
            and line.key not in theirs
        )
        return tuple(dict.fromkeys(at.info.name for at in named))

    def _profiles(self) -> list[Account]:
        """Return the profiles that X showed of the account."""
        ids = sorted(self.user_ids)
        return [one for cache in self._caches for one in cache.accounts(ids).values()]

    def _meant(self, *, known: bool) -> frozenset[str]:
        """Return which account is meant, as X told, as the books have it, or as it wrote."""
        if self._is_id:
            listed = any(line.user_id == self._name for _, line in self._records)
            return frozenset({self._name} if known or listed else ())
        ids = self._today - _former(self._caches, self._name) or self._today
        called = (line.user_id for _, line in self._records if self._is_called(line))
        ids = ids or set(filter(None, called))
        return frozenset(ids or filter(None, (author_of(c, self._name) for c in self._caches)))

    def _is_theirs(self, line: AllyLine) -> bool:
        return line.user_id in self.user_ids or (not line.user_id and self._is_called(line))

    def _is_called(self, line: AllyLine) -> bool:
        word = self._name.lower()
        return line.key in (word, f"@{word}") or word in _names(line)

    def _handles(self, found: Iterable[Record]) -> frozenset[str]:
        """Return how the account is called and was (lower-cased): at X and in these records."""
        now = {one.handle for one in self._profiles()}
        former = {old for c in self._caches for i in self.user_ids for old in c.old_handles(i)}
        listed = {name for _, line in found for name in _names(line)}
        return frozenset(handle.lower() for handle in now | former | listed if handle)

    def _was_theirs(self, line: AllyLine, handles: frozenset[str]) -> bool:
        """Return whether a record without an id can be of nobody else, for all that is known."""
        names = _names(line)
        if handles.isdisjoint(names):
            return False
        had = {one.user_id for _, one in self._records if not names.isdisjoint(_names(one))}
        for name in names:
            had |= _ids_of(self._caches, name) | _former(self._caches, name)
        last = moment(Stamp(line.last_ms, 0))
        made = (one.created_at for one in self._profiles())
        later = any(at is not None and at > last for at in made)
        return had - {None} <= self.user_ids and not later


def _all_records(desk: Desk) -> Iterator[Record]:
    for info in desk.shelf.books():
        book = desk.shelf.open(info.book_id)
        for line in book.rows():
            yield book, line
    for one in desk.shelf.discarded():
        with desk.shelf.trashed(one.copy) as book:
            for line in book.rows():
                yield one, line


def _namings(desk: Desk, person: Person) -> Iterator[tuple[BookInfo | Discarded, int]]:
    """Yield the books that tell in which posts somebody named others, and how many of those."""
    if not person.user_ids:
        return
    for info in desk.shelf.books():
        if others := set(desk.shelf.open(info.book_id).named_by(person.user_ids)) - person.keys:
            yield info, len(others)
    for one in desk.shelf.discarded():
        with desk.shelf.trashed(one.copy) as book:
            if others := set(book.named_by(person.user_ids)) - person.keys:
                yield one, len(others)


def _knows(cache: Cache, user_id: str) -> bool:
    """Return whether a cache has an account, or at least a post of it."""
    return cache.account(user_id) is not None or bool(cache.latest_posts([user_id]))


def _ids_of(caches: Iterable[Cache], handle: str) -> set[str]:
    """Return who has a handle now, as X told any of the accounts of this profile."""
    return {one.user_id for cache in caches for one in cache.accounts_by_handle([handle]).values()}


def _former(caches: Iterable[Cache], handle: str) -> set[str]:
    """Return who had a handle before, and has it no more."""
    told = (ids for cache in caches for ids in cache.former_holders([handle]).values())
    return {user_id for ids in told for user_id in ids}


def _names(line: AllyLine) -> frozenset[str]:
    """Return the lower-cased handles that a record gives an account; none for a hashtag."""
    if line.kind is Kind.HASHTAG:
        return frozenset()
    named = line.key[1:] if line.key.startswith("@") else ""
    return frozenset(filter(None, (named, line.handle.lower())))


def _is_loose(line: AllyLine) -> bool:
    return not line.user_id and line.kind is not Kind.HASHTAG


def _former_keys(found: Iterable[Record]) -> frozenset[str]:
    """Return the keys that these had before, in the books that are not in the trash."""
    now = [(at.aliases(), line.key) for at, line in found if not isinstance(at, Discarded)]
    return frozenset(old for known, key in now for old, new in known.items() if new == key)


def _shown(line: AllyLine) -> str:
    return f"{'#' if line.kind is Kind.HASHTAG else '@'}{line.handle}"


def _words_for(lines: Iterable[AllyLine]) -> tuple[str, ...]:
    """Return by which words these are found where no cache tells which of them are one."""
    several = list(lines)
    by_id = {line.user_id: _names(line) for line in several if line.user_id}
    reached = frozenset[str]().union(*by_id.values())
    loose = (line for line in several if not line.user_id and reached.isdisjoint(_names(line)))
    return tuple(dict.fromkeys((*by_id, *(line.key for line in loose))))
