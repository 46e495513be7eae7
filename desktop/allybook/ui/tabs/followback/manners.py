"""The manners as the tab shows them: a few lines among the places, and who has time still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import SectionLabel, Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from allybook.domain.check.manners import Manners
    from allybook.ui.theme.look import Look

LINES = 4


class MannersBox(QWidget):
    """By which manners the answers are told; ``change`` asks for others."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = tuple(Words(look, "", "caption", "text_2") for _ in range(LINES))
        self.change = IconButton(look, "settings", self.tr("Change the manners"))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, look.space("m"), 0, 0)
        column.setSpacing(look.space("s"))
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(SectionLabel(look, self.tr("Manners")), 1)
        head.addWidget(self.change)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)

    def show_manners(self, manners: Manners, kept: int = 0) -> None:
        """Say them in a line each; ``kept`` accounts are on the keep-list."""
        told = (
            self._grace(manners.grace).replace("%1", count(manners.grace)),
            self.tr("Quiet: after %1 days").replace("%1", count(manners.quiet)),
            self.tr("Influential: from %1").replace("%1", count(manners.influential)),
            self._kept(kept),
        )
        for line, words in zip(self.lines, told, strict=True):
            line.setText(words)

    def _grace(self, days: int) -> str:
        one = self.tr("New follows: 1 day of grace")
        return one if days == 1 else self.tr("New follows: %1 days of grace")

    def _kept(self, number: int) -> str:
        if not number:
            return self.tr("Keep-list: nobody yet")
        words = (
            self.tr("Keep-list: 1 account") if number == 1 else self.tr("Keep-list: %1 accounts")
        )
        return words.replace("%1", count(number))


class GraceNote(QWidget):
    """Who has time still, at the foot of the details."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = Prose(look, "", "caption", "text_2")
        gap, side = look.space("m"), look.space("l")
        card, glyph = Card(look), Glyph(look, "hourglass")
        column, row = QVBoxLayout(self), QHBoxLayout(card)
        column.setContentsMargins(side, 0, side, side)
        row.setContentsMargins(gap, gap, gap, gap)
        row.setSpacing(look.space("s"))
        glyph.setFixedHeight(look.line_height("caption"))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        column.addWidget(card)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say it, or go away where there is nothing to say."""
        self.words.show_text(words)
        self.setVisible(bool(words))
