"""Whom a check can be about beside books and sides: an X List, or names from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import BadInput, UnreadableFile
from allybook.domain.people.handles import find_names
from allybook.domain.spoken import speak
from allybook.services.check.answer import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.lists import XList
    from allybook.ports.files import BadRecord
    from allybook.services.desk import Desk


class Names(Struct, frozen=True):
    """Accounts that a file names: by id where it tells them, else by handle (as written)."""

    asked: tuple[Asked, ...]
    handles: tuple[str, ...]
    skipped: int = 0

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


def asked_of(desk: Desk, names: Names) -> tuple[tuple[Asked, ...], tuple[str, ...]]:
    """Return whom to check, and the handles whose ids nobody has told."""
    known = desk.cache.accounts_by_handle(names.handles)
    found = {
        one.user_id: Asked(one.user_id, handle)
        for handle in names.handles
        if (one := known.get(handle.lower()))
    }
    unfound = tuple(handle for handle in names.handles if handle.lower() not in known)
    return tuple({**found, **{one.user_id: one for one in names.asked}}.values()), unfound


def list_called(desk: Desk, name: str) -> XList:
    """Return the X List of that name or id; ``BadInput`` where none is known."""
    for x_list in desk.cache.lists():
        if name in (x_list.list_id, x_list.name):
            return x_list
    there = ", ".join(f"“{one.name}”" for one in desk.cache.lists()) or "none"
    raise BadInput(
        speak(
            "No X List is called “{name}” here; known are: {there}. Nothing was asked.",
            name=name,
            there=there,
        )
    )


def asked_on(desk: Desk, list_id: str) -> tuple[Asked, ...] | None:
    """Return the members of an X List as last read; None where it was never read whole."""
    read = desk.cache.members(list_id)
    if read is None or not read.complete:
        return None
    return tuple(Asked(user_id) for user_id in sorted(read.user_ids, key=int))
