"""The lists and tables of the window, each with its delegates and its column widths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from allybook.ui.delegates.ally import AllyDelegate
from allybook.ui.delegates.cells import PillsDelegate, SignDelegate, TextDelegate, TickDelegate
from allybook.ui.delegates.nomination import NominationDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.delegates.table_view import TableView
from allybook.ui.models.allies import AllyColumn, AllyRow
from allybook.ui.models.findings import FindingColumn, FindingRow
from allybook.ui.models.pills import Pill
from allybook.ui.models.signs import Sign, answer_sign, status_sign
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.models.allies import AlliesModel
    from allybook.ui.models.findings import FindingsModel
    from allybook.ui.models.nominations import NominationsModel
    from allybook.ui.theme.look import Look

ALLY_WIDTHS = {
    AllyColumn.CATEGORY: 88,
    AllyColumn.TAGS: 136,
    AllyColumn.STATUS: 100,
    AllyColumn.FOLLOW_BACK: 96,
    AllyColumn.LAST_POST: 84,
}
FINDING_WIDTHS = {
    FindingColumn.TICK: 40,
    FindingColumn.ANSWER: 96,
    FindingColumn.FLAGS: 144,
    FindingColumn.SINCE: 80,
    FindingColumn.KNOWN_FROM: 152,
}
# With less room the table leaves out since when an answer has been so.
FINDING_ROOM = 640


class NominationsView(RowsView):
    """The inbox; buttons are laid over the current row with ``setIndexWidget``."""

    def __init__(self, look: Look, model: NominationsModel, parent: QWidget | None = None) -> None:
        super().__init__(look, look.height("nomination_row"), parent)
        self.setItemDelegate(NominationDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(translate("views", "Nominations"))


class AlliesView(TableView):
    """The allies of a book, sorted by name at first."""

    def __init__(self, look: Look, model: AlliesModel, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setModel(model)
        self.set_columns(ALLY_WIDTHS, stretched=AllyColumn.ALLY)
        self.set_delegates(
            {
                AllyColumn.ALLY: AllyDelegate(look, self),
                AllyColumn.CATEGORY: TextDelegate(look, parent=self, role_of=_category_role),
                AllyColumn.TAGS: PillsDelegate(look, _tags, self),
                AllyColumn.STATUS: SignDelegate(look, _status, self),
                AllyColumn.FOLLOW_BACK: SignDelegate(look, _ally_answer, self),
                AllyColumn.LAST_POST: TextDelegate(look, "text_3", self),
            }
        )
        self.sort_by(AllyColumn.ALLY)
        self.setAccessibleName(translate("views", "Allies"))


class FindingsView(TableView):
    """The answers of a check, in the order given at first.

    With ``ticks`` there are boxes to tick, and space ticks that of the current row.
    """

    def __init__(
        self,
        look: Look,
        model: FindingsModel,
        parent: QWidget | None = None,
        *,
        ticks: bool = True,
    ) -> None:
        super().__init__(look, parent, tick_column=FindingColumn.TICK if ticks else None)
        self.setModel(model)
        self.setColumnHidden(FindingColumn.TICK, not ticks)
        self.set_columns(FINDING_WIDTHS, stretched=FindingColumn.ACCOUNT)
        self.set_delegates(
            {
                FindingColumn.TICK: TickDelegate(look, self),
                FindingColumn.ACCOUNT: AllyDelegate(look, self),
                FindingColumn.ANSWER: SignDelegate(look, _answer, self),
                FindingColumn.FLAGS: PillsDelegate(look, _flags, self),
                FindingColumn.SINCE: TextDelegate(look, "text_2", self),
                FindingColumn.KNOWN_FROM: TextDelegate(look, "text_2", self, kind="caption"),
            }
        )
        self.sort_by(-1)
        self.setAccessibleName(translate("views", "Findings"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out since when, where names need the room."""
        self.setColumnHidden(FindingColumn.SINCE, self.width() < FINDING_ROOM)
        super().resizeEvent(event)


def _category_role(row: object) -> str:
    several = isinstance(row, AllyRow) and row.versions.get("category", 0) > 1
    return "warn" if several else "text"


def _tags(row: object) -> Sequence[Pill]:
    return [Pill(tag) for tag in row.tags] if isinstance(row, AllyRow) else ()


def _status(row: object) -> Sign | None:
    return status_sign(row.status) if isinstance(row, AllyRow) else None


def _ally_answer(row: object) -> Sign | None:
    """Return the answer in one ink: in this table green means *on the list*."""
    if not isinstance(row, AllyRow) or row.answer is None:
        return None
    return replace(answer_sign(row.answer), role="text_2")


def _answer(row: object) -> Sign | None:
    return answer_sign(row.answer) if isinstance(row, FindingRow) else None


def _flags(row: object) -> Sequence[Pill]:
    return row.flags if isinstance(row, FindingRow) else ()
