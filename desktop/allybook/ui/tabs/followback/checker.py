"""Checking a place: what it costs by which way, doing it, and stopping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from allybook.domain.reading.sources import ARCHIVE
from allybook.services.check.names import check_names
from allybook.services.check.run import check
from allybook.services.imports.run import import_file
from allybook.services.people.find import identify
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.importing import kept_words, why_words
from allybook.ui.prices import tag_of
from allybook.ui.tabs.followback.survey import plan_place
from allybook.ui.tabs.followback.ways import ways_view
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import dollars

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from allybook.domain.check.followback import Finding
    from allybook.domain.errors import AllybookError
    from allybook.services.check.plan import CheckPlan
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.followback.page import FollowBackPage
    from allybook.ui.tabs.followback.survey import Sight
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket


class Checker(QObject):
    """The check button and its ways; the label is the quote, and what it says is what is done.

    ``checked`` tells the findings, ``priced`` that the button says another price.
    """

    checked = Signal(object)
    priced = Signal()

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, page: FollowBackPage) -> None:
        super().__init__(page)
        self._desk, self._look, self._jobs, self._page = desk, look, jobs, page
        self._sight: Sight | None = None
        self._ticket: Ticket | None = None
        self._asked = 0
        self.ways: Sequence[CheckPlan] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._plan)
        page.check_button.clicked.connect(self.check)
        page.ways_button.clicked.connect(self.ask_way)
        page.progress.stop_asked.connect(self.stop)
        page.check_button.hide()
        page.ways_button.hide()

    @property
    def running(self) -> bool:
        """Return whether something is being read."""
        return self._ticket is not None

    def show_sight(self, sight: Sight) -> None:
        """Tell which place a check is about, and the ways that were found with it."""
        self._sight, self.ways = sight, sight.ways
        self._asked += 1
        self._show_price()

    def reprice(self) -> None:
        """Say whether it can be paid, and in a moment what it costs now."""
        self._show_price()
        if self._ticket is None:
            self._later.start()

    def check(self) -> None:
        """Check by the cheapest way: its price stands on the button."""
        if self.ways:
            self._do(self.ways[0])

    def ask_way(self) -> QuoteDialog | None:
        """Show every way with its price; the person takes one, or none."""
        sight, ways = self._sight, self.ways
        if sight is None or not ways or self.running:
            return None
        words = self._page.header.subtitle.text()
        asking = QuoteDialog(self._look, ways_view(self._desk, ways, words), self._page)
        asking.budget_asked.connect(self._page.note.budget_asked)
        asking.accepted.connect(lambda: self._do(ways[int(asking.way)]))
        asking.open()
        return asking

    def import_archive(self, path: Path) -> None:
        """Read an archive; its two sides become a dated snapshot."""
        desk = self._desk
        self._begin(self.tr("Reading your archive"))
        self._ticket = self._jobs.write(
            self,
            lambda ticket: import_file(desk, path, ticket),
            done=self._imported,
            failed=self._fail,
            progress=self._advance,
        )

    def _imported(self, done: Imported) -> None:
        """Say what came of an archive: of a side that is not whole, most answers are unknown."""
        self._rest()
        rest = list(why_words(done))
        flawed = bool(done.skipped or done.broken or done.stopped)
        if done.kind != ARCHIVE:
            rest.append(
                self.tr(
                    "This is no X archive, so it does not tell who follows whom. To check the "
                    "names in a file, choose “Check names from elsewhere”."
                )
            )
        elif flawed:
            rest.append(
                self.tr("Who is missing from a side that was not read whole is unknown, not a no.")
            )
        mood = Mood.WARN if flawed or done.kind != ARCHIVE else Mood.DONE
        self._page.say(kept_words(done), " ".join(rest), mood)

    def stop(self) -> None:
        """Stop what is being read, at its next safe point."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _do(self, said: CheckPlan) -> None:
        if self._sight is None or self._ticket is not None:
            return
        self._begin(self.tr("Checking who follows back"))
        self._ticket = self._jobs.fetch(
            self,
            _work(self._desk, self._sight, said),
            done=lambda told: self._done(told, said),
            failed=self._fail,
            progress=self._advance,
        )

    def _plan(self) -> None:
        """Plan anew, off the window's thread: it may have to look through a million followers."""
        sight, desk = self._sight, self._desk
        if sight is None or self._ticket is not None:
            return
        self._asked += 1
        number = self._asked
        self._jobs.read(
            self,
            lambda _ticket: plan_place(desk, sight.map, sight.place),
            done=lambda ways: self._planned(ways, number),
            failed=self._page.refuse,
        )

    def _planned(self, ways: Sequence[CheckPlan], number: int) -> None:
        if number == self._asked:
            self.ways = ways
            self._show_price()

    def _show_price(self) -> None:
        sight, button = self._sight, self._page.check_button
        if sight is None:
            return
        shown = self._desk.line.signed_in and bool(self.ways)
        button.setVisible(shown)
        self._page.ways_button.setVisible(shown and len(self.ways) > 1)
        button.show_verb(self.tr("Check again") if sight.ever_read else self.tr("Check"))
        if self.ways:
            button.show_tag(tag_of(self._desk, self.ways[0].quote, aside=True))
        self.priced.emit()

    def _begin(self, words: str) -> None:
        self._page.say("")
        self._page.progress.title.setText(words)
        self._set_busy(busy=True)

    def _set_busy(self, *, busy: bool) -> None:
        self._page.check_button.set_busy(busy=busy)
        self._page.ways_button.setEnabled(not busy)

    def _advance(self, done: int, total: int) -> None:
        self._page.show_step(Step(done, total, pause=pause_of(self._ticket)))

    def _done(self, told: tuple[Finding, ...] | Dearer, said: CheckPlan) -> None:
        if isinstance(told, Dearer):
            self.ways = told.ways
            self._rest()
            self._say_dearer(told, said)
            return
        if self._ticket is not None and self._ticket.cancelled():
            self._page.say(
                self.tr("Stopped."),
                self.tr("What was read is kept; who was not read is unknown, which is not a no."),
                Mood.INFO,
            )
        self._rest()
        self.checked.emit(told)

    def _say_dearer(self, told: Dearer, said: CheckPlan) -> None:
        words = self.tr("It costs %1 now; it was %2. Nothing was read.")
        words = words.replace("%1", dollars(told.plan.quote.dollars))
        words = words.replace("%2", dollars(said.quote.dollars))
        self._page.say(self.tr("The price has changed."), words, Mood.INFO)

    def _rest(self) -> None:
        self._ticket = None
        self._page.show_step(None)
        self._set_busy(busy=False)
        self.reprice()

    def _fail(self, error: AllybookError) -> None:
        self._rest()
        self._page.refuse(error)


