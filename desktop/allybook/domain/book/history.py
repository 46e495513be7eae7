"""What happened to an ally, entry by entry, as data that the window words and a plain sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.conflicts import NOTE, arrange
from allybook.domain.book.entry import Field, Status
from allybook.domain.book.undo import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from allybook.domain.book.entry import Entry, Stamp


class Verb(StrEnum):
    """What an entry did."""

    NOMINATED = "nominated"
    APPROVED = "approved"
    DECLINED = "declined"
    REMOVED = "removed"
    OPTED_OUT = "opted_out"
    ERASED = "erased"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    NOTED = "noted"
    UNSAID = "unsaid"
    IDENTIFIED = "identified"
    MERGED = "merged"


class Happening(Struct, frozen=True):
    """One thing that one entry did; an entry can do several.

    ``field`` is a ``Field`` or ``Bag`` word, or empty; ``old`` and ``new`` are values, words joined
    by commas, or the text of a note; of a merging ``old`` is who went (``@ana``). ``undo`` is true
    where the entry took another one back; ``undoable`` where it can itself be taken back now.
    """

    entry_id: str
    who: str
    at: Stamp
    verb: Verb
    field: str = ""
    old: str = ""
    new: str = ""
    undo: bool = False
    undoable: bool = False


STATUS_VERBS: Mapping[str, Verb] = {
    Status.NOMINATED: Verb.NOMINATED,
    Status.APPROVED: Verb.APPROVED,
    Status.DECLINED: Verb.DECLINED,
    Status.REMOVED: Verb.REMOVED,
    Status.OPTED_OUT: Verb.OPTED_OUT,
}
GIVEN_AT_FIRST = frozenset({Field.HANDLE, Field.USER_ID, Field.KIND, Field.NOMINATED_BY})
"""Fields whose first value goes without saying."""
WORDINGS = {
    Verb.NOMINATED: "nominated this ally",
    Verb.APPROVED: "approved this ally",
    Verb.DECLINED: "declined this ally",
    Verb.REMOVED: "removed this ally",
    Verb.OPTED_OUT: "wrote down that this ally has opted out",
    Verb.ERASED: "erased what the book had about this ally",
    Verb.ADDED: "added {new} to the {field}",
    Verb.DROPPED: "dropped {old} from the {field}",
    Verb.NOTED: "noted: {new}",
    Verb.UNSAID: "took back the note: {old}",
    Verb.IDENTIFIED: "linked the handle to the account {new}",
    Verb.MERGED: "merged {old} into this ally",
}


def history(entries: Iterable[Entry]) -> tuple[Happening, ...]:
    """Return everything that happened to one ally, oldest first."""
    record = arrange(entries)
    return tuple(happening for entry in record for happening in _happenings(entry, record))


def sentence(happening: Happening) -> str:
    """Say a happening in plain English: "Ana changed the category from housing to shelter"."""
    wording = WORDINGS.get(happening.verb) or _change(happening)
    # One pass, so that braces in people's own words stay what they are.
    parts = wording.format(field=happening.field, old=happening.old, new=happening.new)
    return f"{happening.who} {parts}{' (an undo)' if happening.undo else ''}"


def _change(happening: Happening) -> str:
    if not happening.old:
        return "set the {field} to {new}"
    return (
        "changed the {field} from {old} to {new}" if happening.new else "cleared the {field}: {old}"
    )


def _happenings(entry: Entry, record: Sequence[Entry]) -> Iterator[Happening]:
    base = Happening(
        entry.entry_id,
        entry.by.person,
        entry.at,
        Verb.ERASED,
        undo=entry.undoes is not None,
        undoable=not refusal(entry, record),
    )
    if entry.erased:
        yield base
        return
    yield from _of_fields(entry, record, base)
    for bag, words in entry.add.items():
        yield replace(base, verb=Verb.ADDED, field=bag, new=", ".join(words))
    for bag, words in entry.drop.items():
        yield replace(base, verb=Verb.DROPPED, field=bag, old=", ".join(words))
    if entry.note:
        yield replace(base, verb=Verb.NOTED, new=entry.note)
    for unsaid in _named(entry, NOTE, record):
        yield replace(base, verb=Verb.UNSAID, old=unsaid.note)


def _of_fields(entry: Entry, record: Sequence[Entry], base: Happening) -> Iterator[Happening]:
    # The status first: "Ana declined this ally", then the reason.
    settles = _settles(entry, record)
    for name in sorted(entry.set, key=lambda name: name != Field.STATUS):
        new = entry.set[name]
        if name == Field.ALIAS and any(one.ally == new and one.at < entry.at for one in record):
            yield replace(base, verb=Verb.MERGED, old=_called(entry.ally, record))
            continue
        named = [one.set[name] for one in _named(entry, name, record) if name in one.set]
        # What the kept one had comes first; what the other had is no news of this ally.
        others = [value for value in (named[:1] if settles else named) if value != new]
        if others or (not named and name not in GIVEN_AT_FIRST):
            old = others[0] if others else ""
            yield replace(base, verb=_verb(name, new), field=name, old=old, new=new)


def _settles(entry: Entry, record: Sequence[Entry]) -> bool:
    """Return whether an entry is the first of the two that merge another record into this one."""
    later = (one for one in record if one.at > entry.at and one.by == entry.by)
    following = next(later, None)
    return following is not None and following.set.get(Field.ALIAS) == entry.ally


def _called(key: str, record: Sequence[Entry]) -> str:
    """Return the handle that a record of the ally had last, or else its key."""
    handles = [
        one.set[Field.HANDLE] for one in record if one.ally == key and Field.HANDLE in one.set
    ]
    return f"@{handles[-1]}" if handles else key


def _verb(name: str, new: str) -> Verb:
    if name == Field.STATUS:
        return STATUS_VERBS.get(new, Verb.CHANGED)
    return Verb.IDENTIFIED if name == Field.ALIAS and new else Verb.CHANGED


def _named(entry: Entry, word: str, record: Sequence[Entry]) -> list[Entry]:
    """Return the entries that ``entry`` names under a word of ``seen``, in its order."""
    by_id = {one.entry_id: one for one in record}
    return [by_id[one] for one in entry.seen.get(word, ()) if one in by_id]
