"""What a quote costs: line by line, together, beside the month's budget, and how long it takes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import dollars

if TYPE_CHECKING:
    from allybook.ui.dialogs.quote_view import QuoteView
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.buttons import LinkButton

ROW = 28


class Sums(QWidget):
    """The sums of one quote; another way to do it shows another one.

    ``budget_asked`` when the person wants to raise the budget.
    """

    budget_asked = Signal()

    def __init__(self, look: Look, view: QuoteView, pace: LinkButton) -> None:
        super().__init__()
        self._look = look
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_prices(column)
        self._add_budget(column)
        self._add_pace(column, pace)

    def _add_prices(self, column: QVBoxLayout) -> None:
        look = self._look
        for line in self._view.lines:
            words = Words(look, line.words, "ui", "text_2")
            column.addLayout(_make_row(words, Words(look, dollars(line.dollars), weight=500)))
        column.addSpacing(look.space("xs"))
        column.addWidget(Rule(look))
        column.addSpacing(look.space("xs") + 2)
        together = Words(look, self.tr("Together"), "read", weight=600)
        total = Words(look, dollars(self._view.dollars), "read", weight=600)
        column.addLayout(_make_row(together, total))
        column.addSpacing(look.space("l") + 1)

    def _add_budget(self, column: QVBoxLayout) -> None:
        look, view = self._look, self._view
        text = self._say_after()
        meter = Meter(look, track="border_button")
        whole = view.budget or Decimal(1)
        inks = ("accent", "warn", "danger" if view.over else "accent_mid")
        sums = (view.spent, view.held, view.dollars)
        meter.show_parts(
            [(float(one / whole), ink) for one, ink in zip(sums, inks, strict=True) if one], text
        )
        row = QHBoxLayout()
        row.setSpacing(look.space("m"))
        row.addWidget(meter, 1)
        row.addWidget(Words(look, text, "caption", "text_2"))
        column.addLayout(row)
        column.addSpacing(look.space("l"))
        if view.over:
            column.addWidget(self._make_note())
            column.addSpacing(look.space("s"))

    def _say_after(self) -> str:
        """Return what is spent, what is held as if X had charged it, and what it comes to."""
        view = self._view
        words = self.tr("%1 spent, %2 of %3 after this")
        if view.held:
            words = self.tr("%1 spent, %4 in doubt, %2 of %3 after this")
        after = view.spent + view.held + view.dollars
        for place, amount in enumerate((view.spent, after, view.budget, view.held), 1):
            words = words.replace(f"%{place}", dollars(amount))
        return words

    def _make_note(self) -> Note:
        note = Note(self._look, Mood.WARN)
        note.show_mood(Mood.WARN, "wallet")
        over = dollars(self._view.over)
        what = self.tr("This would pass your budget by %1.").replace("%1", over)
        note.say(what, self.tr("Nothing was sent."), [self.tr("Raise the budget")])
        note.followed.connect(lambda _link: self.budget_asked.emit())
        return note

    def _add_pace(self, column: QVBoxLayout, pace: LinkButton) -> None:
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
        head.addWidget(pace)
        pace.setAccessibleDescription(self.tr("Change how slowly it goes"))
        words.addLayout(head)
        words.addWidget(Prose(look, view.why, "caption", "text_2"))
        icon = Glyph(look, "hourglass")
        icon.setFixedHeight(look.line_height("ui_bold"))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column.addWidget(card)
        # Only now: a widget that is given to another parent is hidden.
        pace.setVisible(view.paced)


def _make_row(words: Words, amount: Words) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in (words, amount):
        part.setFixedHeight(ROW)
    row.addWidget(words, 1)
    row.addWidget(amount)
    return row
