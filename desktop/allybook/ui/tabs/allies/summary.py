"""What an act would do, one line for each kind of answer, with the names behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

ROW = 24
ROWS = 7
NAMED = 40


class Sum(Struct, frozen=True):
    """One line: its icon and the ink of it, how many of what, and their names."""

    icon: str
    role: str
    text: str
    names: tuple[str, ...] = ()


class Summary(Card):
    """Lines in a box; nobody is left out in silence: where not all are named, it says how many."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "border")
        self._look = look
        inside, whole = QWidget(), QVBoxLayout(self)
        side, edge = look.space("m") + 1, look.space("s") + 1
        whole.setContentsMargins(side, edge, 1, edge)
        whole.addWidget(Scroll(inside))
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(0, 0, side, 0)
        self.rows.setSpacing(0)
        self.setMinimumHeight(2 * ROW + 2 * edge)
        self.setMaximumHeight(ROWS * ROW + 2 * edge)

    def fit(self) -> None:
        """Take no more room than its lines, which stay as they are from now on."""
        # What stretches comes last.
        lines = self.rows.count() - 1
        spare = self.maximumHeight() - ROWS * ROW
        self.setMaximumHeight(min(max(lines, 2), ROWS) * ROW + spare)

    def sizeHint(self) -> QSize:
        """Return the room for every kind of answer."""
        return QSize(0, self.maximumHeight())

    def show_sums(self, sums: Sequence[Sum], empty: str) -> None:
        """Show these lines, or a sentence where there is none."""
        empty_layout(self.rows)
        for one in sums:
            self.rows.addWidget(self._make_row(one))
        if not sums:
            self.rows.addWidget(Words(self._look, empty, "caption", "text_2"))
        self.rows.addStretch(1)

    def _make_row(self, one: Sum) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        some = self._some(one.names)
        listed = ", ".join(some)
        row.addWidget(Glyph(self._look, one.icon, one.role))
        row.addWidget(Words(self._look, one.text, "ui_bold"))
        row.addWidget(Words(self._look, listed, "caption", "text_2"), 1)
        holder.setToolTip(as_written("\n".join(some)))
        holder.setAccessibleName(f"{one.text}: {listed}" if listed else one.text)
        return holder

    def _some(self, names: tuple[str, ...]) -> list[str]:
        """Return as many names as anybody listens to, and how many more there are."""
        more = len(names) - NAMED
        return [*names[:NAMED], *([self.tr("and %n more", "", more)] if more > 0 else [])]
