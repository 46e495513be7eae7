"""Whom a check can be about beside books and sides: an X List, or names from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import BadInput, UnreadableFile
from allybook.domain.people.handles import find_names
from allybook.domain.spoken import speak
from allybook.services.books.holders import changed_hands
from allybook.services.check.answer import Asked, whom
from allybook.services.lists.pull import members_now
from allybook.services.people.find import unfound
from allybook.services.people.lost_handles import nobodys

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from allybook.domain.book.ally import Ally
    from allybook.domain.lists import XList
    from allybook.ports.files import BadRecord
    from allybook.services.desk import Desk


class Names(Struct, frozen=True):
    """Accounts that a file names: by id where it tells them, else by handle (as written).

    Where a book names them, ``allies`` are those whom it knows by handle only.
    """

    asked: tuple[Asked, ...]
    handles: tuple[str, ...]
    skipped: int = 0
    allies: tuple[Ally, ...] = ()

    @property
    def number(self) -> int:
        """Return how many are named."""
        return len(self.asked) + len(self.handles)


def read_names(desk: Desk, path: Path) -> Names:
    """Read the accounts that a table or a text names; nothing is kept of it, in no book.

    ``UnreadableFile`` where it names nobody.
    """
    bad: list[BadRecord] = []
    asked: dict[str, Asked] = {}
    handles: dict[str, str] = {}
    for lump in desk.importers.recognise(path).lumps(bad.append):
        for account in lump.accounts:
            asked.setdefault(account.user_id, Asked(account.user_id, account.handle))
        handles |= {handle.lower(): handle for handle in lump.handles}
    told = {one.was.lower() for one in asked.values()}
    loose = tuple(handle for key, handle in handles.items() if key not in told)
    if not asked and not loose:
        raise UnreadableFile(
            speak(
                "{name} names no accounts: write one handle on each line, such as @ana_k; "
                "nothing was changed.",
                name=path.name,
            )
        )
    return Names(tuple(asked.values()), loose, len(bad))


def names_in(text: str) -> Names:
    """Return the accounts that a pasted text names: handles, addresses on X, user ids."""
    found = find_names(text)
    return Names(tuple(map(Asked, found.user_ids)), found.handles, len(found.leftovers))


def names_of(allies: Sequence[Ally]) -> Names:
    """Return the accounts of a book that a check is about."""
    loose = tuple(ally for ally in allies if not ally.user_id)
    return Names(whom(allies), unfound(allies), allies=loose)


def asked_of(desk: Desk, names: Names) -> tuple[tuple[Asked, ...], tuple[str, ...]]:
    """Return whom to check, and the handles whose ids nobody has told.

    Those ``set_apart`` are in neither.
    """
    apart = set_apart(desk, names)
    handles = [handle for handle in names.handles if handle.lower() not in apart]
    known = desk.cache.accounts_by_handle(handles)
    ids = {key: one.user_id for key, one in known.items()}
    if not names.allies:
        ids |= _renamed(desk, [one for one in handles if one.lower() not in ids])
    told = [(ids[one.lower()], one) for one in handles if one.lower() in ids]
    found = {user_id: Asked(user_id, handle) for user_id, handle in told}
    loose = tuple(handle for handle in handles if handle.lower() not in ids)
    return tuple({**found, **{one.user_id: one for one in names.asked}}.values()), loose


def set_apart(desk: Desk, names: Names) -> Collection[str]:
    """Return the handles (lower-cased) of a book that another account may have by now."""
    return changed_hands(desk, names.allies)


def _renamed(desk: Desk, handles: Sequence[str]) -> Mapping[str, str]:
    """Return by lower-cased handle the id of the one account that had it, where nobody has it now.

    Of a book, nobody can tell whether that is who was meant.
    """
    free = nobodys(desk, handles)
    former = desk.cache.former_holders(free) if free else {}
    return {handle: ids[0] for handle, ids in former.items() if len(ids) == 1}


def list_called(desk: Desk, name: str) -> XList:
    """Return the X List of that name or id; ``BadInput`` where none is known, or several are."""
    named = [one for one in desk.cache.lists() if name in (one.list_id, one.name)]
    if named:
        ids = [one.list_id for one in named]
        return named[ids.index(one_id(name, ids))]
    there = ", ".join(f"“{one.name}”" for one in desk.cache.lists()) or "none"
    raise BadInput(
        speak(
            "No X List is called “{name}” here; known are: {there}. Nothing was asked.",
            name=name,
            there=there,
        )
    )


def one_id(called: str, ids: Sequence[str]) -> str:
    """Return the one id of these that a name or an id means; ``BadInput`` where several have it."""
    if called in ids or len(ids) == 1:
        return called if called in ids else ids[0]
    raise BadInput(
        speak(
            "Several X Lists are called “{name}”; write the id of the one you mean instead of the "
            "name: {ids}. Nothing was asked, and nothing was changed.",
            name=called,
            ids=", ".join(ids),
        )
    )


def asked_on(desk: Desk, list_id: str) -> tuple[Asked, ...] | None:
    """Return the members of an X List by all that is known; None where it was never read whole."""
    read = desk.cache.members(list_id)
    if read is None or not read.complete:
        return None
    return tuple(Asked(user_id) for user_id in sorted(members_now(desk, list_id), key=int))
