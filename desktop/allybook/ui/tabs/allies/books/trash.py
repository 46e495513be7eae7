"""Books in the trash, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.ui.tabs.allies.list_sheet import ListSheet
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.words import Words
from allybook.ui.wording import exactly, moment_of, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from allybook.ports.books import Discarded
    from allybook.ui.theme.look import Look


class TrashSheet(ListSheet):
    """Lists what was put away; ``restore_asked`` carries the name of a copy."""

    restore_asked = Signal(str)

    def __init__(
        self, look: Look, books: Sequence[Discarded], now: datetime, parent: QWidget
    ) -> None:
        sentence = translate("Trash", "Each is a dated copy with all its history.")
        super().__init__(look, translate("Trash", "Books in the trash"), sentence, parent)
        self.show_rows([self._row_of(one, now) for one in books])

    def _row_of(self, one: Discarded, now: datetime) -> QWidget:
        when = Words(self._look, moment_of(one.at, now), "caption", "text_2")
        when.setToolTip(as_written(exactly(one.at, now)))
        back = Button(self._look, self.tr("Bring back"), size="button_small")
        back.setAccessibleName(self.tr("Bring %1 back").replace("%1", one.info.name))
        back.clicked.connect(lambda: self._restore(one.copy))
        return self.make_row("book-user", one.info.name, back, when)

    def _restore(self, copy: str) -> None:
        self.accept()
        self.restore_asked.emit(copy)
