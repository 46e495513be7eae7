"""What was understood of a text: one line for each kind of answer, or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from allybook.services.people.adding import PieceFate
from allybook.ui.delegates.cells import SignDelegate, TextDelegate
from allybook.ui.delegates.table_view import TableView
from allybook.ui.models.pasted import PastedColumn, PastedModel, fate_sign, line_sign, out_sign
from allybook.ui.tabs.allies.summary import Sum, Summary
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

    from allybook.domain.book.look_alikes import LookAlike
    from allybook.services.people.adding import Sorted
    from allybook.ui.models.signs import Sign
    from allybook.ui.theme.look import Look

TABLE_ROW = 32
LINE_WIDTH = 72
FATE_WIDTH = 184


class AddReport(QStackedWidget):
    """Nobody is left out in silence; ``by_line`` shows every piece with its line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.summary = Summary(look)
        self.model = PastedModel(self)
        self.table = TableView(look, self)
        self.table.set_row_height(TABLE_ROW)
        self.table.setModel(self.model)
        self.table.set_columns(
            {PastedColumn.LINE: LINE_WIDTH, PastedColumn.FATE: FATE_WIDTH}, PastedColumn.WORDS
        )
        self.table.set_delegates(
            {
                PastedColumn.LINE: TextDelegate(look, "text_3", self.table),
                PastedColumn.WORDS: TextDelegate(look, parent=self.table),
                PastedColumn.FATE: SignDelegate(look, _fate, self.table),
            }
        )
        self.table.sort_by(PastedColumn.LINE)
        self.table.setAccessibleName(self.tr("Line by line"))
        self.addWidget(self.summary)
        self.addWidget(self.table)

    def sizeHint(self) -> QSize:
        """Return the room for every kind of answer."""
        return self.summary.sizeHint()

    def by_line(self, *, on: bool) -> None:
        """Show every piece, or one line for each kind of answer."""
        self.setCurrentWidget(self.table if on else self.summary)

    def show_sorted(self, answer: Sorted) -> None:
        """Show who is new, who is known, who stays out, and what was not understood."""
        self.model.show(list(enumerate(answer.lines)))
        empty = self.tr("Nothing is added before you have seen here what was understood.")
        self.summary.show_sums(self._sums(answer), empty)

    def show_problem(self, sentence: str) -> None:
        """Show why it cannot be told."""
        self.by_line(on=False)
        self.summary.show_sums((), sentence)

    def _sums(self, answer: Sorted) -> list[Sum]:
        sums = []
        for fate in PieceFate:
            words = [line.words for line in answer.lines if line.fate is fate and not line.out_of]
            if words:
                sums.append(_sum(fate_sign(fate), words))
        sums += [_sum(out_sign(book), words) for book, words in answer.out_of.items()]
        return sums + ([self._alike(answer.alike)] if answer.alike else [])

    def _alike(self, pairs: Sequence[LookAlike]) -> Sum:
        text = self.tr("@%1 looks like @%2")
        said = [
            text.replace("%2", pair.other.handle).replace("%1", pair.one.handle) for pair in pairs
        ]
        number = len({pair.one.key for pair in pairs})
        words = self.tr("%1 like somebody you have").replace("%1", count(number))
        return Sum("git-merge", "warn", words, tuple(said))


def _sum(sign: Sign, words: Sequence[str]) -> Sum:
    text = f"{count(len(words))} {sign.words}"
    return Sum(sign.icon, sign.role, text, tuple(dict.fromkeys(words)))


def _fate(row: object) -> Sign | None:
    return line_sign(row[1]) if isinstance(row, tuple) else None
