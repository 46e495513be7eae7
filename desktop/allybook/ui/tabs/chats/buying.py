"""What goes to X from the chats tab, each with its price on the button: count, capture, names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import CostsMore
from allybook.services.money.quote import hold_to
from allybook.services.people.resolve import quote_resolve, resolve
from allybook.services.reading.capture import (
    count_posts,
    plan_capture,
    plan_capture_within,
    quote_count,
    read_chat,
    up_to,
)
from allybook.ui.prices import tag_of
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.price import PriceKind, Tag
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import count, day_is_over, dollars, in_words, people, posts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from allybook.domain.errors import AllybookError
    from allybook.domain.money.pricing import Quote
    from allybook.domain.reading.hours import Hours
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.capture import CapturePlan
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.chats.page import ChatsPage
    from allybook.ui.ticket import Ticket


class ChatAsked(Struct, frozen=True):
    """The chat that the buttons are about: its tag, whether anything of it is here, who lacks."""

    tag: str = ""
    read: bool = False
    unnamed: tuple[str, ...] = ()


class Counted(Struct, frozen=True):
    """How many posts X counted of a chat, and until when: what was written since is not in it."""

    posts: int
    until: datetime


class _Wish(Struct, frozen=True):
    """What a capture would be of: the tag, what X counted of it, and whether with reposts."""

    tag: str
    counted: Counted | None
    reposts: bool

    def plan(self, desk: Desk, most: int) -> CapturePlan:
        """Plan at most so many posts of it, and none that was written after the count."""
        number, window = self._counted()
        return plan_capture(desk, self.tag, number, window, reposts=self.reposts, most=most)

    def plan_within(self, desk: Desk) -> CapturePlan:
        """Plan as much of it as the budget has room for."""
        number, window = self._counted()
        return plan_capture_within(desk, self.tag, number, window, reposts=self.reposts)

    def _counted(self) -> tuple[int | None, Hours | None]:
        one = self.counted
        return (one.posts, up_to(None, one.until)) if one else (None, None)


class Buying(QObject):
    """Runs one paid job at a time for the page's buttons, and says what came of it.

    ``counted`` remembers, until it is captured, what X counted for a tag, by itself with plain
    reposts (true) and without: each count was paid for. ``ended`` tells of which tag a capture was:
    another chat may be open by then.
    """

    ended = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, page: ChatsPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._jobs = jobs
        self._page = page
        self._subject = ChatAsked()
        self._ticket: Ticket | None = None
        self.counted: dict[tuple[str, bool], Counted] = {}
        self._priced: tuple[_Wish, CapturePlan] | None = None
        self._names_quote: Quote | None = None
        page.count_button.clicked.connect(self._count)
        page.with_reposts.toggled.connect(lambda _on: self.price())
        page.capture_button.clicked.connect(self._capture)
        page.names_button.clicked.connect(self._resolve)
        page.progress.stop_asked.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Return whether a paid job runs."""
        return self._ticket is not None

    def show_subject(self, subject: ChatAsked) -> None:
        """Put the prices for a chat on the buttons."""
        self._subject = subject
        self.price()

    def price(self) -> None:
        """Say the prices anew: of what X counted, within what is left of the budget.

        While a job runs its button keeps the price that was agreed to.
        """
        if self.busy:
            return
        page, subject = self._page, self._subject
        offered = bool(subject.tag) and self._desk.line.signed_in
        counted = self.counted.get(self._what())
        page.count_button.setVisible(offered and not counted)
        to_capture = offered and (bool(counted) or not subject.read)
        page.capture_button.setVisible(to_capture)
        page.offer_reposts(offered=offered, needed=not subject.read or bool(counted))
        page.names_strip.setVisible(offered and bool(subject.unnamed))
        if not offered:
            return
        page.count_button.show_verb(
            self.tr("Count new posts") if subject.read else self.tr("Count first")
        )
        page.count_button.show_tag(tag_of(self._desk, quote_count(self._desk), aside=True))
        # What is here of a long chat takes a while to look up: not for a button that nobody sees.
        if to_capture:
            self._ask_price(self._wish())
        if subject.unnamed:
            self._price_names()

    def _ask_price(self, wish: _Wish) -> None:
        """Reckon a price in the background; until it is known, nothing else can be bought by it."""
        desk = self._desk
        if self._priced and self._priced[0] == wish:
            # What is left of the budget is known at once, and whether one is online.
            self._show_price(*self._priced)
        else:
            self._priced = None
            self._page.capture_button.set_busy(busy=True)
        self._jobs.read(
            self,
            lambda _ticket: wish.plan_within(desk),
            done=lambda plan: self._price_capture(wish, plan),
            failed=partial(self._fail_price, wish),
        )

    def _fail_price(self, wish: _Wish, error: AllybookError) -> None:
        """Say why there is no price, and offer to ask for it again: nothing is bought without."""
        self._page.refuse(error)
        button = self._page.capture_button
        if not self.busy and self._priced is None and wish == self._wish():
            button.set_busy(busy=False)
            button.show_verb(self.tr("Ask the price again"))
            button.show_tag(Tag())

    def _what(self) -> tuple[str, bool]:
        """Return what is counted: the tag, and whether with reposts."""
        return self._subject.tag, self._page.with_reposts.isChecked()

    def _wish(self) -> _Wish:
        tag, reposts = self._what()
        return _Wish(tag, self.counted.get((tag, reposts)), reposts)

    def _price_capture(self, wish: _Wish, plan: CapturePlan) -> None:
        if self.busy or wish != self._wish():
            # Another price was asked for meanwhile, or is being paid.
            return
        self._priced = wish, plan
        self._page.capture_button.set_busy(busy=False)
        self._show_price(wish, plan)

    def _show_price(self, wish: _Wish, plan: CapturePlan) -> None:
        button = self._page.capture_button
        tag = tag_of(self._desk, plan.quote, aside=True)
        verb = self.tr("Capture")
        if wish.counted and plan.most:
            verb = self.tr("Capture %1").replace("%1", posts(plan.most))
        elif tag.charge is PriceKind.ABOUT:
            words = self.tr("Capture, at most %1")
            verb, tag = words.replace("%1", dollars(tag.sum)), Tag(plan=tag.plan)
        button.show_verb(verb)
        button.show_tag(tag)

    def _price_names(self) -> None:
        page, unnamed = self._page, self._subject.unnamed
        number = len(unnamed)
        words = self.tr("%1 without a profile here yet")
        page.names_words.setText(words.replace("%1", people(number)))
        one = self.tr("Show 1 name")
        verb = one if number == 1 else self.tr("Show %1 names").replace("%1", count(number))
        page.names_button.show_verb(verb)
        self._names_quote = quote_resolve(self._desk, unnamed)
        page.names_button.show_tag(tag_of(self._desk, self._names_quote, aside=True))

    def _count(self) -> None:
        desk, (tag, reposts) = self._desk, self._what()
        self._start(
            self.tr("Counting the posts"),
            lambda ticket: Counted(
                count_posts(desk, tag, ticket, reposts=reposts), desk.clock.now()
            ),
            partial(self._counted, (tag, reposts)),
        )

    def _counted(self, what: tuple[str, bool], counted: Counted) -> None:
        number = counted.posts
        if number:
            self.counted[what] = counted
        self._end()
        tag, reposts = what
        is_open = self._is_open(tag)
        if not number:
            rest = self.tr("Reading would bring nothing, so it is not offered.")
            words = self.tr("X counts no new posts.")
            self._say(tag, words, rest if is_open else "", Mood.INFO)
            return
        if is_open and tag == self._subject.tag and not self._subject.read:
            words = self.tr("X counts %1 from the last seven days, reposts left out")
            if reposts:
                words = self.tr("X counts %1 from the last seven days")
            title = self._page.header.title.text()
            self._page.header.show_words(title, words.replace("%1", posts(number)))

    def _capture(self) -> None:
        if self._priced is None:
            self.price()
            return
        desk, (wish, said) = self._desk, self._priced

        def work(ticket: Ticket) -> Reading:
            """Capture, unless it costs more by now than was said: a day of X's may be over."""
            plan = wish.plan(desk, said.most)
            hold_to(said.quote, plan.quote)
            return read_chat(desk, plan, ticket)

        self._start(
            self.tr("Reading %1").replace("%1", self._page.header.title.text()),
            work,
            partial(self._captured, (wish.tag, wish.reposts)),
        )

    def _captured(self, what: tuple[str, bool], reading: Reading) -> None:
        stopped = self._ticket is not None and self._ticket.cancelled() and not reading.complete
        over = not (reading.items or reading.complete or reading.complaint)
        tag, reposts = what
        if over:
            # What was counted costs as much as it does now.
            self._priced = None
        else:
            # With reposts, all that is without them came too.
            for way in {False, reposts}:
                self.counted.pop((tag, way), None)
        self._end()
        if stopped:
            words = self.tr("Stopped after %1.").replace("%1", posts(reading.items))
            self._say(tag, words, self.tr("They are kept, and paid; nothing else was."), Mood.INFO)
        elif over:
            self._say(tag, self.tr("Nothing was read."), day_is_over(), Mood.INFO)
        elif reading.complaint:
            self._say(tag, self.tr("Not all could be used."), in_words(reading.complaint))
        elif not reading.items:
            self._say(tag, self._tell_none())
        elif not reading.complete:
            words = self.tr("%1 read; there are older ones.").replace("%1", posts(reading.items))
            self._say(tag, words, self.tr("Count to see the price of the rest."), Mood.INFO)
        self.ended.emit(tag)

    def _is_open(self, tag: str) -> bool:
        """Return whether a chat is the one that is shown, or is being read to be shown."""
        return tag == self._page.places.current()

    def _say(self, tag: str, words: str, rest: str = "", mood: Mood = Mood.WARN) -> None:
        """Say what came of a chat: by its name, where another one is open by now."""
        if not self._is_open(tag):
            named = self.tr("#%1: %2", "a chat, and what is said of it")
            words = named.replace("%2", words).replace("%1", tag)
        self._page.say(words, rest, mood)

    def _tell_none(self) -> str:
        """Return what is said where a capture brought nothing: also of a chat that is here."""
        if self._subject.read:
            return self.tr("X has no new posts with this hashtag.")
        return self.tr("X has no posts with this hashtag from the last seven days.")

    def _resolve(self) -> None:
        desk, unnamed, said = self._desk, self._subject.unnamed, self._names_quote
        if said is None:
            return

        def work(ticket: Ticket) -> int:
            """Look them up, unless that costs more by now than was said."""
            hold_to(said, quote_resolve(desk, unnamed))
            return resolve(desk, unnamed, ticket)

        self._start(
            self.tr("Asking for names"),
            work,
            partial(self._resolved, self._subject.tag, len(unnamed)),
        )

    def _resolved(self, tag: str, asked: int, number: int) -> None:
        stopped = self._ticket is not None and self._ticket.cancelled()
        missing = asked - number
        self._end()
        if missing > 0 and not stopped:
            words = self.tr("X does not show %1.").replace("%1", people(missing))
            rest = self.tr("They may be suspended or gone; asking for them cost nothing.")
            self._say(tag, words, rest, Mood.INFO)

    def _start(
        self, title: str, work: Callable[[Ticket], object], done: Callable[..., None]
    ) -> None:
        page = self._page
        page.say("")
        page.progress.title.setText(title)
        page.progress.show_step(Step(0, 0))
        page.names_strip.hide()
        self._rest(busy=True)
        self._ticket = self._jobs.fetch(
            self, work, done=done, failed=self._fail, progress=self._advance
        )

    def _advance(self, done: int, total: int) -> None:
        self._page.show_step(Step(done, total, pause=pause_of(self._ticket)))

    def _fail(self, error: AllybookError) -> None:
        if isinstance(error, CostsMore):
            # The price is asked for anew.
            self._priced = None
        self._end()
        self._page.refuse(error)

    def _end(self) -> None:
        self._ticket = None
        self._page.end_progress()
        self._rest(busy=False)
        self.price()

    def _rest(self, *, busy: bool) -> None:
        page = self._page
        for button in (page.count_button, page.capture_button, page.names_button):
            button.set_busy(busy=busy)
        if self._priced is None:
            page.capture_button.set_busy(busy=True)
        page.with_reposts.setEnabled(not busy)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
