"""Publishing from the page's head: the price on the button, the quote, the work, the truth."""

from __future__ import annotations

import time
from datetime import timedelta
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from allybook.domain.acts.outbox import Deed, Outcome
from allybook.domain.errors import CostsMore
from allybook.services.publish.pace import SLOWLY, choose_pace, pace_of, usual
from allybook.services.publish.plan import plan_list
from allybook.services.publish.report import note_told
from allybook.ui.dialogs.pace import PaceSheet
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.prices import tag_of
from allybook.ui.tabs.allies import quoting
from allybook.ui.tabs.allies.holding import HeldTicket, Holding
from allybook.ui.tabs.allies.sending import Sent, send
from allybook.ui.tabs.allies.truth import Truth, tell
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.countdown import figures
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton, Tag
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import called, duration, halves, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from allybook.domain.acts.pace import Pace
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Pause, Ticket

EVERYONE = "everyone"
COPY = "copy"
SECOND_MS = 1_000


class Publisher(QObject):
    """``button`` opens the quote; ``progress`` and then ``note`` say what comes of it.

    ``sent`` carries a ``Sent`` when a run has ended, however it did; ``budget_asked`` says that the
    person wants to raise the budget first.
    """

    sent = Signal(object)
    budget_asked = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, notices: Notices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._window = parent
        self._page: BookPage | None = None
        self._ticket: Ticket | None = None
        self._truth: Truth | None = None
        self._names: Mapping[str, str] = {}
        self._began = desk.clock.now()
        self._monotonic = time.monotonic
        self._step = (0, 0)
        self._asked = 0
        self._quoting = False
        self._chosen = ("", 0)
        self.button = PriceButton(look, "", "send")
        self.button.clicked.connect(self.ask)
        self.dialog: QuoteDialog | None = None
        self.progress = ProgressCard(look, self.tr("Publishing to the X List"), pausable=True)
        self.progress.stop_asked.connect(self._stop)
        self.progress.pause_asked.connect(lambda: self._pause(held=True))
        self.progress.go_on_asked.connect(lambda: self._pause(held=False))
        self._hold = Holding()
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._count_down)
        self.pace_sheet: PaceSheet | None = None
        self.note = Note(look, closable=True)
        self.note.followed.connect(self._follow)
        notices.add(self.progress)
        notices.add(self.note)

    @property
    def running(self) -> bool:
        """Return whether a run is under way."""
        return self._ticket is not None

    def show_page(self, page: BookPage) -> None:
        """Say what publishing this page's book would do and cost, or that nothing is to be done."""
        if self._page is not None and self._page.info != page.info:
            # What came of one book says nothing about another.
            self.note.hide()
        self._page = page
        plan, why = page.plan, quoting.why_not(self._desk)
        needed = bool(plan.quote.steps)
        self.button.setVisible(needed or plan.list_id is not None)
        if self.running:
            self.button.show_verb(self.tr("Publishing"))
            self.button.show_tag(Tag())
        elif not needed and plan.askable and not why:
            self.button.show_verb(quoting.again_verb(plan))
            told = self.tr("X said no about them less than a month ago. You see the price first.")
            self.button.show_tag(Tag(plan=told))
        elif not needed:
            self.button.show_verb(self.tr("The X List is up to date"))
            told = quoting.waiting(plan) or self.tr("Nobody is to be added or taken off.")
            self.button.show_tag(Tag(plan=told))
        elif why:
            self.button.show_verb(quoting.verb_of(plan))
            self.button.show_tag(Tag(plan=why))
        else:
            self.button.show_verb(quoting.verb_of(plan))
            self.button.show_tag(tag_of(self._desk, plan.quote, aside=True))
        idle = not (needed or plan.askable)
        self.button.set_busy(busy=self.running or self._quoting or idle or bool(why))

    def ask(self) -> None:
        """Open the quote of what would be done now."""
        page = self._page
        if page is None or self.running or self._quoting:
            return
        self._chosen = ("", 0)
        if page.plan.quote.steps:
            self._open(page)
        elif page.plan.askable:
            self._ask_again(again=True)

    def _open(self, page: BookPage) -> None:
        view = quoting.view_of(self._desk, page.plan, page.rows.lines)
        self.dialog = QuoteDialog(self._look, view, self._window)
        self.dialog.choose(*self._chosen)
        self.dialog.accepted.connect(lambda: self._agree(page))
        self.dialog.pace_asked.connect(self._ask_pace)
        self.dialog.option.setChecked(page.plan.again)
        self.dialog.option.toggled.connect(lambda on: self._ask_again(again=on))
        self.dialog.budget_asked.connect(self.dialog.reject)
        self.dialog.budget_asked.connect(self.budget_asked)
        self._asked += 1
        self.dialog.destroyed.connect(partial(self._forget_dialog, self._asked))
        self.dialog.open()

    def _ask_pace(self) -> None:
        """Put the quote aside, ask how slowly, and quote again."""
        self._put_aside()
        desk = self._desk
        self.pace_sheet = PaceSheet(self._look, pace_of(desk), usual(desk), self._window)
        self.pace_sheet.chosen.connect(self._keep_pace)
        self.pace_sheet.rejected.connect(self._quote_again)
        self.pace_sheet.open()

    def _keep_pace(self, pace: Pace) -> None:
        """Keep a pace, and quote by it once it is kept."""
        desk = self._desk
        self._put_aside()
        self.button.set_busy(busy=True)
        self._jobs.keep(
            self,
            lambda: choose_pace(desk, pace),
            done=lambda _nothing: self._quote_again(),
            failed=self._fail,
        )

    def _quote_again(self) -> None:
        self.pace_sheet = None
        if self._page is not None:
            self._ask_again(again=self._page.plan.again)

    def _ask_again(self, *, again: bool) -> None:
        """Quote anew, with those of whom X said no or without them; the button waits for it."""
        page, desk = self._page, self._desk
        self._put_aside()
        if page is None or self._quoting:
            return
        book_id = page.info.book_id
        self._quoting = True
        self.button.set_busy(busy=True)
        self._jobs.read(
            self,
            lambda _ticket: plan_list(desk, desk.shelf.open(book_id), again=again),
            done=self._show_quote,
            failed=self._miss_quote,
        )

    def _put_aside(self) -> None:
        """Close the quote; what was chosen in it is chosen in the next one too."""
        if self.dialog is not None:
            self._chosen = (self.dialog.way, self.dialog.choices.chosen)
            self.dialog.reject()

    def _show_quote(self, plan: ListPlan) -> None:
        """Open a new quote, unless another book is shown by now."""
        self._quoting = False
        page = self._page
        if page is None:
            return
        if page.info.book_id == plan.book_id:
            page = replace(page, plan=plan)
        self.show_page(page)
        if page.plan is plan and plan.quote.steps:
            self._open(page)

    def _miss_quote(self, error: AllybookError) -> None:
        self._quoting = False
        self._fail(error)

    def _agree(self, page: BookPage) -> None:
        public = self.dialog is not None and self.dialog.choices.chosen > 0
        way = self.dialog.way if self.dialog is not None else ""
        self._start(replace(page, plan=page.plan.going(way)), private=not public)

    def _start(self, page: BookPage, *, private: bool) -> None:
        desk, plan, hold = self._desk, page.plan, Holding()
        self._names = page.names()
        self._began = desk.clock.now()
        self._hold = hold
        self.note.hide()
        self.progress.show_paused(paused=False)
        self.progress.show_step(Step(0, 0))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: send(desk, plan, HeldTicket(ticket, hold), private=private),
            done=self._finish,
            failed=self._fail,
            progress=self._advance,
        )
        self._second.start()
        self.show_page(page)

    def _pause(self, *, held: bool) -> None:
        self._hold.turn(held=held)
        self._count_down()

    def _advance(self, done: int, total: int) -> None:
        self._step = (done, total)
        self.progress.show()
        self._count_down()

    def _count_down(self) -> None:
        """Show how far it is: what was done last, and when the next goes out."""
        done, total = self._step
        pause = pause_of(self._ticket)
        slowly = pause is not None and pause.why == SLOWLY
        parts = [self._last(), self._next(pause if slowly else None)]
        left = timedelta(seconds=pace_of(self._desk).seconds * (total - done))
        words = self.tr("%1 left").replace("%1", duration(left)) if total > done else ""
        last = ". ".join(part for part in parts if part)
        self.progress.show_step(Step(done, total, last, words, None if slowly else pause))

    def _next(self, pause: Pause | None) -> str:
        """Return when the next change goes out, or that none does."""
        if self._hold.held:
            return self.tr("Paused: nothing goes out until you go on")
        if pause is None:
            return ""
        left = ceil(pause.ends - self._monotonic())
        if left <= 0:
            return ""
        return self.tr("The next one in %1").replace("%1", figures(left))

    def _last(self) -> str:
        """Return what was done last, as far as the page knows."""
        act = self._page.last if self._page else None
        if act is None or act.outcome is None or act.sent_at is None or act.sent_at < self._began:
            return ""
        words = self.tr("Added %1") if act.deed is Deed.ADD_MEMBER else self.tr("Took off %1")
        if act.outcome not in (Outcome.ADDED, Outcome.REMOVED):
            words = self.tr("X did not take %1")
        return words.replace("%1", self._names.get(act.user_id) or called(act.handle, act.user_id))

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._hold.turn(held=False)
            self.progress.stop.setEnabled(False)

    def _finish(self, sent: Sent) -> None:
        self._truth = tell(sent, self._names)
        self._end()
        self._say(everyone=False)
        desk = self._desk
        self._jobs.act(
            self,
            lambda _ticket: note_told(desk, sent.list_id, sent.acts),
            done=lambda _none: None,
            failed=self._fail,
        )
        self.sent.emit(sent)

    def _fail(self, error: AllybookError) -> None:
        what, rest = halves(told(error))
        self._truth = Truth(Mood.DANGER, "", what, rest, ())
        self._end()
        self._say(everyone=False)
        if isinstance(error, CostsMore) and self._page is not None:
            self._ask_again(again=self._page.plan.again)

    def _end(self) -> None:
        self._ticket = None
        self._second.stop()
        self._step = (0, 0)
        self.progress.hide()
        self.progress.stop.setEnabled(True)
        if self._page is not None:
            self.show_page(self._page)

    def _say(self, *, everyone: bool) -> None:
        truth = self._truth
        if truth is None:
            return
        links = []
        if truth.hidden and not everyone:
            words = self.tr("Show %n more", "", truth.hidden)
            links.append(Span(words, link=EVERYONE))
        if truth.over_budget:
            links.append(self.note.raise_budget())
        if truth.others:
            links.append(Span(self.tr("Copy this report"), link=COPY))
        self.note.show_mood(truth.mood, truth.icon)
        self.note.say(truth.what, truth.told(everyone=everyone), links)
        self.note.show()

    def _follow(self, link: str) -> None:
        if link == EVERYONE:
            self._say(everyone=True)
        elif link == COPY and self._truth is not None:
            QGuiApplication.clipboard().setText(self._truth.whole)

    def _forget_dialog(self, number: int) -> None:
        # The one before goes only when the next may be open already.
        if number == self._asked:
            self.dialog = None
