"""One ally in full: what needs a decision first, then fields, notes and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.delegates.edge_bar import EdgeBar
from allybook.ui.tabs.allies.conflict import Conflict
from allybook.ui.tabs.allies.fields import Fields
from allybook.ui.tabs.allies.foretelling import foretell
from allybook.ui.tabs.allies.notes import Notes
from allybook.ui.tabs.allies.past import Past
from allybook.ui.tabs.allies.ways import Ways
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.words import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.tabs.allies.facts import Facts
    from allybook.ui.theme.look import Look

BUTTON = 24
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Details(QScrollArea):
    """The pane; open fields keep what is being written while the page is read again.

    ``chosen`` carries a field and a ``Version``, ``menu_asked`` the button that asks for a menu;
    ``chat_asked`` and ``posts_asked`` carry a hashtag whose chat or posts one wants to read,
    ``visit_asked`` the address of the ally on X.
    """

    chosen = Signal(str, object)
    menu_asked = Signal(object)
    chat_asked = Signal(str)
    posts_asked = Signal(str)
    visit_asked = Signal(str)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._look = look
        self._facts: Facts | None = None
        self._address = ""
        self._inside = QWidget()
        self._avatar = Avatar(look, Who("", Kind.PERSON, ""), "pane")
        self.name = Words(look, "", "body", weight=600)
        self._under = Words(look, "", "ui", "text_2")
        self.more = IconButton(look, "ellipsis", self.tr("What can be done"))
        self.open_on_x = IconButton(look, "external-link", self.tr("Open on X"))
        self._notices = QVBoxLayout()
        self._noticed: tuple[object, ...] = ()
        self.conflicts: list[Conflict] = []
        self.ways = Ways(look)
        self.fields = Fields(desk, look, jobs)
        self._noted = QWidget()
        self.notes = Notes(desk, look, jobs)
        self.past = Past(look)
        self._connect()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self._bar = EdgeBar(self)
        self.setHorizontalScrollBarPolicy(NEVER)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's)
        self._inside.setAutoFillBackground(False)
        self._lay_out()
        self._inside.hide()

    @property
    def key(self) -> str:
        """Return the record key of who is shown, or an empty one."""
        return self._facts.row.key if self._facts else ""

    @property
    def row(self) -> AllyRow | None:
        """Return who is shown."""
        return self._facts.row if self._facts else None

    @property
    def address(self) -> str:
        """Return where the ally is on X."""
        return self._address

    def look_again(self) -> None:
        """Speak of words that are no longer fine, and of no others."""
        for hint in (*self.fields.hints.values(), self.notes.hint):
            hint.look_again()

    def show_facts(
        self, facts: Facts | None, tags: Sequence[str], categories: Sequence[str], now: datetime
    ) -> None:
        """Show one ally or nobody; ``now`` is in the person's zone."""
        if facts is None or self._facts is None or not facts.is_about(self._facts.whom):
            self.fields.end_edits()
            self.past.end_asking()
            self.verticalScrollBar().setValue(0)
        self._inside.setVisible(facts is not None)
        if facts is not None and facts != self._facts:
            self._fill(facts, tags, categories, now)
        self._facts = facts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the edge."""
        super().resizeEvent(event)
        self._bar.place(0, self.width(), self.height())

    def _fill(
        self, facts: Facts, tags: Sequence[str], categories: Sequence[str], now: datetime
    ) -> None:
        row = facts.row
        self._address = facts.address
        self._avatar.show_who(Who(row.name, row.kind, row.key))
        for words, text in ((self.name, row.name), (self._under, facts.under)):
            words.setText(text)
            words.setToolTip(as_written(text))
        self.setAccessibleName(f"{row.name}, {facts.under}")
        self._show_notices(facts, now)
        self.ways.show_facts(facts)
        self.fields.show_facts(facts, tags, categories)
        self.notes.show_notes(facts, now)
        self._noted.setVisible(bool(facts.notes) or not facts.final)
        self.past.show_lines(facts.lines, now, lambda one: foretell(one, facts.record))

    def _show_notices(self, facts: Facts, now: datetime) -> None:
        noticed = (facts.row.key, facts.conflicts, self._warnings(facts))
        if noticed == self._noticed:
            # A reader heard them already: not again for each field that is written.
            return
        self._noticed = noticed
        empty_layout(self._notices)
        self.conflicts = []
        for field, versions in facts.conflicts.items():
            conflict = Conflict(self._look, field, versions, now)
            conflict.used.connect(lambda version, field=field: self.chosen.emit(field, version))
            self.conflicts.append(conflict)
            self._notices.addWidget(conflict)
        for what, rest in noticed[2]:
            note = Note(self._look, Mood.WARN)
            note.say(what, rest)
            self._notices.addWidget(note)
        side, top = self._look.space("l"), self._look.space("m")
        self._notices.setContentsMargins(side, top if self._notices.count() else 0, side, 0)

    def _warnings(self, facts: Facts) -> list[tuple[str, str]]:
        told = []
        if facts.no_lists:
            what = self.tr("The bio says “no lists”.")
            told.append((what, self.tr("Ask first; publishing leaves them off the X List.")))
        if facts.brought_back:
            what = self.tr("It was removed and is back.")
            rest = self.tr("Someone who did not know of the removal went on with it.")
            told.append((what, rest))
        return told

    def _connect(self) -> None:
        self.ways.chat.clicked.connect(lambda: self.chat_asked.emit(self._tag()))
        self.ways.posts.clicked.connect(lambda: self.posts_asked.emit(self._tag()))
        self.notes.undo_asked.connect(self.past.ask_undo)
        # Once they have their place.
        self.notes.opened.connect(lambda: QTimer.singleShot(0, self, self._show_box))
        self.past.questioned.connect(lambda: QTimer.singleShot(0, self, self._show_question))
        self.open_on_x.clicked.connect(lambda: self.visit_asked.emit(self._address))
        self.more.clicked.connect(lambda: self.menu_asked.emit(self.more))

    def _tag(self) -> str:
        return self._facts.row.handle if self._facts else ""

    def _show_box(self) -> None:
        self._inside.layout().activate()  # type: ignore[union-attr]
        self.ensureWidgetVisible(self.notes.writing)

    def _show_question(self) -> None:
        if self.past.asked is not None:
            self._inside.layout().activate()  # type: ignore[union-attr]
            self.ensureWidgetVisible(self.past.asked)

    def _lay_out(self) -> None:
        look, side, gap = self._look, self._look.space("l"), self._look.space("m")
        column, head, words = QVBoxLayout(self._inside), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, side, 0, side)
        column.setSpacing(0)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._under)
        head.setContentsMargins(side, 0, gap, 0)
        head.setSpacing(gap)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.open_on_x, self.more):
            button.setFixedSize(BUTTON, BUTTON)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(buttons)
        column.addLayout(head)
        self._notices.setSpacing(look.space("s"))
        column.addLayout(self._notices)
        column.addWidget(self.ways)
        noted = QVBoxLayout(self._noted)
        noted.setContentsMargins(0, 0, 0, 0)
        noted.setSpacing(0)
        for into, part in (
            (column, self.fields),
            (noted, Rule(look)),
            (noted, self.notes),
            (column, self._noted),
            (column, Rule(look)),
            (column, self.past),
        ):
            margin = side if part in (self.fields, self.notes, self.past) else 0
            holder = QVBoxLayout()
            holder.setContentsMargins(margin, 0 if part is self._noted else side - 2, margin, 0)
            holder.addWidget(part)
            into.addLayout(holder)
        column.addStretch(1)
        self._inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
