"""The parts of the chats tab, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allybook.ui.delegates.chat_view import ChatView
from allybook.ui.frame.panes import ThreePanes
from allybook.ui.models.chat import ChatRowsModel
from allybook.ui.no_account import before_asking, practise_or_connect
from allybook.ui.tabs.chats.details import NominationsPane
from allybook.ui.tabs.chats.held import HeldOn
from allybook.ui.tabs.chats.questions import QuestionsList
from allybook.ui.widgets.buttons import FlatButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.empty import Emptiness, EmptyState, StartWay
from allybook.ui.widgets.header import GivingHeader
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.price import PriceButton
from allybook.ui.widgets.progress import ProgressCard
from allybook.ui.widgets.words import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.progress import Step

PLACES, DETAILS = 248, 320


class ChatsPage(QWidget):
    """Everything that one sees of the chats; what it does is the tab's."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._reposts = (False, False)

    def build(self) -> Iterator[None]:
        """Make the parts; between two of them the window may have its turn."""
        look = self._look
        self.model = ChatRowsModel(self.now, self)
        self.view = ChatView(look, self.model, self.now)
        yield
        self.places = PlacesPane(look, self.tr("Chats"))
        yield
        self.held = HeldOn(look)
        self.questions = QuestionsList(look)
        self.header = GivingHeader(look)
        yield
        self.count_button = PriceButton(look, self.tr("Count first"), "hash")
        self.capture_button = PriceButton(look, self.tr("Capture"), "download")
        yield
        self.with_reposts = CheckBox(look, self.tr("With reposts"))
        self.with_reposts.setToolTip(
            self.tr("Plain reposts repeat what is here already, and each costs as much as a post")
        )
        # Before a framed button it keeps as far away as bare words do by their padding.
        self.with_reposts.setContentsMargins(0, 0, look.space("m"), 0)
        yield from self._build_rest()

    def _build_rest(self) -> Iterator[None]:
        """Make what stands around the posts, and lay all of it out."""
        look = self._look
        self.names_button = PriceButton(look, self.tr("Show names"), "users", size="button_small")
        self.save_button = FlatButton(look, self.tr("Save the record"), "archive")
        self.nominations_button = FlatButton(look, self.tr("Nominations"), "bookmark-check")
        yield
        self.note = Note(look, Mood.WARN, closable=True)
        self.progress = ProgressCard(look, "")
        self.names_words = Words(look, "", "caption", "text_2")
        self.names_strip = QWidget()
        yield
        self.details = NominationsPane(look)
        self.inbox_button = self.details.inbox
        yield
        self.start = EmptyState(look, self._start())
        yield
        self.nothing = EmptyState(look, self._nothing())
        self.body = QStackedWidget()
        yield
        work = self._lay_out()
        yield
        self.panes = ThreePanes(look, self.places, work, self.details, self)
        self.panes.set_widths(PLACES, DETAILS)
        self._column.addWidget(self.panes)
        self.fit()

    def now(self) -> datetime:
        """Return the moment, in the person's zone."""
        return self._desk.clock.now().astimezone(self._desk.clock.zone)

    def say(self, what: str, rest: str = "", mood: Mood = Mood.WARN) -> None:
        """Say something above the posts; nothing takes the note away."""
        self.note.tell(what, rest, mood)
        self.fit()

    def refuse(self, error: AllybookError) -> None:
        """Say what went wrong: what happened, then the rest of the sentence."""
        self.note.tell_error(error)
        self.fit()

    def show_step(self, step: Step) -> None:
        """Show how far a job is."""
        self.progress.show_step(step)
        self.progress.show()
        self.fit()

    def end_progress(self) -> None:
        """Show no job any more."""
        self.progress.hide()
        self.fit()

    def fit(self) -> None:
        """Keep a margin under what stands above the posts, where something stands there."""
        shown = not (self.note.isHidden() and self.progress.isHidden())
        side, below = self._look.space("l"), self._look.space("m")
        self._bars.setContentsMargins(side, below if shown else 0, side, below if shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the nominations by a button where their pane is folded away."""
        super().resizeEvent(event)
        self.fold()

    def offer_reposts(self, *, offered: bool, needed: bool) -> None:
        """Offer to read plain reposts too; where there is little room, only where it is ``needed``.

        A chat that is here already has more to show in its head.
        """
        self._reposts = (offered, needed)
        self.fold()

    def fold(self) -> None:
        """Show the way to the nominations only where they are not beside the posts."""
        folded = self.width() < self._look.width("fold_details")
        offered, needed = self._reposts
        self.with_reposts.setVisible(offered and (needed or not folded))
        self.nominations_button.setVisible(folded and self.details.model.rowCount() > 0)

    def _start(self) -> Emptiness:
        return Emptiness(
            self.tr("Which chat shall we read?"),
            self.tr(
                "A chat is what people say under one hashtag: the questions, the answers, and the"
                " allies they share."
            ),
            (
                StartWay(
                    "capture",
                    "hash",
                    self.tr("Capture a hashtag"),
                    self.tr("The last seven days from X; you see the price first"),
                ),
                StartWay(
                    "import",
                    "folder-open",
                    self.tr("Import a file"),
                    self.tr("twarc, TAGS or your X archive: read on this computer, free"),
                ),
            ),
            drawing=("message-circle-question-mark", "hash", "messages-square"),
        )

    def _nothing(self) -> Emptiness:
        way = StartWay(
            "import",
            "folder-open",
            self.tr("Import a file instead"),
            self.tr("For older chats: twarc, TAGS or your X archive, free"),
        )
        line = self._desk.line
        words = self.tr(
            "Count first, and the price of reading becomes exact. X gives the last seven days;"
            " what was read stays on this computer."
        )
        return Emptiness(
            self.tr("Nothing of this chat is here yet"),
            words if line.signed_in else before_asking(line),
            (way,) if line.signed_in else (practise_or_connect(), way),
            drawing=("message-circle-question-mark", "hash", "messages-square"),
        )

    def _lay_out(self) -> QWidget:
        """Return the middle, put together."""
        look = self._look
        work, self._column = QWidget(), QVBoxLayout(self)
        column, self._bars = QVBoxLayout(work), QVBoxLayout()
        for layout in (column, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._bars.setSpacing(look.space("s"))
        for part in (self.note, self.progress):
            part.hide()
            self._bars.addWidget(part)
        for giving in (self.nominations_button, self.save_button):
            self.header.add_giving(giving)
        for button in (self.with_reposts, self.count_button, self.capture_button):
            self.header.add_action(button)
        self._lay_out_names()
        for widget in (self.start, self.nothing, self.view):
            self.body.addWidget(widget)
        column.addWidget(self.header)
        column.addWidget(Rule(look))
        column.addLayout(self._bars)
        column.addWidget(self.names_strip)
        column.addWidget(self.body, 1)
        for below in (self.held, self.questions):
            self.places.add_widget(below, wide=True)
        return work

    def _lay_out_names(self) -> None:
        look = self._look
        column, row = QVBoxLayout(self.names_strip), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        side, gap = look.space("l"), look.space("s")
        row.setContentsMargins(side, gap, side, gap)
        row.setSpacing(look.space("m"))
        row.addWidget(self.names_words, 1)
        row.addWidget(self.names_button)
        column.addLayout(row)
        column.addWidget(Rule(look))
        self.names_strip.hide()
