"""Books in the trash, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import exactly, moment_of, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.ports import Discarded
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
ROW = 40
ROWS = 6


class TrashSheet(Sheet):
    """Lists what was put away; ``restore_asked`` carries the name of a copy."""

    restore_asked = Signal(str)

    def __init__(
        self, look: Look, books: Sequence[Discarded], now: datetime, parent: QWidget
    ) -> None:
        sentence = translate("Trash", "Each is a dated copy with all its history.")
        super().__init__(look, translate("Trash", "Books in the trash"), sentence, parent)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.buttons: list[Button] = []
        for one in books:
            column.addWidget(self._make_row(one, now))
        column.addStretch(1)
        area = Scroll(inside)
        area.setFixedHeight(ROW * min(max(len(books), 1), ROWS))
        self.body.addWidget(area)
        close = Button(look, self.tr("Close"), size=DIALOG)
        close.clicked.connect(self.reject)
        self.foot.addWidget(close)

    def _make_row(self, one: Discarded, now: datetime) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("s"))
        when = Words(self._look, moment_of(one.at, now), "caption", "text_2")
        when.setToolTip(as_written(exactly(one.at, now)))
        back = Button(self._look, self.tr("Bring back"), size="button_small")
        back.setAccessibleName(self.tr("Bring %1 back").replace("%1", one.info.name))
        back.clicked.connect(lambda: self._restore(one.copy))
        self.buttons.append(back)
        row.addWidget(Glyph(self._look, "book-user", "text_2"))
        row.addWidget(Words(self._look, one.info.name, "ui_bold"), 1)
        row.addWidget(when)
        row.addWidget(back)
        return holder

    def _restore(self, copy: str) -> None:
        self.accept()
        self.restore_asked.emit(copy)
