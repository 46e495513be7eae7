"""What a row of a table changes in a book: nothing is taken away, and nobody comes back by it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book import cells
from allybook.domain.book.conflicts import arrange
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.fold import fold, key_of
from allybook.domain.book.pen import Draft, sign
from allybook.domain.hashtags import ease

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.domain.book.rows import Brought
    from allybook.domain.spoken import Pattern


class RowFate(StrEnum):
    """What becomes of a row.

    ``OUT`` opted out or was erased here; ``LEFT`` is not brought in for another reason: removed
    here, or the table itself says removed or opted out.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OUT = "out"
    LEFT = "left"


class RowVerdict(Struct, frozen=True):
    """The fate of a row, what it changes, the notes it adds, and for ``LEFT`` the reason."""

    fate: RowFate
    draft: Draft = field(default_factory=Draft)
    notes: tuple[str, ...] = ()
    why: str = ""


SAID_REMOVED: Pattern = "the table says removed"
SAID_OUT: Pattern = "the table says opted out; say so in the book to make it hold for ever"
REMOVED_HERE: Pattern = "removed from this book"
DECIDES = {
    Status.NOMINATED: frozenset({Status.APPROVED, Status.DECLINED}),
    Status.APPROVED: frozenset({Status.DECLINED}),
}
"""Which status a table can change into which: it never brings back whom somebody said no to."""


def weigh(ally: Ally | None, row: Brought) -> RowVerdict:
    """Return what a row would change about an ally as it stands; None is not in the book."""
    if ally is not None and ally.status is Status.OPTED_OUT:
        return RowVerdict(RowFate.OUT)
    if row.status is Status.OPTED_OUT:
        return RowVerdict(RowFate.LEFT, why=SAID_OUT)
    if row.status is Status.REMOVED:
        return RowVerdict(RowFate.LEFT, why=SAID_REMOVED)
    if ally is None:
        return RowVerdict(RowFate.NEW, _first(row), row.notes)
    if ally.status is Status.REMOVED:
        return RowVerdict(RowFate.LEFT, why=REMOVED_HERE)
    draft, notes = Draft(set=_changes(ally, row), add=_new_tags(ally, row)), _new_notes(ally, row)
    return RowVerdict(
        RowFate.SAME if draft == Draft() and not notes else RowFate.CHANGED, draft, notes
    )


def bring(entries: Iterable[Entry], row: Brought, pen: Pen) -> Entry:
    """Return the one entry that a row makes; an empty one where it may not or need not."""
    record = arrange(entries)
    ally = fold(record)
    if record and ally is None:
        return sign(Draft(), row.key, record, pen)
    verdict = weigh(ally, row)
    draft = verdict.draft
    if verdict.notes:
        draft = replace(draft, note=_as_one(verdict.notes, pen))
    return sign(draft, key_of(record) if record else row.key, record, pen)


def _first(row: Brought) -> Draft:
    fields: dict[str, str] = {
        Field.STATUS: row.status or Status.NOMINATED,
        Field.HANDLE: row.handle,
        Field.KIND: row.kind or "",
        Field.CATEGORY: row.category,
        Field.REASON: row.reason,
        Field.NOMINATED_BY: row.nominated_by,
    }
    tags = _once(row.tags)
    return Draft(
        set={name: value for name, value in fields.items() if value},
        add={Bag.TAGS: tags} if tags else {},
    )


def _changes(ally: Ally, row: Brought) -> dict[str, str]:
    now, told = ally.status, row.status
    fields: dict[str, str] = {}
    if ally.key.startswith("@") and row.user_id:
        fields[Field.ALIAS] = row.user_id
    if row.handle and (not ally.handle or _reads_better(row, ally)):
        fields[Field.HANDLE] = row.handle
    if row.category not in {"", ally.category}:
        fields[Field.CATEGORY] = row.category
    if ally.kind is not Kind.HASHTAG and row.kind not in {None, ally.kind}:
        fields[Field.KIND] = str(row.kind)
    if told is not None and told in DECIDES.get(now, ()):
        fields[Field.STATUS] = now = told
    if row.reason not in {"", ally.reason} and told in {None, now}:
        fields[Field.REASON] = row.reason
    return fields


def _reads_better(row: Brought, ally: Ally) -> bool:
    """Return whether a table writes a hashtag in a more readable way than the book."""
    return ally.kind is Kind.HASHTAG and ease(row.handle) > ease(ally.handle)


def _new_tags(ally: Ally, row: Brought) -> dict[str, tuple[str, ...]]:
    known = {tag.casefold() for tag in ally.tags}
    tags = tuple(tag for tag in _once(row.tags) if tag.casefold() not in known)
    return {Bag.TAGS: tags} if tags else {}


def _new_notes(ally: Ally, row: Brought) -> tuple[str, ...]:
    if not row.notes:
        return ()
    known = {one for note in ally.notes for one in cells.read_notes(cells.remark(note))}
    known |= {cells.undated(one) for one in known}
    return tuple(note for note in row.notes if note not in known)


def _as_one(notes: tuple[str, ...], pen: Pen) -> str:
    """Return several notes as the one that an entry can hold, each on lines of its own."""
    if len(notes) == 1:
        return notes[0]
    return "\n".join(cells.dated(note, pen.author, pen.at) for note in notes)


def _once(tags: Iterable[str]) -> tuple[str, ...]:
    once: dict[str, str] = {}
    for tag in tags:
        word = " ".join(tag.split()).lstrip("#")
        if word:
            once.setdefault(word.casefold(), word)
    return tuple(once.values())
