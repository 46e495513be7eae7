"""One ally as a row of the table, and what each column says of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from allybook.domain.book.entry import Kind
from allybook.ui.models.signs import AllyStatus, answer_sign, kind_word, status_sign
from allybook.ui.wording import last_seen, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from allybook.domain.check.followback import Answer
    from allybook.ui.models.pills import Pill

DASH = "\u2013"


class AllyColumn(IntEnum):
    """The columns; the numbers stay, since settings and the head of the table go by them."""

    ALLY = 0
    CATEGORY = 1
    TAGS = 2
    STATUS = 3
    FOLLOW_BACK = 4
    LAST_POST = 5
    HANDLE = 6
    KIND = 7
    LISTED = 8
    FLAGS = 9
    NOMINATED_BY = 10


EDITED = frozenset({AllyColumn.CATEGORY, AllyColumn.TAGS, AllyColumn.KIND})
"""What can be written where it stands; names, handles and answers are X's."""


class Listed(IntEnum):
    """Where an ally stands on the X List, as far as it is there or on the way."""

    ON_LIST = 0
    WAITING = 1
    LEAVING = 2


class Pick(NamedTuple):
    """Who is chosen in the table, as far as an act on them goes by it."""

    key: str
    status: AllyStatus
    kind: Kind = Kind.ORGANISATION


class AllyRow(Struct, frozen=True):
    """One ally; ``handle`` has no @ (nor #), ``name`` is as shown (``#ShelterNotes``).

    ``versions`` says of how many unreplaced values a field has, where it has several.
    ``answer`` is None where no check can be made (hashtags) or none was made; ``listed`` where
    nothing is known of the X List. ``nominated_by`` is in words.
    """

    key: str
    name: str
    handle: str
    kind: Kind = Kind.ORGANISATION
    category: str = ""
    tags: tuple[str, ...] = ()
    status: AllyStatus = AllyStatus.APPROVED
    answer: Answer | None = None
    last_post: datetime | None = None
    private: bool = False
    versions: Mapping[str, int] = field(default_factory=dict)
    flags: tuple[Pill, ...] = ()
    listed: Listed | None = None
    nominated_by: str = ""


def heading(column: AllyColumn) -> str:
    """Return the title of a column."""
    return {
        AllyColumn.ALLY: lambda: translate("allies", "Ally"),
        AllyColumn.CATEGORY: lambda: translate("allies", "Category"),
        AllyColumn.TAGS: lambda: translate("allies", "Tags"),
        AllyColumn.STATUS: lambda: translate("allies", "Status"),
        AllyColumn.FOLLOW_BACK: lambda: translate("allies", "Follow-back"),
        AllyColumn.LAST_POST: lambda: translate("allies", "Last post"),
        AllyColumn.HANDLE: lambda: translate("allies", "Handle"),
        AllyColumn.KIND: lambda: translate("allies", "Kind"),
        AllyColumn.LISTED: lambda: translate("allies", "X List"),
        AllyColumn.FLAGS: lambda: translate("allies", "Flags"),
        AllyColumn.NOMINATED_BY: lambda: translate("allies", "Nominated by"),
    }[column]()


def cell_text(row: AllyRow, column: AllyColumn) -> str:
    """Return what a cell says, but for that of the last post, which goes by the clock."""
    return _TEXTS[column](row)


def last_post(row: AllyRow, now: datetime) -> str:
    """Return when an ally posted last, or a dash."""
    return last_seen(row.last_post, now) if row.last_post else DASH


def listed_text(row: AllyRow) -> str:
    """Return where an ally stands on the X List, or a dash."""
    if row.listed is None:
        return DASH
    return {
        Listed.ON_LIST: lambda: translate("allies", "On it"),
        Listed.WAITING: lambda: translate("allies", "Waiting"),
        Listed.LEAVING: lambda: translate("allies", "Leaving"),
    }[row.listed]()


def handle_text(row: AllyRow) -> str:
    """Return the handle with its @, or the hashtag with its #."""
    if row.kind is Kind.HASHTAG:
        return f"#{row.handle}"
    return f"@{row.handle}" if row.handle else DASH


def category_text(row: AllyRow) -> str:
    """Return the category, or how many versions of it wait for someone to choose."""
    versions = row.versions.get("category", 0)
    return translate("allies", "%n versions", "", versions) if versions > 1 else row.category


_TEXTS: Mapping[AllyColumn, Callable[[AllyRow], str]] = {
    AllyColumn.ALLY: lambda row: row.name,
    AllyColumn.CATEGORY: category_text,
    AllyColumn.TAGS: lambda row: ", ".join(row.tags),
    AllyColumn.STATUS: lambda row: status_sign(row.status).words,
    AllyColumn.FOLLOW_BACK: lambda row: answer_sign(row.answer).words if row.answer else DASH,
    AllyColumn.HANDLE: handle_text,
    AllyColumn.KIND: lambda row: kind_word(row.kind),
    AllyColumn.LISTED: listed_text,
    AllyColumn.FLAGS: lambda row: ", ".join(pill.words for pill in row.flags),
    AllyColumn.NOMINATED_BY: lambda row: row.nominated_by or DASH,
}


def edited_text(row: AllyRow, column: AllyColumn) -> str:
    """Return what stands in a cell while it is written: the value itself, never its versions."""
    if column is AllyColumn.CATEGORY:
        return row.category
    return ", ".join(row.tags) if column is AllyColumn.TAGS else row.kind.value


def under_name(row: AllyRow) -> str:
    """Return what stands under the name: the handle, else what kind of ally it is."""
    known = row.handle and row.kind is not Kind.HASHTAG
    return f"@{row.handle}" if known else kind_word(row.kind)


def ally_sentence(row: AllyRow, now: datetime) -> str:
    """Return one sentence about an ally for screen readers; ``now`` is in the person's zone."""
    parts = [row.name, under_name(row)]
    if parts[-1] != kind_word(row.kind):
        parts.append(kind_word(row.kind))
    if row.private:
        parts.append(translate("allies", "private"))
    parts += [category_text(row), *row.tags, status_sign(row.status).words]
    if row.answer:
        parts.append(answer_sign(row.answer).words)
    # The lock beside the name has said the first of them already.
    parts += [pill.words for pill in row.flags if not (row.private and pill.icon == "lock")]
    if row.last_post:
        parts.append(translate("allies", "last post %1").replace("%1", last_post(row, now)))
    return f"{', '.join(part for part in parts if part)}."
