"""What was left out: gaps told between the posts, where they are, and read at a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.posts import time_of
from allybook.domain.sources import Origin
from allybook.services.money.quote import fits
from allybook.services.reading.gaps import fill_gap, gaps, is_lost, quote_gap
from allybook.ui.models.gaps import GapRow
from allybook.ui.wording import dollars, moment_of, posts, quoted, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from allybook.domain.gaps import Gap
    from allybook.domain.sources import Source
    from allybook.services.desk import Desk
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.reader import Reader


class LeftOut(QObject):
    """Tells the gaps of what is seen in their rows and the newest at the foot of the places."""

    def __init__(
        self, desk: Desk, page: TimelinePage, reader: Reader, sight: Callable[[], Sight]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._reader, self._sight = desk, page, reader, sight
        page.view.gap_asked.connect(self.fill)
        page.places.followed.connect(self.fill_newest)
        reader.priced.connect(self.tell)

    def tell(self) -> None:
        """Say anew what the gaps cost, or why they cannot be read now."""
        self._page.model.show_gaps(self.rows())
        self._show_foot()

    def rows(self) -> tuple[GapRow, ...]:
        """Return the rows of the gaps in what is seen."""
        sight = self._sight()
        seen = [gap for gap in sight.gaps if _is_within(gap, sight.wish.days)]
        if not sight.whole and sight.order:
            seen = [gap for gap in seen if int(gap.newer) >= sight.order[-1]]
        return tuple(map(self._row, seen))

    def fill_newest(self) -> None:
        """Read the newest gap that X still gives."""
        for gap in self._offered()[:1]:
            self.fill(gap)

    def fill(self, gap: Gap) -> None:
        """Read a gap that is still there, for the price on its button."""
        desk = self._desk
        if gap in gaps(desk) and self._can_read(gap) and not self._reader.busy:
            title = self.tr("Reading what was left out")
            self._reader.run(title, lambda ticket: fill_gap(desk, gap, ticket))

    def _row(self, gap: Gap) -> GapRow:
        words = say_gap(gap, self._page.now(), _name(self._desk, gap.source))
        short = translate("timeline", "%1 were not read.").replace("%1", _about(gap))
        if self._reader.busy or not self._desk.line.up or not self._can_read(gap):
            return GapRow(gap, words, short, aside=self._say_why_not(gap))
        return GapRow(gap, words, short, self._say_act(gap, self.tr("Read them, %1")))

    def _say_act(self, gap: Gap, whole: str) -> str:
        """Return what a press reads, of a large gap a part, and its price."""
        quote = quote_gap(self._desk, gap)
        part = quote.steps[0].resources
        act = self.tr("Read %n of them, %1", "", part) if part < gap.about else whole
        return act.replace("%1", dollars(quote.dollars))

    def _say_why_not(self, gap: Gap) -> str:
        if is_lost(self._desk, gap):
            return self.tr("X gives them no more")
        if not self._desk.line.up:
            return self.tr("Can be read when online")
        if not self._can_read(gap):
            return self.tr("Over the budget of this month")
        return self.tr("Reading…")

    def _show_foot(self) -> None:
        """Say at the foot of the places what was not read, and what it would cost."""
        found, places = self._offered(), self._page.places
        if not found:
            places.show_foot("")
            return
        gap = found[0]
        words = say_gap(gap, self._page.now())
        if not self._desk.line.up:
            places.show_foot(f"{words} {self.tr('They can be read when online.')}")
        elif not self._can_read(gap):
            places.show_foot(f"{words} {self.tr('Reading them is over the budget of this month.')}")
        else:
            places.show_foot(words, self._say_act(gap, self.tr("Fill the gap, %1")))

    def _offered(self) -> list[Gap]:
        """Return the gaps in what is seen that X still gives, newest first."""
        return [gap for gap in self._sight().gaps if not is_lost(self._desk, gap)]

    def _can_read(self, gap: Gap) -> bool:
        desk = self._desk
        return desk.line.up and not is_lost(desk, gap) and fits(desk, quote_gap(desk, gap))


def say_gap(gap: Gap, now: datetime, source: str = "") -> str:
    """Return how many posts are missing, of which source, and between when and when."""
    ends = [time_of(gap.older), time_of(gap.newer)]
    first, last = (moment_of(end, now) if end else "" for end in ends)
    words = translate("timeline", "%1 between %2 and %3 were not read.")
    if source:
        words = translate("timeline", "%1 of %4 between %2 and %3 were not read.")
    elif gap.about == 1:
        words = translate("timeline", "%1 between %2 and %3 was not read.")
    words = words.replace("%1", _about(gap)).replace("%2", first).replace("%3", last)
    return words.replace("%4", source)


def _about(gap: Gap) -> str:
    return translate("timeline", "About %1").replace("%1", posts(gap.about))


def _name(desk: Desk, source: Source) -> str:
    """Return what a source is called; nothing for the home timeline, as everybody expects that."""
    names = {Origin.HOME: "", Origin.CHAT: f"#{source.name}"}
    if source.origin in names:
        return names[source.origin]
    lists: Sequence[tuple[str, str]] = [(one.list_id, one.name) for one in desk.cache.lists()]
    books = [(one.book_id, one.name) for one in desk.shelf.books()]
    known = dict(lists if source.origin is Origin.LIST else books)
    return quoted(known.get(source.name, source.name))


def _is_within(gap: Gap, days: tuple[date, date] | None) -> bool:
    """Return whether a gap reaches into a stretch of days."""
    older, newer = time_of(gap.older), time_of(gap.newer)
    if days is None or older is None or newer is None:
        return True
    return older.date() <= days[1] and newer.date() >= days[0]
