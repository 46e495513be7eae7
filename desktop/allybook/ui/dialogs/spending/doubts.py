"""Requests without an answer, each with the two ways in which a person can end its doubt."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.charts.spending import SpendingGroup
from allybook.ui.dialogs.spending.survey import GROUPS, name_job, name_things
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import dollars, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.money.reservations import Doubt
    from allybook.ui.theme.look import Look

FEW = 3
"""How many doubts are shown singly; who has more decides about them all at once."""


class DoubtsCard(Card):
    """Gone where there is no doubt; ``decided`` carries the doubts, and whether X charged them."""

    decided = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_soft", "warn_line")
        self._look = look
        self.title = Words(look, "", "ui_bold")
        self.buttons: list[tuple[Button, Button]] = []
        why = self.tr(
            "X may have charged this or not, so the highest price is kept back. Your spending at "
            "console.x.com tells which; what nobody decides is dropped at the end of the month."
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space("s"))
        words, row = QVBoxLayout(), QHBoxLayout(self)
        side = look.space("m") + 1
        row.setContentsMargins(side, side - 2, side, side)
        row.setSpacing(look.space("s"))
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(Prose(look, why, "caption", "text_2"))
        words.addSpacing(look.space("s"))
        words.addLayout(self._rows)
        icon = Glyph(look, "triangle-alert", "warn")
        icon.setFixedHeight(look.line_height("ui_bold"))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_doubts(self, doubts: Sequence[tuple[Doubt, bool]], now: datetime) -> None:
        """Show these doubts, each with whether a person may decide about it yet."""
        self.setVisible(bool(doubts))
        self._clear()
        number = len(doubts)
        one, more = self.tr("1 request without an answer"), self.tr("%1 requests without an answer")
        self.title.setText(one if number == 1 else more.replace("%1", str(number)))
        if number > FEW:
            total = sum((doubt.dollars for doubt, _ in doubts), Decimal(0))
            words = self.tr("Together at most %1").replace("%1", dollars(total))
            self._add(words, [doubt for doubt, ripe in doubts if ripe])
            return
        for doubt, ripe in doubts:
            self._add(_words(doubt, now), [doubt] if ripe else [])

    def _clear(self) -> None:
        self.buttons.clear()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, words: str, doubts: list[Doubt]) -> None:
        look, row = self._look, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.space("s"))
        charged = Button(look, self.tr("X charged it"), size="button_small")
        free = Button(look, self.tr("It was free"), size="button_small")
        text = QVBoxLayout()
        text.addStretch(1)
        text.addWidget(Prose(look, words, "caption"))
        text.addStretch(1)
        line.addLayout(text, 1)
        for button, said in ((charged, True), (free, False)):
            button.setAccessibleDescription(words)
            button.setEnabled(bool(doubts))
            if not doubts:
                button.setToolTip(self.tr("It may still be answered; decide in five minutes."))
            button.clicked.connect(lambda _on, said=said: self.decided.emit(doubts, said))
            line.addWidget(button)
        self.buttons.append((charged, free))
        self._rows.addWidget(row)


def _words(doubt: Doubt, now: datetime) -> str:
    """Return ``Chat #swhelper, 100 posts, Mon 4:22 PM: at most $0.50``."""
    things = name_things(Counter({GROUPS.get(doubt.charge, SpendingGroup.REST): doubt.resources}))
    when = moment_of(doubt.since, now)
    return f"{name_job(doubt.job)}, {things}, {when}: {dollars(doubt.dollars)}"
