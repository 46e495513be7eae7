"""Looking: the first posts of a view at once, and then all of them, with counts and days."""

from __future__ import annotations

from threading import Event, Lock, get_ident
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from allybook.domain.errors import Cancelled
from allybook.ui.tabs.timeline.look_through import look_first, look_through
from allybook.ui.tabs.timeline.places import map_places
from allybook.ui.tabs.timeline.reader import Reads, plan_reads

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.places import Map
    from allybook.ui.tabs.timeline.shown import Shown
    from allybook.ui.tabs.timeline.wish import Wish
    from allybook.ui.ticket import Ticket


BREATH_MS = 20
"""So long (milliseconds) the window has the computer to itself, to paint the first posts."""
BREATHS = 25
"""So often that is granted again to a window that has not come to the screen yet."""
PATIENCE = 0.5
"""No job waits longer (seconds) for that, whatever else the window does."""
MOST_AROUND = 2
"""So many counts of all places at a time leave room among the jobs that read: a long one, and one
that knows what is new since."""
MAPPED = Qt.WidgetAttribute.WA_Mapped


class LookThrough:
    """One look through the cache: whoever gives it up breaks off what it is reading just then."""

    def __init__(self, desk: Desk, wish: Wish, shown: Shown | None = None) -> None:
        self._desk, self._shown = desk, shown
        self.wish = wish
        self._lock = Lock()
        self._thread: int | None = None
        self._given_up = False

    def run(self) -> Sight:
        """Look, in a job; raises ``Cancelled`` where it is given up before its end."""
        self._go_on()
        with self._lock:
            self._thread = get_ident()
        try:
            return look_through(self._desk, self.wish, self._go_on, self._shown)
        finally:
            with self._lock:
                self._thread = None

    def _go_on(self) -> None:
        if self._given_up:
            raise Cancelled("Nobody waits for these posts any more; nothing was changed.")

    def give_up(self) -> None:
        """Look no further; what else the thread reads by then is not disturbed."""
        self._given_up = True
        with self._lock:
            if self._thread is not None:
                self._desk.cache.stop_reading((self._thread,))


class Turns:
    """Numbers questions as they are asked: of two answers, the one to the later question holds."""

    def __init__(self) -> None:
        self._asked = self._taken = 0

    def begin(self) -> int:
        """Return the number of the next question."""
        self._asked += 1
        return self._asked

    def take(self, turn: int) -> bool:
        """Take an answer; return whether none to a later question came before it."""
        holds = turn >= self._taken
        self._taken = max(turn, self._taken)
        return holds


class Looking(QObject):
    """Looks through the cache for one wish after the other; of a wish given up nobody hears.

    Nor does anybody hear of a look that is answered after one that began later.

    ``painted`` tells that the first posts of a wish had time to be painted; ``seen_around`` carries
    a wish, the places as they are counted, and what can be read for that wish.
    """

    painted = Signal()
    seen = Signal(object)
    seen_around = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._page = desk, jobs, parent
        self._wish: Wish | None = None
        self._look: LookThrough | None = None
        self._turns, self._turns_around = Turns(), Turns()
        self._around = 0
        self._next_around: Wish | None = None
        self._calm = Event()
        self._calm.set()
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._breathe)
        self._left = BREATHS

    def look(self, wish: Wish, shown: Shown | None = None, *, anew: bool) -> None:
        """Look for a wish; where it is not ``anew``, what is shown stays until all is known."""
        if self._look is not None and wish != self._look.wish:
            self._look.give_up()
        self._wish = wish
        if not anew:
            self._look_through(wish, shown)
            return
        desk, turn = self._desk, self._turns.begin()
        self._jobs.read(
            self,
            lambda _ticket: (turn, look_first(desk, wish)),
            done=self._show_first,
            failed=self.failed.emit,
        )

    def _show_first(self, answer: tuple[int, Sight]) -> None:
        turn, sight = answer
        if sight.wish == self._wish and self._turns.take(turn):
            self._calm.clear()
            self._breath.start()
            self.seen.emit(sight)
            self._look_through(sight.wish)

    def _breathe(self) -> None:
        """Tell that the posts were painted; they can be there before the window is."""
        window = self._page.window()
        if self._left and window.isVisible() and not window.testAttribute(MAPPED):
            self._left -= 1
            self._breath.start()
            return
        self._calm.set()
        self.painted.emit()

    def look_around(self, wish: Wish) -> None:
        """Count the places, and plan what can be read for a wish.

        ``MOST_AROUND`` at a time: of the wishes that come meanwhile the last one waits. Who types a
        word would else have a count begun with each letter, and the first posts wait behind.
        """
        if self._around == MOST_AROUND:
            self._next_around = wish
            return
        desk, turn = self._desk, self._turns_around.begin()
        self._around += 1

        def look(_ticket: Ticket) -> tuple[Map, Reads]:
            """Count and plan, once the first posts are painted."""
            self._let_paint()
            reads = Reads() if wish.readable is None else plan_reads(desk, wish.readable)
            return map_places(desk), reads

        def show(answer: tuple[Map, Reads]) -> None:
            """Tell it, unless a later look was answered before."""
            self._look_on()
            if self._turns_around.take(turn):
                self.seen_around.emit(wish, *answer)

        def fail(error: AllybookError) -> None:
            """Tell why nothing can be counted."""
            self._look_on()
            self.failed.emit(error)

        self._jobs.read(self, look, done=show, failed=fail)

    def _look_on(self) -> None:
        """Look around for the wish that waited."""
        self._around -= 1
        waited, self._next_around = self._next_around, None
        if waited is not None:
            self.look_around(waited)

    def _let_paint(self) -> None:
        """Wait, in a job, until the first posts had time to be painted."""
        self._calm.wait(PATIENCE)

    def _look_through(self, wish: Wish, shown: Shown | None = None) -> None:
        self._look = look = LookThrough(self._desk, wish, shown)
        turn = self._turns.begin()

        def run(_ticket: Ticket) -> tuple[int, Sight]:
            """Look, once the first posts are painted."""
            self._let_paint()
            return turn, look.run()

        self._jobs.read(self, run, done=self._show, failed=self._fail)

    def _show(self, answer: tuple[int, Sight]) -> None:
        turn, sight = answer
        if sight.wish == self._wish and self._turns.take(turn):
            self.seen.emit(sight)

    def _fail(self, error: AllybookError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
