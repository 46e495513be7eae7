"""Two versions of a field: who wrote what when, and one button for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from allybook.domain.book.clock import moment
from allybook.domain.book.entry import Kind
from allybook.domain.filters.times import day_of, zone_of
from allybook.ui.tabs.allies.telling import field_word, value_word
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, dated, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Version
    from allybook.ui.theme.look import Look

TWO = 2
BOLD = 600


class Conflict(Card):
    """One field with several unreplaced values, the newest first; ``used`` carries a ``Version``.

    ``now`` is in the person's zone.
    """

    used = Signal(object)

    def __init__(self, look: Look, field: str, versions: Sequence[Version], now: datetime) -> None:
        super().__init__(look, "warn_soft", "warn_line")
        self._look = look
        self.buttons: list[Button] = []
        title = self._title(field, len(versions))
        self.setAccessibleName(title)
        column, head = QVBoxLayout(self), QHBoxLayout()
        side, gap = look.space("m"), look.space("xs")
        column.setContentsMargins(side + 1, side, side + 1, side + 1)
        column.setSpacing(gap)
        head.setSpacing(look.space("s"))
        head.addWidget(Glyph(look, "git-merge", "warn"))
        head.addWidget(Words(look, title, "ui_bold"), 1)
        column.addLayout(head)
        column.addWidget(Prose(look, self._when(versions, now), "caption", "text_2"))
        column.addSpacing(gap)
        # As they were written: the older one first.
        for version in reversed(versions):
            column.addWidget(self._make_row(field, version, now, shown=version is versions[0]))

    def _title(self, field: str, number: int) -> str:
        words = field_word(field)
        named = words[:1].upper() + words[1:]
        if number == TWO:
            return self.tr("Two versions of %1").replace("%1", named)
        return self.tr("%2 versions of %1").replace("%2", count(number)).replace("%1", named)

    def _when(self, versions: Sequence[Version], now: datetime) -> str:
        days = {day_of(moment(version.at), zone_of(now)) for version in versions}
        said = dated(min(days), now)
        if len(days) > 1:
            between = self.tr("%1 and %2", "two days")
            said = between.replace("%2", dated(max(days), now)).replace("%1", said)
        words = self.tr("Written apart on %1. Both are kept until someone chooses.")
        if len(versions) > TWO:
            words = self.tr("Written apart on %1. All are kept until someone chooses.")
        return words.replace("%1", said)

    def _make_row(self, field: str, version: Version, now: datetime, *, shown: bool) -> Card:
        look, card = self._look, Card(self._look, "surface", "warn_line")
        row, words = QHBoxLayout(card), QVBoxLayout()
        side = look.space("s")
        row.setContentsMargins(side + 1, look.space("xs") + 1, side + 1, look.space("xs") + 1)
        row.setSpacing(side)
        words.setSpacing(0)
        who = Who(version.by.person, Kind.PERSON, version.by.person)
        sentence = Prose(look)
        wrote = self.tr("%1 wrote").replace("%1", version.by.person)
        value = value_word(field, version.value) or self.tr("nothing")
        sentence.show_spans([Span(f"{wrote} "), Span(value, BOLD)])
        when = moment_of(moment(version.at), now)
        when = self.tr("%1, shown now").replace("%1", when) if shown else when
        use = Button(look, self.tr("Use"), size="button_small")
        use.setAccessibleName(self.tr("Use %1").replace("%1", value))
        use.clicked.connect(lambda: self.used.emit(version))
        self.buttons.append(use)
        words.addWidget(sentence)
        words.addWidget(Words(look, when, "caption", "text_2"))
        row.addWidget(Avatar(look, who, "small"))
        row.addLayout(words, 1)
        row.addWidget(use)
        return card
