"""Activity at work: opens the panel, does what is asked there, and says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.acts.outbox import Act
from allybook.domain.acts.ticks import Tick, TickState
from allybook.domain.errors import AllybookError
from allybook.services.publish.take_back import drop, plan_take_back, take_back
from allybook.services.publish.ticks import lay_opposite, mark_opened, settle_tick, unsettle_tick
from allybook.ui.dialogs.activity.dialog import ActivityDialog
from allybook.ui.dialogs.activity.offers import OfferKind
from allybook.ui.dialogs.activity.quoting import view_of
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.direction import set_apart
from allybook.ui.opening import open_in_browser
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import halves, in_words, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.services.publish.take_back import TakeBack, TakenBack
    from allybook.ui.dialogs.activity.rows import ActivityRow
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.opening import Opener
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket


class Activity(QObject):
    """Outlives its panel, so that what is being taken back goes on when that is closed.

    ``wanted`` names a tab that was chosen there; ``opener`` opens addresses.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._look, self._jobs, self._hub = desk, look, jobs, hub
        self._window = window
        self._ticket: Ticket | None = None
        self.panel: ActivityDialog | None = None
        self.quote: QuoteDialog | None = None
        self.opener: Opener = open_in_browser

    def open(self) -> None:
        """Open the panel over the window; one is enough."""
        if self.panel is not None:
            self.panel.raise_()
            return
        panel = ActivityDialog(self._desk, self._look, self._jobs, self._hub, self._window)
        self.panel = panel
        panel.acted.connect(self._act)
        panel.wanted.connect(self.wanted)
        panel.progress.stop_asked.connect(self._stop)
        panel.finished.connect(self._forget_panel)
        panel.set_busy(busy=self._ticket is not None)
        panel.open()

    def _act(self, way: str, row: ActivityRow) -> None:
        one = row.one
        if isinstance(one, Act):
            self._act_on_act(way, one, row)
        else:
            self._act_on_tick(way, one)

    def _act_on_act(self, way: str, act: Act, row: ActivityRow) -> None:
        desk = self._desk
        if way == OfferKind.DROP:
            self._write(lambda: drop(desk, act.act_id))
        elif way in {OfferKind.TAKE_BACK, OfferKind.SEND} and self._ticket is None:
            self._ask(act, row)

    def _act_on_tick(self, way: str, tick: Tick) -> None:
        desk, key = self._desk, tick.tick_id
        match way:
            case OfferKind.OPEN:
                self._open(tick)
            case OfferKind.DONE:
                self._write(lambda: settle_tick(desk, key, TickState.DONE))
            case OfferKind.SKIP:
                self._write(lambda: settle_tick(desk, key, TickState.SKIPPED))
            case OfferKind.UNMARK:
                self._write(lambda: unsettle_tick(desk, key))
            case OfferKind.LOOK:
                self._look_at(tick.page)
            case OfferKind.OPPOSITE:
                self._jobs.act(
                    self,
                    lambda _ticket: lay_opposite(desk, tick),
                    done=self._open,
                    failed=self._refuse,
                )

    def _ask(self, act: Act, row: ActivityRow) -> None:
        """Say what taking back does and costs, before it is done."""
        desk = self._desk
        self._jobs.read(
            self,
            lambda _ticket: plan_take_back(desk, act),
            done=lambda plan: self._show_quote(plan, row),
            failed=self._refuse,
        )

    def _show_quote(self, plan: TakeBack, row: ActivityRow) -> None:
        if self.quote is not None:
            return
        view = view_of(self._desk, plan, row)
        self.quote = QuoteDialog(self._look, view, self.panel or self._window)
        self.quote.accepted.connect(lambda: self._start(plan, row.who.name))
        self.quote.destroyed.connect(self._forget_quote)
        self.quote.open()

    def _start(self, plan: TakeBack, name: str) -> None:
        desk = self._desk
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: take_back(desk, plan, ticket),
            done=lambda taken: self._finish(taken, name),
            failed=self._fail,
            progress=self._advance,
        )
        self._show_busy()

    def _advance(self, done: int, total: int) -> None:
        if self.panel is not None:
            self.panel.progress.show_step(Step(done, total, pause=pause_of(self._ticket)))

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _finish(self, taken: TakenBack, name: str) -> None:
        self._end()
        name = set_apart(name)
        if taken.done:
            words = self.tr("%1: taken back.").replace("%1", name)
            self._say(words, self.tr("Checked on X."), Mood.DONE)
            return
        why = told(taken.error) if taken.error else in_words(taken.stopped or taken.act.detail)
        what = self.tr("%1: not taken back yet.").replace("%1", name)
        self._say(what, why, Mood.WARN)

    def _fail(self, error: AllybookError) -> None:
        self._end()
        self._refuse(error)

    def _end(self) -> None:
        self._ticket = None
        self._show_busy()

    def _show_busy(self) -> None:
        if self.panel is not None:
            self.panel.set_busy(busy=self._ticket is not None)

    def _open(self, tick: Tick) -> None:
        try:
            address = tick.address
        except AllybookError as error:
            self._refuse(error)
            return
        if self._look_at(address):
            desk = self._desk
            self._write(lambda: mark_opened(desk, tick.tick_id))

    def _look_at(self, address: str) -> bool:
        if self.opener(address):
            return True
        if self.panel is not None:
            self.panel.tell_unopened(address)
        else:
            self._hub.unopened.emit(address)
        return False

    def _write(self, work: Callable[[], object]) -> None:
        self._jobs.act(self, lambda _ticket: work(), done=lambda _done: None, failed=self._refuse)

    def _refuse(self, error: AllybookError) -> None:
        self._say(*halves(told(error)), Mood.WARN)

    def _say(self, what: str, rest: str, mood: Mood) -> None:
        """Say it where the person is: in the panel, or over the window."""
        if self.panel is not None:
            self.panel.say(what, rest, mood)
        elif mood is not Mood.DONE:
            self._hub.trouble.emit(f"{what} {rest}".strip())

    def _forget_panel(self) -> None:
        self.panel = None

    def _forget_quote(self) -> None:
        self.quote = None
