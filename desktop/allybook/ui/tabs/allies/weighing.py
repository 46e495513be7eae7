"""What one does with a nomination beside deciding at once: read its evidence, decide tomorrow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from allybook.services.books.later import put_off, put_off_until
from allybook.ui.tabs.allies.evidence import evidence_of
from allybook.ui.tabs.allies.evidence_sheet import EvidenceSheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.inbox import Inbox
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look

MILLISECOND = timedelta(milliseconds=1)


class Weighing(QObject):
    """Serves the inbox; ``approved`` and ``decline_asked`` carry the keys decided in a sheet.

    ``woke`` tells that something put off is due again, ``failed`` carries an error.
    """

    approved = Signal(list)
    decline_asked = Signal(list)
    woke = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, inbox: Inbox, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._inbox = inbox
        self._window = window
        self._page: BookPage | None = None
        self._alarm = QTimer(self, singleShot=True)
        self._alarm.timeout.connect(self._wake)
        self._due: datetime | None = None
        self.sheet: EvidenceSheet | None = None
        inbox.evidence_asked.connect(self.show_evidence)
        inbox.put_off_asked.connect(self._put_off)

    def show_page(self, page: BookPage) -> None:
        """Work on this page's book from now on."""
        self._page = page
        self._due = min(put_off_until(self._desk, page.info.book_id).values(), default=None)
        self._alarm.stop()
        self.go_by_clock()

    def go_by_clock(self) -> None:
        """Wait until what is put off is due: a timer stands still while the computer sleeps."""
        if self._due is not None:
            self._alarm.start(max(0, (self._due - self._desk.clock.now()) // MILLISECOND) + 1)

    def _wake(self) -> None:
        self._due = None
        self.woke.emit()

    def show_evidence(self, key: str) -> None:
        """Show who said what about a nomination, and what speaks for and against it."""
        page = self._page
        evidence = evidence_of(self._desk, page, key) if page and key else None
        if evidence is None:
            return
        now = self._desk.clock.now().astimezone(self._desk.clock.zone)
        self.sheet = EvidenceSheet(self._look, evidence, now, self._window)
        self.sheet.approved.connect(lambda: self.approved.emit([key]))
        self.sheet.declined.connect(lambda: self.decline_asked.emit([key]))
        self.sheet.put_off.connect(lambda: self._inbox.put_off([key]))
        self.sheet.open()

    def _put_off(self, keys: Sequence[str]) -> None:
        page, desk = self._page, self._desk
        if page is None or not keys:
            return
        self._jobs.keep(
            self,
            lambda: put_off(desk, page.info.book_id, keys),
            done=_go_on,
            failed=self.failed.emit,
        )


def _go_on(_nothing: None) -> None:
    """Wait for the change to be announced."""
