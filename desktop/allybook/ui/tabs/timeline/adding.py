"""Adding the author of a post to the book, said in one sentence, and taken back from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject

from allybook.domain.book.came import Came
from allybook.ui.tabs.timeline.undoing import UndoStep
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from allybook.domain.book.came import Added
    from allybook.domain.people.accounts import Account
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.beside import Beside
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.undoing import Here, Undoing


class _Done(Struct, frozen=True):
    """What came of adding an author, and the act that can be taken back, if anything changed."""

    handle: str
    added: Added
    deed: BookDeed | None


class Adding(QObject):
    """Adds the author of the current post, as far as one press may, and says what came of it."""

    def __init__(
        self, desk: Desk, jobs: Jobs, page: TimelinePage, beside: Beside, undoing: Undoing
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page = desk, jobs, page
        self._beside, self._undoing = beside, undoing
        page.plug(lambda details: details.acts.add.clicked.connect(self.add_author))

    def add_author(self) -> None:
        """Add the author of the current post to the book, or to those who wait in its inbox."""
        shown = self._beside.current()
        if shown is None:
            return
        author, desk = shown.row.author, self._desk
        if author is None or not author.handle:
            self._page.say(
                self.tr("Who wrote this is not known here yet."),
                self.tr("“Show names” looks it up."),
            )
            return
        here = self._undoing.begin()
        words = self.tr("adding @%1").replace("%1", author.handle)
        self._jobs.act(
            self,
            lambda _ticket: _add(desk, author, words),
            done=lambda done: self._tell(done, here),
            failed=self._undoing.failing(here),
        )

    def _tell(self, done: _Done, here: Here) -> None:
        from allybook.services.books.deeds import take_back  # noqa: PLC0415 (as below)

        deed = done.deed
        what, rest = _words(done.added)
        said = what.replace("%1", f"@{done.handle}")
        mood = Mood.DONE if done.added.came is Came.ALLY else Mood.INFO
        if deed is None:
            self._page.say(said, rest, mood)
            self._undoing.end(here)
            return
        step = UndoStep(here, lambda desk: take_back(desk, deed), deed.words, act=True)
        self._undoing.did(step, said, rest, mood)


def _add(desk: Desk, author: Account, words: str) -> _Done:
    from allybook.services.books.deeds import remember  # noqa: PLC0415
    from allybook.services.people.add_one import add_one  # noqa: PLC0415 (loaded when somebody adds)

    book = desk.book()
    added = add_one(desk, book, author)
    return _Done(author.handle, added, remember(desk, words, {book.info.book_id: added.entries}))


def _words(added: Added) -> tuple[str, str]:
    """Return what came of it, and what there is to know about that."""
    waits = translate("Adding", "%1 waits in the inbox.")
    match added.came:
        case Came.ALLY:
            return translate("Adding", "%1 is an ally now."), ""
        case Came.THERE:
            return translate("Adding", "%1 is an ally already."), ""
        case Came.OUT:
            return (
                translate("Adding", "%1 has opted out and is not listed again."),
                translate("Adding", "Nothing was changed."),
            )
        case Came.PERSON:
            return waits, translate("Adding", "A person: if they know of it, approve them there.")
        case Came.NO_LISTS:
            return waits, translate("Adding", "The bio says “no lists”: ask first.")
        case Came.DECLINED:
            return waits, _declined(added.reason)


def _declined(reason: str) -> str:
    if not reason:
        return translate("Adding", "It was declined before.")
    return translate("Adding", "It was declined before: “%1”.").replace("%1", reason)
