"""The columns of a table one below the other: what stands in each, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.columns import SEVERAL, Column
from allybook.ui.dialogs.columns.words import column_words
from allybook.ui.tips import as_written
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.columns import Mapped
    from allybook.ports.files import OpenTable
    from allybook.ui.theme.look import Look

ROW = 48
CHOICE = 208
SHOWN = 4
"""How many cells of a column are shown, the first that hold anything."""
LONGEST = 40


class ColumnRow(QWidget):
    """One column: its heading over its first cells at the left, what it is at the right."""

    def __init__(self, look: Look, heading: str, cells: Sequence[str]) -> None:
        super().__init__()
        self.setFixedHeight(ROW)
        said = ", ".join(_short(cell) for cell in cells if cell.strip()) or self.tr("empty")
        self.choice = ComboBox(look, heading)
        self.choice.setAccessibleDescription(said)
        self.choice.setFixedWidth(CHOICE)
        for column, words in column_words().items():
            # Qt takes a word of an enum for plain text, and gives that back.
            self.choice.addItem(words, _word(column))
        row, column_of_words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("l"))
        column_of_words.setSpacing(0)
        column_of_words.addStretch(1)
        column_of_words.addWidget(Words(look, heading, "ui_bold"))
        examples = Words(look, said, "caption", "text_2")
        examples.setToolTip(as_written(said))
        column_of_words.addWidget(examples)
        column_of_words.addStretch(1)
        row.addLayout(column_of_words, 1)
        row.addWidget(self.choice)

    @property
    def column(self) -> Column | None:
        """Return what the column is said to be."""
        word: str = self.choice.currentData()
        return Column(word) if word else None

    def show_column(self, column: Column | None) -> None:
        """Say what the column is."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(_word(column))))


class ColumnRows(QWidget):
    """All columns of a table; ``changed`` tells that one of them is said to be something else."""

    changed = Signal()

    def __init__(self, look: Look, table: OpenTable) -> None:
        super().__init__()
        self.rows: list[ColumnRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, heading in enumerate(table.headings):
            name = heading or self.tr("Column %1").replace("%1", count(place + 1))
            filled = [row[place] for row in table.sample if row[place].strip()]
            row = ColumnRow(look, name, filled[:SHOWN])
            row.show_column(table.guess[place])
            self.rows.append(row)
            column.addWidget(row)
        for row in self.rows:
            row.choice.currentIndexChanged.connect(lambda _index, row=row: self._choose(row))

    @property
    def mapped(self) -> Mapped:
        """Return what each column is said to be."""
        return tuple(row.column for row in self.rows)

    def _choose(self, chosen: ColumnRow) -> None:
        """Take what can stand once only away from the column that had it."""
        column = chosen.column
        for row in self.rows:
            if row is not chosen and row.column is column and column not in {None, *SEVERAL}:
                row.choice.blockSignals(True)  # noqa: FBT003 (Qt's)
                row.show_column(None)
                row.choice.blockSignals(False)  # noqa: FBT003 (Qt's)
        self.changed.emit()


def _word(column: Column | None) -> str:
    return column.value if column else ""


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
