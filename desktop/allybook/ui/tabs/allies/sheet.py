"""A dialog as a card in the middle of the window: opened, never waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.veil import Veil
from allybook.ui.widgets.words import Rule, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

EDGE = 40


class Sheet(QDialog):
    """A title, a sentence, what a subclass puts into ``body``, and buttons at the foot."""

    def __init__(
        self, look: Look, title: str, sentence: str, parent: QWidget, *, width: int = 480
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._window = parent.window()
        self._veil: Veil | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFixedWidth(min(width, self._window.width() - EDGE))
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.finished.connect(self._lift_veil)
        self._lay_out(title, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the veil and come to the middle."""
        super().showEvent(event)
        if self._veil is None:
            self._veil = Veil(self._look, self._window)
        self._come_to_the_middle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        box = Box(look.colour("surface"), look.colour("border_button"), 1, look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def _come_to_the_middle(self) -> None:
        self.setFixedHeight(min(self.heightForWidth(self.width()), self._window.height() - EDGE))
        room = self._window.size() - self.size()
        self.move(self._window.mapToGlobal(QPoint(room.width() // 2, max(0, room.height() // 2))))

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def _lay_out(self, title: str, sentence: str) -> None:
        look, edge, gap = self._look, self._look.space("xl"), self._look.space("l")
        whole, column, head = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        cross = IconButton(look, "x", self.tr("Close, change nothing"))
        cross.clicked.connect(self.reject)
        head.addWidget(Words(look, title, "title"), 1)
        head.addWidget(cross)
        column.setContentsMargins(edge, edge - 4, edge - 6, gap)
        column.setSpacing(look.space("s"))
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(look.space("m"))
        if sentence:
            inner.addWidget(Prose(look, sentence, "ui", "text_2"))
        self.body.setSpacing(look.space("s"))
        inner.addLayout(self.body, 1)
        column.addLayout(inner, 1)
        whole.addLayout(column, 1)
        whole.addWidget(Rule(look))
        self.foot.setContentsMargins(edge, gap, edge, gap - 1)
        self.foot.setSpacing(look.space("m"))
        self.foot.addStretch(1)
        whole.addLayout(self.foot)
