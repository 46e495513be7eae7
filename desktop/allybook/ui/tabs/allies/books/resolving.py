"""Handles whose accounts X was not asked for yet: how many, and what asking costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from allybook.services.people.find import find_ids
from allybook.services.publish.plan import CHANGED_HANDS
from allybook.ui.prices import tag_of
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket


class Resolving(QObject):
    """A line with a price in the book's notices, while handles wait; ``budget_asked`` as a note."""

    budget_asked = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._jobs = jobs
        self._page: BookPage | None = None
        self._wanted: tuple[str, ...] = ()
        self._ticket: Ticket | None = None
        self.line = Card(look, "panel", "border")
        self.words = Words(look, "", "ui")
        self.button = PriceButton(look, "", "search", size="button_small")
        self.progress = ProgressCard(look, self.tr("Looking the handles up"))
        self.note = Note(look, closable=True)
        row = QHBoxLayout(self.line)
        side = look.space("m") + 1
        row.setContentsMargins(side, look.space("xs") + 1, look.space("s"), look.space("xs") + 1)
        row.setSpacing(look.space("s"))
        row.addWidget(Glyph(look, "hourglass", "text_2"))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._start)
        self.progress.stop_asked.connect(self._stop)
        self.note.budget_asked.connect(self.budget_asked)
        for widget in (self.line, self.progress, self.note):
            notices.add(widget)

    def show_page(self, page: BookPage) -> None:
        """Say how many handles of a book wait, and what looking them up costs.

        Of those that changed hands nothing is to be looked up: a person says who is meant.
        """
        self._page = page
        self._wanted = page.to_find
        number = len(self._wanted)
        said = " ".join(filter(None, (self._waiting(number), self._strange(page))))
        self.line.setVisible(bool(said) and self._ticket is None)
        self.words.setText(said)
        self.button.setVisible(bool(number))
        if not number:
            return
        verb = self.tr("Look up %n handles", "", number)
        self.button.show_verb(self.tr("Look up 1 handle") if number == 1 else verb)
        if page.find_quote is not None:
            self.button.show_tag(tag_of(self._desk, page.find_quote))

    def _waiting(self, number: int) -> str:
        if not number:
            return ""
        many = self.tr("%n allies are known by their handles only.", "", number)
        return self.tr("1 ally is known by its handle only.") if number == 1 else many

    def _strange(self, page: BookPage) -> str:
        """Say whose handles another account may have by now, of those who are approved."""
        handles = [one.handle for one in page.plan.left_out if one.why == CHANGED_HANDS]
        if not handles:
            return ""
        one = self.tr(
            "Another account may have the handle of 1 ally now (@%1): remove it, and add whom you "
            "mean."
        )
        many = self.tr(
            "Other accounts may have the handles of %n allies now (@%1 among them): remove these, "
            "and add whom you mean.",
            "",
            len(handles),
        )
        return (one if len(handles) == 1 else many).replace("%1", handles[0])

    def _start(self) -> None:
        if self._page is None or self._ticket is not None:
            return
        desk, book_id, wanted = self._desk, self._page.info.book_id, self._wanted
        self.note.hide()
        self.line.hide()
        self.progress.show_step(Step(0, len(wanted)))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: find_ids(desk, desk.shelf.open(book_id), ticket, wanted),
            done=lambda found: self._end(found, len(wanted)),
            failed=self._fail,
            progress=self._advance,
        )

    def _advance(self, done: int, total: int) -> None:
        self.progress.show_step(Step(done, total))
        self.progress.show()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _end(self, found: int, wanted: int) -> None:
        stopped = self._ticket is not None and self._ticket.cancelled()
        self._put_away()
        what = self.tr("%1 of %2 handles were found.")
        if wanted == 1:
            what = self.tr("%1 of 1 handle was found.")
        rest = self.tr("Nobody on X has the others now: look at how they are written.")
        what = what.replace("%2", count(wanted)).replace("%1", count(found))
        self.note.tell(what, rest if found < wanted and not stopped else "", Mood.DONE)

    def _fail(self, error: AllybookError) -> None:
        self._put_away()
        self.note.tell_error(error)

    def _put_away(self) -> None:
        self._ticket = None
        self.progress.hide()
        if self._page is not None:
            self.show_page(self._page)
