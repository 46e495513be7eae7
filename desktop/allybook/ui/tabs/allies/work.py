"""The middle of the tab: head and notices, then inbox and table, or ways to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from allybook.ui.models.ally_table import AlliesModel
from allybook.ui.tabs.allies.bar import Bar
from allybook.ui.tabs.allies.inbox import Inbox
from allybook.ui.tabs.allies.nobody import Nobody, emptiness
from allybook.ui.tabs.allies.notices import Notices
from allybook.ui.tabs.allies.places import NOMINATIONS
from allybook.ui.tabs.allies.refusal import Refusal
from allybook.ui.tabs.allies.table import AlliesTable
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.empty import EmptyState
from allybook.ui.widgets.header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.domain.errors import FilterError
    from allybook.ui.tabs.allies.page import Hint
    from allybook.ui.theme.look import Look

# With less height than this, one nomination above the table is enough.
TIGHT = 480
ROOMY = 600
GAP = 4


class Work(QWidget):
    """What stands between the places and the details; ``way_chosen`` carries a way to start."""

    way_chosen = Signal(str)

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._look = look
        self._now = now
        self._hint: Hint | None = None
        self.empty: EmptyState | None = None
        self._only_inbox = False
        self._refused: tuple[str, FilterError] | None = None

    def build(self) -> Iterator[None]:
        """Make the parts; between two of them the window may have its turn."""
        look = self._look
        self.header = PageHeader(look, lined=True)
        self.notices = Notices(look)
        yield
        self.inbox = Inbox(look, self._now)
        yield
        self.bar = Bar(look)
        yield
        self.model = AlliesModel(self._now, self)
        self.table = AlliesTable(look, self.model)
        yield
        self.nobody = Nobody(look)
        self.add_first = Button(look, self.tr("Add allies"), "plus")
        self._book, self._rows = QWidget(), QStackedWidget()
        self._pages = QStackedWidget()
        self.refusal = Refusal(look, self._book)
        yield
        self.bar.rested.connect(self._tell_refusal)
        self.bar.field.left.connect(self._into_table)
        self.model.modelReset.connect(self._choose_rows)
        self._lay_out()

    def show_book(self, name: str) -> None:
        """Show the inbox and the table of a book."""
        self.header.show_words(name)
        self.add_first.hide()
        self._pages.setCurrentWidget(self._book)

    def show_empty(self, name: str, hint: Hint | None) -> None:
        """Show ways to start a book that has nobody in it yet."""
        self.header.show_words(name)
        self.add_first.show()
        if self.empty is None or hint != self._hint:
            self._hint = hint
            former, self.empty = self.empty, EmptyState(self._look, emptiness(hint, self._now()))
            self.empty.chosen.connect(self.way_chosen)
            self._pages.addWidget(self.empty)
            if former is not None:
                self._pages.removeWidget(former)
                former.deleteLater()
        self._pages.setCurrentWidget(self.empty)

    def show_place(self, place: str, *, named: bool) -> None:
        """Make room for what a place shows; ``named`` where there are nominations."""
        self._only_inbox = place == NOMINATIONS and named
        self.bar.setVisible(not self._only_inbox)
        self._rows.setVisible(not self._only_inbox)
        self.nobody.show_place(place, self.bar.text(), in_chips=bool(self.bar.strip.chips))
        self._fit()

    def refuse(self, error: FilterError | None) -> None:
        """Say why what is typed is not understood, as soon as nobody types any more."""
        typed = self.bar.field.text()
        self._refused = None if error is None else (typed, error)
        if error is None:
            self.refusal.tell(typed, None, 0)

    def _tell_refusal(self) -> None:
        if self._refused is None:
            return
        typed, error = self._refused
        field = self.bar.field
        at = self.bar.mapTo(self._book, field.geometry().bottomLeft())
        self.refusal.tell(typed, error, self._book.width() - 2 * at.x())
        self.refusal.move(at.x(), at.y() + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer nominations where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._only_inbox:
            self.inbox.show_most(0)
        else:
            height = self.height()
            self.inbox.show_most(1 if height < TIGHT else 2 if height < ROOMY else 3)

    def _choose_rows(self) -> None:
        self._rows.setCurrentWidget(self.table if self.model.rowCount() else self.nobody)

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))

    def _lay_out(self) -> None:
        self._rows.addWidget(self.table)
        self._rows.addWidget(self.nobody)
        book, column = QVBoxLayout(self._book), QVBoxLayout(self)
        for layout in (book, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        book.addWidget(self.inbox)
        book.addWidget(self.bar)
        book.addWidget(self._rows, 1)
        self._pages.addWidget(self._book)
        self.header.add_action(self.add_first)
        self.add_first.hide()
        column.addWidget(self.header)
        column.addWidget(self.notices)
        column.addWidget(self._pages, 1)
