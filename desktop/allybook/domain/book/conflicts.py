"""Which values of a field stand, and where several do.

A value stands until another entry names the entry that wrote it in ``seen``. Two people who write
without knowing of each other both stand: a conflict, shown to everyone until someone chooses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.ally import Version
from allybook.domain.book.record import arrange, kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from allybook.domain.book.entry import Entry

__all__ = ["KNOWN", "NOTE", "arrange", "differing", "replaced", "sentence", "standing"]

NOTE = "note"
"""The word in ``seen`` under which an entry names notes that it takes back."""
KNOWN = "known"
"""The word in ``seen`` under which an entry names what its author knew and does not replace.

A removal names every entry of the ally, an edit the removals; the fold can then tell an edit
that knew of a removal from one that did not.
"""


def replaced(entries: Iterable[Entry]) -> Mapping[str, Set[str]]:
    """Return, per word of ``seen``, the ids that another entry names there."""
    named: dict[str, set[str]] = {}
    for entry in entries:
        for word, ids in entry.seen.items():
            others = ids if entry.entry_id not in ids else set(ids) - {entry.entry_id}
            named.setdefault(word, set()).update(others)
    return named


@kept("standing")
def standing(entries: Sequence[Entry]) -> Mapping[str, tuple[Version, ...]]:
    """Return, per field, every unreplaced version, newest first.

    ``entries`` are arranged; a field whose every version is replaced is left out.
    """
    gone = replaced(entries)
    versions: dict[str, tuple[Version, ...]] = {}
    for entry in reversed(entries):
        for name, value in entry.set.items():
            if entry.entry_id not in gone.get(name, ()):
                one = Version(entry.entry_id, value, entry.by, entry.at)
                versions[name] = (*versions[name], one) if name in versions else (one,)
    return versions


def differing(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return one version for each value, in the order given; one or none is no conflict.

    Capitals make no difference: two people who wrote @SafeRoof and @saferoof agree.
    """
    if not versions[1:]:
        return versions
    firsts: dict[str, Version] = {}
    for version in versions:
        firsts.setdefault(version.value.casefold(), version)
    return tuple(firsts.values())


def sentence(field: str, versions: Sequence[Version]) -> str:
    """Say a conflict in plain words: "category: Ana wrote shelter, Ben wrote food bank"."""
    parts = (f"{version.by.person} wrote {version.value or 'nothing'}" for version in versions)
    return f"{field}: {', '.join(parts)}"
