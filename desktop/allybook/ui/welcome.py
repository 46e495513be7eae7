"""The first run: three doors of equal size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.ui.widgets.badges import Badge, BadgeWords, Tone
from allybook.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph, Tile
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from allybook.ui.theme.look import Look

CENTRE = Qt.AlignmentFlag.AlignHCenter
DOOR_MIN = 250
LINES = 3
ROOMY = 640
SIDE_BY_SIDE = 840
"""From this width on three doors stand side by side; large letters leave less."""


class DoorView(Struct, frozen=True):
    """What a door says: time, cost and what stays private are its three ``facts``."""

    icon: str
    badge: BadgeWords
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    button: str
    link: str = ""
    suggested: bool = False


class WelcomeDoor(Card):
    """One way into Allybook; ``opened`` when it is taken, ``followed`` for its link."""

    opened = Signal()
    followed = Signal()

    def __init__(self, look: Look, view: DoorView) -> None:
        line, width = ("accent", 2) if view.suggested else ("border_button", 1)
        super().__init__(look, "surface", line, width=width)
        self._look = look
        self.button = (PrimaryButton if view.suggested else Button)(
            look, view.button, size="button_door"
        )
        self.button.setAccessibleDescription(f"{view.title}. {view.sentence}")
        self.button.clicked.connect(self.opened)
        self.setAccessibleName(view.title)
        self.setMinimumWidth(DOOR_MIN)
        self.setMaximumWidth(look.width("door"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out(view)

    def _lay_out(self, view: DoorView) -> None:
        look, gap = self._look, self._look.space("l")
        column = QVBoxLayout(self)
        side = look.space("xl") - 3
        column.setContentsMargins(side, side, side, gap + 2)
        column.setSpacing(0)
        column.addLayout(self._make_head(view))
        column.addSpacing(gap - 1)
        column.addWidget(Words(look, view.title, "title"))
        column.addSpacing(look.space("xs"))
        column.addWidget(self._make_sentence(view))
        column.addSpacing(gap)
        column.addWidget(Rule(look))
        column.addSpacing(gap)
        for icon, words in view.facts:
            column.addLayout(self._make_fact(icon, words))
            column.addSpacing(look.space("s"))
        column.addStretch(1)
        column.addSpacing(look.space("m"))
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.button)

    def _make_head(self, view: DoorView) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Tile(self._look, view.icon))
        head.addStretch(1)
        head.addWidget(Badge(self._look, view.badge))
        return head

    def _make_sentence(self, view: DoorView) -> Prose:
        sentence = Prose(self._look, "", "ui", "text_2")
        spans = [Span(view.sentence)]
        if view.link:
            spans += [Span(" "), Span(view.link, link="help")]
        sentence.show_spans(spans)
        sentence.followed.connect(self.followed)
        sentence.setMinimumHeight(LINES * self._look.line_height("ui"))
        return sentence

    def _make_fact(self, icon: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("s"))
        glyph = Glyph(self._look, icon)
        glyph.setFixedHeight(self._look.line_height("ui"))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Prose(self._look, words, "ui", "text_2"), 1)
        return row


class Welcome(QWidget):
    """Where would you like to start? The practice network is the suggested door.

    ``accounts`` is how many accounts the practice network has, ``post_price`` what X charges for
    reading one post (``$0.005``), ``hashtag`` the practice chat's.
    """

    practise_asked = Signal()
    archive_asked = Signal()
    archive_help_asked = Signal()
    connect_asked = Signal()
    file_asked = Signal()

    def __init__(self, look: Look, *, accounts: str, hashtag: str, post_price: str) -> None:
        super().__init__()
        self._look = look
        self.practice = WelcomeDoor(look, self._practice(accounts, hashtag))
        self.archive = WelcomeDoor(look, self._archive())
        self.account = WelcomeDoor(look, self._account(post_price))
        self.file = LinkButton(look, self.tr("Open a file…"))
        self._sign = self._make_sign()
        self.practice.opened.connect(self.practise_asked)
        self.archive.opened.connect(self.archive_asked)
        self.archive.followed.connect(self.archive_help_asked)
        self.account.opened.connect(self.connect_asked)
        self.file.clicked.connect(self.file_asked)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the doors the room of the sign in a low window; in a slim one they stand upright."""
        super().resizeEvent(event)
        self._sign.setVisible(event.size().height() >= ROOMY)
        self._turn(upright=event.size().width() < SIDE_BY_SIDE)

    def _turn(self, *, upright: bool) -> None:
        """Let the doors stand one below the other, in the middle, or side by side."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if upright == (self._doors.direction() == down):
            return
        self._doors.setDirection(down if upright else across)
        for door in (self.practice, self.archive, self.account):
            self._doors.setAlignment(door, CENTRE if upright else Qt.AlignmentFlag(0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the frame."""
        QPainter(self).fillRect(self.rect(), self._look.colour("window"))

    def _practice(self, accounts: str, hashtag: str) -> DoorView:
        sentence = self.tr(
            "A make-believe X with about %1 accounts and a %2 chat. Press every button; nobody "
            "will see it."
        )
        return DoorView(
            "graduation-cap",
            BadgeWords(self.tr("Good first step"), Tone.ALLY),
            self.tr("Practice network"),
            sentence.replace("%2", hashtag).replace("%1", accounts),
            (
                ("clock", self.tr("Ready at once")),
                ("wallet", self.tr("Free, nothing is ever charged")),
                ("wifi-off", self.tr("Works with no internet")),
            ),
            self.tr("Start practising"),
            suggested=True,
        )

    def _archive(self) -> DoorView:
        return DoorView(
            "folder-archive",
            BadgeWords(self.tr("Free")),
            self.tr("My X archive"),
            self.tr(
                "The file that X makes for you: whom you follow, who follows you, your posts "
                "and lists."
            ),
            (
                ("clock", self.tr("X takes about a day to make it")),
                ("wallet", self.tr("Free, X charges nothing")),
                ("shield-check", self.tr("Stays on this computer")),
            ),
            self.tr("Choose the file…"),
            link=self.tr("How to ask for it"),
        )

    def _account(self, post_price: str) -> DoorView:
        charges = self.tr("X charges, about %1 a post read").replace("%1", post_price)
        return DoorView(
            "key-round",
            BadgeWords(self.tr("X charges")),
            self.tr("Connect my X account"),
            self.tr("Fresh posts, follow-back checks and a published list, straight from X."),
            (
                ("clock", self.tr("About 10 minutes, once")),
                ("wallet", charges),
                ("coins", self.tr("You see each price first, and set a limit")),
            ),
            self.tr("Connect…"),
        )

    def _lay_out(self) -> None:
        look = self._look
        inside = QWidget()
        column = QVBoxLayout(inside)
        edge = look.space("xl")
        # A little more below: optically in the middle is above it.
        column.setContentsMargins(edge, edge, edge, edge + look.space("s"))
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._sign, 0, CENTRE)
        column.addWidget(Words(look, self.tr("Where would you like to start?"), "hero"), 0, CENTRE)
        column.addSpacing(look.space("xs"))
        column.addWidget(self._make_sentence())
        column.addSpacing(look.space("xxl"))
        column.addLayout(self._make_doors())
        column.addSpacing(look.space("xl"))
        column.addLayout(self._make_foot())
        column.addStretch(1)
        self._scroll(inside)

    def _make_sign(self) -> QWidget:
        sign = QWidget()
        column = QVBoxLayout(sign)
        column.setContentsMargins(0, 0, 0, self._look.space("l") + self._look.space("xs"))
        column.addWidget(Tile(self._look, "book-user", side=56, icon=32, filled=True))
        return sign

    def _make_sentence(self) -> Prose:
        text = self.tr(
            "Allybook gathers your allies, quiets the noise and tells who follows back. Pick a "
            "door; the others stay open."
        )
        sentence = Prose(self._look, text, "body", "text_2")
        sentence.setAlignment(CENTRE)
        return sentence

    def _make_doors(self) -> QBoxLayout:
        doors = self._doors = QHBoxLayout()
        doors.setSpacing(self._look.space("l"))
        doors.addStretch(1)
        for door in (self.practice, self.archive, self.account):
            doors.addWidget(door, 1000)
        doors.addStretch(1)
        return doors

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(self._look.space("s"))
        foot.addStretch(1)
        foot.addWidget(Glyph(self._look, "folder-open"))
        foot.addWidget(Words(self._look, self.tr("A colleague sent a list?"), "ui", "text_2"))
        foot.addSpacing(self._look.space("s"))
        foot.addWidget(self.file)
        foot.addStretch(1)
        return foot

    def _scroll(self, inside: QWidget) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
