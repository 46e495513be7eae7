"""A small sheet of paper to read: a title, some rows of words, and a way to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.widgets.badges import KeyCap
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from allybook.ui.theme.look import Look

WIDTH = 440
TALLEST = 420


class Line(Struct, frozen=True):
    """One row: words at the left; a figure, or the caps of keys, at the right."""

    words: str
    figure: str = ""
    keys: tuple[str, ...] = ()
    bold: bool = False


class Sheet(QDialog):
    """Shows lines under a title. Open it with ``open()``."""

    def __init__(
        self, look: Look, title: str, sentence: str, lines: Sequence[Line], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self._look = look
        side, gap = look.space("xl"), look.space("m")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addWidget(Words(look, title, "title"))
        column.addWidget(Prose(look, sentence, "ui", "text_2"))
        column.addWidget(self._make_list(lines))
        self.close_button = Button(look, self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the wrapped sentence the height that it needs at this width."""
        super().showEvent(event)
        self.setFixedHeight(self.heightForWidth(WIDTH))

    def _make_list(self, lines: Sequence[Line]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.space("m"))
        grid.setVerticalSpacing(self._look.space("s"))
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(lines):
            kind = "ui_bold" if line.bold else "ui"
            grid.addWidget(Words(self._look, line.words, kind), row, 0)
            grid.addLayout(self._make_end(line, kind), row, 1)
        grid.setRowStretch(len(lines), 1)
        area = Scroll(inside)
        area.setFixedHeight(min(TALLEST, inside.sizeHint().height()))
        return area

    def _make_end(self, line: Line, kind: str) -> QHBoxLayout:
        end = QHBoxLayout()
        end.setSpacing(self._look.space("xs"))
        end.addStretch(1)
        for key in line.keys:
            end.addWidget(KeyCap(self._look, key))
        if line.figure:
            end.addWidget(Words(self._look, line.figure, kind))
        return end
