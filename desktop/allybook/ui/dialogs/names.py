"""Whom a job touches, by name: what is added at the left, what is removed at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.ui.dialogs.named import CARD, ROW, NamedAlly, NamedView
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.words import Words, YieldingWords
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

FEW = 3
# More than this many rows scroll, so that the dialog stays on the screen.
MOST = 7
YIELDS = 255


class ColumnView(Struct, frozen=True):
    """A heading (``14 to add``), its icon and the role of it, and everyone under it."""

    heading: str
    icon: str
    role: str
    everyone: tuple[NamedAlly, ...]


class NameColumns(Card):
    """Columns of names, the first few of each; a link shows the rest, and ``grown`` tells so."""

    grown = Signal()

    def __init__(self, look: Look, columns: tuple[ColumnView, ...]) -> None:
        super().__init__(look, CARD, "border")
        self._look = look
        self.columns = [NameColumn(look, column) for column in columns]
        self._lay_out()
        for column in self.columns:
            column.show_all.clicked.connect(self._fit)
            column.show_all.clicked.connect(self.grown)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the line between two columns."""
        super().paintEvent(event)
        if len(self.columns) > 1:
            edge = self._look.space("s") + 1
            line = self.rect().adjusted(self.width() // 2, edge, 0, -edge)
            paint_line(QPainter(self), line, self._look.colour("border"), Qt.Edge.LeftEdge)

    def _lay_out(self) -> None:
        look = self._look
        row = QHBoxLayout(self)
        side, edge = look.space("m") + 1, look.space("s") + 1
        row.setContentsMargins(side, edge, side, edge)
        row.setSpacing(2 * look.space("l"))
        for column in self.columns:
            row.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        rows = max(column.rows() for column in self.columns)
        self.setFixedHeight(rows * ROW + 2 * (self._look.space("s") + 1))


class NameColumn(QWidget):
    """A heading and names under it; ``everyone`` lists them all, once that was asked for."""

    def __init__(self, look: Look, view: ColumnView) -> None:
        super().__init__()
        self._look = look
        self._view = view
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(view.heading)
        words = self.tr("Show all %1").replace("%1", count(len(view.everyone)))
        self.show_all = LinkButton(look, words, weight=600)
        self.show_all.setFixedHeight(ROW)
        self.show_all.setVisible(len(view.everyone) > FEW + 1)
        self.show_all.clicked.connect(self._show_everyone)
        self.everyone: NamedView | None = None
        self._few: list[QWidget] = []
        self._add_heading(view)
        for named in view.everyone[: self._first()]:
            self._few.append(self._add_name(named))
        self._column.addWidget(self.show_all)

    def rows(self) -> int:
        """Return how many rows are in sight, heading and link included."""
        if self.everyone is not None:
            return min(1 + len(self._view.everyone), MOST)
        return self._column.count() - (1 if self.show_all.isHidden() else 0)

    def _first(self) -> int:
        # A link that would show one more takes as much room as that one.
        everyone = len(self._view.everyone)
        return FEW if everyone > FEW + 1 else everyone

    def _show_everyone(self) -> None:
        for row in (*self._few, self.show_all):
            row.hide()
        view = self._view
        self.everyone = NamedView(self._look, view.heading, view.everyone)
        self._column.addWidget(self.everyone)
        self.everyone.setFixedHeight((self.rows() - 1) * ROW)
        self.everyone.setFocus()

    def _add_heading(self, view: ColumnView) -> None:
        parts = [
            Glyph(self._look, view.icon, view.role),
            Words(self._look, view.heading, "ui_bold"),
        ]
        self._add_row(parts)

    def _add_name(self, named: NamedAlly) -> QWidget:
        parts: list[QWidget] = [
            Avatar(self._look, named.who, "line"),
            Words(self._look, named.who.name),
        ]
        if named.remark:
            parts.append(Words(self._look, named.remark, "caption", "text_3"))
        if named.handle:
            parts.append(YieldingWords(self._look, named.handle, "caption", "text_3"))
        row = self._add_row(parts)
        row.setToolTip(as_written(named.sentence))
        return row

    def _add_row(self, parts: list[QWidget]) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        for part in parts:
            # Before the empty rest, so much as it can use.
            row.addWidget(part, YIELDS if isinstance(part, YieldingWords) else 0)
        row.addStretch(1)
        self._column.addWidget(holder)
        return holder
