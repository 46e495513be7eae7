"""The Timeline tab: posts through a filter, quiet ones apart, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut

from allybook.domain.errors import BadInput, FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.show import quote, show
from allybook.domain.filters.tree import On, Term
from allybook.services.edit import approve
from allybook.services.nominate import nominate_handles
from allybook.services.refresh import quote_refresh, refresh
from allybook.services.resolve import quote_resolve, resolve
from allybook.services.view import divide
from allybook.services.views import forget_view, save_view
from allybook.ui.delegates.spans import HitKind
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.models.roles import Role
from allybook.ui.prices import tag_of
from allybook.ui.tabs.timeline.look_through import NOTHING, Wish, look_through, reasons_of
from allybook.ui.tabs.timeline.page import CHAT, HOME, TimelinePage
from allybook.ui.tabs.timeline.places import Map, survey, view_key
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import count, halves

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.domain.filters.tree import Node
    from allybook.ports import Row
    from allybook.services.desk import Desk
    from allybook.services.paging import Reading
    from allybook.ui.delegates.spans import Hit
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.models.posts import PostRow, Why
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look

X = "https://x.com"
FIRST = "Everything"
_HERE = Qt.ShortcutContext.WidgetShortcut


class TimelineTab(TimelinePage):
    """Reads the cache through views; only its refresh button goes to X."""

    count_changed = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, look, parent)
        self._jobs, self._hub = jobs, hub
        self._sight: Sight = NOTHING
        self._waiting: Sight | None = None
        self._map = Map((), {})
        self._title = FIRST
        self._asked: Wish = NOTHING.wish
        self._ticket: Ticket | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()
        self.show_filter("", FIRST)

    def count(self) -> int:
        """Return how many new posts wait above the list."""
        return self._new()

    @property
    def sight(self) -> Sight:
        """Return what is shown now."""
        return self._sight

    def show_filter(self, text: str, title: str = "") -> None:
        """Show posts through a filter, as it is typed; words not understood change nothing."""
        try:
            chosen = parse(text)
        except FilterError as error:
            self.say(str(error))
            return
        self._title = title or _in_words(chosen)
        self.bar.show_filter(chosen)
        self._wish(Wish(chosen))
        self._point(chosen)

    def show_view(self, name: str) -> None:
        """Show a view by its name."""
        self.places.choose(view_key(name))
        self._go(view_key(name))

    def _point(self, chosen: Node) -> None:
        """Point at the place that a filter is, or at none."""
        wanted = (chosen, self._asked.quiet_only)
        spots = self._map.spots.items()
        here = next((key for key, one in spots if (one.chosen, one.quiet_only) == wanted), "")
        self.places.choose(here)
        self.forget_button.setVisible(bool(here) and self._map.spots[here].own)

    def _wish(self, wish: Wish) -> None:
        self._asked = wish
        self._refuse("")
        self._later.start()

    def _read(self) -> None:
        """Look through the cache for what was asked last, in the background."""
        wish, desk = self._asked, self._desk
        self._jobs.fetch(
            self,
            lambda _ticket: (look_through(desk, wish), survey(desk)),
            done=self._show,
            failed=self._fail,
        )

    def _show(self, answer: tuple[Sight, Map]) -> None:
        sight, places = answer
        self._map = places
        self.places.show_sections(places.sections)
        self._point(self.bar.chosen)
        if sight.wish != self._asked:
            return
        same_wish = sight.wish == self._sight.wish and len(self._sight.order) > 0
        if same_wish and sight.order and sight.order[0] > self._sight.order[0]:
            self._waiting = sight
        else:
            self._take(sight)
        self.strip.show_new(self._new())
        self.count_changed.emit()

    def _take(self, sight: Sight) -> None:
        moved = sight.wish != self._sight.wish
        self._sight, self._waiting = sight, None
        self._price()
        self.model.show(sight.order, explain=self._explain)
        if moved:
            self.view.show_top()
        self.histogram.show_days(sight.days)
        self.show_empty(empty=not (sight.kept or sight.quiet) and self._map.is_empty)
        self.strip.show_counts(sight.kept, sight.quiet)
        words = self.tr("%1 posts kept, %2 waiting in the quiet folder")
        words = words.replace("%1", count(sight.kept)).replace("%2", count(sight.quiet))
        self.header.show_words(self._title, words)

    def _take_new(self) -> None:
        """Show the posts that waited, and go up to them."""
        if self._waiting is None:
            return
        before = self._sight.order[0] if self._sight.order else 0
        fresh = [post for post in self._waiting.order if post > before]
        self._take(self._waiting)
        self.model.set_unread(fresh)
        self.view.scrollToTop()
        self.strip.show_new(0)
        self.count_changed.emit()

    def _new(self) -> int:
        if self._waiting is None or not self._sight.order:
            return 0
        newest = self._sight.order[0]
        return sum(1 for post in self._waiting.order if post > newest)

    def _explain(self, row: Row) -> Why:
        return reasons_of(row, self._sight.wish, self._desk.clock.now())

    def _heard(self, changed: Changed) -> None:
        if changed.posts or changed.books or changed.settings:
            self._later.start()
        if changed.accounts or changed.books:
            self.model.refresh()
        if changed.ledger or changed.settings:
            self._price()
        if changed.books:
            self._offer()

    def _price(self) -> None:
        self.refresh_button.setVisible(self._desk.line.signed_in)
        self.refresh_button.show_tag(tag_of(self._desk, quote_refresh(self._desk), aside=True))
        nameless = self._sight.nameless
        self.names_button.setVisible(bool(nameless) and self._desk.line.signed_in)
        quote = quote_resolve(self._desk, nameless)
        self.names_button.show_tag(tag_of(self._desk, quote, aside=True))

    def _offer(self) -> None:
        books = self._desk.shelf.books()
        opened = [self._desk.shelf.open(info.book_id) for info in books]
        tags = {tag for book in opened for ally in book.allies() for tag in ally.tags}
        named = [f"in:{quote(info.name)}" for info in books]
        self.bar.offer([*named, *(f"tag:{quote(tag)}" for tag in sorted(tags))])

    def _refresh(self) -> None:
        desk = self._desk
        self.refresh_button.set_busy(busy=True)
        self.progress.title.setText(self.tr("Reading the home timeline"))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: refresh(desk, ticket),
            done=self._refreshed,
            failed=self._fail,
            progress=self._advance,
        )

    def _name(self) -> None:
        """Look up who wrote the posts near the top."""
        desk, nameless = self._desk, self._sight.nameless
        self.names_button.set_busy(busy=True)
        self.progress.title.setText(self.tr("Looking up names"))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: resolve(desk, nameless, ticket),
            done=lambda _found: self._rest(),
            failed=self._fail,
            progress=self._advance,
        )

    def _advance(self, done: int, total: int) -> None:
        self.progress.show()
        self.progress.show_step(Step(done, total))

    def _refreshed(self, reading: Reading) -> None:
        self._rest()
        if not reading.items:
            self.say(self.tr("Nothing new."), self.tr("X charged nothing for that."), Mood.INFO)

    def _rest(self) -> None:
        self.progress.hide()
        self.refresh_button.set_busy(busy=False)
        self.names_button.set_busy(busy=False)
        self._price()

    def _fail(self, error: AllybookError) -> None:
        self._rest()
        self._refuse(str(error))

    def _refuse(self, why: str) -> None:
        self.say(*halves(why))

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _go(self, key: str) -> None:
        spot = self._map.spots.get(key)
        if spot is None:
            return
        self._title = spot.title
        self.bar.show_filter(spot.chosen)
        self._wish(Wish(spot.chosen, quiet_only=spot.quiet_only))
        self._point(spot.chosen)

    def _filter(self, chosen: Node) -> None:
        self._title = _in_words(chosen)
        self._wish(Wish(chosen, with_quiet=self.strip.with_quiet.isChecked()))
        self._point(chosen)

    def _narrow(self, first: date | None, last: date | None) -> None:
        days = (first, last) if first and last else None
        self._wish(replace(self._asked, days=days))

    def _want_quiet(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._wish(replace(self._asked, with_quiet=wanted))

    def _start(self, way: str) -> None:
        if way == HOME:
            self.refresh_button.click()
        elif way == CHAT:
            self._hub.chat_wanted.emit("")
        else:
            self._hub.file_wanted.emit()

    def _save(self) -> None:
        dialog = AskName(self._look, self.tr("Name this view"), self)
        dialog.named.connect(self._keep)
        dialog.open()

    def _keep(self, name: str) -> None:
        try:
            save_view(self._desk, name, show(self.bar.chosen))
        except BadInput as error:
            self._refuse(str(error))

    def _forget(self) -> None:
        spot = self._map.spots.get(self.places.current())
        if spot is not None and spot.own:
            forget_view(self._desk, spot.title)
            self._go(view_key(FIRST))

    def _current(self) -> PostRow | None:
        row: PostRow | None = self.view.currentIndex().data(Role.ROW)
        return row

    def _show_current(self) -> None:
        limit = divide(self._sight.wish.chosen).limit
        self.details.show_post(self._current(), limit, self.now())
        key = self.view.current_key()
        if isinstance(key, int):
            self.model.mark_read(key)

    def _add_author(self) -> None:
        shown = self._current()
        author = shown.row.author if shown else None
        if author is None or not author.handle:
            return
        desk, handle, user_id = self._desk, author.handle, author.user_id

        def add(_ticket: Ticket) -> None:
            nominate_handles(desk, desk.book(), [handle])
            approve(desk, desk.book(), [user_id])

        self._jobs.write(self, add, done=lambda _nothing: None, failed=self._fail)

    def _open(self) -> None:
        shown = self._current()
        if shown is not None:
            QDesktopServices.openUrl(QUrl(f"{X}/i/status/{shown.row.post.post_id}"))

    def _hit(self, hit: Hit) -> None:
        match hit.kind:
            case HitKind.HASHTAG:
                self.show_filter(show(Term(On.HASHTAG, hit.target)))
            case HitKind.MENTION:
                self.show_filter(show(Term(On.FROM, hit.target)))
            case HitKind.LINK:
                QDesktopServices.openUrl(QUrl(hit.target))

    def _follow(self, link: str) -> None:
        if link.startswith(("#", "@")):
            on = On.HASHTAG if link.startswith("#") else On.FROM
            self.show_filter(show(Term(on, link[1:])))
        else:
            QDesktopServices.openUrl(QUrl(link))

    def _step(self, by: int) -> None:
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self._price)
        self._hub.filter_wanted.connect(self.show_filter)
        self.places.chosen.connect(self._go)
        self.places.add_asked.connect(self._save)
        self.bar.changed.connect(self._filter)
        self.bar.refused.connect(self.say)
        self.bar.save_asked.connect(self._save)
        self.forget_button.clicked.connect(self._forget)
        self.names_button.clicked.connect(self._name)
        self.refresh_button.clicked.connect(self._refresh)
        self.progress.stop_asked.connect(self._stop)
        self.histogram.chosen.connect(self._narrow)
        self.empty.chosen.connect(self._start)
        self.strip.new_asked.connect(self._take_new)
        self.strip.quiet_wanted.connect(self._want_quiet)
        self.view.hit.connect(self._hit)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.doubleClicked.connect(self.panes.open_details)
        self.view.activated.connect(self.panes.open_details)
        self.details.followed.connect(self._follow)
        self.details.add_asked.connect(self._add_author)
        self.details.open_asked.connect(self._open)
        for keys, act in (
            ("J", lambda: self._step(1)),
            ("K", lambda: self._step(-1)),
            ("N", self._take_new),
            ("O", self._open),
            ("A", self._add_author),
        ):
            QShortcut(QKeySequence(keys), self.view, context=_HERE).activated.connect(act)
        QShortcut(QKeySequence("/"), self.view, context=_HERE).activated.connect(
            self.bar.field.setFocus
        )
        self._price()
        self._offer()


def _in_words(chosen: Node) -> str:
    words = sentence(chosen)
    return words[:1].upper() + words[1:]
