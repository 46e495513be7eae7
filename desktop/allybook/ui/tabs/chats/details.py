"""The nominations of a chat: whom people shared, and the way to the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.models.roles import Role
from allybook.ui.tabs.chats.shared import SharedModel
from allybook.ui.tabs.chats.shared_list import SharedView
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.lending import Lending
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.tabs.chats.reading import ChatPage
    from allybook.ui.theme.look import Look

FOOT = 40


class Figures(QWidget):
    """Three counts in a row, at the foot of the pane."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(FOOT)
        self._numbers = [Words(look, "", "caption", weight=600) for _ in range(3)]
        self._names = [Words(look, "", "caption", "text_2") for _ in range(3)]
        row, side = QHBoxLayout(self), look.space("l")
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(look.space("xs"))
        for place, (number, name) in enumerate(zip(self._numbers, self._names, strict=True)):
            if place:
                row.addStretch(1)
            row.addWidget(number)
            row.addWidget(name)

    def show_figures(self, figures: Sequence[tuple[int, str]]) -> None:
        """Show the counts, each with its word."""
        for (number, word), count_of, name in zip(figures, self._numbers, self._names, strict=True):
            count_of.setText(count(number))
            name.setText(word)
            for words in (count_of, name):
                words.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        line = self._look.colour("border")
        paint_line(QPainter(self), self.rect(), line, Qt.Edge.TopEdge)


class NominationsPane(QWidget):
    """Whom a chat shared. ``chosen`` tells the post in which the current row was shared."""

    chosen = Signal(str)
    inbox_asked = Signal()
    look_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: object = None
        self.model = SharedModel(self)
        self.view = SharedView(look, self.model)
        self.header = PageHeader(look, self.tr("Nominations"), lined=True)
        self.header.title.setFont(look.font("ui_bold"))
        self.inbox = Button(look, self.tr("To the inbox"), "inbox", size="button_small")
        self.inbox.setToolTip(self.tr("Propose all of them for your book; nothing goes to X"))
        self._lending = Lending(self.inbox)
        self.note = Note(look, Mood.DONE, closable=True)
        self.empty = Prose(look, "", "ui", "text_3")
        self.figures = Figures(look)
        self._noted, self._about = QWidget(), QWidget()
        self.inbox.clicked.connect(self.inbox_asked)
        self.note.followed.connect(self.look_asked)
        self.note.closed.connect(self._noted.hide)
        self.view.selectionModel().currentChanged.connect(self._tell_other)
        self.view.activated.connect(self._tell)
        self._lay_out()
        self.show_page(None)

    def show_page(self, page: ChatPage | None) -> None:
        """Show whom a chat shared; without a chat, say what will stand here."""
        shared = page.shared if page else ()
        self.model.show(shared)
        words = self.tr("%1 from %2").replace("%1", count(len(shared)))
        self.header.show_words(
            self.tr("Nominations"),
            words.replace("%2", people(page.sharers)) if page and shared else "",
        )
        self.inbox.setVisible(bool(shared))
        self.view.setVisible(bool(shared))
        self._about.setVisible(not shared)
        self.empty.show_text(
            self.tr("Nobody shared an organisation, a person or a hashtag here.")
            if page and page.chat.posts
            else self.tr("Organisations, people and hashtags that people share in a chat.")
        )
        self.figures.setVisible(bool(page and page.chat.posts))
        if page:
            self._show_figures(page)

    def set_busy(self, *, busy: bool) -> None:
        """Propose nobody while that is being done."""
        self._lending.turn(on=not busy)

    def show_top(self) -> None:
        """Go to the first row, as for another chat."""
        self._told = None
        self.view.show_top()

    def _show_figures(self, page: ChatPage) -> None:
        chat = page.chat
        wrote, written, apart = len(chat.participants), len(chat.posts), len(chat.reposts)
        passed_on = (apart, self.tr("repost apart") if apart == 1 else self.tr("reposts apart"))
        if chat.reposted and not apart:
            passed_on = (chat.reposted, self.tr("times reposted"))
        self.figures.show_figures(
            (
                (wrote, self.tr("person") if wrote == 1 else self.tr("people")),
                (written, self.tr("post") if written == 1 else self.tr("posts")),
                passed_on,
            )
        )

    def say(self, what: str, rest: str = "", mood: Mood = Mood.DONE, link: str = "") -> None:
        """Say something above the list; nothing takes the note away."""
        if what:
            self.note.show_mood(mood)
            self.note.say(what, rest, [link] if link else ())
            self.note.show()
        self._noted.setVisible(bool(what))

    def _tell_other(self) -> None:
        # Whenever the book changes the same row becomes the current one again.
        if self.view.currentIndex().isValid() and self.view.current_key() != self._told:
            self._tell()

    def _tell(self) -> None:
        self._told = self.view.current_key()
        row = self.view.currentIndex().data(Role.ROW)
        if row is not None:
            self.chosen.emit(row.post_id)

    def _lay_out(self) -> None:
        look = self._look
        side = look.space("l")
        self.header.add_action(self.inbox)
        column, noted = QVBoxLayout(self), QVBoxLayout(self._noted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        noted.setContentsMargins(side, look.space("m"), side, look.space("m"))
        noted.addWidget(self.note)
        self._noted.hide()
        about = QVBoxLayout(self._about)
        about.setContentsMargins(side, look.space("m"), side, 0)
        about.addWidget(self.empty)
        about.addStretch(1)
        column.addWidget(self.header)
        column.addWidget(self._noted)
        column.addWidget(self._about, 1)
        column.addWidget(self.view, 1)
        column.addWidget(self.figures)
