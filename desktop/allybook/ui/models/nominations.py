"""The inbox: who was named in chats and waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.ui.models.table import Column, Sentences, TableModel
from allybook.ui.wording import people, posts, translate

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from allybook.ui.models.pills import Pill


class NominationColumn(IntEnum):
    """The one column."""

    NOMINATION = 0


@dataclass(frozen=True, slots=True)
class NominationRow:
    """One nominated ally.

    ``people`` and ``posts`` count who named it and where; ``said_in`` is such as ``A3 and A4``;
    ``quote`` the part of a post that names it; ``stressed`` the words of the quote set in bold
    (the handle where empty).
    """

    key: str
    name: str
    handle: str
    kind: Kind = Kind.ORGANISATION
    people: int = 1
    posts: int = 1
    said_in: str = ""
    quote: str = ""
    stressed: str = ""
    flags: tuple[Pill, ...] = ()


class NominationsModel(TableModel[NominationRow]):
    """The nominations, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: Column[NominationRow] = Column(
            lambda: translate("nominations", "Nominations"), attrgetter("name")
        )
        super().__init__(
            {NominationColumn.NOMINATION: column},
            Sentences(attrgetter("key"), nomination_sentence),
            parent,
        )


def counts_text(row: NominationRow) -> str:
    """Return by how many people in how many posts: ``3 people, 5 posts``."""
    return f"{people(row.people)}, {posts(row.posts)}"


def lead_text(row: NominationRow) -> str:
    """Return what stands before the quote: ``3 people in A3 and A4:``."""
    if not row.said_in:
        return f"{people(row.people)}:"
    text = translate("nominations", "%1 in %2:")
    return text.replace("%1", people(row.people)).replace("%2", row.said_in)


def handle_text(row: NominationRow) -> str:
    """Return the handle as written in posts; a hashtag stands in its name already."""
    return "" if row.kind is Kind.HASHTAG else f"@{row.handle}"


def nomination_sentence(row: NominationRow) -> str:
    """Return one sentence about a nomination for screen readers."""
    who = ", ".join(part for part in (row.name, handle_text(row), counts_text(row)) if part)
    flags = "".join(f", {pill.words}" for pill in row.flags)
    return f"{who}{flags}: “{row.quote}”" if row.quote else f"{who}{flags}."
