"""The Timeline tab: posts through a filter, quiet ones apart, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut

from allybook.domain.book.entry import Kind
from allybook.domain.errors import BadInput, FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.show import quote, show
from allybook.domain.filters.tree import On, Term
from allybook.domain.intents import post_address
from allybook.services.edit import approve
from allybook.services.nominate import nominate_handles
from allybook.services.thread import thread_of
from allybook.services.view import divide
from allybook.services.views import forget_view, save_view
from allybook.ui.delegates.spans import HitKind
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.by_hand import ByHand
from allybook.ui.tabs.timeline.look_through import NOTHING, Wish, reasons_of
from allybook.ui.tabs.timeline.looking import Looking
from allybook.ui.tabs.timeline.page import CHAT, HOME, TimelinePage
from allybook.ui.tabs.timeline.places import Map, survey, view_key
from allybook.ui.tabs.timeline.reader import Reader, Reads, plan_reads
from allybook.ui.tabs.timeline.sparing import Sparing
from allybook.ui.tabs.timeline.unread import Unread
from allybook.ui.wording import count, halves

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.filters.tree import Node
    from allybook.ports import Row
    from allybook.services.desk import Desk
    from allybook.services.thread import Thread
    from allybook.ui.delegates.spans import Hit
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.models.posts import PostRow, Why
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look

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
        self.note.budget_asked.connect(hub.budget_wanted)
        self._sight: Sight = NOTHING
        self._waiting: Sight | None = None
        self._map = Map((), {})
        self._title = FIRST
        self._asked: Wish = NOTHING.wish
        self.reader = Reader(desk, jobs, self, lambda: self._sight.nameless)
        self.by_hand = ByHand(desk, jobs, hub, self.tick_list, self._current)
        self.unread = Unread(desk, jobs, self.model)
        self.sparing = Sparing(desk, jobs, self, self._current, lambda: self._sight)
        self.looking = Looking(desk, jobs, self)
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
        self.looking.look(wish, anew=wish != self._sight.wish or not self._sight.whole)
        # The posts of a view do not wait for the counts of all others.
        self._jobs.read(
            self,
            lambda _ticket: (survey(desk), plan_reads(desk, wish.chosen)),
            done=self._show_around,
            failed=self.reader.fail,
        )

    def _show_around(self, answer: tuple[Map, Reads]) -> None:
        self._map, reads = answer
        self.places.show_sections(self._map.sections)
        self._point(self.bar.chosen)
        self.reader.show_reads(reads)
        self._show_empty()

    def _show_empty(self) -> None:
        nothing = not (self._sight.kept or self._sight.quiet)
        self.show_empty(empty=nothing and self._map.is_empty)

    def _show(self, sight: Sight) -> None:
        if sight.wish != self._asked:
            return
        if not sight.whole:
            self._take_first(sight)
            return
        known = self._sight.whole and sight.wish == self._sight.wish and self._sight.order
        if known and sight.order and sight.order[0] > self._sight.order[0]:
            self._waiting = sight
        else:
            self._take(sight)
        self.strip.show_new(self._new())
        self.count_changed.emit()

    def _take_first(self, sight: Sight) -> None:
        self._sight, self._waiting = sight, None
        self.model.show(sight.order, explain=self._explain)
        self.view.show_top()

    def _take(self, sight: Sight) -> None:
        self._sight, self._waiting = sight, None
        self.reader.price()
        self.model.show(sight.order, explain=self._explain)
        self.unread.show(sight.order)
        self._show_current()
        self.histogram.show_days(sight.days)
        self._show_empty()
        self.strip.show_counts(sight.kept, sight.quiet)
        words = self.tr("%1 posts kept, %2 waiting in the quiet folder")
        words = words.replace("%1", count(sight.kept)).replace("%2", count(sight.quiet))
        self.header.show_words(self._title, words)

    def _take_new(self) -> None:
        """Show the posts that waited, and go up to them."""
        if self._waiting is None:
            return
        self._take(self._waiting)
        self.view.scrollToTop()
        self.strip.show_new(0)
        self.count_changed.emit()

    def _new(self) -> int:
        if self._waiting is None or not self._sight.order:
            return 0
        newest = self._sight.order[0]
        return sum(1 for post in self._waiting.order if post > newest)

    def _explain(self, row: Row) -> Why:
        return reasons_of(row, self._sight, self._desk.clock.now())

    def _heard(self, changed: Changed) -> None:
        if changed.posts or changed.books or changed.settings:
            self._later.start()
        if changed.accounts or changed.books:
            self.model.refresh()
        if changed.ledger or changed.settings:
            self.reader.price()
        if changed.books:
            self._offer()

    def _offer(self) -> None:
        books = self._desk.shelf.books()
        opened = [self._desk.shelf.open(info.book_id) for info in books]
        allies = [ally for book in opened for ally in book.allies()]
        tags = sorted({tag for ally in allies for tag in ally.tags})
        handles = sorted({ally.handle for ally in allies if ally.kind is not Kind.HASHTAG})
        hashtags = sorted({ally.handle for ally in allies if ally.kind is Kind.HASHTAG})
        self.bar.offer(
            [
                *(f"in:{quote(info.name)}" for info in books),
                *(f"tag:{quote(tag)}" for tag in tags),
                *(f"list:{quote(one.name)}" for one in self._desk.cache.lists()),
                *(f"from:{handle}" for handle in handles),
                *(f"@{handle}" for handle in handles),
                *(f"#{hashtag}" for hashtag in hashtags),
            ]
        )

    def _refuse(self, why: str) -> None:
        self.say(*halves(why))

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
        dialog = AskName(self.look, self.tr("Name this view"), self)
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
        self.details.show_post(self._current(), limit, self.now(), self.sparing.rule())
        key = self.view.current_key()
        if isinstance(key, int):
            self.unread.read(key)
            self._show_thread()

    def _show_thread(self) -> None:
        """Show the conversation around the current post once it is looked up."""
        shown, desk = self._current(), self._desk
        if shown is None:
            return
        post = shown.row.post
        self._jobs.read(
            self,
            lambda _ticket: (post.post_id, thread_of(desk, post)),
            done=self._show_context,
            failed=self.reader.fail,
        )

    def _show_context(self, answer: tuple[str, Thread]) -> None:
        post_id, thread = answer
        if str(self.view.current_key()) == post_id:
            self.details.context.show_thread(thread, self.now())

    def _go_to_post(self, post_id: str) -> None:
        """Go to a post of the conversation, or to all of it where the view leaves that out."""
        row = self.model.row_of(int(post_id))
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))
        else:
            self._follow(post_address(post_id))

    def _add_author(self) -> None:
        shown = self._current()
        author = shown.row.author if shown else None
        if author is None or not author.handle:
            return
        desk, handle, user_id = self._desk, author.handle, author.user_id

        def add(_ticket: Ticket) -> None:
            nominate_handles(desk, desk.book(), [handle])
            approve(desk, desk.book(), [user_id])

        self._jobs.write(self, add, done=lambda _nothing: None, failed=self.reader.fail)

    def _hit(self, hit: Hit) -> None:
        match hit.kind:
            case HitKind.HASHTAG:
                self.show_filter(show(Term(On.HASHTAG, hit.target)))
            case HitKind.MENTION:
                self._meet(hit.target)
            case HitKind.LINK:
                QDesktopServices.openUrl(QUrl(hit.target))

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            self.show_filter(show(Term(On.HASHTAG, link[1:])))
        elif link.startswith("@"):
            self._meet(link[1:])
        else:
            QDesktopServices.openUrl(QUrl(link))

    def _meet(self, handle: str) -> None:
        """Show an ally among the allies; of anybody else, the posts."""
        allies = self._desk.book().allies() if self._desk.shelf.books() else ()
        key = next((one.key for one in allies if one.handle.lower() == handle.lower()), "")
        if key:
            self._hub.ally_wanted.emit(key)
        else:
            self.show_filter(show(Term(On.FROM, handle)))

    def _step(self, by: int) -> None:
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self.looking.seen.connect(self._show)
        self.looking.failed.connect(self.reader.fail)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self.reader.price)
        self._hub.filter_wanted.connect(self.show_filter)
        self.places.chosen.connect(self._go)
        self.places.add_asked.connect(self._save)
        self.bar.changed.connect(self._filter)
        self.bar.refused.connect(self.say)
        self.bar.save_asked.connect(self._save)
        self.forget_button.clicked.connect(self._forget)
        self.histogram.chosen.connect(self._narrow)
        self.empty.chosen.connect(self._start)
        self.strip.new_asked.connect(self._take_new)
        self.strip.quiet_wanted.connect(self._want_quiet)
        self.view.hit.connect(self._hit)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.doubleClicked.connect(self.panes.open_details)
        self.view.activated.connect(self.panes.open_details)
        self.details.followed.connect(self._follow)
        self.details.context.chosen.connect(self._go_to_post)
        self.details.acts.add.clicked.connect(self._add_author)
        self.details.acts.like.clicked.connect(self.by_hand.like)
        self.details.acts.reply.clicked.connect(self.by_hand.reply)
        self.details.acts.open.clicked.connect(self.by_hand.look)
        for keys, act in (
            ("J", lambda: self._step(1)),
            ("K", lambda: self._step(-1)),
            ("N", self._take_new),
            ("O", self.by_hand.look),
            ("L", self.by_hand.like),
            ("R", self.by_hand.reply),
            ("A", self._add_author),
            ("S", self.sparing.keep),
            ("H", self.sparing.spare_author),
        ):
            QShortcut(QKeySequence(keys), self.view, context=_HERE).activated.connect(act)
        QShortcut(QKeySequence("/"), self.view, context=_HERE).activated.connect(
            self.bar.field.setFocus
        )
        self._offer()


def _in_words(chosen: Node) -> str:
    words = sentence(chosen)
    return words[:1].upper() + words[1:]
