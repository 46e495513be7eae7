"""A menu to which every key belongs while it is open, in the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
SIDE = 14
EDGE = 6
"""Between the chevron and the edge of its row (logical pixels)."""


class Menu(QMenu):
    """A menu; the style sheet leaves out the arrows that the style would draw for submenus.

    The list behind it keeps the keyboard meanwhile, and letters would act on its row: here each
    key is the menu's, and one that stands beside a line does what the line says.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def add_inner(self, title: str) -> Menu:
        """Add a line that leads to another such menu, and return that one."""
        inner = Menu(self._look, self)
        inner.setTitle(title)
        self.addMenu(inner)
        return inner

    def event(self, event: QEvent) -> bool:
        """Take each key, also one that does something behind the menu."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the line whose key was pressed, where the menu has no other use for it."""
        # What opened the menu may be held still.
        if event.isAutoRepeat() and event.key() not in WALKING:
            return
        super().keyPressEvent(event)
        pressed = QKeySequence(event.keyCombination())
        # A letter made of several keys tells none of them, and most lines have none either.
        if event.isAccepted() or pressed.isEmpty():
            return
        for action in self.actions():
            if action.isEnabled() and action.shortcut() == pressed:
                self.close()
                action.trigger()
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the menu, then a chevron in each row that leads to another menu."""
        super().paintEvent(event)
        painter = QPainter(self)
        for action in self.actions():
            if action.menu() is not None:
                # In high contrast a chosen row turns as a whole.
                turned = self._look.contrast and action is self.activeAction()
                ink = "on_accent" if turned else "text_2"
                self._paint_chevron(painter, QRectF(self.actionGeometry(action)), ink)

    def _paint_chevron(self, painter: QPainter, row: QRectF, ink: str) -> None:
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        square = QRectF(row.left() + EDGE, 0, SIDE, SIDE)
        if not left:
            square.moveRight(row.right() - EDGE)
        square.moveTop(round(row.center().y() - SIDE / 2))
        self._look.draw_icon(painter, "chevron-left" if left else "chevron-right", ink, square)
