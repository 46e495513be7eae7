"""The allies of a book as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.ui.models.signs import AllyStatus, answer_sign, kind_word, status_sign
from allybook.ui.models.table import Column, Sentences, TableModel
from allybook.ui.wording import last_seen, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from allybook.domain.followback import Answer

NEVER = datetime.min.replace(tzinfo=UTC)
DASH = "\u2013"


class AllyColumn(IntEnum):
    """The columns, in the order shown."""

    ALLY = 0
    CATEGORY = 1
    TAGS = 2
    STATUS = 3
    FOLLOW_BACK = 4
    LAST_POST = 5


@dataclass(frozen=True, slots=True)
class AllyRow:
    """One ally; ``handle`` has no @ (nor #), ``name`` is as shown (``#ShelterNotes``).

    ``versions`` says of how many unreplaced values a field has, where it has several.
    ``answer`` is None where no check can be made (hashtags) or none was made.
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


class AlliesModel(TableModel[AllyRow]):
    """The allies of a book; ``now`` is in the person's zone."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        def last_post(row: AllyRow) -> str:
            return last_seen(row.last_post, now()) if row.last_post else DASH

        def sentence(row: AllyRow) -> str:
            return ally_sentence(row, last_post(row))

        columns: dict[AllyColumn, Column[AllyRow]] = {
            AllyColumn.ALLY: Column(lambda: translate("allies", "Ally"), attrgetter("name")),
            AllyColumn.CATEGORY: Column(lambda: translate("allies", "Category"), category_text),
            AllyColumn.TAGS: Column(
                lambda: translate("allies", "Tags"), lambda row: ", ".join(row.tags)
            ),
            AllyColumn.STATUS: Column(
                lambda: translate("allies", "Status"),
                lambda row: status_sign(row.status).words,
                lambda row: _STATUS_ORDER[row.status],
            ),
            AllyColumn.FOLLOW_BACK: Column(
                lambda: translate("allies", "Follow-back"),
                lambda row: answer_sign(row.answer).words if row.answer else DASH,
                lambda row: row.answer or "~",
            ),
            AllyColumn.LAST_POST: Column(
                lambda: translate("allies", "Last post"),
                last_post,
                lambda row: row.last_post or NEVER,
            ),
        }
        super().__init__(columns, Sentences(attrgetter("key"), sentence), parent)


_STATUS_ORDER = {status: number for number, status in enumerate(AllyStatus)}


def category_text(row: AllyRow) -> str:
    """Return the category, or how many versions of it wait for someone to choose."""
    versions = row.versions.get("category", 0)
    return translate("allies", "%n versions", "", versions) if versions > 1 else row.category


def under_name(row: AllyRow) -> str:
    """Return what stands under the name: the handle, or that it is a hashtag."""
    return kind_word(row.kind) if row.kind is Kind.HASHTAG else f"@{row.handle}"


def ally_sentence(row: AllyRow, last_post: str) -> str:
    """Return one sentence about an ally for screen readers."""
    parts = [row.name, under_name(row)]
    if row.kind is not Kind.HASHTAG:
        parts.append(kind_word(row.kind))
    if row.private:
        parts.append(translate("allies", "private"))
    parts += [category_text(row), *row.tags, status_sign(row.status).words]
    if row.answer:
        parts.append(answer_sign(row.answer).words)
    if row.last_post:
        parts.append(translate("allies", "last post %1").replace("%1", last_post))
    return f"{', '.join(part for part in parts if part)}."


def matching(typed: str) -> Callable[[AllyRow], bool] | None:
    """Return what keeps the allies that all typed words fit, or None where nothing is typed.

    A word is part of the name, handle, category or a tag; ``tag:``, ``category:`` and ``is:``
    (a status, a kind, an answer or ``private``) look at one thing only.
    """
    words = typed.casefold().split()
    if not words:
        return None
    return lambda row: all(_fits(row, word) for word in words)


def _fits(row: AllyRow, word: str) -> bool:
    before, colon, after = word.partition(":")
    if not colon or before not in ("tag", "category", "is"):
        bare = word.lstrip("@#")
        return bare in "\n".join((row.name, row.handle, row.category, *row.tags)).casefold()
    if before == "tag":
        return any(tag.casefold().startswith(after) for tag in row.tags)
    if before == "category":
        return row.category.casefold().startswith(after)
    return after in (row.status, row.kind, row.answer, "private" if row.private else "")
