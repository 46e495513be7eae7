"""The parts of the timeline, and where they stand.

What nobody sees at first is loaded and made when it is first asked for.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.domain.people.bios import looks_like_organisation
from allybook.services.reading.aiming import aim
from allybook.ui.charts.histogram import Histogram
from allybook.ui.delegates.post import POST_ROWS, density_of
from allybook.ui.delegates.posts_view import PostsView
from allybook.ui.frame.panes import ThreePanes
from allybook.ui.models.posts import PostsModel
from allybook.ui.tabs.timeline.filter_bar import FilterBar
from allybook.ui.tabs.timeline.nothing import (
    ALL_DAYS,
    GAP,
    REFRESH,
    SEARCH,
    NothingFound,
    make_way,
)
from allybook.ui.tabs.timeline.strip import Strip
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.wording import cut, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.domain.errors import FilterError
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk
    from allybook.ui.delegates.post import Density
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.empty import EmptyState
    from allybook.ui.widgets.progress import ProgressCard
    from allybook.ui.widgets.tick_list import TickList

translate = QCoreApplication.translate

MEND = "mend"


class TimelinePage(QWidget):
    """Everything that one sees of the timeline; what it does is the tab's.

    ``way_chosen`` carries the key of a way to start, where no post was ever read.
    ``gone_on`` carries the key of a way on from where no post matches; ``stop_asked`` tells that
    what is read shall stop.
    """

    way_chosen = Signal(str)
    gone_on = Signal(str)
    stop_asked = Signal()

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.look = look
        self.model = PostsModel(desk.cache.rows, self.now, kinds=_kind, parent=self)
        self.view = PostsView(look, self.model, self.now, density=_density(desk))
        self.places = PlacesPane(look, self.tr("Places of the timeline"))
        self.header = PageHeader(look)
        self.refresh_button = PriceButton(look, self.tr("Refresh"), "refresh-cw")
        self.search_button = PriceButton(look, self.tr("Search X"), "search")
        self.search_button.hide()
        self.saving = Prose(look, "", "caption", "text_2")
        self.saving.hide()
        self.names_button = PriceButton(look, self.tr("Show names"), "users", size="button_small")
        self.names_button.hide()
        self.rename_button = IconButton(look, "pencil", self.tr("Rename this view…"))
        self.rename_button.hide()
        self.forget_button = IconButton(look, "bookmark-check", self.tr("Forget this view"))
        self.forget_button.hide()
        self.bar = FilterBar(look)
        self.note = Note(look, Mood.WARN, closable=True)
        self.histogram = Histogram(look)
        self.strip = Strip(look, self.names_button)
        self._plugs: list[Callable[[PostDetails], object]] = []
        self.empty: EmptyState | None = None
        self.work = QWidget()
        self._days_wanted = True
        self._lay_out()
        self.strip.days_wanted.connect(self._want_days)
        self.strip.all_days_asked.connect(lambda: self.gone_on.emit(ALL_DAYS))
        self.note.followed.connect(self._follow_note)

    @cached_property
    def progress(self) -> ProgressCard:
        """How far a reading has come, made for the first of them; ``stop_asked`` is the page's."""
        from allybook.ui.widgets.progress import ProgressCard

        card = ProgressCard(self.look, "")
        card.hide()
        card.stop_asked.connect(self.stop_asked)
        self._bars.addWidget(card)
        return card

    @cached_property
    def nothing(self) -> NothingFound:
        """What stands in place of the posts where none matches, made for the first such filter."""
        nothing = NothingFound(self.look)
        nothing.chosen.connect(self.gone_on)
        self._column.addWidget(nothing, 1)
        return nothing

    @cached_property
    def tick_list(self) -> TickList:
        """What is still to be done by hand, above the details."""
        from allybook.ui.widgets.tick_list import TickList

        ticks = TickList(self.look)
        self._side.insertWidget(0, ticks)
        return ticks

    @cached_property
    def details(self) -> PostDetails:
        """The details of a post, made when they are first asked for: nobody chose one yet."""
        from allybook.ui.tabs.timeline.details import PostDetails

        details = PostDetails(self.look)
        self._side.addWidget(details, 1)
        self._hint.hide()
        details.show()
        for plug in self._plugs:
            plug(details)
        return details

    def load_details(self) -> None:
        """Load what the details are made of, and make them a turn later: two short pauses."""
        from allybook.ui.tabs.timeline.details import PostDetails  # noqa: F401 (see above)

        QTimer.singleShot(0, self, self._make_details)

    def _make_details(self) -> None:
        self.details  # noqa: B018 (made by being named)

    def plug(self, plug: Callable[[PostDetails], object]) -> None:
        """Let something be connected with the details once they are there."""
        self._plugs.append(plug)

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone(self._desk.clock.zone)

    def say(self, what: str, rest: str = "", mood: Mood = Mood.WARN) -> None:
        """Say something above the posts; nothing takes the note away."""
        self.note.tell(what, rest, mood)

    def take_note_away(self) -> None:
        """Let go of what was said above the posts, unless that is what is wrong with the filter."""
        if self.bar.error is None:
            self.say("")

    def refuse(self, error: FilterError | None) -> None:
        """Say what is not understood in a filter, and offer what was probably meant."""
        if error is None:
            self.note.hide()
            return
        said = told(error)
        # What the sentence has said already need not be said again.
        use = self.tr("Use it")
        if error.suggestion not in said:
            use = self.tr("Use “%1”").replace("%1", error.suggestion)
        links = [Span(use, link=MEND)] if error.suggestion and self.bar.can_mend() else []
        self.note.show_mood(Mood.WARN)
        self.note.say(*cut(said, "; "), links)
        self.note.show()

    def _follow_note(self, link: str) -> None:
        if link == MEND:
            self.bar.mend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the days away where there is little room."""
        super().resizeEvent(event)
        self.strip.fold(folded=self.width() < self.look.width("fold_sidebar"))

    def show_empty(self, *, empty: bool) -> None:
        """Show ways to start where no post was ever read."""
        for part in (self.bar, self.strip):
            part.setVisible(not empty)
        none = "nothing" in vars(self) and not self.nothing.isHidden()
        self.view.setVisible(not empty and not none)
        self.saving.setVisible(bool(self.saving.text()) and not empty)
        self.panes.set_details_shown(shown=not empty)
        if empty and self.empty is None:
            self._make_empty()
        if self.empty is not None:
            if not empty:
                self._hand_on(self.empty)
            self.empty.setVisible(empty)
        self._show_days()

    def show_nothing(self, sight: Sight | None) -> None:
        """Say in place of the posts that none matches, and what can be done; None shows posts."""
        if sight is None:
            self.view.setVisible(self.empty is None or self.empty.isHidden())
            if "nothing" in vars(self):
                self._hand_on(self.nothing)
                self.nothing.hide()
            return
        from allybook.ui.no_account import before_asking
        from allybook.ui.tabs.timeline.empty_places import may_fill

        search, refresh = self.search_button, self.refresh_button
        key, button = (REFRESH, refresh) if search.isHidden() else (SEARCH, search)
        can_read = aim(sight.wish.chosen)[0] is not None or may_fill(self.places.current(), sight)
        # What cannot be found here is not found at X either; a source can be read.
        helps = can_read if key == REFRESH else not sight.unmet
        useful = helps and button.isEnabled() and not button.isHidden()
        ways = [make_way(key, button.text())] if useful else []
        if not self.places.link.isHidden():
            ways.append(make_way(GAP, self.places.link.text()))
        before = before_asking(self._desk.line)
        self.nothing.show_for(sight, ways, self.places.current(), before)
        # Whoever has the keyboard in the list, or beside it, keeps it near.
        inside = self.view.hasFocus() or self._reads_beside()
        if "details" in vars(self):
            # There is none to choose.
            self.details.show_nothing("")
        self.view.hide()
        self.nothing.show()
        if inside:
            self.nothing.take_keyboard()

    def _hand_on(self, going: QWidget) -> None:
        """Give the posts the keyboard that stands in their place: Qt gives it to another pane."""
        keyboard: QWidget | None = self.window().focusWidget()
        inside = keyboard is going or (keyboard is not None and going.isAncestorOf(keyboard))
        if inside and going.isVisible() and self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reads_beside(self) -> bool:
        """Return whether the keyboard is in the details."""
        return "details" in vars(self) and self.details.isAncestorOf(self.window().focusWidget())

    def show_narrowed(self, days: tuple[date, date] | None) -> None:
        """Show whether the posts are narrowed to days of the chart, and then the way back."""
        # Whoever has the keyboard on the link, which goes, keeps it in the chart.
        inside = self.strip.all_days.hasFocus() and self.histogram.isVisible()
        if days is None and inside:
            self.histogram.setFocus()
        self.histogram.select(*(days or (None,)))
        self.strip.show_narrowed(narrowed=days is not None)

    def _want_days(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._days_wanted = wanted
        self._show_days()

    def _show_days(self) -> None:
        days = bool(self.histogram.buckets()) and (self.empty is None or self.empty.isHidden())
        self.histogram.setVisible(days and self._days_wanted)

    def _lay_out(self) -> None:
        look = self.look
        bars = QVBoxLayout()
        self._column = column = QVBoxLayout(self.work)
        page = QVBoxLayout(self)
        for layout in (column, page):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        bars.setContentsMargins(look.space("l"), 0, look.space("l"), 0)
        bars.setSpacing(look.space("s"))
        self.header.add_action(self.rename_button)
        self.header.add_action(self.forget_button)
        self.header.add_action(self.search_button)
        self.header.add_action(self.refresh_button)
        for part in (self.bar, self.saving, self.note):
            bars.addWidget(part)
        self._bars = bars
        days = QHBoxLayout()
        days.setContentsMargins(look.space("l"), look.space("xs"), look.space("l"), 0)
        days.addWidget(self.histogram)
        self.note.hide()
        self.histogram.hide()
        column.addWidget(self.header)
        column.addLayout(bars)
        column.addLayout(days)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        self.panes = ThreePanes(look, self.places, self.work, self._lay_out_side())
        page.addWidget(self.panes)

    def _make_empty(self) -> None:
        from allybook.ui.tabs.timeline.beginning import beginning

        self.empty = beginning(self._desk, self.look)
        self.empty.chosen.connect(self.way_chosen)
        self._column.addWidget(self.empty, 1)

    def _lay_out_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_hint(), 1)
        self._side = column
        return side

    def _make_hint(self) -> QWidget:
        """Return what stands in place of the details until they are there."""
        self._hint, gap = QWidget(), self.look.space("l")
        column = QVBoxLayout(self._hint)
        column.setContentsMargins(gap, gap, gap, gap)
        words = translate("PostDetails", "Choose a post to read it here.")
        column.addWidget(Prose(self.look, words, "ui", "text_3"))
        column.addStretch(1)
        return self._hint


def _density(desk: Desk) -> Density:
    return density_of(desk.settings.read(POST_ROWS))


def _kind(row: Row) -> Kind:
    organisation = row.author is not None and looks_like_organisation(row.author)
    return Kind.ORGANISATION if organisation else Kind.PERSON