class Dearer(Struct, frozen=True):
    """A check that would cost more than was said, and was not done; ``plan`` says how much.

    ``ways`` are those that there are now.
    """

    plan: CheckPlan
    ways: Sequence[CheckPlan]


def _work(
    desk: Desk, sight: Sight, said: CheckPlan
) -> Callable[[Ticket], tuple[Finding, ...] | Dearer]:
    """Return the check of a place as a job; the ids that were found go into the book.

    A window may stand open over midnight (UTC), when what was free costs anew: so the price is
    looked at once more, and a higher one is said before anything is read.
    """
    names, info = sight.map.names(sight.place), sight.map.book(sight.place)

    def work(ticket: Ticket) -> tuple[Finding, ...] | Dearer:
        """Check by the way that was agreed on, or say that it costs more by now."""
        ways = plan_place(desk, sight.map, sight.place)
        same = (one for one in ways if (one.way, one.list_id) == (said.way, said.list_id))
        plan = next(same, ways[0])
        if plan.quote.dollars > said.quote.dollars:
            return Dearer(plan, ways)
        if names is None:
            return check(desk, None, plan, ticket)
        try:
            return check_names(desk, names, plan, ticket)
        finally:
            if info is not None and plan.handles:
                identify(desk, desk.shelf.open(info.book_id), plan.handles)

    return work
