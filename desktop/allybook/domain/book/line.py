"""An ally in one line: as much of it as a table shows and a filter looks at, quick to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.book.ally import Flag
from allybook.domain.book.entry import Field, Kind, Status
from allybook.domain.book.evidence import namings
from allybook.domain.filters.words import term_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.book.ally import Ally, Version
    from allybook.domain.book.entry import Entry

TOLD, STATUS = Field.NOMINATED_BY.value, Field.STATUS.value
NOMINATED = Status.NOMINATED.value


class AllyLine(NamedTuple):
    """One ally of a book without its history; a tuple, since a book has 50,000 of them.

    ``handle`` keeps its case and has no @; for a hashtag it is the tag without #. ``conflicts``
    are pairs of a field and how many unreplaced values it has. ``nominated_by`` names people, the
    first who thought of the ally first; ``namings`` counts the posts that named it. ``notes`` are
    the texts, oldest first; ``words`` is all that a word is looked for in, folded. ``first_ms``
    and ``last_ms`` are the first and the last change (milliseconds since 1970 UTC), ``entries``
    how many there are.
    """

    key: str
    handle: str
    user_id: str | None
    kind: Kind
    status: Status
    category: str = ""
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    reason: str = ""
    conflicts: tuple[tuple[str, int], ...] = ()
    brought_back: bool = False
    nominated_by: tuple[str, ...] = ()
    namings: int = 0
    notes: tuple[str, ...] = ()
    words: str = ""
    first_ms: int = 0
    last_ms: int = 0
    entries: int = 0


def line_of(ally: Ally, entries: Sequence[Entry]) -> AllyLine:
    """Return the line of an ally; ``entries`` are all of its record, oldest first."""
    return AllyLine(
        key=ally.key,
        handle=ally.handle,
        user_id=ally.user_id,
        kind=ally.kind,
        status=ally.status,
        category=ally.category,
        tags=ally.tags,
        hashtags=ally.hashtags,
        reason=ally.reason,
        conflicts=_counted(ally.conflicts) if ally.conflicts else (),
        brought_back=bool(ally.flags) and Flag.BROUGHT_BACK in ally.flags,
        nominated_by=nominators(entries),
        namings=len(namings(ally.evidence)),
        notes=tuple(note.text for note in ally.notes),
        words=searched(ally),
        first_ms=ally.first_at.milliseconds,
        last_ms=ally.last_at.milliseconds,
        entries=ally.entries,
    )


def _counted(conflicts: Mapping[str, tuple[Version, ...]]) -> tuple[tuple[str, int], ...]:
    return tuple((name, len(those)) for name, those in sorted(conflicts.items()))


def searched(ally: Ally) -> str:
    """Return what a word is looked for in, folded as ``fold_words`` folds the word."""
    notes = (note.text for note in ally.notes)
    parts = (ally.handle, ally.category, *ally.tags, *ally.hashtags, *notes)
    return "\n".join(dict.fromkeys(filter(None, map(fold_words, parts))))


def fold_words(text: str) -> str:
    """Return the tokens of a text with one space between each two, without case and accents."""
    return " ".join(term_words(text))


def nominators(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return who thought of an ally, each once: as it was told, else who wrote first; then others.

    ``entries`` are all of its record, oldest first.
    """
    told = [entry.set[TOLD] for entry in entries if entry.set.get(TOLD)]
    first = told[-1:] or [entry.by.person for entry in entries[:1]]
    others = [
        entry.by.person
        for entry in entries[1:]
        if entry.set.get(STATUS) == NOMINATED and TOLD not in entry.set
    ]
    return tuple(dict.fromkeys((*first, *others))) if others else tuple(first)
