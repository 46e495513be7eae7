"""Publishing from the page's head: the price on the button, the quote, the work, the truth."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.outbox import Deed, Outcome
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.prices import tag_of
from allybook.ui.tabs.allies import quoting
from allybook.ui.tabs.allies.sending import Sent, send
from allybook.ui.tabs.allies.truth import Truth, tell
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton, Tag
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import duration, halves

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look

EVERYONE = "everyone"


class Publisher(QObject):
    """``button`` opens the quote; ``progress`` and then ``note`` say what comes of it.

    ``sent`` carries a ``Sent`` when a run has ended, however it did.
    """

    sent = Signal(object)

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
        self._names: dict[str, str] = {}
        self._began = desk.clock.now()
        self.button = PriceButton(look, "", "send")
        self.button.clicked.connect(self.ask)
        self.dialog: QuoteDialog | None = None
        self.progress = ProgressCard(look, self.tr("Publishing to the X List"))
        self.progress.stop_asked.connect(self._stop)
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
        self._page = page
        plan, why = page.plan, quoting.why_not(self._desk)
        needed = bool(plan.quote.steps)
        self.button.setVisible(needed or plan.list_id is not None)
        if self.running:
            self.button.show_verb(self.tr("Publishing"))
            self.button.show_tag(Tag())
        elif not needed:
            self.button.show_verb(self.tr("The X List is up to date"))
            self.button.show_tag(Tag(plan=self.tr("Nobody is to be added or taken off.")))
        elif why:
            self.button.show_verb(quoting.verb_of(plan))
            self.button.show_tag(Tag(plan=why))
        else:
            self.button.show_verb(quoting.verb_of(plan))
            self.button.show_tag(tag_of(self._desk, plan.quote, aside=True))
        self.button.set_busy(busy=self.running or not needed or bool(why))

    def ask(self) -> None:
        """Open the quote of what would be done now."""
        page = self._page
        if page is None or self.running or not page.plan.quote.steps:
            return
        view = quoting.view_of(self._desk, page.plan, page.allies)
        self.dialog = QuoteDialog(self._look, view, self._window)
        self.dialog.accepted.connect(lambda: self._start(page))
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.open()

    def _start(self, page: BookPage) -> None:
        desk, plan = self._desk, page.plan
        self._names = {row.key: row.name for row in page.rows}
        self._began = desk.clock.now()
        self.note.hide()
        self.progress.show_step(Step(0, 0))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: send(desk, plan, ticket),
            done=self._finish,
            failed=self._fail,
            progress=self._advance,
        )
        self.show_page(page)

    def _advance(self, done: int, total: int) -> None:
        left = timedelta(seconds=self._desk.pace * (total - done))
        words = self.tr("%1 left").replace("%1", duration(left)) if total > done else ""
        self.progress.show_step(Step(done, total, self._last(), words))
        self.progress.show()

    def _last(self) -> str:
        """Return what was done last, as far as the page knows."""
        act = self._page.last if self._page else None
        if act is None or act.outcome is None or act.sent_at is None or act.sent_at < self._began:
            return ""
        words = self.tr("Added %1") if act.deed is Deed.ADD_MEMBER else self.tr("Took off %1")
        if act.outcome not in (Outcome.ADDED, Outcome.REMOVED):
            words = self.tr("X did not take %1")
        return words.replace("%1", self._names.get(act.user_id) or f"@{act.handle}")

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self.progress.stop.setEnabled(False)

    def _finish(self, sent: Sent) -> None:
        self._truth = tell(sent, self._names)
        self._end()
        self._say(everyone=False)
        self.sent.emit(sent)

    def _fail(self, error: AllybookError) -> None:
        what, rest = halves(str(error))
        self._truth = Truth(Mood.DANGER, "", what, rest, ())
        self._end()
        self._say(everyone=False)

    def _end(self) -> None:
        self._ticket = None
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
        self.note.show_mood(truth.mood, truth.icon)
        self.note.say(truth.what, truth.told(everyone=everyone), links)
        self.note.show()

    def _follow(self, link: str) -> None:
        if link == EVERYONE:
            self._say(everyone=True)

    def _forget_dialog(self) -> None:
        self.dialog = None
