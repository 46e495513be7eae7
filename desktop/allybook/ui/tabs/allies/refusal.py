"""Says under the filter why it was not understood, over the table and without moving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout

from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.words import Words
from allybook.ui.wording import told

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import FilterError
    from allybook.ui.theme.look import Look

HEIGHT = 32


class Refusal(QFrame):
    """One sentence and, where it is known, what was meant; ``meant`` carries the whole text."""

    meant = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._better = ""
        self._words = Words(look, "", "caption", "danger")
        self.link = LinkButton(look, "", kind="caption", weight=600)
        self.link.clicked.connect(lambda: self.meant.emit(self._better))
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("s"), 0, look.space("m"), 0)
        row.setSpacing(look.space("s"))
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Glyph(look, "triangle-alert", "danger"))
        row.addWidget(self._words, 1)
        row.addWidget(self.link)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return what is said, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, typed: str, error: FilterError | None, room: int) -> None:
        """Say why a filter was refused, in at most ``room`` pixels of width; None says nothing."""
        if error is None:
            self.hide()
            return
        self._words.setText(told(error))
        self._words.setToolTip(as_written(told(error)))
        self._better = _mended(typed, error)
        self.link.setVisible(bool(self._better))
        self.link.setText(self.tr("Use %1").replace("%1", error.suggestion))
        self.setAccessibleName(told(error))
        for part in (self._words, self.link):
            part.updateGeometry()
        self.adjustSize()
        self.setFixedWidth(min(self.sizeHint().width(), room))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        box = Box(look.colour("danger_soft"), look.colour("danger_line"), 1, look.radius("button"))
        paint_box(QPainter(self), self.rect(), box)


def _mended(typed: str, error: FilterError) -> str:
    """Return the whole text with what was not understood put right, or nothing."""
    if not error.suggestion:
        return ""
    return f"{typed[: error.start]}{error.suggestion}{typed[error.end :]}"
