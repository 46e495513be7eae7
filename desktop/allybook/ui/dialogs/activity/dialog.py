"""The Activity panel: everything that was sent to X from here, or waits; most can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from allybook.services.publish.activity import is_waiting
from allybook.ui.dialogs.activity.foot import ActivityFoot
from allybook.ui.dialogs.activity.offers import Offer, offer_of, what_of
from allybook.ui.dialogs.activity.rows import ActivityRow, read_rows
from allybook.ui.dialogs.activity.view import ActivityModel, ActivityView
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.models.roles import Role
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.empty import Emptiness, EmptyState, StartWay
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.progress import ProgressCard
from allybook.ui.widgets.words import Rule
from allybook.ui.wording import count, halves, told, translate

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.dialogs.activity.rows import Row
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

WIDTH = 720
HEIGHT = 640
LEAST = 360
# What is left of the window above and below.
EDGE = 48
ALLIES, FOLLOWBACK = "allies", "followback"


class ActivityDialog(CardDialog):
    """Shows what the outbox and the tick list hold. ``acted`` tells a way and the row it is about.

    ``wanted`` names a tab that was chosen while nothing was sent yet.
    """

    acted = Signal(str, object)
    wanted = Signal(str)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> None:
        super().__init__(look, translate("activity", "Activity"), parent, width=WIDTH)
        self._desk, self._jobs = desk, jobs
        self._busy = False
        self._offered: ActivityRow | None = None
        self.model = ActivityModel(self)
        self.view = ActivityView(look, self.model)
        self.header = PageHeader(look, translate("activity", "Activity"))
        self.note = Note(look, Mood.DONE, closable=True)
        self.progress = ProgressCard(look, translate("activity", "Taking it back"))
        self.empty = EmptyState(look, _nothing())
        self.foot = ActivityFoot(look)
        self._line = Rule(look)
        self._bars = QWidget()
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect(hub)
        self._later.start()

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone(self._desk.clock.zone)

    def needed_height(self) -> int:
        """Return as much of the window as leaves its edges in sight."""
        below = self.parentWidget()
        room = below.window().height() - 2 * EDGE if below else HEIGHT
        return max(LEAST, min(HEIGHT, room))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the list."""
        super().showEvent(event)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, what: str, rest: str = "", mood: Mood = Mood.DONE) -> None:
        """Say what came of something, above the list."""
        self.note.tell(what, rest, mood)
        self._fit_bars()

    def tell_unopened(self, address: str) -> None:
        """Say above the list that no browser took an address, and offer it."""
        self.note.tell_unopened(address)
        self._fit_bars()

    def set_busy(self, *, busy: bool) -> None:
        """Show that something is being taken back; until then nothing else is."""
        self._busy = busy
        self.progress.setVisible(busy)
        self._fit_bars()
        self.foot.set_busy(busy=busy)
        self._show_current()

    def go_to(self, key: str) -> bool:
        """Make an act or a tick current; return whether it is here."""
        return self.view.go_to(key)

    def current(self) -> ActivityRow | None:
        """Return the current row, unless that is a heading."""
        row = self.view.currentIndex().data(Role.ROW)
        return row if isinstance(row, ActivityRow) else None

    def _read(self) -> None:
        desk, now = self._desk, self.now()
        self._jobs.read(
            self,
            lambda _ticket: read_rows(desk, now),
            done=self._show,
            failed=lambda error: self._refuse(error, self.current()),
        )

    def _refuse(self, error: AllybookError, row: ActivityRow | None) -> None:
        """Say why something was not read; what may be over by now is not offered."""
        self.say(*halves(told(error)), Mood.DANGER)
        if row == self.current():
            self._offer_nothing(row)

    def _show(self, rows: tuple[Row, ...]) -> None:
        self.model.show(rows)
        self.view.show_first()
        things = [row.one for row in rows if isinstance(row, ActivityRow)]
        waiting = sum(map(is_waiting, things))
        self._stack.setCurrentWidget(self.view if things else self.empty)
        for part in (self.foot, self._line):
            part.setVisible(bool(things))
        words = translate("activity", "What was sent to X from here, and what you did by hand")
        if waiting:
            words = translate("activity", "%1 waiting, %2 in all")
            if waiting == 1:
                words = translate("activity", "1 waiting, %2 in all")
            words = words.replace("%2", count(len(things))).replace("%1", count(waiting))
        self.header.show_words(translate("activity", "Activity"), words)
        self._show_current()

    def _show_current(self) -> None:
        """Say at once what the row is; what can be done about it is found out in the background.

        Of the same row all stays until then: something changes with every act that is sent.
        """
        row, desk, now = self.current(), self._desk, self.now()
        if row is None or self._offered is None or row.key != self._offered.key:
            self._offer_nothing(row)
        if row is not None:
            self._jobs.read(
                self,
                lambda _ticket: offer_of(desk, row, now),
                done=lambda offer: self._offer(row, offer),
                failed=lambda error: self._refuse(error, row),
            )

    def _offer_nothing(self, row: ActivityRow | None) -> None:
        """Say of a row only what it is."""
        self._offered = None
        self.foot.show_offer(Offer(what_of(row), "") if row else None)

    def _offer(self, row: ActivityRow, offer: Offer) -> None:
        """Offer what can be done, unless another row is current by now."""
        if row == self.current():
            self._offered = row
            self.foot.show_offer(offer, busy=self._busy)

    def _act(self, way: str) -> None:
        if self._offered is not None:
            self.acted.emit(way, self._offered)

    def _choose(self, tab: str) -> None:
        self.wanted.emit(tab)
        self.accept()

    def _heard(self, changed: Changed) -> None:
        if changed.outbox or changed.ticks or changed.accounts or changed.lists:
            self._later.start()

    def _fit_bars(self) -> None:
        """Give no room to bars that are not there."""
        self._bars.setVisible(not (self.note.isHidden() and self.progress.isHidden()))

    def _connect(self, hub: Hub) -> None:
        self._later.timeout.connect(self._read)
        hub.changed.connect(self._heard)
        hub.line_changed.connect(self._show_current)
        hub.day_began.connect(self._later.start)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.foot.asked.connect(self._act)
        self.foot.left.connect(self.view.setFocus)
        self.empty.chosen.connect(self._choose)
        self.note.closed.connect(self._fit_bars)

    def _lay_out(self) -> None:
        look = self._look
        page, bars = QVBoxLayout(self), QVBoxLayout(self._bars)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        side = look.space("l")
        bars.setContentsMargins(side, 0, side, look.space("m"))
        bars.setSpacing(look.space("s"))
        for bar in (self.note, self.progress):
            bar.hide()
            bars.addWidget(bar)
        self._bars.hide()
        cross = IconButton(look, "x", translate("activity", "Close"), size="button")
        cross.clicked.connect(self.accept)
        self.header.add_action(cross)
        for part in (self.view, self.empty):
            self._stack.addWidget(part)
        page.addWidget(self.header)
        page.addWidget(self._bars)
        page.addWidget(Rule(look))
        page.addWidget(self._stack, 1)
        page.addWidget(self._line)
        page.addWidget(self.foot)


def _nothing() -> Emptiness:
    return Emptiness(
        translate("activity", "What will you do first?"),
        translate(
            "activity",
            "Everything that Allybook sends to X for you stands here, with its price, and most of "
            "it can be taken back.",
        ),
        (
            StartWay(
                ALLIES,
                "book-user",
                translate("activity", "Publish your allies"),
                translate("activity", "Approve some, then put them on an X List"),
            ),
            StartWay(
                FOLLOWBACK,
                "arrow-left-right",
                translate("activity", "See who follows back"),
                translate("activity", "Then follow on X by hand, one at a time, free"),
            ),
        ),
        drawing=("book-user", "send", "user-round"),
    )
