"""Above the table: the filter, what can be taken back, the columns, and bringing allies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.domain.book.asked import COMPLETIONS
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button, FlatButton, IconButton, LinkButton
from allybook.ui.widgets.search import SearchField
from allybook.ui.widgets.word_completer import WordCompleter
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

FIELD = (160, 280)
HEIGHT = 48
PATIENCE_MS = 600
"""A filter that is not understood yet is perhaps not finished."""


class Bar(QWidget):
    """``field`` filters, ``add_button`` brings allies in, ``undo`` takes the last act back.

    ``typed`` carries the filter on each key stroke, ``rested`` when nobody has typed for a moment.
    """

    typed = Signal(str)
    rested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(look, self.tr("Filter, for example tag:housing"))
        self.completer = WordCompleter(self)
        self.counted = Words(look, "", "caption", "text_2")
        self.keep = IconButton(look, "bookmark", self.tr("Keep this filter as a view"))
        self.undo = LinkButton(look, "", kind="caption")
        self.columns = FlatButton(look, self.tr("Columns"), "columns-3")
        self.add_button = Button(look, self.tr("Add allies"), "plus")
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.field.setCompleter(self.completer)
        self.field.setMinimumWidth(FIELD[0])
        self.field.setMaximumWidth(FIELD[1])
        self.field.setToolTip(
            self.tr(
                "Words of a name, handle, category, tag or note; or tag:, category:, is:mutual, "
                "-is:private. Key: /"
            )
        )
        self.add_button.setToolTip(self.tr("Add allies (+)"))
        self.columns.setToolTip(self.tr("Which columns, in which order, and how high the rows"))
        self.undo.setToolTip(self.tr("Ctrl+Z"))
        for hidden in (self.undo, self.keep, self.counted):
            hidden.hide()
        self.setFixedHeight(HEIGHT)
        self.field.textChanged.connect(self._take)
        self.field.returnPressed.connect(self._rest_now)
        self._rest.timeout.connect(self.rested)
        self._lay_out(look)

    def offer(self, tags: Sequence[str], categories: Sequence[str]) -> None:
        """Complete a filter from these words, beside those of its language."""
        own = [f"tag:{tag}" for tag in tags] + [f"category:{one}" for one in categories]
        self.completer.offer([*COMPLETIONS, *own])

    def show_count(self, shown: int, of: int, *, understood: bool = True) -> None:
        """Show how many fit the filter, of how many; nothing where there is no whole filter."""
        filtered = understood and bool(self.field.text().strip())
        words = self.tr("%1 of %2").replace("%2", count(of)).replace("%1", count(shown))
        self.counted.setText(words if filtered else "")
        self.counted.updateGeometry()
        self.counted.setVisible(filtered)
        self.keep.setVisible(filtered)
        self.field.setAccessibleDescription(words if filtered else "")

    def show_kept(self, *, kept: bool) -> None:
        """Offer to keep the filter as a view, or to forget the view that it is."""
        words = self.tr("Forget this view") if kept else self.tr("Keep this filter as a view")
        self.keep.set_icon("bookmark-check" if kept else "bookmark")
        self.keep.setToolTip(as_written(words))
        self.keep.setAccessibleName(words)

    def show_last(self, words: str) -> None:
        """Offer to take back what was done last; nothing where there is nothing."""
        self.undo.setText(self.tr("Undo %1").replace("%1", words))
        self.undo.updateGeometry()
        self.undo.setVisible(bool(words))

    def _take(self, text: str) -> None:
        self._rest.start()
        self.typed.emit(text)

    def _rest_now(self) -> None:
        self._rest.stop()
        self.rested.emit()

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("l"), 0, look.space("l"), 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.field, 8)
        row.addWidget(self.counted)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.columns)
        row.addWidget(self.add_button)
