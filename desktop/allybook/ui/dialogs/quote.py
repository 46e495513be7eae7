"""The quote: what changes, what it costs, how long it takes, and then two buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.dialogs.card import EDGE, CardDialog
from allybook.ui.dialogs.choices import Choice, Choices
from allybook.ui.dialogs.names import ColumnView, NameColumns, Named
from allybook.ui.widgets.buttons import Button, IconButton, LinkButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import Charge, PriceButton, Tag
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, dollars

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from allybook.ui.theme.look import Look

ROW = 28


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line of the price: ``14 adds at $0.010`` and its sum."""

    words: str
    dollars: Decimal


@dataclass(frozen=True, slots=True)
class QuoteView:
    """What a quote says, in words and sums; nothing in it is looked up later.

    ``verb`` stands on the button before the price. ``spent`` and ``budget`` are this month's.
    ``pace`` is how long it takes, ``why`` why so slowly. ``option`` is an extra to tick, where
    there is one, ``choices`` are ways to do it, and with ``paced`` the pace can be changed.
    ``exact`` is false for an estimate. ``held`` is kept back for requests without an answer.
    """

    title: str
    sentence: str
    verb: str
    lines: tuple[PriceLine, ...]
    spent: Decimal
    budget: Decimal
    pace: str = ""
    why: str = ""
    adds: tuple[Named, ...] = field(default=())
    removes: tuple[Named, ...] = field(default=())
    option: str = ""
    choices: tuple[Choice, ...] = ()
    paced: bool = False
    icon: str = "send"
    exact: bool = True
    held: Decimal = Decimal(0)

    @property
    def dollars(self) -> Decimal:
        """Return the sum."""
        return sum((line.dollars for line in self.lines), Decimal(0))

    @property
    def over(self) -> Decimal:
        """Return by how much it would pass the budget; 0 where it would not."""
        return max(Decimal(0), self.spent + self.held + self.dollars - self.budget)


