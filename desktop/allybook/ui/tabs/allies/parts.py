"""The parts of the tab, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.domain.errors import StorageError
from allybook.ui.frame.panes import ThreePanes
from allybook.ui.tabs.allies.acts import Acts
from allybook.ui.tabs.allies.arranging import Arranging
from allybook.ui.tabs.allies.books.handing import Handing
from allybook.ui.tabs.allies.books.resembling import Resembling
from allybook.ui.tabs.allies.books.resolving import Resolving
from allybook.ui.tabs.allies.books.shelf import BookShelf
from allybook.ui.tabs.allies.bringing import Bringing
from allybook.ui.tabs.allies.deeds import Deeds
from allybook.ui.tabs.allies.details import Details
from allybook.ui.tabs.allies.in_out import InOut
from allybook.ui.tabs.allies.places import TWO_VERSIONS
from allybook.ui.tabs.allies.publisher import Publisher
from allybook.ui.tabs.allies.refresher import Refresher
from allybook.ui.tabs.allies.views import Views
from allybook.ui.tabs.allies.weighing import Weighing
from allybook.ui.tabs.allies.work import Work
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

LONG = 500
"""An act on more allies than this shows how far it is."""


class AlliesParts(QWidget):
    """Everything that one sees of the allies; what it does is the tab's."""

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self.setAcceptDrops(True)

    def build(self) -> Iterator[None]:
        """Make the parts; between two of them the window may have its turn."""
        desk, look, jobs = self._desk, self._look, self._jobs
        self.places = PlacesPane(look, self.tr("Places of the allies"))
        yield
        self.work = Work(look, self.now)
        yield from self.work.build()
        yield
        self.details = Details(desk, look, jobs)
        yield
        self.panes = ThreePanes(look, self.places, self.work, self.details, self)
        yield
        self.refresher = Refresher(desk, jobs, self.now, self)
        self.arranging = Arranging(desk, look, jobs, self.work, self)
        yield
        self.views = Views(desk, look, jobs, self.work.bar, self)
        self.acts = Acts(desk, jobs, self)
        self.deeds = Deeds(self.acts, look, self)
        yield
        yield from self._build_work()

    def _build_work(self) -> Iterator[None]:
        """Make what works on the book behind the parts that one sees, and lay all of it out."""
        desk, look, jobs = self._desk, self._look, self._jobs
        self.weighing = Weighing(desk, look, jobs, self.work.inbox, self)
        self.publisher = Publisher(desk, look, jobs, self.work.notices, self)
        yield
        notices = self.work.notices
        self.resolving = Resolving(desk, look, jobs, notices, self)
        self.resembling = Resembling(desk, look, jobs, self.acts, notices, self)
        yield
        self.shelf = BookShelf(desk, look, jobs, self.acts, notices, self)
        yield
        self.bringing = Bringing(desk, look, jobs, notices, self)
        self.in_out = InOut(desk, look, jobs, notices, self.acts, self)
        yield
        self.handing = Handing(desk, look, jobs, self.acts, notices, self)
        self.bringing.table_opened.connect(self.in_out.show_table)
        self._connect_handing()
        yield
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        """Put notices, head and panes where they stand."""
        self.progress = ProgressCard(look, "")
        self.progress.stop_asked.connect(self.acts.stop)
        self.acts.advanced.connect(self._show_progress)
        self.acts.rested.connect(self.progress.hide)
        self.work.notices.add(self.progress)
        self.note = Note(look, Mood.DANGER, closable=True)
        self.work.notices.add(self.note)
        for keeping in (self.views, self.arranging):
            keeping.failed.connect(lambda error: self.note.tell_error(error, Mood.DANGER))
        self._stuck = ""
        self.acts.failed.connect(self._tell_act_failed)
        self.acts.done.connect(self._tell_act_done)
        self.acts.stayed.connect(lambda left: self.note.tell(in_words(left), mood=Mood.INFO))
        self.work.header.add_action(self.in_out.button)
        self.work.header.add_action(self.publisher.button)
        self.publisher.button.hide()
        self.work.header.add_action(self.shelf.button)
        self.places.show_foot(self.tr("Only on this computer."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)

    def _tell_act_failed(self, error: AllybookError) -> None:
        self.work.inbox.bring_back()
        self.note.tell_error(error, Mood.DANGER)
        self._stuck = self.note.accessibleName() if isinstance(error, StorageError) else ""

    def _tell_act_done(self) -> None:
        """Say no more that the disk takes nothing: it just did."""
        if self._stuck and self._stuck == self.note.accessibleName():
            self.note.hide()
        self._stuck = ""

    def _connect_handing(self) -> None:
        """Let the book's menu, and a copy that is dropped, lead to merging."""
        self.shelf.words_changed.connect(self.details.look_again)
        self.shelf.merge_asked.connect(self.handing.ask_merge)
        self.shelf.save_asked.connect(self.handing.ask_save)
        self.bringing.copy_found.connect(self.handing.read)
        self.handing.opened.connect(self.shelf.opened)
        self.handing.versions_asked.connect(self._show_versions)

    def _show_versions(self) -> None:
        """Show whom two people wrote of differently, the first of them in full."""
        self.places.choose(TWO_VERSIONS)
        self.places.chosen.emit(TWO_VERSIONS)
        self.work.table.setCurrentIndex(self.work.model.index(0, 0))
        self.panes.open_details()

    def _show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far a long act is; a short one is over before anybody could read it."""
        if words and total > LONG:
            self.progress.title.setText(words[:1].upper() + words[1:])
            self.progress.show_step(Step(done, total))
            self.progress.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text anywhere on the page; no files while one is being read."""
        if self.bringing.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped; whom it names is shown before anybody is added."""
        event.acceptProposedAction()
        self.bringing.take(event.mimeData())

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone(self._desk.clock.zone)
