"""What goes to X from the timeline: each act with its price on its button.

What plans and reads is loaded by the jobs that do, once the first posts are seen.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import AllybookError, BadInput, CostsMore
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.bill import Bill
from allybook.services.money.quote import fits, hold_to, say_less
from allybook.services.reading.aiming import aim, is_at_hand
from allybook.ui.prices import tag_of
from allybook.ui.tabs.timeline.automatic import Automatic
from allybook.ui.tabs.timeline.look_through import count_shown
from allybook.ui.tabs.timeline.saying import say_saving
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import day_is_over, dollars, in_words, posts

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Dollars, Quote
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.sources import SourcePlan
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.wish import Wish
    from allybook.ui.ticket import Ticket


class Reads(Struct, frozen=True):
    """What can be read for a filter: its source, or home; and a search of X for the filter."""

    refresh: SourcePlan | None = None
    search: SourcePlan | None = None


class Came(Struct, frozen=True):
    """What came of a reading, what X charged for it (dollars), and how many ``more`` a wish shows.

    Where somebody else read, too, those are among the last.
    """

    reading: Reading
    cost: Dollars
    wish: Wish
    more: int


def _more(desk: Desk, wish: Wish, before: int, ticket: Ticket) -> int:
    """Return how many more posts a wish shows; where that cannot be told now, that it is some.

    What was read is paid for by then, and is told whatever the cache refuses; nobody who closes
    the window waits for a count.
    """
    if ticket.cancelled():
        return 1
    try:
        return count_shown(desk, wish) - before
    except AllybookError:
        return 1


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

    ``priced`` tells that prices may be other ones now, ``outdated`` that one was told too long ago:
    nothing was read for it.
    """

    priced = Signal()
    outdated = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, page: TimelinePage, sight: Callable[[], Sight]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._sight = desk, jobs, page, sight
        self._reads = Reads()
        self._named: tuple[str, ...] = ()
        self._names_quote: Quote | None = None
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
        self._named = nameless = () if self._waits else self._sight().nameless
        page.names_button.setVisible(bool(nameless) and desk.line.signed_in)
        if nameless:
            from allybook.services.people.resolve import quote_resolve

            self._names_quote = quote_resolve(desk, nameless)
            page.names_button.show_tag(tag_of(desk, self._names_quote, aside=True))
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
        told = [say_saving(saved)] if saved else []
        told += [self._say_less(plan) for plan in (refresh, search) if plan and plan.whole]
        page.saving.show_text(" ".join(told) if signed_in else "")
        page.saving.setVisible(bool(told and signed_in))

    def _say_less(self, plan: SourcePlan) -> str:
        """Return why less is offered than is usual; nothing where that cannot be paid either.

        A budget that was raised since the plan has room for all of it.
        """
        desk = self._desk
        if plan.whole is None or fits(desk, plan.whole) or not fits(desk, plan.quote):
            return ""
        return in_words(say_less(desk, plan.whole, plan.quote))

    def refresh(self) -> None:
        """Read what is new in the source."""
        self._read(self._reads.refresh)

    def search(self) -> None:
        """Search X for what the filter keeps."""
        self._read(self._reads.search)

    def look_up(self) -> None:
        """Look up who wrote the posts near the top."""
        from allybook.services.people.resolve import quote_resolve, resolve

        desk, nameless, said = self._desk, self._named, self._names_quote
        if said is None:
            return

        def work(ticket: Ticket) -> int:
            """Look them up, unless that costs more by now than was said."""
            hold_to(said, quote_resolve(desk, nameless))
            return resolve(desk, nameless, ticket)

        self._begin(self.tr("Looking up names"))
        self._ticket = self._jobs.fetch(
            self,
            work,
            done=lambda _found: self._rest(),
            failed=self.fail,
            progress=self._advance,
        )

    def run(self, title: str, read: Callable[[Desk, Ticket], Reading], none: str = "") -> None:
        """Read something from X at a desk, with its progress above the posts.

        ``none`` is what is said where nothing came.
        """
        desk, wish = self._desk, self._sight().wish

        def work(ticket: Ticket) -> Came:
            """Read, and return what it cost, and how much more is shown by it."""
            bill, before = Bill(desk), count_shown(desk, wish)
            reading = read(bill.desk, ticket)
            return Came(reading, bill.dollars(), wish, _more(desk, wish, before, ticket))

        def done(came: Came) -> None:
            """Say what came of it, and whether this very reading was stopped."""
            self._done(came, none, stopped=ticket.cancelled())

        self._begin(title)
        self._ticket = ticket = self._jobs.fetch(
            self, work, done=done, failed=self.fail, progress=self._advance
        )

    def stop(self) -> None:
        """Stop what is being read; what was read is kept."""
        if self._ticket is not None:
            self._ticket.cancel()

    def fail(self, error: AllybookError) -> None:
        """Say what went wrong."""
        self._rest()
        self._page.note.tell_error(error)
        if isinstance(error, CostsMore):
            self.outdated.emit()

    def _read(self, plan: SourcePlan | None) -> None:
        if plan is not None:
            from allybook.services.reading.sources import read_agreed

            self.run(self._words(plan), lambda desk, ticket: read_agreed(desk, plan, ticket))

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

    def _done(self, came: Came, none: str, *, stopped: bool) -> None:
        self._rest()
        reading = came.reading
        if stopped and not reading.complete:
            self._page.say(self.tr("Stopped."), self.tr("What was read is kept."), Mood.INFO)
        elif not (reading.items or reading.complete or reading.complaint):
            self._page.say(self.tr("Nothing was read."), day_is_over(), Mood.INFO)
            self.outdated.emit()
        elif reading.complaint:
            self._page.say(self.tr("Not all could be used."), in_words(reading.complaint))
        else:
            self._page.say(self._say_came(came, none), self._say_cost(came), Mood.INFO)

    def _say_came(self, came: Came, none: str) -> str:
        """Return how much was read; ``none`` where nothing came."""
        if not came.reading.items:
            return none or self.tr("Nothing new.")
        return self.tr("%1 read.").replace("%1", posts(came.reading.items))

    def _say_cost(self, came: Came) -> str:
        """Return what X charged, and, where none of it is to be seen here, that too."""
        told = self.tr("X charged nothing for that.")
        if came.cost:
            told = self.tr("X charged %1 for that.").replace("%1", dollars(came.cost))
        if came.reading.items and came.more <= 0 and came.wish == self._sight().wish:
            return f"{told} {self.tr('None of it is new here.')}"
        return told

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
    """Return a plan of what the budget has room for; None where X cannot be asked for it."""
    from allybook.services.reading.sources import plan_within

    try:
        return plan_within(desk, source, through)
    except BadInput:
        return None