class QuoteDialog(CardDialog):
    """Asks before money is spent: ``accepted`` says yes. Show it with ``open()``.

    The keyboard starts on "Not now", and Enter never spends. ``budget_asked`` when the person
    wants to raise the budget, ``pace_asked`` when another pace is wanted.
    """

    budget_asked = Signal()
    pace_asked = Signal()

    def __init__(self, look: Look, view: QuoteView, parent: QWidget) -> None:
        super().__init__(look, view.title, parent, width=look.width("dialog"))
        self._view = view
        self.not_now = Button(look, self.tr("Not now"), size="button_dialog")
        self.spend = PriceButton(look, view.verb, view.icon, main=True, size="button_dialog")
        self.option = CheckBox(look, view.option)
        self.choices = Choices(look, view.choices)
        self.pace = LinkButton(look, self.tr("Change"), kind="caption", weight=600)
        self._inside = QWidget()
        self._body = Scroll(self._inside)
        self._foot = QHBoxLayout()
        self.setAccessibleDescription(view.sentence)
        self._connect()
        self._lay_out()
        self.spend.show_tag(self._tag())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on "Not now"."""
        super().showEvent(event)
        self.not_now.setFocus(Qt.FocusReason.TabFocusReason)

    def needed_height(self) -> int:
        """Return the height of the body and the foot; in less than that, the body scrolls."""
        foot = self._foot.sizeHint().height() + 3
        screen = self._below().screen().availableGeometry().height() - 2 * EDGE
        body = self._inside.heightForWidth(self.width() - 2)
        self._body.setFixedHeight(min(body, screen - foot))
        return self._body.height() + foot

    def _connect(self) -> None:
        # In a dialog Enter goes to the default button: so it always means "Not now".
        self.not_now.setAutoDefault(True)
        self.not_now.setDefault(True)
        self.not_now.clicked.connect(self.reject)
        self.spend.clicked.connect(self.accept)
        self.pace.clicked.connect(self.pace_asked)

    def _grow(self) -> None:
        # Only when Qt has told the body what its parts need now.
        QTimer.singleShot(0, self, self.come_to_the_middle)

    def _tag(self) -> Tag:
        if self._view.over:
            return Tag(Charge.OVER_BUDGET, self._view.dollars)
        return Tag(Charge.EXACT if self._view.exact else Charge.ABOUT, self._view.dollars)

    def _lay_out(self) -> None:
        gap, edge = self._look.space("l"), self._look.space("xl")
        whole, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        column.setContentsMargins(edge, edge - 5, edge, gap)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addSpacing(self._look.space("m"))
        column.addWidget(Prose(self._look, self._view.sentence, "ui", "text_2"))
        column.addSpacing(gap)
        self._add_names(column)
        self._add_choices(column)
        self._add_prices(column)
        self._add_budget(column)
        self._add_pace(column)
        whole.addWidget(self._body)
        whole.addWidget(Rule(self._look))
        self._fill_foot(self._foot)
        whole.addLayout(self._foot)

    def _make_head(self) -> QHBoxLayout:
        head, side = QHBoxLayout(), self._look.height("button")
        cross = IconButton(self._look, "x", self.tr("Close, spend nothing"), size="button")
        cross.clicked.connect(self.reject)
        # The icon, not its button, stands on the edge: so it is laid over the layout.
        cross.setParent(self)
        cross.move(self.width() - side - EDGE // 2 + 4, EDGE // 2 - 1)
        title = Words(self._look, self._view.title, "title")
        title.setFixedHeight(side)
        head.addWidget(title, 1)
        head.addSpacing(side)
        return head

    def _add_names(self, column: QVBoxLayout) -> None:
        adds, removes = self._view.adds, self._view.removes
        views = []
        if adds:
            words = self.tr("%1 to add").replace("%1", count(len(adds)))
            views.append(ColumnView(words, "plus", "accent_text", adds))
        if removes:
            words = self.tr("%1 to remove").replace("%1", count(len(removes)))
            views.append(ColumnView(words, "x", "text_2", removes))
        if views:
            names = NameColumns(self._look, tuple(views))
            names.grown.connect(self._grow)
            column.addWidget(names)
            column.addSpacing(self._look.space("l"))

    def _add_choices(self, column: QVBoxLayout) -> None:
        if self._view.choices:
            column.addWidget(self.choices)
            column.addSpacing(self._look.space("m"))

    def _add_prices(self, column: QVBoxLayout) -> None:
        look = self._look
        for line in self._view.lines:
            words = Words(look, line.words, "ui", "text_2")
            column.addLayout(self._make_row(words, Words(look, dollars(line.dollars), weight=500)))
        column.addSpacing(look.space("xs"))
        column.addWidget(Rule(look))
        column.addSpacing(look.space("xs") + 2)
        together = Words(look, self.tr("Together"), "read", weight=600)
        total = Words(look, dollars(self._view.dollars), "read", weight=600)
        column.addLayout(self._make_row(together, total))
        column.addSpacing(look.space("l") + 1)

    def _make_row(self, words: Words, amount: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        for part in (words, amount):
            part.setFixedHeight(ROW)
        row.addWidget(words, 1)
        row.addWidget(amount)
        return row

    def _add_budget(self, column: QVBoxLayout) -> None:
        look, view = self._look, self._view
        text = self.tr("%1 spent, %2 of %3 after this")
        text = text.replace("%1", dollars(view.spent)).replace("%3", dollars(view.budget))
        text = text.replace("%2", dollars(view.spent + view.dollars))
        meter = Meter(look, track="border_button")
        whole = view.budget or Decimal(1)
        parts = [(float(view.spent / whole), "accent")]
        parts.append((float(view.dollars / whole), "danger" if view.over else "accent_mid"))
        meter.show_parts(parts, text)
        row = QHBoxLayout()
        row.setSpacing(look.space("m"))
        row.addWidget(meter, 1)
        row.addWidget(Words(look, text, "caption", "text_2"))
        column.addLayout(row)
        column.addSpacing(look.space("l"))
        if view.over:
            column.addWidget(self._make_note())
            column.addSpacing(look.space("s"))

    def _make_note(self) -> Note:
        note = Note(self._look, Mood.WARN)
        note.show_mood(Mood.WARN, "wallet")
        over = dollars(self._view.over)
        what = self.tr("This would pass your budget by %1.").replace("%1", over)
        note.say(what, self.tr("Nothing was sent."), [self.tr("Raise the budget")])
        note.followed.connect(lambda _link: self.budget_asked.emit())
        return note

    def _add_pace(self, column: QVBoxLayout) -> None:
        look, view = self._look, self._view
        if not view.pace:
            return
        card, words = Card(look, "panel", "border"), QVBoxLayout()
        row = QHBoxLayout(card)
        side = look.space("m")
        row.setContentsMargins(side + 1, side - 2, side + 1, side)
        row.setSpacing(look.space("s"))
        words.setSpacing(1)
        head = QHBoxLayout()
        head.addWidget(Words(look, view.pace, "ui_bold"), 1)
        head.addWidget(self.pace)
        self.pace.setVisible(view.paced)
        self.pace.setAccessibleDescription(self.tr("Change how slowly it goes"))
        words.addLayout(head)
        words.addWidget(Prose(look, view.why, "caption", "text_2"))
        icon = Glyph(look, "hourglass")
        icon.setFixedHeight(look.line_height("ui_bold"))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column.addWidget(card)

    def _fill_foot(self, foot: QHBoxLayout) -> None:
        edge, gap = self._look.space("xl"), self._look.space("l")
        foot.setContentsMargins(edge, gap, edge, gap - 1)
        foot.setSpacing(self._look.space("m"))
        foot.addWidget(self.option)
        self.option.setVisible(bool(self._view.option))
        foot.addStretch(1)
        foot.addWidget(self.not_now)
        foot.addWidget(self.spend)
