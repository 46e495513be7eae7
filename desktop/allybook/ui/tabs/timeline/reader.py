"""What goes to X from the timeline: each act with its price on its button.

What plans and reads is loaded by the jobs that do, once the first posts are seen.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.aiming import aim, is_at_hand
from allybook.ui.jobs import pause_of
from allybook.ui.prices import tag_of
from allybook.ui.tabs.timeline.automatic import Automatic
from allybook.ui.tabs.timeline.saying import say_saving
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import dollars

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.money.bill import Bill
    from allybook.services.reading.sources import SourcePlan
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.tabs.timeline.page import TimelinePage


class Reads(Struct, frozen=True):
    """What can be read for a filter: its source, or home; and a search of X for the filter."""

    refresh: SourcePlan | None = None
    search: SourcePlan | None = None


def plan_reads(desk: Desk, chosen: Node) -> Reads:
    """Plan what can be read for a filter; counts posts, so it runs as a job."""
    source, through = aim(chosen)
    if is_at_hand(chosen):
        return Reads()
    refresh = _plan(desk, source or Source(Origin.HOME), through)
    wanted = source is None and chosen != EVERYTHING
    search = _plan(desk, Source(Origin.SEARCH), through) if wanted else None
    return Reads(refresh, search)


class Reader(QObject):
    """Prices and reads what the filter of the page is about; names on top of it.

    ``priced`` tells that prices may be other ones now.
    """

    priced = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, page: TimelinePage, nameless: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._nameless = desk, jobs, page, nameless
        self._reads = Reads()
        self._named: tuple[str, ...] = ()
        self._waits = True
        self._ticket: Ticket | None = None
        self.busy = False
        self.automatic = Automatic(desk, page.look, jobs)
        page.places.add_widget(self.automatic)
        self.automatic.refused.connect(page.note.tell_error)
        # Nothing can be read before its price stands there.
        page.refresh_button.setEnabled(False)
        page.refresh_button.clicked.connect(self.refresh)
        page.search_button.clicked.connect(self.search)
        page.names_button.clicked.connect(self.look_up)
        page.stop_asked.connect(self.stop)

    def await_reads(self) -> None:
        """Offer nothing until it is planned: what is offered now was planned for another filter."""
        self._reads, self._named, self._waits = Reads(), (), True
        page = self._page
        for button in (page.refresh_button, page.search_button, page.names_button):
            button.wait()
        page.saving.show_text("")
        page.saving.hide()
        self.priced.emit()

    def show_reads(self, reads: Reads) -> None:
        """Offer these readings."""
        self._reads, self._waits = reads, False
        self.price()

    def price(self) -> None:
        """Say on each button what it would cost now, or why it cannot be paid."""
        page, desk = self._page, self._desk
        self.automatic.show_state()
        if not self._waits:
            self._price_reads()
        self._named = nameless = () if self._waits else self._nameless()
        page.names_button.setVisible(bool(nameless) and desk.line.signed_in)
        if nameless:
            from allybook.services.people.resolve import quote_resolve

            page.names_button.show_tag(tag_of(desk, quote_resolve(desk, nameless), aside=True))
        self.priced.emit()

    def _price_reads(self) -> None:
        page, desk = self._page, self._desk
        signed_in = desk.line.signed_in
        refresh, search = self._reads.refresh, self._reads.search
        for button, plan in ((page.refresh_button, refresh), (page.search_button, search)):
            button.setVisible(signed_in and plan is not None)
            if plan is not None:
                button.show_tag(tag_of(desk, plan.quote, aside=True))
        saved = next((plan.saving for plan in (refresh, search) if plan and plan.saving), None)
        page.saving.show_text(say_saving(saved) if saved and signed_in else "")
        page.saving.setVisible(bool(saved and signed_in))

    def refresh(self) -> None:
        """Read what is new in the source."""
        self._read(self._reads.refresh)

    def search(self) -> None:
        """Search X for what the filter keeps."""
        self._read(self._reads.search)

    def look_up(self) -> None:
        """Look up who wrote the posts near the top."""
        from allybook.services.people.resolve import resolve

        desk, nameless = self._desk, self._named
        self._begin(self.tr("Looking up names"))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: resolve(desk, nameless, ticket),
            done=lambda _found: self._rest(),
            failed=self.fail,
            progress=self._advance,
        )

    def run(
        self,
        title: str,
        read: Callable[[Desk, Ticket], Reading],
        failed: Callable[[AllybookError], None] | None = None,
    ) -> None:
        """Read something from X at a desk, with its progress above the posts.

        ``failed`` says what went wrong where ``fail`` shall not.
        """
        from allybook.services.money.bill import Bill

        desk = self._desk

        def work(ticket: Ticket) -> tuple[Reading, Bill]:
            """Read, and return what it cost."""
            bill = Bill(desk)
            return read(bill.desk, ticket), bill

        self._begin(title)
        self._ticket = self._jobs.fetch(
            self, work, done=self._done, failed=failed or self.fail, progress=self._advance
        )

    def stop(self) -> None:
        """Stop what is being read; what was read is kept."""
        if self._ticket is not None:
            self._ticket.cancel()

    def leave(self, what: str, rest: str) -> None:
        """End without having read anything, and say why."""
        self._rest()
        self._page.say(what, rest, Mood.INFO)

    def fail(self, error: AllybookError) -> None:
        """Say what went wrong."""
        self._rest()
        self._page.note.tell_error(error)

    def _read(self, plan: SourcePlan | None) -> None:
        if plan is not None:
            from allybook.services.reading.sources import read_source

            self.run(self._words(plan), lambda desk, ticket: read_source(desk, plan, ticket))

    def _words(self, plan: SourcePlan) -> str:
        match plan.source.origin:
            case Origin.HOME:
                return self.tr("Reading the home timeline")
            case Origin.SEARCH:
                return self.tr("Searching X")
            case Origin.CHAT:
                return self.tr("Reading #%1").replace("%1", plan.name)
            case _:
                return self.tr("Reading “%1”").replace("%1", plan.name)

    def _begin(self, title: str) -> None:
        self._set_busy(busy=True)
        self._page.progress.title.setText(title)

    def _advance(self, done: int, total: int) -> None:
        from allybook.ui.widgets.progress import Step

        self._page.progress.show()
        self._page.progress.show_step(Step(done, total, pause=pause_of(self._ticket)))

    def _done(self, answer: tuple[Reading, Bill]) -> None:
        reading, bill = answer
        self._rest()
        stopped = self._ticket is not None and self._ticket.cancelled() and not reading.complete
        if stopped:
            self._page.say(self.tr("Stopped."), self.tr("What was read is kept."), Mood.INFO)
        elif not reading.items:
            cost, rest = bill.dollars(), self.tr("X charged nothing for that.")
            if cost:
                rest = self.tr("X charged %1 for that.").replace("%1", dollars(cost))
            self._page.say(self.tr("Nothing new."), rest, Mood.INFO)

    def _rest(self) -> None:
        if "progress" in vars(self._page):
            self._page.progress.hide()
        self._set_busy(busy=False)
        self.price()

    def _set_busy(self, *, busy: bool) -> None:
        page, self.busy = self._page, busy
        for button in (page.refresh_button, page.search_button, page.names_button):
            button.set_busy(busy=busy)
        self.priced.emit()


def _plan(desk: Desk, source: Source, through: Node) -> SourcePlan | None:
    """Return a plan; None where X cannot be asked for it."""
    from allybook.services.reading.sources import plan_source

    try:
        return plan_source(desk, source, through)
    except BadInput:
        return None
