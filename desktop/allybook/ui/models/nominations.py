"""The inbox: who was named in chats and waits for a decision."""

from __future__ import annotations

from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Kind
from allybook.ui.links import ENDS
from allybook.ui.models.roles import DISPLAY, Index, Role
from allybook.ui.models.signs import kind_word
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.wording import people, posts, quoted, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from allybook.ui.models.pills import Pill


ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


class NominationColumn(IntEnum):
    """The one column."""

    NOMINATION = 0


class NominationRow(Struct, frozen=True):
    """One nominated ally.

    ``people`` and ``posts`` count who named it and where; ``said_in`` is such as ``A3 and A4``;
    ``quote`` the part of a post that names it; ``stressed`` the words of the quote set in bold
    (the handle where empty). ``cause`` is said in place of all that: the X List asks, not people.
    ``put_off`` says that a person will decide later; ``asking`` is a question about this row that
    is open just now, and said first. ``heard`` counts the posts at hand, of which the quote is one.
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
    cause: str = ""
    put_off: bool = False
    asking: str = ""
    heard: int = 0


def as_it_is(row: NominationRow) -> NominationRow:
    """Return a row that has its quote already, or has none."""
    return row


class NominationsModel(TableModel[NominationRow]):
    """The nominations, in the order given; the quote of each is looked for when it is in view."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: TableColumn[NominationRow] = TableColumn(
            lambda: translate("nominations", "Nominations"), attrgetter("name")
        )
        super().__init__(
            {NominationColumn.NOMINATION: column},
            Sentences(attrgetter("key"), nomination_sentence),
            parent,
        )
        self._asked: tuple[str, str] = ("", "")
        self._quote: Callable[[NominationRow], NominationRow] = as_it_is
        self._quoted: dict[str, NominationRow] = {}

    def look_for_quotes(self, quote: Callable[[NominationRow], NominationRow]) -> None:
        """Take the quotes of rows from here, from now on."""
        self._quote = quote
        self._quoted.clear()

    def ask(self, key: str, words: str) -> None:
        """Let a row say a question in place of its quote; the one that asked before asks no more.

        An empty key ends the asking.
        """
        former, self._asked = self._asked[0], (key, words)
        for one in {former, key}:
            row = self.row_of(one)
            if row is not None:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for; a row that asks something bears its question."""
        if not index.isValid() or role not in (Role.ROW, ACCESSIBLE):
            return super().data(index, role)
        row = self._whole(self._rows[index.row()])
        key, words = self._asked
        if key == row.key:
            row = replace(row, asking=words)
        return row if role == Role.ROW else nomination_sentence(row)

    def _whole(self, row: NominationRow) -> NominationRow:
        if row.key not in self._quoted:
            self._quoted[row.key] = self._quote(row)
        return self._quoted[row.key]


def counts_text(row: NominationRow) -> str:
    """Return by how many people in how many posts: ``3 people, 5 posts``; nothing for none."""
    if row.asking or row.cause or not row.posts:
        return ""
    return f"{people(row.people)}, {posts(row.posts)}"


def lead_text(row: NominationRow) -> str:
    """Return what stands before the quote: ``3 people in A3 and A4:``."""
    if not row.said_in:
        return f"{people(row.people)}:"
    text = translate("nominations", "%1 in %2:")
    return text.replace("%1", people(row.people)).replace("%2", row.said_in)


def handle_text(row: NominationRow) -> str:
    """Return the handle as written in posts, if known; a hashtag stands in its name already."""
    return f"@{row.handle}" if row.handle and row.kind is not Kind.HASHTAG else ""


def said_text(row: NominationRow) -> str:
    """Return the line under the name: who named it where, in which words, or why nobody did."""
    if row.asking or row.cause:
        return row.asking or row.cause
    if not row.posts:
        return translate("nominations", "Brought in by hand: no post names it.")
    lead = lead_text(row)
    return f"{lead} {quoted(row.quote)}" if row.quote else lead.removesuffix(":")


def nomination_sentence(row: NominationRow) -> str:
    """Return one sentence about a nomination for screen readers."""
    handle = handle_text(row)
    # By how many people is said by the line under the name.
    number = posts(row.posts) if counts_text(row) else ""
    parts = (row.name, "" if handle == row.name else handle, kind_word(row.kind), number)
    who = ", ".join(part for part in parts if part)
    flags = "".join(f", {pill.words}" for pill in row.flags)
    said = said_text(row)
    end = "" if row.quote or said[-1] in ENDS else "."
    return f"{who}{flags}: {said}{end}"
