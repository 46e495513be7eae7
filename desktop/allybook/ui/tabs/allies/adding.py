"""Names that a person brings in: who is new, who is known, and whom the book must leave alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allybook.domain.bios import looks_like_organisation
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import account_key, hashtag_key, user_id_in
from allybook.domain.errors import BadInput
from allybook.services.edit import approve
from allybook.services.nominate import nominate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.handles import Found
    from allybook.ports import Book
    from allybook.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was found in a text, by what the book says of it.

    ``new`` are not in the book, ``known`` are there and not approved yet: both can be added.
    ``there`` are approved already, ``declined`` were said no to, ``out`` opted out or were erased.
    ``leftovers`` are pieces that were not understood.
    """

    new: tuple[Nominee, ...] = ()
    known: tuple[Nominee, ...] = ()
    there: tuple[Nominee, ...] = ()
    declined: tuple[Nominee, ...] = ()
    out: tuple[Nominee, ...] = ()
    leftovers: tuple[str, ...] = ()

    @property
    def addable(self) -> tuple[Nominee, ...]:
        """Return whom adding would add."""
        return (*self.new, *self.known)


def sort_out(desk: Desk, book: Book, found: Found) -> Sorted:
    """Return what a book says of each name found; asks nobody."""
    index = _Index(book.allies())
    groups: dict[str, list[Nominee]] = {}
    for named in _nominees(desk, found):
        ally = index.find(named)
        # What is known by handle only goes under the key that the book has for it.
        by_handle = ally and user_id_in(named.key) is None
        nominee = replace(named, key=ally.key) if ally and by_handle else named
        groups.setdefault(_group(book, nominee, ally), []).append(nominee)
    sorted_out = {name: tuple(group) for name, group in groups.items()}
    return Sorted(**sorted_out, leftovers=found.leftovers)


def add(desk: Desk, book: Book, chosen: Sequence[Nominee]) -> tuple[Entry, ...]:
    """Nominate and approve; return all entries that this took, oldest first."""
    nominated = nominate(desk, book, chosen)
    return (*nominated, *approve(desk, book, [nominee.key for nominee in chosen]))


class _Index:
    """Finds an ally by key, or by the handle that the book knows it under."""

    def __init__(self, allies: Iterable[Ally]) -> None:
        self._by_key: dict[str, Ally] = {}
        self._by_handle: dict[str, Ally] = {}
        for ally in allies:
            self._by_key[ally.key] = ally
            if ally.kind is not Kind.HASHTAG:
                self._by_handle[ally.handle.lower()] = ally

    def find(self, nominee: Nominee) -> Ally | None:
        by_handle = nominee.kind is not Kind.HASHTAG and self._by_handle.get(nominee.handle.lower())
        return self._by_key.get(nominee.key) or by_handle or None


def _group(book: Book, nominee: Nominee, ally: Ally | None) -> str:
    if ally is None:
        # Nothing folded but entries there: erased, because they asked.
        return "out" if book.entries(nominee.key) else "new"
    groups: Mapping[Status, str] = {
        Status.APPROVED: "there",
        Status.DECLINED: "declined",
        Status.OPTED_OUT: "out",
    }
    return groups.get(ally.status, "known")


def _nominees(desk: Desk, found: Found) -> tuple[Nominee, ...]:
    by_handle = desk.cache.accounts_by_handle(found.handles)
    by_id = desk.cache.accounts(found.user_ids)
    people = [_account(by_handle.get(handle.lower()), handle) for handle in found.handles]
    people += [_account(by_id.get(user_id), "", user_id) for user_id in found.user_ids]
    tags = [one for one in map(_hashtag, found.hashtags) if one]
    return tuple({one.key: one for one in (*people, *tags)}.values())


def _hashtag(tag: str) -> Nominee | None:
    """Return a hashtag, or None for one in letters that a record key cannot hold."""
    try:
        return Nominee(hashtag_key(tag), tag, Kind.HASHTAG)
    except BadInput:
        return None


def _account(account: Account | None, handle: str, user_id: str | None = None) -> Nominee:
    if account is None:
        return Nominee(account_key(user_id, handle), handle, Kind.PERSON)
    organisation = looks_like_organisation(account)
    kind = Kind.ORGANISATION if organisation else Kind.PERSON
    return Nominee(account_key(account.user_id, handle), account.handle or handle, kind)
