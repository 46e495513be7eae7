"""The inbox: who was named and waits for a decision, with the buttons on the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from allybook.domain.book.entry import Kind
from allybook.ui.aloud import say_aloud
from allybook.ui.delegates.views import NominationsView
from allybook.ui.keys import ALONE, plug_keys
from allybook.ui.models.nominations import NominationsModel, as_it_is
from allybook.ui.models.roles import Role
from allybook.ui.tabs.allies.ask import WIDTH
from allybook.ui.tabs.allies.fold import FoldHead
from allybook.ui.widgets.buttons import Button, FlatButton, IconButton, PrimaryButton
from allybook.ui.wording import count, dated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.ui.models.nominations import NominationRow
    from allybook.ui.tabs.allies.sayings import ChatDay
    from allybook.ui.theme.look import Look

ROWS = 3
"""So many nominations are in sight above the table; the rest scrolls."""
SMALL = "button_small"
SELECT = QItemSelectionModel.SelectionFlag


class Inbox(QWidget):
    """Nominations, strongest first; gone when there is none.

    ``approved``, ``decline_asked`` and ``put_off_asked`` carry record keys, ``current_changed`` one
    key; ``opened`` the key of a row that was asked for in full, ``evidence_asked`` that of one
    whose evidence was; ``emptied`` tells that the last row goes while the keyboard is here.
    Approving a person takes a second press, since a person was not asked yet.
    """

    approved = Signal(list)
    decline_asked = Signal(list)
    put_off_asked = Signal(list)
    current_changed = Signal(str)
    opened = Signal(str)
    evidence_asked = Signal(str)
    emptied = Signal()

    def __init__(
        self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._now = look, now
        self._rows: Sequence[NominationRow] = ()
        self._leaving: set[str] = set()
        self._later: list[str] = []
        self._asking: tuple[str, ...] = ()
        self._most = ROWS
        self.model = NominationsModel(self)
        self.view = NominationsView(look, self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.head = FoldHead(look, self.tr("Nominations"))
        self.head.folded_changed.connect(self._fold)
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(self._ask_no_more)
        self.view.doubleClicked.connect(lambda: self.opened.emit(self.current()))
        # After the view's own, which brings the current row back.
        self.model.modelReset.connect(self._place_buttons)
        self._add_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rows(
        self,
        rows: Sequence[NominationRow],
        origins: Sequence[ChatDay],
        quote: Callable[[NominationRow], NominationRow] = as_it_is,
    ) -> None:
        """Show these nominations; those put off for later stay at the end.

        ``quote`` gives a row with its quote, when it is in view.
        """
        self._rows = rows
        self.model.look_for_quotes(quote)
        keys = {row.key for row in rows}
        self._leaving &= keys
        # What is put off by now comes back when its time has come.
        waiting = {row.key for row in rows if not row.put_off}
        self._later = [key for key in self._later if key in waiting]
        self.head.show_words(count(len(rows)), self._from(origins))
        self._arrange()

    def let_go(self, keys: Sequence[str]) -> None:
        """Take rows away at once, while their decision is written down."""
        self._leaving.update(keys)
        self._arrange()

    def bring_back(self) -> None:
        """Show again what was taken away: the decision was not written, or was undone."""
        self._leaving.clear()
        self._arrange()

    def put_off(self, keys: Sequence[str]) -> None:
        """Move rows to the end of the list, from where they come back; no entry is written."""
        following = self._following(keys)
        self._later = [key for key in self._later if key not in keys] + list(keys)
        self._arrange()
        if following:
            self.view.go_to(following)
        self.put_off_asked.emit(list(keys))

    def _following(self, keys: Sequence[str]) -> str:
        """Return who comes after the current row once these leave it, if it is one of them."""
        if self.current() not in keys:
            return ""
        below = self.model.rows()[self.view.currentIndex().row() :]
        return next((row.key for row in below if row.key not in keys), "")

    def approve(self, keys: Sequence[str]) -> None:
        """Approve nominations; where persons are among them, ask once more before."""
        if set(keys) == set(self._asking):
            self._asking = ()
            self.model.ask("", "")
            self.approved.emit(list(keys))
            return
        persons = [row for row in self._rows if row.key in keys and row.kind is Kind.PERSON]
        if persons:
            self._ask(persons, keys)
        else:
            self.approved.emit(list(keys))

    def show_most(self, rows: int) -> None:
        """Show at most so many rows at once; 0 lets the list take all the room there is."""
        self._most = rows
        fills = QSizePolicy.Policy.Expanding if not rows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fills)
        self._fit()

    def current(self) -> str:
        """Return the key of the current row, or an empty one."""
        key = self.view.current_key()
        return key if isinstance(key, str) else ""

    def chosen(self) -> list[str]:
        """Return the keys of the selected rows, the current one at least."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        keys = [self.model.index(row, 0).data(Role.KEY) for row in rows]
        return keys or [key for key in (self.current(),) if key]

    def spot(self) -> QPoint:
        """Return the place on the screen where a question about the current row belongs."""
        row = self.view.visualRect(self.view.currentIndex())
        corner = row.bottomRight() - QPoint(WIDTH + self._look.space("l"), 0)
        return self.view.viewport().mapToGlobal(corner)

    def go_to(self, key: str) -> bool:
        """Make a nomination current; return whether it is here."""
        if self.model.row_of(key) is not None:
            self.head.set_folded(folded=False)
        return self.view.go_to(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row with the buttons in sight."""
        super().resizeEvent(event)
        self.view.scrollTo(self.view.currentIndex())

    def _ask(self, persons: Sequence[NominationRow], keys: Sequence[str]) -> None:
        """Ask in the row itself whether these persons know."""
        self._asking = tuple(keys)
        words = self.tr("A person. If they know of it, approve again.")
        if len(persons) > 1:
            words = self.tr("%1 are persons. If they know of it, approve again.")
            words = words.replace("%1", count(len(persons)))
        self.model.ask(self.current(), words)
        self._replace_buttons(self.view.currentIndex())
        say_aloud(self.view, words)

    def _ask_no_more(self) -> None:
        if self._asking:
            self._asking = ()
            self.model.ask("", "")
            self._replace_buttons(self.view.currentIndex())

    def _arrange(self) -> None:
        here, chosen = self.view.currentIndex().row(), self.view.selectionModel()
        late = {key: place for place, key in enumerate(self._later)}
        rows = [row for row in self._rows if row.key not in self._leaving]
        rows.sort(key=lambda row: late.get(row.key, -1))
        if rows != list(self.model.rows()):
            # The buttons go with their row; the keyboard stays in the list.
            held = self.view.isAncestorOf(QApplication.focusWidget() or self)
            self.model.show(rows)
            if held and rows:
                self.view.setFocus()
            elif held:
                self.emptied.emit()
        self.setVisible(bool(rows))
        if rows and not self.view.currentIndex().isValid():
            to = self.model.index(min(max(here, 0), len(rows) - 1), 0)
            # Those who are still chosen stay so, and nobody else is.
            how = SELECT.NoUpdate if chosen.hasSelection() else SELECT.ClearAndSelect | SELECT.Rows
            chosen.setCurrentIndex(to, how)
        self._fit()

    def _fit(self) -> None:
        row, rows = self._look.height("nomination_row"), len(self.model.rows())
        if self._most:
            self.view.setFixedHeight(row * min(rows, self._most))
        else:
            self.view.setMinimumHeight(row)
            self.view.setMaximumHeight(16_777_215)

    def _fold(self, folded: bool) -> None:  # noqa: FBT001 (a signal's)
        self.view.setVisible(not folded)

    def _current_changed(self, current: QModelIndex, former: QModelIndex) -> None:
        if former.isValid():
            self.view.setIndexWidget(former, None)  # type: ignore[arg-type]
        self._ask_no_more()
        self._place_buttons()
        if current.isValid():
            self.current_changed.emit(self.current())

    def _place_buttons(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.view.indexWidget(index) is None:
            self.view.setIndexWidget(index, self._make_buttons(self.current()))

    def _replace_buttons(self, index: QModelIndex) -> None:
        if index.isValid():
            held = self.view.isAncestorOf(QApplication.focusWidget() or self)
            self.view.setIndexWidget(index, self._make_buttons(self.current()))
            if held:
                self.view.setFocus()

    def _make_buttons(self, key: str) -> QWidget:
        look, holder = self._look, QWidget()
        yes = self.tr("Yes, approve") if key in self._asking else self.tr("Approve")
        approve = PrimaryButton(look, yes, "check", size=SMALL)
        said = IconButton(look, "messages-square", self.tr("What speaks for and against (E)"))
        decline = Button(look, self.tr("Decline…"), size=SMALL)
        later = FlatButton(look, self.tr("Later"), size=SMALL)
        approve.setToolTip(self.tr("Approve (A)"))
        decline.setToolTip(self.tr("Decline, with a reason (D)"))
        later.setToolTip(self.tr("Decide tomorrow: until then it waits at the end (L)"))
        approve.clicked.connect(lambda: self.approve(self._asking or [key]))
        decline.clicked.connect(lambda: self.decline_asked.emit([key]))
        later.clicked.connect(lambda: self.put_off([key]))
        said.clicked.connect(lambda: self.evidence_asked.emit(key))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, look.space("l"), 1)
        row.setSpacing(look.space("m"))
        row.addStretch(1)
        for button in (approve, decline, later, said):
            row.addWidget(button)
        holder.setMinimumWidth(row.sizeHint().width())
        return holder

    def _add_keys(self) -> None:
        acts = {
            "A": lambda: self.approve(self.chosen()),
            "D": lambda: self.decline_asked.emit(self.chosen()),
            "L": lambda: self.put_off(self.chosen()),
            "E": lambda: self.evidence_asked.emit(self.current()),
            "Esc": self._ask_no_more,
            "Return": lambda: self.opened.emit(self.current()),
            "Enter": lambda: self.opened.emit(self.current()),
        }
        plug_keys((self.view,), acts, context=ALONE)

    def _from(self, origins: Sequence[ChatDay]) -> str:
        if not origins:
            return ""
        first, now = origins[0], self._now()
        if len(origins) == 1:
            words = self.tr("from the #%1 chat of %2")
            return words.replace("%2", dated(first.day, now)).replace("%1", first.tag)
        if len({origin.tag.lower() for origin in origins}) > 1:
            return self.tr("from %n chats", "", len(origins))
        days = sorted(origin.day for origin in origins)
        words = self.tr("from the #%1 chats of %2 to %3").replace("%3", dated(days[-1], now))
        return words.replace("%2", dated(days[0], now)).replace("%1", first.tag)
