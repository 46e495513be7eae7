"""One row of a table of allies: what it says, as a book understands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book import cells
from allybook.domain.book.columns import Column
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.headings import kind_called, status_called
from allybook.domain.book.keys import account_key, hashtag_key
from allybook.domain.errors import BadInput
from allybook.domain.hashtags import is_tag
from allybook.domain.people.accounts import HANDLE
from allybook.domain.people.handles import NOT_NAMES, RESERVED, find_names
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.columns import Mapped

SHARED = frozenset({Status.NOMINATED, Status.APPROVED, Status.DECLINED})
"""Who is written into tables; those who were removed or opted out never are."""


class Brought(Struct, frozen=True):
    """What one row says of one ally; what is empty or None it does not say.

    ``handle`` has no @ or #. ``notes`` are whole remarks, as ``cells.remark`` writes them.
    ``line`` is where the row begins in its file (from 1).
    """

    line: int
    key: str
    handle: str
    user_id: str = ""
    kind: Kind | None = None
    category: str = ""
    tags: tuple[str, ...] = ()
    status: Status | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()
    nominated_by: str = ""


class Understood(Struct, frozen=True):
    """The allies of one row (several where its cell names several), and what was not understood."""

    rows: tuple[Brought, ...] = ()
    remarks: tuple[str, ...] = ()


def ids_are_rounded(rows: Iterable[Sequence[str]], mapped: Mapped) -> bool:
    """Return whether a spreadsheet has rounded the user ids of these rows."""
    if Column.USER_ID not in mapped:
        return False
    place = mapped.index(Column.USER_ID)
    return cells.are_rounded(row[place] for row in rows if place < len(row))


def read_row(row: Sequence[str], mapped: Mapped, line: int, *, rounded: bool = False) -> Understood:
    """Return what a row says, read by what its columns are said to be.

    ``rounded`` says that its long ids are none (``ids_are_rounded``).
    """
    found: dict[Column, list[str]] = {}
    for column, cell in zip(mapped, row, strict=False):
        if column is not None and cell.strip():
            found.setdefault(column, []).append(cell.strip())
    one = {column: those[0] for column, those in found.items()}
    user_id, wrong_id = cells.read_id(one.get(Column.USER_ID, ""), rounded=rounded)
    kind, wrong_kind = _read_kind(one.get(Column.KIND, ""))
    status, wrong_status = _read_status(one.get(Column.STATUS, ""))
    remarks = tuple(filter(None, (wrong_id, wrong_kind, wrong_status)))
    organisation = one.get(Column.ORGANISATION, "")
    said = Brought(
        line,
        "",
        "",
        kind=kind or (Kind.ORGANISATION if organisation else None),
        category=" ".join(one.get(Column.CATEGORY, "").split()),
        tags=tuple(tag for cell in found.get(Column.TAGS, ()) for tag in cells.read_tags(cell)),
        status=status,
        reason=one.get(Column.REASON, ""),
        notes=tuple(
            text
            for cell in (organisation, *found.get(Column.NOTES, ()))
            for text in cells.read_notes(cell)
        ),
        nominated_by=" ".join(one.get(Column.NOMINATED_BY, "").split()),
    )
    named = _name(said, one.get(Column.HANDLE, ""), user_id)
    if named:
        return Understood(named, remarks)
    cell = one.get(Column.HANDLE, "")
    why = speak("“{cell}” is not a handle", cell=cell) if cell else speak("the row names nobody")
    return Understood((), (*remarks, why) if remarks else (why,))


def beyond(row: Sequence[str], mapped: Mapped, headed: int) -> tuple[str, ...]:
    """Return what is wrong with a row that goes on beyond its ``headed`` columns; mostly nothing.

    A column without a heading may be said to be something all the same.
    """
    columns = (*mapped, *[None] * (len(row) - len(mapped)))
    first = headed or len(mapped)
    lost = [cell for cell, column in zip(row[first:], columns[first:], strict=False) if not column]
    cell = next(filter(None, map(str.strip, lost)), "")
    why = speak(
        "“{cell}” stands under no heading and is left out; a cell with a comma in it needs "
        "quotation marks around it",
        cell=cell,
    )
    return (why,) if cell else ()


def told_apart(rows: Sequence[Brought]) -> Sequence[Brought]:
    """Return rows with the user id that another row tells of their handle, if it is only one."""
    ids: dict[str, set[str]] = {}
    for row in rows:
        if row.user_id and row.handle:
            ids.setdefault(row.handle.lower(), set()).add(row.user_id)

    def completed(row: Brought) -> Brought:
        """Return a row with the id of its handle."""
        known = ids.get(row.handle.lower(), set())
        if row.user_id or row.kind is Kind.HASHTAG or len(known) != 1:
            return row
        (user_id,) = known
        return replace(row, user_id=user_id, key=account_key(user_id, row.handle))

    return tuple(map(completed, rows)) if ids else rows


def write_row(ally: Ally, nominated_by: str) -> dict[str, object]:
    """Return an ally as the cells of a row, by the columns' names; tags and notes are lists."""
    return {
        Column.HANDLE: f"#{ally.handle}" if ally.kind is Kind.HASHTAG else ally.handle,
        Column.USER_ID: ally.user_id or "",
        Column.KIND: ally.kind.value,
        Column.CATEGORY: ally.category,
        Column.TAGS: cells.write_tags(ally.tags),
        Column.STATUS: ally.status.value,
        Column.REASON: ally.reason,
        Column.NOTES: cells.write_notes(ally.notes),
        Column.NOMINATED_BY: nominated_by,
        Column.LAST_CHANGED: cells.day(ally.last_at),
    }


