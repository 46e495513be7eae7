"""A dialog as a card in the middle of the window, with a veil between: opened, never waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.veil import Veil
from allybook.ui.widgets.words import Rule

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QLayout

    from allybook.ui.theme.look import Look

# What is left of the window beside a card, and of the screen above and below it.
EDGE = 40
ABOVE = 16
BAR = Qt.ScrollBarPolicy.ScrollBarAsNeeded
NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class CardDialog(QDialog):
    """A card without a frame of the desktop's; what is on it is the subclass's."""

    def __init__(self, look: Look, title: str, parent: QWidget, *, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._veil: Veil | None = None
        self._scrolled: tuple[Scroll, QWidget, QLayout] | None = None
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

    def lay_scrolled(self, body: QLayout, foot: QLayout) -> None:
        """Lay it likewise, but let what it says scroll where the screen is too low for it."""
        inside, around = QWidget(), QVBoxLayout()
        inside.setLayout(body)
        area = Scroll(inside)
        around.addWidget(area)
        self._scrolled = (area, inside, foot)
        self.lay(around, foot)

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
        if self._scrolled is not None:
            area, inside, foot = self._scrolled
            return self.scrolled_height(area, inside, foot.sizeHint().height() + 3)
        return self.heightForWidth(self.width())

    def come_to_the_middle(self) -> None:
        """Be as high as needed, over the middle of the window, but with all of it on the screen."""
        below = self._below()
        area = below.screen().availableGeometry()
        self.setFixedHeight(min(self.needed_height(), area.height() - 2 * ABOVE))
        room = below.size() - self.size()
        place = below.mapToGlobal(QPoint(room.width() // 2, max(0, room.height() // 2)))
        rightmost = area.right() + 1 - self.width()
        lowest = area.bottom() + 1 - ABOVE - self.height()
        left = max(area.left(), min(place.x(), rightmost))
        self.move(left, max(area.top() + ABOVE, min(place.y(), lowest)))

    def scrolled_height(self, body: Scroll, inside: QWidget, beside: int) -> int:
        """Give a body the height of what is inside it, as far as the screen has that.

        Return the height of the card: with ``beside``, what stands above and below the body.
        """
        room = self._below().screen().availableGeometry().height() - 2 * EDGE - beside
        needed = inside.heightForWidth(self.width() - 2)
        # A bar that was there once takes the width whose want would keep it there.
        body.setVerticalScrollBarPolicy(NO_BAR if needed <= room else BAR)
        body.setFixedHeight(min(needed, room))
        return body.height() + beside

    def show_part(self, part: QWidget) -> None:
        """Make room for a part that came up, and bring it in sight where the card scrolls."""
        self.come_to_the_middle()
        if self._scrolled is not None:
            area = self._scrolled[0]
            # Only when Qt has told the card what its parts need now.
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(part))

    def _below(self) -> QWidget:
        """Return the window that this lies over (not kept: they would keep each other alive)."""
        parent = self.parentWidget()
        return self if parent is None else parent.window()

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
