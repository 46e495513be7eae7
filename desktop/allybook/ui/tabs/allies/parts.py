"""The parts of the tab, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.ui.frame.panes import ThreePanes
from allybook.ui.tabs.allies.acts import Acts
from allybook.ui.tabs.allies.books.resembling import Resembling
from allybook.ui.tabs.allies.books.resolving import Resolving
from allybook.ui.tabs.allies.books.shelf import BookShelf
from allybook.ui.tabs.allies.bringing import Bringing
from allybook.ui.tabs.allies.deeds import Deeds
from allybook.ui.tabs.allies.details import Details
from allybook.ui.tabs.allies.in_out import InOut
from allybook.ui.tabs.allies.publisher import Publisher
from allybook.ui.tabs.allies.refresher import Refresher
from allybook.ui.tabs.allies.weighing import Weighing
from allybook.ui.tabs.allies.work import Work
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look


class AlliesParts(QWidget):
    """Everything that one sees of the allies; what it does is the tab's."""

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self.places = PlacesPane(look, self.tr("Places of the allies"))
        self.work = Work(look, self.now)
        self.details = Details(look)
        self.panes = ThreePanes(look, self.places, self.work, self.details)
        self.refresher = Refresher(desk, jobs, self.now, self)
        self.acts = Acts(desk, jobs, self)
        self.deeds = Deeds(self.acts, look, self)
        self.weighing = Weighing(desk, look, jobs, self.work.inbox, self)
        self.publisher = Publisher(desk, look, jobs, self.work.notices, self)
        notices = self.work.notices
        self.resolving = Resolving(desk, look, jobs, notices, self)
        self.resembling = Resembling(desk, look, jobs, self.acts, notices, self)
        self.shelf = BookShelf(desk, look, jobs, self.acts, notices, self)
        self.bringing = Bringing(desk, look, jobs, self.work.notices, self)
        self.in_out = InOut(desk, look, jobs, self.work.notices, self.acts, self)
        self.bringing.table_opened.connect(self.in_out.show_table)
        self.note = Note(look, Mood.DANGER, closable=True)
        self.work.notices.add(self.note)
        self.work.header.add_action(self.in_out.button)
        self.work.header.add_action(self.publisher.button)
        self.publisher.button.hide()
        self.work.header.add_action(self.shelf.button)
        self.places.show_foot(self.tr("Only on this computer."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone()