def join(first: Brought, again: Brought) -> Brought:
    """Return what two rows about one ally say together; where they differ, the first counts."""
    return replace(
        first,
        handle=first.handle or again.handle,
        user_id=first.user_id or again.user_id,
        kind=first.kind or again.kind,
        category=first.category or again.category,
        tags=(*first.tags, *again.tags),
        status=first.status or again.status,
        reason=first.reason or again.reason,
        notes=tuple(dict.fromkeys((*first.notes, *again.notes))),
        nominated_by=first.nominated_by or again.nominated_by,
    )


def _read_kind(cell: str) -> tuple[Kind | None, str]:
    kind = kind_called(cell) if cell else None
    unknown = cell and kind is None
    return kind, speak("“{cell}” is no kind of ally", cell=cell) if unknown else ""


def _read_status(cell: str) -> tuple[Status | None, str]:
    status = status_called(cell) if cell else None
    unknown = cell and status is None
    return status, speak("“{cell}” is no status", cell=cell) if unknown else ""


def _name(said: Brought, cell: str, user_id: str) -> tuple[Brought, ...]:
    """Return what is said for each whom the cell names; an id belongs to one of them only."""
    bare = cell.removeprefix("@")
    if said.kind is Kind.HASHTAG and is_tag(cell.lstrip("#")):
        return _tagged(said, [cell.lstrip("#")])
    if _is_plain(bare):
        return (_as_account(said, bare, user_id),)
    found = find_names(cell)
    names = list(found.handles)
    if len(names) == 1 and user_id:
        return (_as_account(said, names[0], user_id),)
    people = [_as_account(said, name, "") for name in names]
    if not people and not found.hashtags and user_id:
        people.append(_as_account(said, "", user_id))
    people += [_as_account(said, "", one) for one in found.user_ids if one != user_id]
    return (*people, *_tagged(said, found.hashtags))


def _is_plain(word: str) -> bool:
    """Return whether a cell is a bare handle: what most cells are, told at once."""
    known = word.isdecimal() or word.lower() in NOT_NAMES | RESERVED
    return HANDLE.fullmatch(word) is not None and not known


def _as_account(said: Brought, handle: str, user_id: str) -> Brought:
    kind = None if said.kind is Kind.HASHTAG else said.kind
    key = account_key(user_id or None, handle)
    # Not by ``replace``, which takes several times as long: a table has 50,000 rows.
    return Brought(
        said.line,
        key,
        handle,
        user_id=user_id,
        kind=kind,
        category=said.category,
        tags=said.tags,
        status=said.status,
        reason=said.reason,
        notes=said.notes,
        nominated_by=said.nominated_by,
    )


def _tagged(said: Brought, tags: Sequence[str]) -> tuple[Brought, ...]:
    rows = []
    for tag in tags:
        try:
            rows.append(replace(said, key=hashtag_key(tag), handle=tag, kind=Kind.HASHTAG))
        except BadInput:
            continue
    return tuple(rows)
