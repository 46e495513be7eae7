"""The table of allies: what each column is painted and written with."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractItemDelegate

from allybook.ui.delegates.ally import AllyDelegate, ShownAlly
from allybook.ui.delegates.cells import PillsDelegate, SignDelegate, TextDelegate
from allybook.ui.delegates.editing import CategoryDelegate, KindDelegate, TagsDelegate
from allybook.ui.delegates.row import UNTOLD, RowDelegate
from allybook.ui.delegates.table_view import TableView
from allybook.ui.models.allies import AllyColumn, AllyRow, Listed, listed_text
from allybook.ui.models.column_plan import HIDDEN
from allybook.ui.models.pills import Pill
from allybook.ui.models.signs import Sign, answer_sign, status_sign
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from allybook.ui.delegates.row import Cell
    from allybook.ui.models.ally_table import AlliesModel
    from allybook.ui.theme.look import Look

ALLY_WIDTHS = {
    AllyColumn.CATEGORY: 88,
    AllyColumn.TAGS: 136,
    AllyColumn.STATUS: 100,
    AllyColumn.FOLLOW_BACK: 96,
    AllyColumn.LAST_POST: 84,
    AllyColumn.HANDLE: 128,
    AllyColumn.KIND: 104,
    AllyColumn.LISTED: 96,
    AllyColumn.FLAGS: 144,
    AllyColumn.NOMINATED_BY: 136,
}
LISTED_LOOK = {
    Listed.ON_LIST: ("list-checks", "accent_text"),
    Listed.WAITING: ("hourglass", "text_2"),
    Listed.LEAVING: ("user-round-x", "text_2"),
}
NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
FORMER = QAbstractItemDelegate.EndEditHint.EditPreviousItem
NOTHING_MORE = QAbstractItemDelegate.EndEditHint.NoHint


class AlliesView(TableView):
    """The allies of a book, sorted by name at first.

    ``words`` are those in use, by column, to complete from while one writes.
    """

    def __init__(self, look: Look, model: AlliesModel, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.words: dict[AllyColumn, Sequence[str]] = {}
        self.setModel(model)
        self.set_columns(ALLY_WIDTHS, stretched=AllyColumn.ALLY)
        self.set_delegates(
            {
                AllyColumn.ALLY: NameDelegate(look, self),
                AllyColumn.CATEGORY: CategoryDelegate(
                    look, lambda: self._words(AllyColumn.CATEGORY), self, role_of=_category_role
                ),
                AllyColumn.TAGS: TagsDelegate(
                    look, _tags, lambda: self._words(AllyColumn.TAGS), self
                ),
                AllyColumn.STATUS: SignDelegate(look, _status, self),
                AllyColumn.FOLLOW_BACK: SignDelegate(look, _answer, self),
                AllyColumn.LAST_POST: TextDelegate(look, "text_3", self),
                AllyColumn.HANDLE: HandleDelegate(look, "text_2", self),
                AllyColumn.KIND: KindDelegate(look, "text_2", self),
                AllyColumn.LISTED: SignDelegate(look, _listed, self),
                AllyColumn.FLAGS: PillsDelegate(look, _flags, self),
                AllyColumn.NOMINATED_BY: TextDelegate(look, "text_2", self),
            }
        )
        self._tell_gists()
        for column in HIDDEN:
            self.setColumnHidden(column, True)  # noqa: FBT003 (Qt's)
        self.sort_by(AllyColumn.ALLY)
        self.setAccessibleName(translate("views", "Allies"))

    def _tell_gists(self) -> None:
        for column, gist in GISTS.items():
            delegate = self.itemDelegateForColumn(column)
            if isinstance(delegate, RowDelegate):
                delegate.gist = gist

    def edit_current(self) -> bool:
        """Write in the current cell, or in the first of its row that can be written."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        columns = [index.column(), *self._in_order()]
        return any(self._write_in(index.siblingAtColumn(column)) for column in columns)

    def closeEditor(  # noqa: N802 (Qt's name)
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go on with the next or the former cell that can be written, as Tab asks."""
        index = self.indexAt(editor.geometry().center())
        super().closeEditor(editor, NOTHING_MORE if hint in (NEXT, FORMER) else hint)
        if hint not in (NEXT, FORMER) or not index.isValid():
            return
        columns = self._in_order()
        here = columns.index(AllyColumn(index.column()))
        rest = columns[here + 1 :] if hint == NEXT else columns[:here][::-1]
        any(self._write_in(index.siblingAtColumn(column)) for column in rest)

    def _in_order(self) -> list[AllyColumn]:
        """Return the columns in sight, from the left."""
        head = self.horizontalHeader()
        shown = [one for one in AllyColumn if not self.isColumnHidden(one)]
        return sorted(shown, key=head.visualIndex)

    def _write_in(self, index: QModelIndex) -> bool:
        """Open the editor of a cell that is in sight and can be written."""
        if self.isColumnHidden(index.column()):
            return False
        return self.edit(index, self.EditTrigger.AllEditTriggers, None)  # type: ignore[call-overload, no-any-return]

    def _words(self, column: AllyColumn) -> Sequence[str]:
        return self.words.get(column, ())


class NameDelegate(AllyDelegate):
    """Paints who a row is about; a handle that has a column of its own is not said twice."""

    def read(self, cell: Cell) -> ShownAlly | None:
        """Return who the row is about."""
        shown, view = super().read(cell), cell.view
        low = cell.rect.height() < self.look.height("table_row")
        if shown and low and isinstance(view, AlliesView):
            own = not view.isColumnHidden(AllyColumn.HANDLE)
            return replace(shown, under="") if own else shown
        return shown


class HandleDelegate(TextDelegate):
    """Paints a handle, which is no other row's."""

    alike = False


def _category_role(row: object) -> str:
    several = isinstance(row, AllyRow) and row.versions.get("category", 0) > 1
    return "warn" if several else "text"


def _tags(row: object) -> Sequence[Pill]:
    return [Pill(tag) for tag in row.tags] if isinstance(row, AllyRow) else ()


def _status(row: object) -> Sign | None:
    return status_sign(row.status) if isinstance(row, AllyRow) else None


def _answer(row: object) -> Sign | None:
    """Return the answer in one ink: in this table green means *on the list*."""
    if not isinstance(row, AllyRow) or row.answer is None:
        return None
    return replace(answer_sign(row.answer), role="text_2")


def _listed(row: object) -> Sign | None:
    if not isinstance(row, AllyRow) or row.listed is None:
        return None
    return Sign(listed_text(row), *LISTED_LOOK[row.listed])


def _flags(row: object) -> Sequence[Pill]:
    return row.flags if isinstance(row, AllyRow) else ()


def _category(row: AllyRow) -> Hashable:
    return row.category, row.versions.get("category", 0)


def _last_post(row: AllyRow) -> Hashable:
    # When somebody posted is said by the clock.
    return row.last_post and UNTOLD


GISTS: Mapping[AllyColumn, Callable[[AllyRow], Hashable]] = {
    AllyColumn.CATEGORY: _category,
    AllyColumn.TAGS: attrgetter("tags"),
    AllyColumn.STATUS: attrgetter("status"),
    AllyColumn.FOLLOW_BACK: attrgetter("answer"),
    AllyColumn.LAST_POST: _last_post,
    AllyColumn.KIND: attrgetter("kind"),
    AllyColumn.LISTED: attrgetter("listed"),
    AllyColumn.FLAGS: attrgetter("flags"),
    AllyColumn.NOMINATED_BY: attrgetter("nominated_by"),
}
"""What of a row each column follows from."""
