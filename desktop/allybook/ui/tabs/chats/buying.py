"""What goes to X from the chats tab, each with its price on the button: count, capture, names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.services.capture import MOST, capture, count_posts, quote_capture, quote_count
from allybook.services.resolve import quote_resolve, resolve
from allybook.ui.prices import tag_of
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.price import Charge, Tag
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import count, dollars, people, posts

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.paging import Reading
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.tabs.chats.page import ChatsPage


@dataclass(frozen=True, slots=True)
class Subject:
    """The chat that the buttons are about: its tag, whether anything of it is here, who lacks."""

    tag: str = ""
    read: bool = False
    unnamed: tuple[str, ...] = ()


class Buying(QObject):
    """Runs one paid job at a time for the page's buttons, and says what came of it.

    ``counted`` remembers, until it is captured, how many posts X counted for a tag.
    """

    ended = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, page: ChatsPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._jobs = jobs
        self._page = page
        self._subject = Subject()
        self._ticket: Ticket | None = None
        self.counted: dict[str, int] = {}
        page.count_button.clicked.connect(self._count)
        page.capture_button.clicked.connect(self._capture)
        page.names_button.clicked.connect(self._resolve)
        page.progress.stop_asked.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Return whether a paid job runs."""
        return self._ticket is not None

    def show_subject(self, subject: Subject) -> None:
        """Put the prices for a chat on the buttons."""
        self._subject = subject
        self.price()

    def price(self) -> None:
        """Say the prices anew: of what X counted, within what is left of the budget."""
        page, subject = self._page, self._subject
        offered = bool(subject.tag) and self._desk.line.signed_in
        counted = self.counted.get(subject.tag)
        page.count_button.setVisible(offered and not counted)
        page.capture_button.setVisible(offered and (bool(counted) or not subject.read))
        page.names_strip.setVisible(offered and bool(subject.unnamed))
        if not offered:
            return
        page.count_button.show_verb(
            page.tr("Count new posts") if subject.read else page.tr("Count first")
        )
        page.count_button.show_tag(tag_of(self._desk, quote_count(self._desk), aside=True))
        self._price_capture(counted)
        if subject.unnamed:
            self._price_names()
        self._rest(busy=self.busy)

    def _price_capture(self, counted: int | None) -> None:
        button = self._page.capture_button
        tag = tag_of(self._desk, quote_capture(self._desk, self._subject.tag, counted), aside=True)
        verb = self._page.tr("Capture")
        if counted:
            verb = self._page.tr("Capture %1").replace("%1", posts(counted))
        elif tag.charge is Charge.ABOUT:
            words = self._page.tr("Capture, at most %1")
            verb, tag = words.replace("%1", dollars(tag.sum)), Tag(plan=tag.plan)
        button.show_verb(verb)
        button.show_tag(tag)

    def _price_names(self) -> None:
        page, unnamed = self._page, self._subject.unnamed
        number = len(unnamed)
        words = page.tr("%1 in this chat known by number only.")
        page.names_words.setText(words.replace("%1", people(number)))
        one = page.tr("Show 1 name")
        verb = one if number == 1 else page.tr("Show %1 names").replace("%1", count(number))
        page.names_button.show_verb(verb)
        page.names_button.show_tag(
            tag_of(self._desk, quote_resolve(self._desk, unnamed), aside=True)
        )

    def _count(self) -> None:
        desk, tag = self._desk, self._subject.tag
        self._start(
            self._page.tr("Counting the posts"),
            lambda _ticket: count_posts(desk, tag),
            partial(self._counted, tag),
        )

    def _counted(self, tag: str, number: int) -> None:
        self._end()
        self.counted[tag] = number
        self.price()
        if not number:
            self.counted.pop(tag)
            self._page.say(
                self._page.tr("X counts no new posts."),
                self._page.tr("Reading would bring nothing, so it is not offered."),
                Mood.INFO,
            )
            return
        if not self._subject.read:
            words = self._page.tr("X counts %1 from the last seven days")
            self._page.header.show_words(f"#{tag}", words.replace("%1", posts(number)))

    def _capture(self) -> None:
        desk, tag = self._desk, self._subject.tag
        most = self.counted.get(tag) or MOST
        self._start(
            self._page.tr("Reading #%1").replace("%1", tag),
            lambda ticket: capture(desk, tag, ticket, most=most),
            partial(self._captured, tag, most),
        )

    def _captured(self, tag: str, most: int, reading: Reading) -> None:
        stopped = self._ticket is not None and self._ticket.cancelled() and not reading.complete
        self._end()
        page = self._page
        self.counted.pop(tag, None)
        if stopped:
            words = page.tr("Stopped after %1.").replace("%1", posts(reading.items))
            page.say(words, page.tr("They are kept, and paid; nothing else was."), Mood.INFO)
        elif not reading.items:
            page.say(page.tr("X has no posts with this hashtag from the last seven days."), "")
        elif not reading.complete and reading.items >= most:
            words = page.tr("%1 read; there are older ones.").replace("%1", posts(reading.items))
            page.say(words, page.tr("Count to see the price of the rest."), Mood.INFO)
        self.price()
        self.ended.emit()

    def _resolve(self) -> None:
        desk, unnamed = self._desk, self._subject.unnamed
        self._start(
            self._page.tr("Asking for names"),
            lambda ticket: resolve(desk, unnamed, ticket),
            self._resolved,
        )

    def _resolved(self, number: int) -> None:
        missing = len(self._subject.unnamed) - number
        self._end()
        if missing > 0:
            words = self._page.tr("X does not show %1.").replace("%1", people(missing))
            rest = self._page.tr("They may be suspended or gone; asking for them cost nothing.")
            self._page.say(words, rest, Mood.INFO)

    def _start(
        self, title: str, work: Callable[[Ticket], object], done: Callable[..., None]
    ) -> None:
        page = self._page
        page.say("")
        page.progress.title.setText(title)
        page.progress.show_step(Step(0, 0))
        self._rest(busy=True)
        self._ticket = self._jobs.fetch(
            self, work, done=done, failed=self._fail, progress=self._advance
        )

    def _advance(self, done: int, total: int) -> None:
        self._page.progress.show()
        self._page.progress.show_step(Step(done, total))
        self._page.fit()

    def _fail(self, error: AllybookError) -> None:
        self._end()
        head, colon, rest = str(error).partition(": ")
        self._page.say(f"{head}." if colon else head, rest)

    def _end(self) -> None:
        self._ticket = None
        self._page.progress.hide()
        self._page.fit()
        self._rest(busy=False)
        self.price()

    def _rest(self, *, busy: bool) -> None:
        page = self._page
        for button in (page.count_button, page.capture_button, page.names_button):
            button.set_busy(busy=busy)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
