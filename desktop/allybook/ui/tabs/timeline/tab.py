"""The Timeline tab: posts through a filter, quiet ones apart, each with its reason."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.ui.keys import plug_keys
from allybook.ui.tabs.timeline.adding import Adding
from allybook.ui.tabs.timeline.ageing import Ageing
from allybook.ui.tabs.timeline.beside import Beside
from allybook.ui.tabs.timeline.going_on import GoingOn
from allybook.ui.tabs.timeline.keeping import Keeping
from allybook.ui.tabs.timeline.leads import Leads
from allybook.ui.tabs.timeline.left_out import LeftOut
from allybook.ui.tabs.timeline.look_through import NOTHING
from allybook.ui.tabs.timeline.looking import Looking
from allybook.ui.tabs.timeline.muting import Muting
from allybook.ui.tabs.timeline.offering import Offering
from allybook.ui.tabs.timeline.page import TimelinePage
from allybook.ui.tabs.timeline.places import QUIET, Map, view_key
from allybook.ui.tabs.timeline.reader import Reader, Reads
from allybook.ui.tabs.timeline.saying import say_briefly, say_counts, say_days, say_title, title_of
from allybook.ui.tabs.timeline.showing import Showing
from allybook.ui.tabs.timeline.sparing import Sparing
from allybook.ui.tabs.timeline.undoing import Here, Undoing
from allybook.ui.tabs.timeline.wish import Wish
from allybook.ui.wording import new_posts, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.by_hand import ByHand
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look

FIRST = "Everything"
WALKING = ("J", "K")
SINGLE = Qt.ConnectionType.SingleShotConnection


class TimelineTab(TimelinePage):
    """Reads the cache through views; only its refresh button goes to X."""

    count_changed = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, look, parent)
        self._jobs, self._hub = jobs, hub
        self.note.budget_asked.connect(hub.budget_wanted)
        self._map = Map((), {})
        self._title = self._clicked = ""
        self._wanted: object = None
        self._near: object = None
        self._asked: Wish = NOTHING.wish
        self.showing = Showing(self)
        self.reader = Reader(desk, jobs, self, lambda: self.sight)
        self.left_out = LeftOut(desk, self, self.reader, lambda: self.sight)
        self.beside = Beside(desk, jobs, self, lambda: self.sight, self._show_waiting)
        self.undoing = Undoing(desk, jobs, hub, self, self._here)
        self.sparing = Sparing(self, self.beside, self.undoing)
        self.adding = Adding(desk, jobs, self, self.beside, self.undoing)
        self.muting = Muting(desk, jobs, hub, self, self.beside, self.undoing)
        self.leads = Leads(desk, jobs, hub, self, self.show_filter)
        self.keeping = Keeping(desk, jobs, self, lambda: self._asked, self.undoing)
        self.going_on = GoingOn(hub, self, self.left_out)
        self.offering = Offering(desk, jobs, self.bar)
        self.looking = Looking(desk, jobs, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self.ageing = Ageing(hub, self, self.beside, self.left_out, self._chosen, self._later.start)
        self._connect()
        self.show_filter("", translate("timeline", "Everything"))
        # The first posts are looked for while the window is still being made.
        self._later.stop()
        self._read()

    @cached_property
    def by_hand(self) -> ByHand:
        """What is done by hand, made with the details: there one does it."""
        from allybook.ui.tabs.timeline.by_hand import ByHand  # noqa: PLC0415 (loaded then)

        return ByHand(self._desk, self._jobs, self._hub, self.tick_list, self.beside.current)

    def count(self) -> int:
        """Return how many new posts wait above the list."""
        return self.showing.count_newer()

    def say_count(self) -> str:
        """Return that number in words."""
        return new_posts(self.count())

    @property
    def sight(self) -> Sight:
        """Return what is shown now."""
        return self.showing.sight

    def place_keys(self) -> tuple[str, ...]:
        """Return the keys of all places, as they stand."""
        return tuple(self._map.spots)

    def _chosen(self) -> tuple[Node, ...]:
        """Return the filters whose posts are shown or counted."""
        return (self._asked.chosen, *(spot.chosen for spot in self._map.spots.values()))

    def show_filter(self, text: str, title: str = "") -> None:
        """Show posts through a filter, as it is typed; words not understood change nothing."""
        try:
            chosen = parse(text)
        except FilterError as error:
            self.refuse(error)
            return
        self._enter(Wish(chosen), title or say_title(chosen))

    def show_view(self, name: str) -> None:
        """Show a view by its name."""
        self.places.choose(view_key(name))
        self._go(view_key(name))

    def _enter(self, wish: Wish, title: str) -> None:
        """Show what belongs to another filter; one that has no place is not lost."""
        asked = self._asked
        written = asked.chosen not in {EVERYTHING, wish.chosen}
        if written and not self._map.find(asked.chosen, quiet_only=asked.quiet_only, wanted=""):
            self.undoing.leave(self.keeping.view)
        self._show_wish(wish, title, "")

    def _show_wish(self, wish: Wish, title: str, view: str) -> None:
        self._title, self.keeping.view = title, view
        self.bar.show_filter(wish.chosen)
        self.strip.show_quiet(shown=wish.with_quiet)
        self._wish(wish)
        self._point(wish.chosen)

    def _here(self) -> Here:
        return Here(self._asked, self._clicked, self.keeping.view, self.view.current_key())

    def _go_back(self, here: Here) -> None:
        """Go to where something was done that was taken back, and to the post of then."""
        self._clicked = here.place
        if here.wish != self._asked:
            self._show_wish(here.wish, title_of(here.wish), here.view)
        self._wanted = here.post
        self._later.start()

    def _point(self, chosen: Node) -> None:
        """Point at the place that a filter is, by whose title it goes then, or at none."""
        quiet_only = self._asked.quiet_only
        here = self._map.find(chosen, quiet_only=quiet_only, wanted=self._clicked)
        # A filter in the quiet folder does not leave it.
        self.places.choose(QUIET if quiet_only else here)
        spot = self._map.spots.get(here)
        self._title = spot.title if spot else self._title
        self.keeping.show_for(spot)

    def _stay(self, name: str, text: str) -> None:
        """Stay with a view that was just named, or go back to it."""
        self._clicked = view_key(name)
        if show(self.bar.chosen) != text:
            self.show_filter(text, name)

    def _wish(self, wish: Wish) -> None:
        self.show_narrowed(wish.days)
        if wish != self._asked:
            self._wanted = self._near = None
        if wish.readable != self._asked.readable:
            self.reader.await_reads()
        self._asked = wish
        self.take_note_away()
        self._later.start()

    def _read(self) -> None:
        """Look through the cache for what was asked last, in the background."""
        wish = self._asked
        anew = wish != self.sight.wish or not self.sight.whole
        self.looking.look(wish, self.showing.shown(), anew=anew)
        # The posts of a view do not wait for the counts of all others.
        if not anew:
            self.looking.look_around(self._asked)

    def _show_around(self, wish: Wish, found: Map, reads: Reads) -> None:
        moved, self._map = found.moved(self._map, self._asked, self._clicked), found
        self.places.show_sections(self._map.sections)
        self.reader.automatic.offer(self._map.readable())
        self._point(self.bar.chosen)
        if moved is not None:
            self._follow(moved)
        if self.sight.whole and self.sight.wish == self._asked:
            self._say_counts()
        # A price that was asked for another filter is none of this one.
        if wish.readable == self._asked.readable:
            self.reader.show_reads(reads)
        self._show_empty()

    def _follow(self, chosen: Node) -> None:
        """Go on with the same posts by the name of today; what is being written stays."""
        before, self._asked = self._asked, replace(self._asked, chosen=chosen)
        self.showing.go_by(before, self._asked)
        self.bar.follow(chosen)
        self.reader.await_reads()
        self._point(chosen)
        self._later.start()

    def _show_empty(self) -> None:
        sight = self.sight
        empty = self._map.is_empty and not (sight.kept or sight.quiet)
        self.show_empty(empty=empty)
        in_vain = sight.whole and not empty and not len(sight.order)
        self.show_nothing(sight if in_vain else None)

    def _show(self, sight: Sight) -> None:
        if sight.wish != self._asked:
            return
        if not sight.whole:
            self._take_first(sight)
            return
        # Who comes back to a post does not wait for it.
        if self._wanted is None and self.showing.is_newer(sight):
            self._let_wait(sight)
        else:
            self._take(sight)
        self.strip.show_new(self.count())
        self.count_changed.emit()

    def _let_wait(self, sight: Sight) -> None:
        """Let newer posts wait; what was read of a gap below comes at once, where it belongs."""
        older = self.showing.without_newer(sight)
        if sight.gaps != self.sight.gaps or older.order != self.sight.order:
            self._take(older)
        else:
            self._explain_anew(sight)
        self.showing.let_wait(sight)

    def _explain_anew(self, sight: Sight) -> None:
        """Explain the same posts, perhaps by other reasons; one that is read is left in peace."""
        before = self.beside.current()
        self.showing.explain_anew(sight)
        self.beside.unread.show(sight.unread)
        # It says anew what names and gaps cost.
        self.reader.price()
        if self.beside.current() != before:
            self.beside.show()

    def _take_first(self, sight: Sight) -> None:
        self.showing.lay(sight, self.left_out)
        self.view.show_top()
        if self.model.rowCount():
            self._show_empty()
        self.looking.look_around(self._asked)

    def _take(self, sight: Sight) -> None:
        was = self.view.current_key() if sight.wish == self.sight.wish else None
        # A list that is empty for a while is left where it was.
        self._near = was = self._near if was is None else was
        self.showing.lay(sight, self.left_out)
        # A post that is not there by now is waited for no longer.
        wanted, self._wanted = self._wanted, None
        if not self.beside.come_back(wanted):
            self.beside.stay_near(was if wanted is None else wanted)
        self.reader.price()
        self.beside.unread.show(sight.unread)
        self.beside.show()
        self.histogram.show_days(sight.days)
        self._show_empty()
        aside = sight.wish.is_aside
        self.strip.show_counts(sight.kept, len(sight.order) if aside else sight.quiet)
        self.strip.set_folder(quiet_only=aside)
        self._say_counts()

    def _say_counts(self) -> None:
        sight = self.sight
        words = say_counts(sight.wish, len(sight.order), sight.kept, sight.quiet)
        days = say_days(sight.wish.days or sight.ends, self.now().date())
        shown, short = self._title, say_briefly(sight.wish, self._title)
        self.header.show_words(shown, f"{words}, {days}" if days else words, short)

    def take_new(self) -> None:
        """Show the posts that waited and go to the newest; taking back leads to where one was."""
        if self.showing.waiting is None:
            return
        if self.view.current_key() is not None:
            self.undoing.leave(self.keeping.view)
            # What it says can be undone is the last step no more.
            self.take_note_away()
        self._show_waiting(self.showing.newest())

    def _show_waiting(self, post_id: int) -> None:
        """Show the posts that waited and go to this one, if it is among them."""
        waiting = self.showing.waiting
        if waiting is not None and self.showing.is_behind(post_id):
            self._wanted = post_id
            self._take(waiting)
            self.strip.show_new(0)
            self.count_changed.emit()

    def _heard(self, changed: Changed) -> None:
        prices = changed.ledger and self.sight.gaps and not self.reader.busy
        if changed.posts or changed.books or changed.settings or prices:
            self._later.start()
        if changed.accounts or changed.books:
            self.model.refresh()
        if changed.unread:
            self.beside.unread.look()
        if changed.ledger or changed.settings:
            self.reader.price()
        if changed.books:
            self.offering.refresh()

    def _go(self, key: str) -> None:
        spot = self._map.spots.get(key)
        if spot is None:
            return
        self._clicked = key
        wish = Wish(spot.chosen, with_quiet=spot.whole, quiet_only=spot.quiet_only)
        self._enter(wish, spot.title)

    def _filter(self, chosen: Node) -> None:
        if chosen != self._asked.chosen:
            self.undoing.leave(self.keeping.view)
        wish = replace(self._asked, chosen=chosen)
        self._title = title_of(wish)
        self._wish(wish)
        self._point(chosen)

    def _narrow(self, first: date | None, last: date | None) -> None:
        days = (first, last) if first and last else None
        self._wish(replace(self._asked, days=days))

    def _want_quiet(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._wish(replace(self._asked, with_quiet=wanted))

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self.looking.seen.connect(self._show)
        self.looking.painted.connect(self.offering.refresh, SINGLE)
        self.looking.seen_around.connect(self._show_around)
        self.looking.failed.connect(self.note.tell_error)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self.reader.price)
        self._hub.filter_wanted.connect(self.show_filter)
        self.places.chosen.connect(self._go)
        self.places.add_asked.connect(self.keeping.ask)
        self.bar.changed.connect(self._filter)
        self.bar.refused.connect(self.refuse)
        self.bar.left.connect(lambda: self.view.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.keeping.kept.connect(self._stay)
        self.keeping.forgotten.connect(lambda: self._go(view_key(FIRST)))
        self.histogram.chosen.connect(self._narrow)
        self.undoing.went_back.connect(self._go_back)
        self.reader.priced.connect(self._show_empty)
        self.left_out.outdated.connect(self._later.start)
        self.strip.new_asked.connect(self.take_new)
        self.strip.quiet_wanted.connect(self._want_quiet)
        self.view.doubleClicked.connect(self.panes.open_details)
        self.view.activated.connect(self.panes.open_details)
        acts = self._keys()
        plug_keys((self.places, self.work), acts, walking=WALKING)
        self.plug(lambda details: plug_keys((details,), acts, walking=WALKING))
        self.plug(self._plug)
        # The first posts do not wait for the details, nor does whoever chooses one of them later.
        self.looking.painted.connect(self.load_details, SINGLE)

    def _plug(self, details: PostDetails) -> None:
        details.acts.like.clicked.connect(self.by_hand.like)
        details.acts.reply.clicked.connect(self.by_hand.reply)
        details.acts.open.clicked.connect(self.by_hand.look)

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "J": lambda: self.beside.step(1),
            "K": lambda: self.beside.step(-1),
            "N": self.take_new,
            "O": lambda: self.by_hand.look(),  # noqa: PLW0108 (made then)
            "L": lambda: self.by_hand.like(),  # noqa: PLW0108
            "R": lambda: self.by_hand.reply(),  # noqa: PLW0108
            "A": self.adding.add_author,
            "M": self.muting.ask,
            "S": self.sparing.keep,
            "H": self.sparing.spare_author,
            "/": self.bar.begin,
            "Ctrl+Z": self.undoing.take_back,
        }
