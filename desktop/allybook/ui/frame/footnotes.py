"""What the window has to say below its page, whichever is shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ui.frame.shell import Shell
    from allybook.ui.theme.look import Look


class Footnotes:
    """A note, and how far a file is read; ``stop`` ends the reading.

    What is said while a file is read stands beside that, until somebody has read it.
    """

    def __init__(self, look: Look, shell: Shell, stop: Callable[[], object]) -> None:
        self._look = look
        self._shell = shell
        self._stop = stop

    @cached_property
    def note(self) -> Note:
        """The note, made for the first sentence."""
        note = Note(self._look, Mood.WARN, closable=True)
        self._shell.lay_below(note)
        return note

    @cached_property
    def progress(self) -> ProgressCard:
        """How far a file is read, made for the first of them."""
        card = ProgressCard(self._look, translate("Window", "Reading the file"), low=True)
        self._shell.lay_below(card)
        card.stop_asked.connect(self._stop)
        return card

    def say(self, sentence: str, mood: Mood, rest: str = "") -> None:
        """Say a sentence, the last one that was important, and what else there is to it."""
        self.note.show_mood(mood)
        self.note.say(sentence, rest)
        self.note.show()

    def begin_file(self) -> None:
        """Say no more what was said before a file was opened."""
        if "note" in vars(self):
            self.note.hide()

    def end_file(self) -> None:
        """Tell no more how far a file is read."""
        if "progress" in vars(self):
            self.progress.hide()

    def show_progress(self, done: int) -> None:
        """Show how many records of a file are read."""
        one, more = translate("Window", "1 record"), translate("Window", "%1 records")
        words = one if done == 1 else more.replace("%1", count(done))
        self.progress.show_step(Step(0, 0, words))
        self.progress.show()
