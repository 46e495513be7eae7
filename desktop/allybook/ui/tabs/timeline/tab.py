"""The Timeline tab: posts through a filter, quiet ones apart, each with its reason."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import neg
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.ui.tabs.timeline.adding import Adding
from allybook.ui.tabs.timeline.beside import Beside
from allybook.ui.tabs.timeline.going_on import GoingOn
from allybook.ui.tabs.timeline.keeping import Keeping
from allybook.ui.tabs.timeline.keys import plug_keys
from allybook.ui.tabs.timeline.leads import Leads
from allybook.ui.tabs.timeline.left_out import LeftOut
from allybook.ui.tabs.timeline.look_through import NOTHING, days_of, reasons_of
from allybook.ui.tabs.timeline.looking import Looking, Turns
from allybook.ui.tabs.timeline.muting import Muting
from allybook.ui.tabs.timeline.offering import Offering
from allybook.ui.tabs.timeline.page import TimelinePage
from allybook.ui.tabs.timeline.places import QUIET, Map, map_places, view_key
from allybook.ui.tabs.timeline.reader import Reader, Reads, plan_reads
from allybook.ui.tabs.timeline.saying import say_briefly, say_days, say_title, title_of
from allybook.ui.tabs.timeline.sparing import Sparing
from allybook.ui.tabs.timeline.undoing import Here, Undoing
from allybook.ui.tabs.timeline.wish import Wish
from allybook.ui.wording import count, posts, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.filters.tree import Node
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.models.posts import Why
    from allybook.ui.tabs.timeline.by_hand import ByHand
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look

FIRST = "Everything"
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
        self._sight: Sight = NOTHING
        self._waiting: Sight | None = None
        self._map = Map((), {})
        self._title = self._clicked = ""
        self._wanted: object = None
        self._asked: Wish = NOTHING.wish
        self._turns = Turns()
        self.reader = Reader(desk, jobs, self, lambda: self._sight.nameless)
        self.left_out = LeftOut(desk, self, self.reader, lambda: self._sight)
        self.beside = Beside(desk, jobs, self, lambda: self._sight)
        self.undoing = Undoing(desk, jobs, hub, self, self._here)
        self.sparing = Sparing(self, self.beside, self.undoing)
        self.adding = Adding(desk, jobs, self, self.beside, self.undoing)
        self.muting = Muting(desk, jobs, hub, self, self.beside, self.undoing)
        self.leads = Leads(desk, hub, self, self.show_filter)
        self.keeping = Keeping(desk, jobs, self, lambda: self._asked, self.undoing)
        self.going_on = GoingOn(hub, self, self.left_out)
        self.offering = Offering(desk, jobs, self.bar)
        self.looking = Looking(desk, jobs, self)
        self._later = QTimer(self, singleShot=True, interval=0)
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
        return self._new()

    @property
    def sight(self) -> Sight:
        """Return what is shown now."""
        return self._sight

    def place_keys(self) -> tuple[str, ...]:
        """Return the keys of all places, as they stand."""
        return tuple(self._map.spots)

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

    def _enter(self, wish: Wish, title: str, view: str = "") -> None:
        """Show what belongs to another filter; one that has no place is not lost."""
        asked = self._asked
        written = asked.chosen not in {EVERYTHING, wish.chosen}
        if written and not self._map.find(asked.chosen, quiet_only=asked.quiet_only, wanted=""):
            self.undoing.leave(self.keeping.view)
        self._show_wish(wish, title, view)

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
            self._wanted = None
        if wish.readable != self._asked.readable:
            self.reader.await_reads()
        self._asked = wish
        if self.bar.error is None:
            self.say("")
        self._later.start()

    def _read(self) -> None:
        """Look through the cache for what was asked last, in the background."""
        wish = self._asked
        anew = wish != self._sight.wish or not self._sight.whole
        self.looking.look(wish, anew=anew)
        # The posts of a view do not wait for the counts of all others.
        if not anew:
            self._look_around()

    def _look_around(self) -> None:
        """Count the places, and plan what can be read for what is shown."""
        wish, desk, turn = self._asked, self._desk, self._turns.begin()

        def look(_ticket: Ticket) -> tuple[int, Wish, Map, Reads]:
            """Count and plan, once the first posts are painted."""
            self.looking.let_paint()
            reads = Reads() if wish.readable is None else plan_reads(desk, wish.readable)
            return turn, wish, map_places(desk), reads

        self._jobs.read(self, look, done=self._show_around, failed=self.reader.fail)

    def _show_around(self, answer: tuple[int, Wish, Map, Reads]) -> None:
        turn, wish, found, reads = answer
        if not self._turns.take(turn):
            return
        self._map = found
        self.places.show_sections(self._map.sections)
        self.reader.automatic.offer(self._map.readable())
        self._point(self.bar.chosen)
        if self._sight.whole and self._sight.wish == self._asked:
            self._say_counts()
        # A price that was asked for another filter is none of this one.
        if wish.readable == self._asked.readable:
            self.reader.show_reads(reads)
        self._show_empty()

    def _show_empty(self) -> None:
        sight = self._sight
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
        known = self._sight.whole and sight.wish == self._sight.wish and self._sight.order
        # Who comes back to a post does not wait for it.
        newer = known and sight.order and sight.order[0] > self._sight.order[0]
        if newer and self._wanted is None:
            self._let_wait(sight)
        else:
            self._take(sight)
        self.strip.show_new(self._new())
        self.count_changed.emit()

    def _let_wait(self, sight: Sight) -> None:
        """Let newer posts wait; what was read of a gap below comes at once, where it belongs."""
        newer = bisect_left(sight.order, -self._sight.order[0], key=neg)
        older = sight.order[newer:]
        if sight.gaps != self._sight.gaps or older != self._sight.order:
            self._take(replace(sight, order=older))
        else:
            self._explain_anew(sight)
        self._waiting = sight

    def _explain_anew(self, sight: Sight) -> None:
        """Explain the same posts, perhaps by other reasons; one that is read is left in peace."""
        before = self.beside.current()
        self._sight = replace(self._sight, spared=sight.spared, prices=sight.prices)
        self.model.refresh()
        if sight.gaps:
            self.left_out.tell()
        if self.beside.current() != before:
            self.beside.show()

    def _take_first(self, sight: Sight) -> None:
        self._sight, self._waiting = sight, None
        self.model.show(sight.order, explain=self._explain, gaps=self.left_out.rows())
        self.view.show_top()
        if self.model.rowCount():
            self._show_empty()
        self._look_around()

    def _take(self, sight: Sight) -> None:
        was = self.view.current_key() if sight.wish == self._sight.wish else None
        self._sight, self._waiting = sight, None
        self.model.show(sight.order, explain=self._explain, gaps=self.left_out.rows())
        # A post that is not there by now is waited for no longer.
        wanted, self._wanted = self._wanted, None
        if not self.beside.come_back(wanted):
            self.beside.stay_near(was if wanted is None else wanted)
        self.reader.price()
        self.beside.unread.show(sight.newest)
        self.beside.show()
        self.histogram.show_days(sight.days)
        self._show_empty()
        aside = sight.wish.is_aside
        self.strip.show_counts(sight.kept, len(sight.order) if aside else sight.quiet)
        self.strip.set_folder(quiet_only=aside)
        self._say_counts()

    def _say_counts(self) -> None:
        sight = self._sight
        words = self.tr("%1 kept").replace("%1", posts(sight.kept))
        if sight.wish.is_aside:
            words = self.tr("%1, each with its reason").replace("%1", posts(len(sight.order)))
        elif sight.quiet:
            words = self.tr("%1 kept, %2 waiting in the quiet folder")
            words = words.replace("%1", posts(sight.kept)).replace("%2", count(sight.quiet))
        found = sight.wish.days or days_of(self._desk, sight.order)
        days = say_days(found, self.now().date())
        shown, short = self._title, say_briefly(sight.wish, self._title)
        self.header.show_words(shown, f"{words}, {days}" if days else words, short)

    def _take_new(self) -> None:
        """Show the posts that waited, and go up to them."""
        if self._waiting is None:
            return
        self._take(self._waiting)
        self.view.scrollToTop()
        self.strip.show_new(0)
        self.count_changed.emit()

    def _new(self) -> int:
        waiting, shown = self._waiting, self._sight.order
        return bisect_left(waiting.order, -shown[0], key=neg) if waiting and shown else 0

    def _explain(self, row: Row) -> Why:
        return reasons_of(row, self._sight, self.now())

    def _heard(self, changed: Changed) -> None:
        prices = changed.ledger and self._sight.gaps and not self.reader.busy
        if changed.posts or changed.books or changed.settings or prices:
            self._later.start()
        if changed.accounts or changed.books:
            self.model.refresh()
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
        self.looking.failed.connect(self.reader.fail)
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
        self.strip.new_asked.connect(self._take_new)
        self.strip.quiet_wanted.connect(self._want_quiet)
        self.view.doubleClicked.connect(self.panes.open_details)
        self.view.activated.connect(self.panes.open_details)
        acts = self._keys()
        plug_keys((self.places, self.work), acts)
        self.plug(lambda details: plug_keys((details,), acts))
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
            "N": self._take_new,
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
