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
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from allybook.domain.followback import Answer

NEVER = datetime.min.replace(tzinfo=UTC)
DASH = "\u2013"
# What stands before folded tags and categories, and is never typed itself.
TAG = "\x01"
CATEGORY = "\x02"


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
        self._folded: dict[str, str] = {}
        super().__init__(columns, Sentences(attrgetter("key"), sentence), parent)

    def show(self, rows: Sequence[AllyRow]) -> None:
        """Show these allies in place of the former ones, sorted and filtered as before."""
        self._folded.clear()
        super().show(rows)

    def filter_typed(self, typed: str, within: Callable[[AllyRow], bool] | None = None) -> None:
        """Show only the allies that all typed words fit (see ``matching``), of those ``within``."""
        fits = matching(typed, self._fold)
        if fits is None or within is None:
            self.filter(fits or within)
        else:
            self.filter(lambda row: within(row) and fits(row))

    def _fold(self, row: AllyRow) -> str:
        """Return the folded words of a row, made once: typing must not lag."""
        text = self._folded.get(row.key)
        if text is None:
            text = self._folded[row.key] = fold(row)
        return text


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


def matching(typed: str, folded: Callable[[AllyRow], str]) -> Callable[[AllyRow], bool] | None:
    """Return what keeps the allies that all typed words fit, or None where nothing is typed.

    A word is looked for in name, handle, category and tags (as ``folded`` gives them);
    ``tag:`` and ``category:`` begin one; ``is:`` is a status, a kind, an answer, or ``private``.
    """
    words = typed.casefold().split()
    states = [word.removeprefix("is:") for word in words if word.startswith("is:")]
    needles = [_needle(word) for word in words if not word.startswith("is:")]
    if not words:
        return None
    if not states:
        return lambda row: all(needle in folded(row) for needle in needles)
    return lambda row: (
        all(state in _states(row) for state in states)
        and all(needle in folded(row) for needle in needles)
    )


def fold(row: AllyRow) -> str:
    """Return the words of an ally in small letters, category and tags behind their marks."""
    tags = f"\n{TAG}".join(("", *row.tags))
    return f"{row.name}\n{row.handle}\n{CATEGORY}{row.category}{tags}".casefold()


def _needle(word: str) -> str:
    for prefix, mark in (("tag:", TAG), ("category:", CATEGORY)):
        if word.startswith(prefix):
            return mark + word.removeprefix(prefix)
    return word.lstrip("@#")


def _states(row: AllyRow) -> tuple[str, ...]:
    return (row.status, row.kind, row.answer or "", "private" if row.private else "")
