"""Above the table: the filter, as chips and as text; what can be taken back, columns, adding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.domain.book.asked import COMPLETIONS, parse_ally_filter
from allybook.domain.errors import FilterError
from allybook.domain.filters.tree import EVERYTHING
from allybook.ui.keys import printed
from allybook.ui.tabs.allies.chip_strip import ChipStrip
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button, FlatButton, IconButton, LinkButton
from allybook.ui.widgets.search import SearchField
from allybook.ui.widgets.word_completer import WordCompleter
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from allybook.ui.theme.look import Look

FIELD = (160, 280)
HEIGHT = 48
PATIENCE_MS = 600
"""A filter that is not understood yet is perhaps not finished."""


class Bar(QWidget):
    """``field`` filters, ``add_button`` brings allies in, ``undo`` takes the last act back.

    ``typed`` carries the filter on each key stroke, ``rested`` when nobody has typed for a moment.
    Enter makes chips of what is typed, Backspace before the first letter makes text of the last.
    """

    typed = Signal(str)
    rested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(look, self.tr("Filter, for example tag:housing"))
        self.completer = WordCompleter(self)
        self.strip = ChipStrip(look)
        self.pick = IconButton(look, "list-filter", self.tr("Pick what to filter by"))
        self.counted = Words(look, "", "caption", "text_2")
        self.keep = IconButton(look, "bookmark", self.tr("Keep this filter as a view"))
        self.undo = LinkButton(look, "", kind="caption")
        self.columns = FlatButton(look, self.tr("Columns"), "columns-3")
        self.add_button = Button(look, self.tr("Add allies"), "plus")
        self.menu: QMenu | None = None
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
        self.undo.setToolTip(as_written(printed("Ctrl+Z")))
        for hidden in (self.undo, self.keep, self.counted):
            hidden.hide()
        self.field.textChanged.connect(self._take)
        self.field.returnPressed.connect(self._make_chips)
        self.field.installEventFilter(self)
        self.pick.clicked.connect(self._pick)
        self.strip.changed.connect(lambda: self.typed.emit(self.text()))
        self.strip.edit_asked.connect(self._write)
        self._rest.timeout.connect(self.rested)
        self._lay_out(look)

    def text(self) -> str:
        """Return the whole filter as text: that of the chips, and what is typed."""
        whole, wrong = self.asked()
        return f"{self.strip.text} {self.field.text()}" if wrong else whole

    def asked(self) -> tuple[str, FilterError | None]:
        """Return the whole filter as far as it is understood where there are chips; and the rest.

        Without any it is what is typed, for whoever reads it to say what is wrong.
        """
        return self.strip.with_typed(self.field.text())

    def show_text(self, text: str) -> None:
        """Show a filter as chips; one that is not understood is shown as text."""
        try:
            node = parse_ally_filter(text)
        except FilterError:
            self.strip.put(EVERYTHING)
            self.field.setText(text)
            return
        self.field.clear()
        self.strip.put(node)

    def clear(self) -> None:
        """Filter nobody out."""
        self.show_text("")

    def offer(self, tags: Sequence[str], categories: Sequence[str]) -> None:
        """Complete a filter from these words, beside those of its language."""
        self.strip.offer(tags, categories)
        own = [f"tag:{tag}" for tag in tags] + [f"category:{one}" for one in categories]
        self.completer.offer([*COMPLETIONS, *own])

    def show_count(self, shown: int, of: int, *, understood: bool = True) -> None:
        """Show how many fit the filter, of how many; nothing where there is no whole filter."""
        filtered = understood and bool(self.text().strip())
        words = self.tr("%1 of %2").replace("%2", count(of)).replace("%1", count(shown))
        words = words if filtered else ""
        if words != self.counted.text():
            self.counted.setText(words)
            self.counted.updateGeometry()
            self.field.setAccessibleDescription(words)
        self.counted.setVisible(filtered)
        self.keep.setVisible(filtered)

    def show_kept(self, *, kept: bool) -> None:
        """Offer to keep the filter as a view, or to forget the view that it is."""
        words = self.tr("Forget this view") if kept else self.tr("Keep this filter as a view")
        if words == self.keep.accessibleName():
            return
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Backspace before the first letter make text of the last chip."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.field.text()
            and self.strip.chips
        ):
            self.field.setText(self.strip.drop_last())
            return True
        return super().eventFilter(watched, event)

    def _make_chips(self) -> None:
        """Make chips of what is typed; what is not understood stays, and is told."""
        self._rest.stop()
        try:
            node = parse_ally_filter(self.field.text())
        except FilterError:
            self.rested.emit()
            return
        if node != EVERYTHING:
            self.strip.add(node)
            self.field.clear()

    def _write(self, text: str) -> None:
        """Let a part of the filter be changed as text."""
        if text:
            self.field.setText(text)
        self.field.setFocus()

    def _pick(self) -> None:
        self.menu = self.strip.pick_menu()
        self.menu.popup(self.pick.mapToGlobal(QPoint(0, self.pick.height())))

    def _lay_out(self, look: Look) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.strip)
        row.addStrut(HEIGHT)
        row.setContentsMargins(look.space("l"), 0, look.space("l"), 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.field, 8)
        row.addWidget(self.pick)
        row.addWidget(self.counted)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.columns)
        row.addWidget(self.add_button)
