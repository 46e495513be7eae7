"""What was left out: gaps told between the posts, where they are, and read at a press.

What a gap costs, and what its source is called, comes with the sight, which a job makes: the
window does not wait for it. Only whether the budget allows it is asked as it is told. What was read
today is free: so a price is one of its day (UTC), and is looked at once more before anything is
read.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.expressions import expression
from allybook.domain.filters.times import day_of
from allybook.domain.posts import time_of
from allybook.services.money.quote import hold_to, left
from allybook.ui.models.gaps import GapRow
from allybook.ui.wording import dollars, moment_of, posts, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from allybook.domain.money.pricing import Dollars, Quote
    from allybook.domain.reading.gaps import Gap
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.reader import Reader

NOTHING = Decimal(0)
WITHIN = expression(r"(?<!,) ")
"""A space of a moment but for the one between day and time: ``Mar 24, 12:41 PM``."""


class LeftOut(QObject):
    """Tells the gaps of what is seen in their rows and the newest at the foot of the places.

    ``outdated`` tells that what they cost was worked out on another day (UTC) than today, or before
    something was read: no price is offered until it is looked through anew.
    """

    outdated = Signal()

    def __init__(
        self, desk: Desk, page: TimelinePage, reader: Reader, sight: Callable[[], Sight]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._reader, self._sight = desk, page, reader, sight
        self._named: tuple[Gap, Quote] | None = None
        self._known: Mapping[Gap, Quote] = {}
        self._day = desk.clock.now().date()
        # Its price stands on it.
        page.places.link.enter_presses = False
        page.view.gap_asked.connect(self.fill)
        page.places.followed.connect(self.fill_newest)
        reader.priced.connect(self.tell)
        reader.outdated.connect(self.outdated)

    def tell(self) -> None:
        """Say anew what the gaps cost, or why they cannot be read now."""
        self._page.model.show_gaps(self.rows())
        self._show_foot()
        if self._sight().whole and self._known and not self._is_of_today():
            self.outdated.emit()

    def rows(self) -> tuple[GapRow, ...]:
        """Return the rows of the gaps in what is seen."""
        sight, prices = self._sight(), self._prices()
        seen = [gap for gap in sight.gaps if self._is_within(gap, sight.wish.days)]
        if not sight.whole and sight.order:
            seen = [gap for gap in seen if int(gap.newer) >= sight.order[-1]]
        rest = left(self._desk) if seen else NOTHING
        return tuple(self._row(gap, prices.get(gap), rest) for gap in seen)

    def fill_newest(self) -> None:
        """Read the gap that is named at the foot of the places: the newest that X still gives."""
        if self._named is not None:
            self._fill(*self._named)

    def fill(self, gap: Gap) -> None:
        """Read a gap that is still there, for the price on its button."""
        quote = self._prices().get(gap)
        if quote is None:
            # Its price was one of yesterday: what it costs today is said before it is read.
            self.tell()
        else:
            self._fill(gap, quote)

    def _fill(self, gap: Gap, quote: Quote) -> None:
        from allybook.services.jobs.paging import Reading
        from allybook.services.reading.alone import alone_with
        from allybook.services.reading.gaps import fill_gap, gaps, posts_of, quote_gap

        desk, posts = self._desk, posts_of(quote)

        def read(desk: Desk, ticket: Ticket) -> Reading:
            """Read what is left of the gap, unless it costs more by now than was said."""
            with alone_with(desk, gap) as now:
                if now is None:
                    return Reading(0, complete=True)
                day = desk.clock.now().date()
                hold_to(quote, quote_gap(desk, now, posts))
                return fill_gap(desk, now, ticket, most=posts, day=day)

        can_read = desk.line.up and quote.dollars <= left(desk) and not self._reader.busy
        if can_read and gap in gaps(desk):
            title = self.tr("Reading what was left out")
            self._reader.run(title, read, self.tr("Nothing more came."))

    def _row(self, gap: Gap, quote: Quote | None, rest: Dollars) -> GapRow:
        """Return the row of a gap, with what is ``rest`` of the budget."""
        words = say_gap(gap, self._page.now(), self._name(gap))
        short = say_short(gap)
        can_read = self._desk.line.up and not self._reader.busy
        if quote is None or not can_read or quote.dollars > rest:
            return GapRow(gap, words, short, aside=self._say_why_not(quote, rest))
        return GapRow(gap, words, short, self._say_act(gap, quote, self.tr("Read them, %1")))

    def _name(self, gap: Gap) -> str:
        """Return what the source of a gap is called, as far as the last look found a name."""
        return self._sight().names.get(gap.source, "")

    def _say_act(self, gap: Gap, quote: Quote, whole: str) -> str:
        """Return what a press reads, of a large gap a part, and its price."""
        part = quote.steps[0].resources
        if not gap.about:
            whole = self.tr("Read up to %n, %1", "", part)
        act = self.tr("Read %n of them, %1", "", part) if part < gap.about else whole
        return act.replace("%1", dollars(quote.dollars))

    def _say_why_not(self, quote: Quote | None, rest: Dollars) -> str:
        """Return why a gap cannot be read now; nothing where it is not priced yet."""
        if quote is None:
            lost = self._sight().whole and self._is_of_today()
            return self.tr("X gives them no more") if lost else ""
        if not self._desk.line.up:
            return self.tr("Can be read when online")
        if quote.dollars > rest:
            return self.tr("Over the budget of this month")
        return self.tr("Reading…")

    def _show_foot(self) -> None:
        """Say at the foot of the places what was not read, and what it would cost."""
        places = self._page.places
        self._named = next(iter(self._offered()), None)
        if self._named is None:
            places.show_foot("")
            return
        gap, quote = self._named
        words = say_gap(gap, self._page.now())
        if not self._desk.line.up:
            places.show_foot(f"{words} {self.tr('They can be read when online.')}")
        elif quote.dollars > left(self._desk):
            places.show_foot(f"{words} {self.tr('Reading them is over the budget of this month.')}")
        else:
            places.show_foot(words, self._say_act(gap, quote, self.tr("Fill the gap, %1")))

    def _offered(self) -> list[tuple[Gap, Quote]]:
        """Return the gaps in what is seen that X still gives, newest first, with their price."""
        prices = self._prices()
        return [(gap, prices[gap]) for gap in self._sight().gaps if gap in prices]

    def _prices(self) -> Mapping[Gap, Quote]:
        """Return what gaps cost; until all of a view is seen, what they cost in the last one."""
        sight = self._sight()
        if sight.whole and sight.prices is not self._known:
            self._known, self._day = sight.prices, self._desk.clock.now().date()
        return self._known if self._is_of_today() else {}

    def _is_of_today(self) -> bool:
        """Return whether prices were worked out on this day (UTC), by which X charges."""
        return self._desk.clock.now().date() == self._day

    def _is_within(self, gap: Gap, days: tuple[date, date] | None) -> bool:
        """Return whether a gap reaches into a stretch of days."""
        older, newer, zone = time_of(gap.older), time_of(gap.newer), self._desk.clock.zone
        if days is None or older is None or newer is None:
            return True
        return day_of(older, zone) <= days[1] and day_of(newer, zone) >= days[0]


def say_gap(gap: Gap, now: datetime, source: str = "") -> str:
    """Return how many posts are missing, of which source, and between when and when."""
    ends = [time_of(gap.older), time_of(gap.newer)]
    first, last = (_bound(moment_of(end, now)) if end else "" for end in ends)
    if first == last:
        # The two ends are told to the minute.
        words = translate("timeline", "%1 around %2, not read.")
        if source:
            words = translate("timeline", "%1 of %4 around %2, not read.")
    elif gap.about == 1:
        words = translate("timeline", "%1 between %2 and %3 was not read.")
        if source:
            words = translate("timeline", "%1 of %4 between %2 and %3 was not read.")
    else:
        words = translate("timeline", "%1 between %2 and %3 were not read.")
        if source:
            words = translate("timeline", "%1 of %4 between %2 and %3 were not read.")
    words = words.replace("%1", _about(gap)).replace("%2", first).replace("%3", last)
    return words.replace("%4", source)


def say_short(gap: Gap) -> str:
    """Return how many posts are missing, for a row without room for more."""
    words = translate("timeline", "%1 were not read.")
    if gap.about == 1:
        words = translate("timeline", "%1 was not read.")
    return words.replace("%1", _about(gap))


def _bound(moment: str) -> str:
    """Return a moment that breaks only between day and time: ``Mar 24`` stays whole."""
    return WITHIN.sub("\u00a0", moment)


def _about(gap: Gap) -> str:
    if not gap.about:
        # Too few were read to tell how many.
        return translate("timeline", "Some posts")
    return translate("timeline", "About %1").replace("%1", posts(gap.about))
