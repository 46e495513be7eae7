"""The lists and tables of the window, each with its delegates and its column widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.delegates.ally import AllyDelegate
from allybook.ui.delegates.cells import PillsDelegate, SignDelegate, TextDelegate, TickDelegate
from allybook.ui.delegates.nomination import NominationDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.delegates.table_view import TableView
from allybook.ui.models.findings import FindingColumn, FindingRow
from allybook.ui.models.pills import Pill
from allybook.ui.models.signs import answer_sign
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.models.findings import FindingsModel
    from allybook.ui.models.nominations import NominationsModel
    from allybook.ui.models.signs import Sign
    from allybook.ui.theme.look import Look

FINDING_WIDTHS = {
    FindingColumn.TICK: 40,
    FindingColumn.ANSWER: 96,
    FindingColumn.FLAGS: 152,
    FindingColumn.TAGS: 128,
    FindingColumn.SINCE: 80,
    FindingColumn.KNOWN_FROM: 152,
}
# With less room the table leaves out since when an answer has been so.
FINDING_ROOM = 640
# With less room the tags of the book stand beside the handle instead of in a column of their own.
TAGS_ROOM = 860


class NominationsView(RowsView):
    """The inbox; buttons are laid over the current row with ``setIndexWidget``."""

    def __init__(self, look: Look, model: NominationsModel, parent: QWidget | None = None) -> None:
        super().__init__(look, look.height("nomination_row"), parent)
        self.setItemDelegate(NominationDelegate(look, self))
        self.setModel(model)
        self.setAccessibleName(translate("views", "Nominations"))


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
        self._account = AllyDelegate(look, self)
        self.set_columns(FINDING_WIDTHS, stretched=FindingColumn.ACCOUNT)
        self.set_delegates(
            {
                FindingColumn.TICK: TickDelegate(look, self),
                FindingColumn.ACCOUNT: self._account,
                FindingColumn.ANSWER: SignDelegate(look, _answer, self),
                FindingColumn.FLAGS: PillsDelegate(look, _flags, self),
                FindingColumn.TAGS: PillsDelegate(look, _tags, self),
                FindingColumn.SINCE: TextDelegate(look, "text_2", self),
                FindingColumn.KNOWN_FROM: TextDelegate(look, "text_2", self, kind="caption"),
            }
        )
        self.sort_by(-1)
        self.setAccessibleName(translate("views", "Findings"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out since when and the tags' column, where names need the room."""
        self.setColumnHidden(FindingColumn.SINCE, self.width() < FINDING_ROOM)
        self.setColumnHidden(FindingColumn.TAGS, self.width() < TAGS_ROOM)
        self._account.shows_tags = self.width() < TAGS_ROOM
        super().resizeEvent(event)


def _answer(row: object) -> Sign | None:
    return answer_sign(row.answer) if isinstance(row, FindingRow) else None


def _flags(row: object) -> Sequence[Pill]:
    return row.flags if isinstance(row, FindingRow) else ()


def _tags(row: object) -> Sequence[Pill]:
    return [Pill(tag) for tag in row.tags] if isinstance(row, FindingRow) else ()
