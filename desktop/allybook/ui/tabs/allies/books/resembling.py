"""Allies that may be one: counted when the book changed, compared when a person wants to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.services.books.deeds import remember
from allybook.services.books.look_alikes import look_alikes, tell_apart
from allybook.services.books.merge import merge
from allybook.ui.tabs.allies.books.alike import Alike
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.look_alikes import LookAlike
    from allybook.domain.errors import AllybookError
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look

COMPARE = "compare"


class Resembling(QObject):
    """A note with a link, while there are pairs that nobody told apart."""

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, acts: Acts, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._acts = acts
        self._window = window
        self._page: BookPage | None = None
        self._read: tuple[str, frozenset[str], tuple[str, ...]] | None = None
        self._closed: frozenset[tuple[str, str]] = frozenset()
        self.pairs: tuple[LookAlike, ...] = ()
        self.sheet: Alike | None = None
        self.note = Note(look, closable=True)
        self.note.followed.connect(lambda _link: self.compare())
        self.note.closed.connect(self._close)
        notices.add(self.note)

    def show_page(self, page: BookPage) -> None:
        """Look for pairs where somebody came, went or got an id since."""
        self._page = page
        state = (page.info.book_id, frozenset(page.rows.places), page.to_find)
        if state != self._read:
            if self._read is None or self._read[0] != state[0]:
                self._show(())
            self._read = state
            self._look_for_pairs(page)

    def compare(self) -> None:
        """Ask about the pairs, one after the other."""
        if self._page is None:
            return
        if not self.pairs:
            self.note.tell(translate("Resembling", "No two allies here look alike."), "", Mood.INFO)
            return
        self.sheet = Alike(self._look, self.pairs, self._page.allies, self._window)
        self.sheet.same.connect(self._merge)
        self.sheet.different.connect(self._tell_apart)
        self.sheet.open()

    def _look_for_pairs(self, page: BookPage) -> None:
        desk, read, book_id = self._desk, self._read, page.info.book_id

        def done(pairs: Sequence[LookAlike]) -> None:
            """Show the pairs, unless the book was read anew."""
            if self._read == read:
                self._show(pairs)

        self._jobs.read(
            self,
            lambda _ticket: look_alikes(desk, desk.shelf.open(book_id), page.rows.lines),
            done=done,
            failed=self._fail,
        )

    def _show(self, pairs: Sequence[LookAlike]) -> None:
        self.pairs = tuple(pairs)
        keys = frozenset(pair.keys for pair in pairs)
        self.note.setVisible(bool(keys - self._closed))
        if not pairs:
            return
        what = translate("Resembling", "%n pairs of allies may be one each.", "", len(pairs))
        if len(pairs) == 1:
            what = translate("Resembling", "Two allies may be one.")
        self.note.show_mood(Mood.INFO, "git-merge")
        self.note.say(what, "", [Span(translate("Resembling", "Compare…"), link=COMPARE)])

    def _close(self) -> None:
        self._closed = frozenset(pair.keys for pair in self.pairs)

    def _merge(self, keep: str, gone: str) -> None:
        page = self._page
        if page is None:
            return
        name = page.allies[keep].handle
        words = translate("Resembling", "merging @%1").replace("%1", name)

        def work(desk: Desk, _ticket: Ticket) -> BookDeed | None:
            """Merge the two, as one act."""
            book = desk.shelf.open(page.info.book_id)
            return remember(desk, words, {page.info.book_id: merge(desk, book, keep, gone)})

        self._acts.do_remembered(work)

    def _tell_apart(self, pair: LookAlike) -> None:
        desk, page = self._desk, self._page
        if page is None:
            return
        self._show([one for one in self.pairs if one.keys != pair.keys])
        self._jobs.keep(
            self,
            lambda: tell_apart(desk, desk.shelf.open(page.info.book_id), pair),
            done=_go_on,
            failed=self._fail,
        )

    def _fail(self, error: AllybookError) -> None:
        self.note.tell_error(error)


def _go_on(_nothing: None) -> None:
    """Nothing more is to be shown: the pair is gone from the note already."""
