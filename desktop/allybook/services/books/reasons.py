"""What speaks for and against nominations: from profiles, from this book, and from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.reasons import KnownAround, weigh
from allybook.services.books.barring import out_of_trash
from allybook.services.desk import read_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.book.reasons import ToldConcern
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

GONE = frozenset({Status.REMOVED, Status.NOMINATED})


class _Decided(Struct, frozen=True):
    """What one book decided, by record key and by ``@`` and the lower-cased handle."""

    name: str
    mark: str
    statuses: Mapping[str, Status] = field(default_factory=dict)


class Scales:
    """Weighs nominations; what other books say is read again only when they changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._decided: dict[str, _Decided] = {}

    def weigh(self, book: Book, nominated: Sequence[Ally]) -> dict[str, tuple[ToldConcern, ...]]:
        """Return, by record key, what to know about each; nothing is said of hashtags."""
        accounts = [ally for ally in nominated if ally.kind is not Kind.HASHTAG]
        if not accounts:
            return {}
        infos = [one for one in self._desk.shelf.books() if one != book.info]
        others = [decided for _, decided in read_each(self._desk, self._read, infos)]
        unread = len(others) < len(infos)
        others += _of_trash(self._desk)
        profiles = _profiles(self._desk, accounts)
        elsewhere = _also_known(self._desk, book, accounts, profiles)
        now = self._desk.clock.now()
        return {
            ally.key: weigh(
                profiles.get(ally.key),
                replace(
                    _known(ally, elsewhere.get(ally.key), book.info.name, others), unread=unread
                ),
                now,
            )
            for ally in accounts
        }

    def _read(self, book: Book) -> _Decided:
        book_id = book.info.book_id
        known = self._decided.get(book_id)
        if known is None or (known.name, known.mark) != (book.info.name, book.mark()):
            known = _Decided(book.info.name, book.mark(), _statuses(book.allies()))
            self._decided[book_id] = known
        return known


def _of_trash(desk: Desk) -> list[_Decided]:
    """Return what the books in the trash still say: who opted out of them."""
    found: dict[str, dict[str, Status]] = {}
    for name, line in out_of_trash(desk):
        found.setdefault(name, {}).update(_statuses([line]))
    return [_Decided(name, "", statuses) for name, statuses in found.items()]


def _statuses(allies: Iterable[Ally | AllyLine]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for ally in allies:
        if ally.status not in GONE and ally.kind is not Kind.HASHTAG:
            found[f"@{ally.handle.lower()}"] = found[ally.key] = ally.status
    return found


def _profiles(desk: Desk, allies: Sequence[Ally]) -> dict[str, Account]:
    by_id = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    loose = [ally.handle for ally in allies if not ally.user_id]
    by_handle = desk.cache.accounts_by_handle(loose) if loose else {}
    found = {
        ally.key: by_id.get(ally.user_id) if ally.user_id else by_handle.get(ally.handle.lower())
        for ally in allies
    }
    return {key: account for key, account in found.items() if account is not None}


def _also_known(
    desk: Desk, book: Book, allies: Sequence[Ally], profiles: Mapping[str, Account]
) -> dict[str, Ally]:
    """Return, by record key, another ally of this book that is the same account."""
    loose = [ally.handle for ally in allies if not ally.user_id]
    former = desk.cache.former_holders(loose) if loose else {}
    found: dict[str, Ally] = {}
    for ally in allies:
        profile = profiles.get(ally.key)
        user_id = ally.user_id or (profile.user_id if profile else "")
        keys = [user_id] if user_id else list(former.get(ally.handle.lower(), ()))
        handles = [ally.handle, profile.handle if profile else ""]
        handles += desk.cache.old_handles(user_id) if user_id else []
        keys += [f"@{handle.lower()}" for handle in handles if handle]
        known = (other for key in keys if (other := book.ally(key)))
        same = next((one for one in known if one.key != ally.key), None)
        if same is not None and same.status is not Status.REMOVED:
            found[ally.key] = same
    return found


def _known(ally: Ally, same: Ally | None, book: str, others: Sequence[_Decided]) -> KnownAround:
    said = dict.fromkeys(Status, "")
    for other in others:
        status = _status_in(other, ally)
        if status is not None:
            said[status] = said[status] or other.name
    if same is not None and same.status is Status.OPTED_OUT:
        said[Status.OPTED_OUT] = book
    return KnownAround(
        out_of=said[Status.OPTED_OUT],
        declined_in=said[Status.DECLINED],
        approved_in=said[Status.APPROVED],
        known_as=same.handle if same else "",
        has_id=bool(ally.user_id),
    )


def _status_in(other: _Decided, ally: Ally) -> Status | None:
    by_key = other.statuses.get(ally.key)
    return by_key or other.statuses.get(f"@{ally.handle.lower()}")
