"""A dialog as a card in the middle of the window, with a veil between: opened, never waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.veil import Veil
from allybook.ui.widgets.words import Rule

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QLayout, QWidget

    from allybook.ui.theme.look import Look

# What is left of the window beside a card, and of the screen above and below it.
EDGE = 40
ABOVE = 16


class CardDialog(QDialog):
    """A card without a frame of the desktop's; what is on it is the subclass's."""

    def __init__(self, look: Look, title: str, parent: QWidget, *, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._veil: Veil | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(min(width, parent.window().width() - EDGE))
        self.finished.connect(self._lift_veil)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the veil and come to the middle."""
        super().showEvent(event)
        if self._veil is None:
            self._veil = Veil(self._look, self._below())
        self.come_to_the_middle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        box = Box(look.colour("surface"), look.colour("border_button"), 1, look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def lay(self, body: QLayout, foot: QLayout) -> None:
        """Lay what the card says above its foot, with a line between."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Rule(self._look))
        whole.addLayout(foot)

    def make_foot(self, *buttons: QWidget, aside: QWidget | None = None) -> QHBoxLayout:
        """Return the foot of a card: buttons at the right, what is ``aside`` at the left."""
        foot, edge, gap = QHBoxLayout(), self._look.space("xl"), self._look.space("l")
        foot.setContentsMargins(edge, gap, edge, gap - 1)
        foot.setSpacing(self._look.space("m"))
        if aside is not None:
            foot.addWidget(aside)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        return foot

    def needed_height(self) -> int:
        """Return how high the card would like to be at its width."""
        return self.heightForWidth(self.width())

    def come_to_the_middle(self) -> None:
        """Be as high as needed, but not higher than the screen, over the middle of the window."""
        below = self._below()
        screen = below.screen().availableGeometry().height() - 2 * ABOVE
        self.setFixedHeight(min(self.needed_height(), screen))
        room = below.size() - self.size()
        corner = QPoint(room.width() // 2, max(0, room.height() // 2))
        self.move(below.mapToGlobal(corner))

    def _below(self) -> QWidget:
        """Return the window that this lies over (not kept: they would keep each other alive)."""
        parent = self.parentWidget()
        return self if parent is None else parent.window()

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
