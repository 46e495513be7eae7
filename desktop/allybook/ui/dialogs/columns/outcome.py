"""What bringing a table in would do: numbers first, then names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.domain.book.bring import RowFate
from allybook.ui.importing import named
from allybook.ui.tips import as_written
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, in_words, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.services.books.bring_in import Arrival, Preview
    from allybook.services.books.care import Careful
    from allybook.ui.theme.look import Look

ROW = 24
FEWEST, USUAL = 2, 5
"""Lines that are seen where there is little room, and where there is enough."""
NAMED = 40
"""How many names a line has at most; more do not fit anyway."""


class OutcomeLines(Card):
    """A line for each fate that somebody has, and one for what was not understood."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "border")
        self._look = look
        inside = QWidget()
        self._lines, filled = QVBoxLayout(), QVBoxLayout(inside)
        self._lines.setSpacing(0)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addLayout(self._lines)
        filled.addStretch(1)
        area, column = Scroll(inside), QVBoxLayout(self)
        area.setMinimumHeight(FEWEST * ROW)
        side, edge = look.space("m") + 1, look.space("s") + 1
        column.setContentsMargins(side, edge, side, edge)
        column.addWidget(area)
        self._tallest = USUAL * ROW + 2 * edge
        self.setMaximumHeight(self._tallest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the room for what is usual, so that nothing jumps when the numbers change."""
        return QSize(super().sizeHint().width(), self._tallest)

    @property
    def said(self) -> tuple[str, ...]:
        """Return the lines as a reader says them."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget.accessibleName() for widget in widgets if widget is not None)

    def show_words(self, sentence: str) -> None:
        """Show one sentence."""
        self._clear()
        words = Words(self._look, sentence, "caption", "text_2")
        words.setFixedHeight(ROW)
        words.setAccessibleName(sentence)
        words.setToolTip(as_written(sentence))
        self._lines.addWidget(words)

    def show_preview(self, preview: Preview) -> None:
        """Show who would be new, changed, left as they are, or left in peace."""
        self._clear()
        alone = _said_of_one()
        for fate, (icon, role, words) in _fates().items():
            arrivals = preview.of(fate)
            if arrivals:
                said = alone.get(fate, words) if len(arrivals) == 1 else words
                text = said.replace("%1", count(len(arrivals)))
                self._add(icon, role, text, map(_name, arrivals[:NAMED]))
        problems = preview.problems
        if problems:
            text = translate("columns", "%1 not understood")
            told = (
                translate("columns", "line %1: %2")
                .replace("%1", count(bad.line))
                .replace("%2", in_words(bad.why))
                for bad in problems[:NAMED]
            )
            self._add("triangle-alert", "warn", text.replace("%1", count(len(problems))), told)

    def show_careful(self, careful: Sequence[Careful]) -> None:
        """Add a line for persons about whom words call for care; they are brought in as well."""
        if not careful:
            return
        words = translate("columns", "1 person with private words")
        if len(careful) > 1:
            words = translate("columns", "%1 persons with private words")
        named = (
            f"{one.name} ({', '.join(word.written for word in one.found)})"
            for one in careful[:NAMED]
        )
        self._add("hand-heart", "warn", words.replace("%1", count(len(careful))), named)

    def _add(self, icon: str, role: str, text: str, names: Iterable[str]) -> None:
        listed = ", ".join(names)
        holder = QWidget()
        holder.setFixedHeight(ROW)
        holder.setToolTip(as_written(listed))
        holder.setAccessibleName(f"{text}: {listed}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        row.addWidget(Glyph(self._look, icon, role))
        row.addWidget(Words(self._look, text, "ui_bold"))
        row.addWidget(Words(self._look, listed, "caption", "text_2"), 1)
        self._lines.addWidget(holder)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _fates() -> dict[RowFate, tuple[str, str, str]]:
    return {
        RowFate.NEW: ("plus", "accent_text", translate("columns", "%1 new")),
        RowFate.CHANGED: ("pencil", "accent_text", translate("columns", "%1 changed")),
        RowFate.SAME: ("check", "text_2", translate("columns", "%1 already so")),
        RowFate.OUT: ("hand-heart", "text_2", translate("columns", "%1 never listed again")),
        RowFate.LEFT: ("ban", "text_2", translate("columns", "%1 left as they are")),
    }


def _said_of_one() -> dict[RowFate, str]:
    """Return what has another verb where it is said of one, in some languages."""
    return {
        RowFate.OUT: translate("columns", "1 never listed again"),
        RowFate.LEFT: translate("columns", "1 left as it is"),
    }


def _name(arrival: Arrival) -> str:
    out = arrival.fate is RowFate.OUT and arrival.why
    return f"{named(arrival)} ({in_words(arrival.why)})" if out else named(arrival)
