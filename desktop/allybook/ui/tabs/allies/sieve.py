"""Lets through to the table who is at the place that is chosen and fits what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.ui.models.allies import AllyColumn
from allybook.ui.tabs.allies.sifting import Sifting, ready

if TYPE_CHECKING:
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.tabs.allies.parts import AlliesParts

LARGE = 2_000
"""With more allies than this, what is typed first would wait for their texts to be folded."""


class TableSieve(QObject):
    """Shows the rows of the book that is open; ``failed`` carries why they cannot be made ready."""

    failed = Signal(object)

    def __init__(self, jobs: Jobs, parts: AlliesParts) -> None:
        super().__init__(parts)
        self._jobs, self._parts = jobs, parts
        self._page: BookPage | None = None
        self._sifting = Sifting()
        self._sifted = "", ""
        self._asked = "", "", ""

    def show_page(self, page: BookPage) -> None:
        """Show the rows of a book as it was read last."""
        self._page = page
        self.show_rows()

    def show_rows(self) -> None:
        """Show the rows of the book, unless somebody is writing in one of them."""
        page, work = self._page, self._parts.work
        if page is None or work.table.writing:
            return
        if page.rows is not work.model.all_rows():
            work.table.words = {AllyColumn.TAGS: page.tags, AllyColumn.CATEGORY: page.categories}
            work.bar.offer(page.tags, page.categories)
            self._sifting.lay(page.rows)
            self._sifted = ("", "")
        self.sift()

    def prime(self) -> None:
        """Fold the texts of a large book before anybody types, but after it is shown."""
        rows = self._page.rows if self._page else None
        if rows is not None and len(rows) > LARGE and not self._sifting.ready:
            self._jobs.read(
                self,
                lambda _ticket: ready(rows),
                done=lambda sift: self._sifting.take(rows, sift),
                failed=self.failed.emit,
            )

    def sift(self) -> None:
        """Show the rows of the place chosen that fit what is typed."""
        page, work = self._page, self._parts.work
        place, typed = self._parts.places.current(), work.bar.text()
        if page is None:
            return
        if (place, typed) != self._sifted:
            self._sifted = (place, typed)
            asked, was = (page.info.book_id, place, typed), work.table.currentIndex().row()
            self._mark(page, place, typed)
            if not work.table.current() and not work.table.go_to(self._parts.details.key):
                # Who was current went from among the same rows: removed, or another's by now.
                self._stay(was if asked == self._asked else -1)
            self._asked = asked
        work.show_place(place, named=bool(page.nominations))

    def _stay(self, row: int) -> None:
        """Go on with who stands now where the current row was; below 0 with nobody."""
        table = self._parts.work.table
        last = table.model().rowCount() - 1
        if min(row, last) >= 0 and not table.chosen():
            table.setCurrentIndex(table.model().index(min(row, last), table.first_column()))

    def _mark(self, page: BookPage, place: str, typed: str) -> None:
        """Show whom a filter keeps; where it is not understood, whom it keeps up to there."""
        work = self._parts.work
        whole, wrong = work.bar.asked()
        kept, error = self._sifting.marks_so_far(place, whole)
        here = self._sifting.here(place, "" if error else whole)
        work.refuse(wrong or error)
        work.model.show(page.rows, kept)
        shown = work.model.rowCount()
        work.bar.show_count(shown, here.count(1), understood=not (wrong or error))
        work.bar.show_kept(kept=bool(self._parts.views.name(typed)))
