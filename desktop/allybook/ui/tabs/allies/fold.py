"""A heading that folds what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from allybook.ui.keys import press_by_enter
from allybook.ui.tips import as_written
from allybook.ui.widgets.badges import CountPill
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from allybook.ui.theme.look import Look


class FoldHead(QAbstractButton):
    """A title, a count, a remark at the right and a chevron; pressing it folds."""

    folded_changed = Signal(bool)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self._title = title
        self._folded = False
        self._count = CountPill(look, "", square=True)
        self._remark = Words(look, "", "caption", "text_2")
        self._chevron = Glyph(look, "chevron-down")
        self.setFixedHeight(look.height("page_header") - look.space("l") + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.set_folded(folded=not self._folded))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("l"), 0, look.space("l"), 1)
        row.setSpacing(look.space("s"))
        row.addWidget(Words(look, title, "body", weight=600))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._remark)
        row.addWidget(self._chevron)

    @property
    def folded(self) -> bool:
        """Return whether what is under it is folded away."""
        return self._folded

    def show_words(self, number: str, remark: str) -> None:
        """Show a count and a remark."""
        self._count.show_text(number)
        self._remark.setText(remark)
        self._remark.setToolTip(as_written(remark))
        self._remark.updateGeometry()
        self._name()

    def set_folded(self, *, folded: bool) -> None:
        """Fold what is under it, or unfold it."""
        if folded != self._folded:
            self._folded = folded
            self._chevron.show_icon("chevron-right" if folded else "chevron-down", "text_2")
            self._name()
            self.folded_changed.emit(folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        colour = self._look.colour("border")
        paint_line(QPainter(self), self.rect(), colour, Qt.Edge.BottomEdge)

    def _name(self) -> None:
        state = self.tr("folded") if self._folded else self.tr("unfolded")
        self.setAccessibleName(f"{self._title}, {self._count.text()}, {state}")
        self.setAccessibleDescription(self._remark.text())
