"""The strip that says why nothing new is kept, above all else, for as long as that is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import halves, in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

AGAIN_MS = 5_000
"""How often (milliseconds) it is looked whether there is room again."""
AGAIN = "again"


class FrozenStrip(Note):
    """Says that the disk is full or lets nobody write; ``thawed`` tells that it does again.

    What a person did meanwhile, and was not written, is offered to be done again (``take``), until
    something else was written: by then they may have done it themselves. A disk that hangs is
    asked in the background.
    """

    thawed = Signal()

    def __init__(
        self, look: Look, desk: Desk, jobs: Jobs, hub: Hub, *, again_ms: int = AGAIN_MS
    ) -> None:
        super().__init__(look, Mood.WARN, closable=True)
        self._desk, self._jobs = desk, jobs
        self._undone: list[Callable[[], object]] = []
        self._offered = 0
        self._still = self._asking = self._once_more = self._lost = False
        self._timer = QTimer(self, interval=again_ms)
        self._timer.timeout.connect(self._look_now_and_then)
        self.followed.connect(lambda _link: self._try_again())
        self.closed.connect(self._leave_offered)
        hub.changed.connect(self._heard)
        self.hide()

    def take(self, again: Callable[[], object] | None) -> None:
        """Take how to do again what was not written, if that can be done; say why it was not."""
        if again is not None:
            self._undone.append(again)
        self._lost = True
        self.look_again()

    @property
    def has_undone(self) -> bool:
        """Return whether something that was done was not written, and is offered again."""
        return bool(self._undone)

    @property
    def offers(self) -> bool:
        """Return whether there is room again, so that what it offers is all that is not kept."""
        return not self._still and bool(self._undone)

    @property
    def busy(self) -> bool:
        """Return whether it is being found out how it is."""
        return self._asking

    def look_again(self) -> None:
        """Find out how it is now, and say so; who looked before this was asked looks once more."""
        if self._asking:
            self._once_more = True
            return
        self._asking, desk = True, self._desk
        self._jobs.read(self, lambda _ticket: desk.frozen(), done=self._found, failed=self._rest)

    def _look_now_and_then(self) -> None:
        """Look, unless a disk that hangs is still being asked."""
        if not self._asking:
            self.look_again()

    def _found(self, sentence: str) -> None:
        self.show_why(sentence)
        self._look_once_more()

    def _look_once_more(self) -> None:
        """Look again where something may have changed while it was looked."""
        if self._once_more:
            self._once_more = False
            self.look_again()

    def show_why(self, sentence: str) -> None:
        """Say why nothing is kept; with nothing to say, that it is kept again."""
        self._asking = False
        # Who closed this hears of what is lost later.
        lost_unseen, self._lost = self._lost and self.isHidden(), False
        if sentence and (lost_unseen or not self._still):
            self.show_mood(Mood.WARN)
            self.setVisible(True)
            self.say(*halves(in_words(sentence)), [self._link()])
            self._timer.start()
        elif not sentence:
            self._timer.stop()
            if self._still:
                self._thaw()
            else:
                # Another reason than the disk: whoever asked has told it. What is offered stays.
                del self._undone[self._offered :]
        self._still = bool(sentence)

    def _thaw(self) -> None:
        self._offered = len(self._undone)
        if self._undone:
            self.show_mood(Mood.DONE)
            number = len(self._undone)
            self.say(self.tr("There is room again."), self._count(number), [self._link()])
        self.setVisible(bool(self._undone))
        self.thawed.emit()

    def _leave_offered(self) -> None:
        """Offer no more what somebody waved away, seeing that there is room again."""
        if self.offers:
            self._undone, self._offered = [], 0

    def _count(self, number: int) -> str:
        return (
            self.tr("What you did last was not written.")
            if number == 1
            else self.tr("The last %n things that you did were not written.", "", number)
        )

    def _link(self) -> Span:
        return Span(self.tr("Try again"), link=AGAIN)

    def _try_again(self) -> None:
        """Do again what was not written; where the disk is as it was, that is said anew."""
        undone, self._undone, self._offered = self._undone, [], 0
        if not self._still:
            self.hide()
        for again in undone:
            again()
        self.look_again()

    def _heard(self, changed: Changed) -> None:
        if changed.books or changed.ticks or changed.outbox:
            self._undone.clear()
            self._offered = 0
            if not self._still:
                self.hide()

    def _rest(self, _error: AllybookError) -> None:
        self._asking = False
        self._look_once_more()
