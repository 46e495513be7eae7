"""What the window has to say below its page, whichever is shown."""

# ruff: noqa: PLC0415

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
    """A note, what a file brought, and how far it is read; ``stop`` ends the reading.

    Each is a card of its own: what is said while a file is read stays until somebody has read it,
    also when the file is done.
    """

    def __init__(self, look: Look, shell: Shell, stop: Callable[[], object]) -> None:
        self._look = look
        self._shell = shell
        self._stop = stop
        self._unread = 0

    @cached_property
    def note(self) -> Note:
        """The note, made for the first sentence."""
        return self._make_note()

    @cached_property
    def brought(self) -> Note:
        """What came of files, made for the first of them."""
        return self._make_note()

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
        self._unread = 0
        for name in vars(self).keys() & {"note", "brought"}:
            getattr(self, name).hide()

    def end_file(self) -> None:
        """Tell no more how far a file is read, and of others that they can be brought now."""
        if "progress" in vars(self):
            self.progress.hide()
        if self._unread:
            from allybook.ui.importing import unread_words

            self.brought.tell(*unread_words(self._unread, done=True))

    def tell_unread(self) -> None:
        """Say that one more file has to wait its turn."""
        from allybook.ui.importing import unread_words

        self._unread += 1
        self.brought.tell(*unread_words(self._unread))

    def tell_read(self, sentence: str, mood: Mood) -> None:
        """Say what came of a file, and that others wait to be brought again."""
        if not self._unread:
            self.brought.tell(sentence, mood=mood)
            return
        from allybook.ui.importing import unread_words

        self.brought.tell(sentence, " ".join(unread_words(self._unread, done=True)))

    def show_progress(self, done: int) -> None:
        """Show how many records of a file are read."""
        one, more = translate("Window", "1 record"), translate("Window", "%1 records")
        words = one if done == 1 else more.replace("%1", count(done))
        self.progress.show_step(Step(0, 0, words))
        self.progress.show()

    def _make_note(self) -> Note:
        note = Note(self._look, Mood.WARN, closable=True)
        self._shell.lay_below(note)
        return note
