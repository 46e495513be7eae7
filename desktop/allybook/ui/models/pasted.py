"""What was pasted, line by line, and what becomes of each piece: nothing is left out."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from allybook.services.people.adding import LineFound, PieceFate
from allybook.ui.models.signs import Sign
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.wording import count, named, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class PastedColumn(IntEnum):
    """The columns."""

    LINE = 0
    WORDS = 1
    FATE = 2


class PastedModel(TableModel[tuple[int, LineFound]]):
    """Pieces in the order of the text; a row is its place and the piece."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: dict[PastedColumn, TableColumn[tuple[int, LineFound]]] = {
            PastedColumn.LINE: TableColumn(
                lambda: translate("pasted", "Line"), lambda row: count(row[1].number), _place
            ),
            PastedColumn.WORDS: TableColumn(
                lambda: translate("pasted", "Pasted"), lambda row: row[1].words
            ),
            PastedColumn.FATE: TableColumn(
                lambda: translate("pasted", "What becomes of it"),
                lambda row: line_sign(row[1]).words,
            ),
        }
        super().__init__(columns, Sentences(_place, _sentence), parent)


def line_sign(line: LineFound) -> Sign:
    """Return how the fate of a piece is shown; who opted out of another book, of which."""
    return out_sign(line.out_of) if line.out_of else fate_sign(line.fate)


def out_sign(book: str) -> Sign:
    """Return how it is shown that somebody opted out of another book."""
    words = translate("pasted", "opted out of “%1”").replace("%1", named(book))
    return Sign(words, "hand-heart")


def fate_sign(fate: PieceFate) -> Sign:
    """Return how a fate is shown."""
    return _SIGNS[fate]()


_SIGNS: dict[PieceFate, Callable[[], Sign]] = {
    PieceFate.NEW: lambda: Sign(translate("pasted", "new"), "plus", "accent_text"),
    PieceFate.KNOWN: lambda: Sign(
        translate("pasted", "known, now approved"), "inbox", "accent_text"
    ),
    PieceFate.THERE: lambda: Sign(translate("pasted", "already there"), "check"),
    PieceFate.DECLINED: lambda: Sign(translate("pasted", "declined before"), "circle-x"),
    PieceFate.OUT: lambda: Sign(translate("pasted", "never listed again"), "hand-heart"),
    PieceFate.NOBODY: lambda: Sign(translate("pasted", "nobody on X"), "user-round-x"),
    PieceFate.AGAIN: lambda: Sign(translate("pasted", "came before"), "repeat-2", "text_3"),
    PieceFate.LEFTOVER: lambda: Sign(translate("pasted", "not understood"), "info", "warn"),
}


def _place(row: tuple[int, LineFound]) -> int:
    return row[0]


def _sentence(row: tuple[int, LineFound]) -> str:
    text = translate("pasted", "Line %1: %2, %3.")
    text = text.replace("%1", count(row[1].number)).replace("%3", line_sign(row[1]).words)
    return text.replace("%2", row[1].words)
