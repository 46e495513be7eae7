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


class Here(Struct, frozen=True):
    """Where somebody is: what is shown, the place that was pressed for it, and the current post.

    ``view`` is the name of the own view that the filter began as, or nothing; ``mark`` is the one
    that the last forgetting had left by then.
    """

    wish: Wish
    place: str = ""
    view: str = ""
    post: object = None
    mark: str = ""


class Step(Struct, frozen=True):
    """What can be taken back: how, in which words, and where it was done.

    Without ``back`` only what was shown changed. It takes a desk that is closed to choices once
    somebody was forgotten; an ``act`` takes the desk as it is, in the queue of what writes.
    """

    here: Here
    back: Callable[[Desk], object] | None = None
    words: str = ""
    act: bool = False


class Undoing(QObject):
    """Remembers the last steps; the link in a note takes the last one back, and so does Ctrl+Z.

    ``went_back`` carries the ``Here`` of the step that was taken back.
    """

    went_back = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, hub: Hub, page: TimelinePage, here: Callable[[], Here]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._here = desk, jobs, page, here
        self._steps: list[Step] = []
        page.note.followed.connect(self._follow)
        hub.changed.connect(lambda _changed: self._leave_forgotten())

    def here(self) -> Here:
        """Return where somebody is, before they do what may be taken back."""
        return replace(self._here(), mark=forgetting(self._desk))

    def leave(self, view: str) -> None:
        """Remember the filter that is shown, before another one is; it began as a ``view``."""
        self.remember(Step(replace(self.here(), view=view)))

    def remember(self, step: Step) -> None:
        """Remember what was done, where it shows by itself."""
        self._steps = [*self._steps[1 - KEPT :], step]

    def did(self, step: Step, said: str, rest: str = "", mood: Mood = Mood.INFO) -> None:
        """Remember what was done, and say it beside the way back."""
        self.remember(step)
        note = self._page.note
        note.setVisible(True)
        note.show_mood(mood)
        note.say(said, rest, [Span(self.tr("Undo"), link=UNDO)])

    def choose(self, choose: Callable[[Desk], T], say: Callable[[T], tuple[str, str, str]]) -> None:
        """Choose something in a job, and say what came of it beside the way back.

        ``say`` returns what happened, the rest, and what it is called when it is taken back.
        """
        desk, here = self._desk, self.here()

        def tell(answer: tuple[T, Turn | None]) -> None:
            """Say it; where nothing was changed there is no way back."""
            chosen, turn = answer
            said, rest, words = say(chosen)
            if turn is None:
                self._page.say(said, rest, Mood.INFO)
            else:
                self.did(Step(here, lambda desk: turn_back(desk, turn), words), said, rest)

        self._jobs.keep(
            self, lambda: watch(desk, choose), done=tell, failed=self._page.note.tell_error
        )

    def take_back(self) -> None:
        """Take the last step back, and go to where it was done."""
        had = bool(self._steps)
        self._leave_forgotten()
        if not self._steps:
            if had:
                said = self.tr("Somebody was forgotten since, so this was not taken back.")
                self._page.say(said, self.tr("Nothing was changed."), Mood.INFO)
            return
        step, desk = self._steps.pop(), self._desk
        back = step.back
        if back is None:
            self.went_back.emit(step.here)
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

    def _leave_forgotten(self) -> None:
        """Drop the steps from before somebody was forgotten: none of them brings a name back."""
        if self._steps:
            mark = forgetting(self._desk)
            self._steps = [step for step in self._steps if step.here.mark == mark]

    def _follow(self, link: str) -> None:
        if link == UNDO:
            self.take_back()

    def _tell(self, step: Step) -> None:
        self.went_back.emit(step.here)
        self._page.say(self.tr("Taken back: %1.").replace("%1", step.words), "", Mood.INFO)

    def _fail(self, step: Step, error: AllybookError) -> None:
        self._page.note.tell_error(error)
        if not isinstance(error, BadInput):
            # It was not done, and can be tried again.
            self.remember(step)
