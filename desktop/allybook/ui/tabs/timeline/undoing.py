"""Taking back, step by step: what was chosen in the timeline, and filters that were left."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import BadInput
from allybook.services.forget.mark import forgetting, unless_forgotten
from allybook.services.timeline.taking_back import turn_back, watch
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.prose import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.timeline.taking_back import Turn
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.wish import Wish

T = TypeVar("T")

UNDO = "undo"
KEPT = 50
"""So many steps back are remembered."""


class Here(Struct, frozen=True, eq=False):
    """Where somebody is: what is shown, the place that was pressed for it, and the current post.

    Each is one of a kind: what was begun there is known by it when it is over.
    ``view`` is the name of the own view that the filter began as, or nothing; ``mark`` is the one
    that the last forgetting had left by then.
    """

    wish: Wish
    place: str = ""
    view: str = ""
    post: object = None
    mark: str = ""


class UndoStep(Struct, frozen=True):
    """What can be taken back: how, in which words, and where it was done.

    Without ``back`` only what was shown changed. It takes a desk that is closed to choices once
    somebody was forgotten; an ``act`` takes the desk as it is, in the queue of what writes.
    ``after`` is called once it was taken back.
    """

    here: Here
    back: Callable[[Desk], object] | None = None
    words: str = ""
    act: bool = False
    after: Callable[[], None] | None = None


class Undoing(QObject):
    """Remembers the last steps; the link in a note takes the last one back, and so does Ctrl+Z.

    Each press takes its own step at once, and they are taken back in that order, one after the
    other. What takes a moment has its place among the steps from the beginning (``begin``), and is
    taken back as soon as it is over.
    ``went_back`` carries the ``Here`` of the step that was taken back.
    """

    went_back = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, hub: Hub, page: TimelinePage, here: Callable[[], Here]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._here = desk, jobs, page, here
        self._steps: list[UndoStep] = []
        self._under_way: set[Here] = set()
        self._unwanted: list[UndoStep] = []
        self._turning: UndoStep | None = None
        page.note.followed.connect(self._follow)
        hub.changed.connect(lambda _changed: self._leave_forgotten())

    def here(self) -> Here:
        """Return where somebody is, before they do what may be taken back."""
        return replace(self._here(), mark=forgetting(self._desk))

    def leave(self, view: str) -> None:
        """Remember the filter that is shown, before another one is; it began as a ``view``."""
        self.remember(UndoStep(replace(self.here(), view=view)))

    def begin(self, here: Here | None = None) -> Here:
        """Keep a place among the steps for what is done now, until it is known what it did."""
        here = here or self.here()
        self._under_way.add(here)
        self._push(UndoStep(here))
        return here

    def end(self, here: Here) -> None:
        """Let go of the place of what came to nothing, if it is one still."""
        if here in self._under_way:
            self._under_way.discard(here)
            self._steps = [step for step in self._steps if step.here is not here]
            self._unwanted = [step for step in self._unwanted if step.here is not here]
            self._go_on()

    def failing(self, here: Here) -> Callable[[AllybookError], None]:
        """Return what says an error of something that was begun, which then came to nothing."""

        def tell(error: AllybookError) -> None:
            """Say it, before anything else is taken back."""
            self._page.note.tell_error(error)
            self.end(here)

        return tell

    def remember(self, step: UndoStep) -> bool:
        """Remember what was done, where it shows by itself; at its place, if it was begun.

        Where it was to be taken back already, that is done now, and nothing is to be said of it.
        """
        self._under_way.discard(step.here)
        if _replace(self._unwanted, step):
            self._go_on()
            return False
        if not _replace(self._steps, step):
            self._push(step)
        return True

    def _push(self, step: UndoStep) -> None:
        self._steps = [*self._steps[1 - KEPT :], step]

    def did(self, step: UndoStep, said: str, rest: str = "", mood: Mood = Mood.INFO) -> None:
        """Remember what was done, and say it beside the way back."""
        if not self.remember(step):
            return
        note = self._page.note
        note.setVisible(True)
        note.show_mood(mood)
        note.say(said, rest, [Span(self.tr("Undo"), link=UNDO)])

    def choose(self, choose: Callable[[Desk], T], say: Callable[[T], tuple[str, str, str]]) -> None:
        """Choose something in a job, and say what came of it beside the way back.

        ``say`` returns what happened, the rest, and what it is called when it is taken back.
        """
        desk, here = self._desk, self.begin()

        def tell(answer: tuple[T, Turn | None]) -> None:
            """Say it; where nothing was changed there is no way back."""
            chosen, turn = answer
            said, rest, words = say(chosen)
            if turn is None:
                self._page.say(said, rest, Mood.INFO)
                self.end(here)
            else:
                self.did(UndoStep(here, lambda desk: turn_back(desk, turn), words), said, rest)

        self._jobs.keep(self, lambda: watch(desk, choose), done=tell, failed=self.failing(here))

    def take_back(self) -> None:
        """Take the last step back, and go to where it was done; what is not over, once it is."""
        had = bool(self._steps)
        self._leave_forgotten()
        if self._steps:
            self._unwanted.append(self._steps.pop())
            self._go_on()
        elif had:
            self._tell_forgotten()

    def _go_on(self) -> None:
        """Take back the next of what is to be; none while another is, or before it is over."""
        if self._turning is not None or not self._unwanted:
            return
        if self._unwanted[0].here not in self._under_way:
            self._turning = self._unwanted.pop(0)
            self._undo(self._turning)

    def _undo(self, step: UndoStep) -> None:
        desk, back = self._desk, step.back
        if step.here.mark != forgetting(desk):
            self._tell_forgotten()
            self._turned(step)
        elif back is None:
            self.went_back.emit(step.here)
            self._turned(step)
        elif step.act:
            self._jobs.act(
                self,
                lambda _ticket: back(desk),
                done=lambda _answer: self._tell(step),
                failed=lambda error: self._fail(step, error),
            )
        else:
            self._jobs.keep(
                self,
                lambda: back(unless_forgotten(desk, step.here.mark)),
                done=lambda _answer: self._tell(step),
                failed=lambda error: self._fail(step, error),
            )

    def _turned(self, step: UndoStep) -> None:
        """Go on after a step that was taken back, or could not be."""
        if step is self._turning:
            self._turning = None
            self._go_on()

    def _tell_forgotten(self) -> None:
        said = self.tr("Somebody was forgotten since, so this was not taken back.")
        self._page.say(said, self.tr("Nothing was changed."), Mood.INFO)

    def _leave_forgotten(self) -> None:
        """Drop the steps from before somebody was forgotten: none of them brings a name back."""
        if self._steps:
            mark = forgetting(self._desk)
            self._steps = [step for step in self._steps if step.here.mark == mark]

    def _follow(self, link: str) -> None:
        if link == UNDO:
            self.take_back()

    def _tell(self, step: UndoStep) -> None:
        # What the disk did not take at first is done again, and is no step any more.
        self._steps = [one for one in self._steps if one is not step]
        self.went_back.emit(step.here)
        self._page.say(self.tr("Taken back: %1.").replace("%1", step.words), "", Mood.INFO)
        if step.after is not None:
            step.after()
        self._turned(step)

    def _fail(self, step: UndoStep, error: AllybookError) -> None:
        self._page.note.tell_error(error)
        if not isinstance(error, BadInput):
            # It was not done, and can be tried again.
            self._push(step)
        self._turned(step)


def _replace(steps: list[UndoStep], step: UndoStep) -> bool:
    """Lay a step at the place that was kept for it; return whether there is one."""
    for at, one in enumerate(steps):
        if one.here is step.here:
            steps[at] = step
            return True
    return False
