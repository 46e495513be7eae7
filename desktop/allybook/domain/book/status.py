"""Where an ally stands: opted out wins for ever, and an unknowing edit undoes a removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.conflicts import standing
from allybook.domain.book.entry import Bag, Field, Status
from allybook.domain.book.record import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Entry

STATUS = Field.STATUS.value
REMOVED, NOMINATED = Status.REMOVED.value, Status.NOMINATED.value
OPTED_OUT = Status.OPTED_OUT.value
WORDS = frozenset(Status)
BOOKKEEPING = frozenset(
    {
        *(Field.STATUS, Field.REASON, Field.USER_ID, Field.ALIAS),
        *(Field.HANDLE, Field.KIND, Field.NOMINATED_BY),
    }
)
"""Fields whose change does not speak for keeping an ally: the status itself, and who it is."""
FOUND = frozenset({Bag.HASHTAGS, Bag.EVIDENCE})
"""Words that Allybook adds by itself when it reads a chat or a list, and nobody wrote."""


def opted_out(entries: Sequence[Entry]) -> bool:
    """Return whether any entry says so, replaced or not: opting out is never taken back."""
    return any(entry.set.get(STATUS) == OPTED_OUT for entry in entries)


@kept("statuses")
def statuses(entries: Sequence[Entry]) -> tuple[tuple[Version, ...], bool]:
    """Return the standing versions of the status, newest first, and whether it was brought back.

    ``entries`` are arranged. A removal that an edit did not know of, and that did not know of the
    edit, is laid aside, and what stood before it stands again. A nomination is only a proposal:
    it gives way to any decision, and is no second version of it.
    """
    left: Sequence[Entry] = entries
    while True:
        versions = standing(left).get(STATUS, ())
        removals = [version for version in versions if version.value == REMOVED]
        aside = {version.entry_id for version in removals if _overruled(version, entries)}
        if not aside:
            break
        left = tuple(entry for entry in left if entry.entry_id not in aside)
    known = tuple(version for version in versions if version.value in WORDS)
    decided = tuple(version for version in known if version.value != NOMINATED) or known
    removed = bool(decided) and decided[0].value == REMOVED
    return decided, len(left) < len(entries) and not removed


def _overruled(version: Version, entries: Sequence[Entry]) -> bool:
    removal = next(entry for entry in entries if entry.entry_id == version.entry_id)
    known = frozenset(_named(removal))
    return any(
        _is_edit(entry)
        and entry.entry_id != removal.entry_id
        and entry.entry_id not in known
        and removal.entry_id not in _named(entry)
        and entry.by.device != removal.by.device
        for entry in entries
    )


def _named(entry: Entry) -> tuple[str, ...]:
    """Return every id that an entry names: its author knew those entries."""
    return tuple(one for ids in entry.seen.values() for one in ids)


def _is_edit(entry: Entry) -> bool:
    """Return whether somebody worked on the ally, and not only the program on what it read."""
    bags = entry.add.keys() | entry.drop.keys()
    return bool(entry.note or bags - FOUND or entry.set.keys() - BOOKKEEPING)
