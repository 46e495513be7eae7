"""The tick list: what a person does on X by hand, one thing at a time, and ticks off here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.keys import plug_keys, printed
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import Button, FlatButton, LinkButton, PrimaryButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.header import lay_person
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from allybook.ui.theme.look import Look

SMALL = "button_small"
NAMED = 2


class TickCard(Struct, frozen=True):
    """What is to be done now: whom it is about, the deed in words, and why.

    ``opened`` says that the browser has shown it.
    """

    who: Who
    name: str
    under: str
    deed: str
    why: str = ""
    opened: bool = False


class TickListView(Struct, frozen=True):
    """The list as it is: what comes now, how far it is, who comes ``then``, what was ticked off."""

    current: TickCard | None = None
    done: int = 0
    total: int = 0
    then: tuple[str, ...] = ()
    last: str = ""


class TickList(QWidget):
    """Shows one thing to do; nothing is done on X by itself, and there is no "all".

    Keys inside it: O opens, D is done, S skips, Ctrl+Z takes the last mark back.
    """

    open_asked = Signal()
    done_asked = Signal()
    skip_asked = Signal()
    undo_asked = Signal()
    copy_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = Words(look, self.tr("Your tick list"), "ui_bold")
        self.numbers = Words(look, "", "caption", "text_2")
        self.meter = Meter(look, size="meter_small")
        self.card = Card(look)
        self._who = Avatar(look, Who("", Kind.PERSON, ""), "table")
        self.name = Words(look, "", "ui_bold")
        self.under = Words(look, "", "caption", "text_3")
        self.what = Prose(look, "", "ui")
        self.open = Button(look, self.tr("Open on X, free"), "external-link", size=SMALL)
        self.done = PrimaryButton(look, self.tr("Done"), size=SMALL)
        self.done.setEnabled(False)
        self.skip = FlatButton(look, self.tr("Skip"), size=SMALL)
        self.then = Prose(look, "", "caption", "text_3")
        self.last = Words(look, "", "caption", "text_2")
        self.undo = LinkButton(look, self.tr("Undo"), kind="caption")
        self._settled = QWidget()
        self.note = Note(look, Mood.WARN)
        self.note.hide()
        self._connect()
        self._lay_out()
        self.show_list(TickListView())

    def show_list(self, view: TickListView) -> None:
        """Show what comes now; without anything to do or to take back, be gone."""
        had_focus = any(button.hasFocus() for button in (self.open, self.done, self.skip))
        words = self.tr("%1 of %2 done").replace("%2", count(view.total))
        words = words.replace("%1", count(view.done))
        self.numbers.setText(words)
        self.numbers.updateGeometry()
        self.meter.show_share(view.done / view.total if view.total else 0, words)
        self.setAccessibleName(f"{self.title.text()}, {words}")
        self.card.setVisible(view.current is not None)
        if view.current is not None:
            self._show_card(view.current)
        self.then.setVisible(bool(view.then))
        self.then.show_text(self._then_words(view.then))
        self._settled.setVisible(bool(view.last))
        self.last.setText(view.last)
        self.last.setToolTip(as_written(view.last))
        self.undo.setAccessibleDescription(view.last)
        self.setVisible(view.total > 0)
        if had_focus:
            self.focus_next()

    def refuse(self, what: str, rest: str = "", *, copies: bool = False) -> None:
        """Say what went wrong, until something is done; with ``copies`` offer the address."""
        self.note.say(what, rest, [self.tr("Copy the address")] if copies else [])
        self.note.show()

    def focus_next(self) -> None:
        """Put the keyboard on what is to be pressed next."""
        button: QAbstractButton = self.done if self.done.isEnabled() else self.open
        if self.card.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, card: TickCard) -> None:
        self._who.show_who(card.who)
        self.name.setText(card.name)
        self.name.setToolTip(as_written(card.name))
        self.under.setText(card.under)
        self.under.setVisible(bool(card.under))
        spans = [Span(card.deed, 600)]
        if card.why:
            spans.append(Span(f" {card.why}"))
        self.what.show_spans(spans)
        self.done.setEnabled(card.opened)
        self.open.setText(self.tr("Open again") if card.opened else self.tr("Open on X, free"))
        self.open.updateGeometry()
        self.card.setAccessibleName(f"{card.name}: {card.deed} {card.why}".strip())
        for button in (self.open, self.done, self.skip):
            button.setAccessibleDescription(card.name)

    def _then_words(self, names: tuple[str, ...]) -> str:
        shown = ", ".join(names[:NAMED])
        more = len(names) - NAMED
        if more > 0:
            words = self.tr("Then %1 and %2 more.").replace("%2", count(more))
        else:
            words = self.tr("Then %1.")
        return words.replace("%1", shown)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_asked)
        self.done.clicked.connect(self.done_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.note.followed.connect(lambda _link: self.copy_asked.emit())
        for keys, button in (
            ("O", self.open),
            ("D", self.done),
            ("S", self.skip),
            ("Ctrl+Z", self.undo),
        ):
            plug_keys((self,), {keys: button.click})
            button.setToolTip(as_written(self.tr("Key: %1").replace("%1", printed(keys))))

    def _lay_out(self) -> None:
        look = self._look
        side, gap = look.space("l"), look.space("s")
        page, column, head = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        head.addWidget(self.title, 1)
        head.addWidget(self.numbers)
        column.addLayout(head)
        column.addWidget(self.meter)
        words = self.tr("Nothing happens on X by itself: open each one there, decide, tick it off.")
        column.addWidget(Prose(look, words, "caption", "text_2"))
        self._lay_out_card()
        self._lay_out_settled()
        for part in (self.note, self.card, self.then, self._settled):
            column.addWidget(part)
        page.addLayout(column)
        page.addWidget(Rule(look))

    def _lay_out_card(self) -> None:
        look, buttons = self._look, QWidget()
        side = look.space("m") + 1
        column, flow = (
            QVBoxLayout(self.card),
            FlowLayout(buttons, gap=look.space("s"), line_gap=look.space("s")),
        )
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space("s"))
        column.addLayout(lay_person(look, self._who, self.name, self.under))
        column.addWidget(self.what)
        for button in (self.open, self.done, self.skip):
            flow.addWidget(button)
        column.addWidget(buttons)

    def _lay_out_settled(self) -> None:
        row = QHBoxLayout(self._settled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        row.addWidget(Glyph(self._look, "check", "text_3"))
        row.addWidget(self.last, 1)
        row.addWidget(self.undo)
