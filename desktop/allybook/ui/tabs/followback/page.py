"""The parts of the tab, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from allybook.services.check.manners import read_manners
from allybook.ui.delegates.views import FindingsView
from allybook.ui.frame.panes import ThreePanes
from allybook.ui.models.findings import FindingsModel
from allybook.ui.tabs.followback.band import Band
from allybook.ui.tabs.followback.details import AccountDetails
from allybook.ui.tabs.followback.manners import GraceNote, MannersBox
from allybook.ui.tabs.followback.sifter import Sifter
from allybook.ui.widgets.buttons import Button, FlatButton, IconButton
from allybook.ui.widgets.empty import EmptyState
from allybook.ui.widgets.header import GivingHeader
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.tick_list import TickList
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.empty import Emptiness


LEAST_ROWS = 96
"""What the answers keep of a low window: the head of the table and two rows; the rest scrolls."""


class FollowBackPage(QWidget):
    """Everything that one sees of the tab; what it does is the tab's.

    ``start_asked`` tells which of the ways to start was chosen.
    """

    start_asked = Signal(str)
    empty: EmptyState | None = None
    _emptiness: Emptiness | None = None
    _to_do = 0

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._bars = QWidget()
        self._answers = QWidget()
        self._list = Scroll(self._answers)
        self._work = QWidget()
        self._stack = QStackedWidget()

    def build(self) -> Iterator[None]:
        """Make the parts; between two of them the window may have its turn."""
        look = self._look
        self.model = FindingsModel(self.now, self)
        self.findings = FindingsView(look, self.model)
        yield
        self.places = PlacesPane(look, self.tr("Places of the follow-back tab"))
        yield
        self.header = GivingHeader(look)
        self.header.show_words(self.tr("Who follows back"))
        self.check_button = PriceButton(look, self.tr("Check"), "refresh-cw")
        self.ways_button = IconButton(
            look, "sliders-horizontal", self.tr("Other ways to check, with their prices")
        )
        self.more_button = IconButton(look, "ellipsis", self.tr("More, as the places are folded"))
        self.more = Menu(look, self.more_button)
        yield
        self.note = Note(look, Mood.WARN, closable=True)
        self.progress = ProgressCard(look, "")
        yield
        self.band = Band(look, Qt.Edge.BottomEdge)
        self.bridge = self.band.bridge
        yield
        self.sifter = Sifter(look)
        yield
        yield from self._build_side()

    def _build_side(self) -> Iterator[None]:
        """Make what stands beside the answers, and lay all of it out."""
        look = self._look
        self.ticks_button = FlatButton(look, "", "list-checks")
        self.report_button = FlatButton(look, self.tr("Report"), "download")
        self.tick_list = TickList(look)
        yield
        self.details = AccountDetails(look)
        yield
        self.grace = GraceNote(look)
        self.manners = MannersBox(look)
        yield
        self.compare_button = Button(
            look, self.tr("Compare two dates"), "calendar-days", size="button_small"
        )
        self.nothing = Words(look, self.tr("Nobody fits all of that."), "ui", "text_3")
        yield
        self._lay_out()
        side = self._lay_out_side()
        yield
        self.panes = ThreePanes(look, self.places, self._work, side, self)
        self._column.addWidget(self.panes)
        yield
        self.manners.show_manners(read_manners(self._desk))

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone(self._desk.clock.zone)

    def say(self, what: str, rest: str = "", mood: Mood = Mood.WARN) -> None:
        """Say something above the answers; nothing takes the note away."""
        self.note.tell(what, rest, mood)
        self._fit_bars()

    def refuse(self, error: AllybookError) -> None:
        """Say what went wrong: what happened, then the rest of the sentence."""
        self.note.tell_error(error)
        self._fit_bars()

    def show_step(self, step: Step | None) -> None:
        """Show how far the work is, or that there is none."""
        self.progress.setVisible(step is not None)
        if step is not None:
            self.progress.show_step(step)
        self._fit_bars()

    def show_to_do(self, number: int) -> None:
        """Lead to the tick list, where there is something on it and it is folded away."""
        self._to_do = number
        words = self.tr("Tick list, %1").replace("%1", count(number))
        self.ticks_button.setText(words)
        self.ticks_button.updateGeometry()
        self.ticks_button.setVisible(number > 0 and self.panes.details_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lead to the tick list, and to what stands by the places, where they are folded away."""
        super().resizeEvent(event)
        self.show_to_do(self._to_do)
        self.more_button.setVisible(self.width() < self._look.width("fold_sidebar"))

    def _open_more(self) -> None:
        below = self.more_button.rect().bottomLeft()
        self.more.popup(self.more_button.mapToGlobal(below))

    def _open_ticks(self) -> None:
        self.panes.open_details()

    def show_nobody(self, *, nobody: bool) -> None:
        """Say in place of rows that nobody is left of them, or say nothing."""
        self.nothing.setVisible(nobody)

    def show_list(self) -> None:
        """Show the answers."""
        self._stack.setCurrentWidget(self._list)
        self._drop_empty()

    def show_empty(self, emptiness: Emptiness) -> None:
        """Show ways to start in place of the answers; the same ones stay as they are."""
        if self.empty is not None and self._emptiness == emptiness:
            return
        empty = EmptyState(self._look, emptiness)
        empty.chosen.connect(self.start_asked)
        self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty)
        self._drop_empty()
        self.empty, self._emptiness = empty, emptiness

    def _fit_bars(self) -> None:
        """Give no room to bars that are not there."""
        self._bars.setVisible(not (self.note.isHidden() and self.progress.isHidden()))

    def _drop_empty(self) -> None:
        if self.empty is not None:
            self._stack.removeWidget(self.empty)
            self.empty.deleteLater()
            self.empty = None

    def _lay_out(self) -> None:
        look = self._look
        bars, column = QVBoxLayout(self._bars), QVBoxLayout(self._work)
        self._column = QVBoxLayout(self)
        for layout in (column, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        bars.setContentsMargins(look.space("l"), 0, look.space("l"), look.space("l"))
        bars.setSpacing(look.space("s"))
        self.ticks_button.hide()
        self.report_button.hide()
        self.ticks_button.clicked.connect(self._open_ticks)
        self.header.add_action(self.ticks_button)
        self.header.add_giving(self.report_button)
        self.header.add_action(self.check_button)
        self.header.add_action(self.ways_button)
        self.header.add_action(self.more_button)
        self.more_button.hide()
        self.more_button.clicked.connect(self._open_more)
        for bar in (self.note, self.progress):
            bar.hide()
            bars.addWidget(bar)
        self._fit_bars()
        self.note.closed.connect(self._fit_bars)
        self._stack.addWidget(self._list)
        column.addWidget(self.header)
        column.addWidget(self._bars)
        column.addWidget(self._stack, 1)
        self._lay_out_list()
        self._lay_out_places()

    def _lay_out_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick_list)
        column.addWidget(self.details, 1)
        column.addWidget(self.grace)
        return side

    def _lay_out_list(self) -> None:
        column, below = QVBoxLayout(self._answers), QVBoxLayout(self.findings.viewport())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.band, self.sifter):
            column.addWidget(part)
        self.findings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        rows = QHBoxLayout()
        rows.addStrut(LEAST_ROWS)
        rows.addWidget(self.findings)
        column.addLayout(rows, 1)
        side = self._look.space("l")
        below.setContentsMargins(side, side, side, 0)
        below.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.nothing.hide()

    def _lay_out_places(self) -> None:
        self.compare_button.hide()
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.compare_button)
        row.addStretch(1)
        self.places.add_widget(around)
        self.places.add_widget(self.manners)
        self.places.show_foot(
            self.tr("Many people only read. Nobody should be judged by numbers alone.")
        )
