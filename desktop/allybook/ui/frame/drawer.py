"""Where the details open when the window is narrow: over the list, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from allybook.ui.theme.look import Look


class Drawer(QWidget):
    """Holds one widget at the right edge of its parent; the cross or Escape closes it."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._from: QWidget | None = None
        self.cross = IconButton(look, "x", self.tr("Close the details"))
        self.cross.clicked.connect(self.close_drawer)
        head = QHBoxLayout()
        gap = look.space("s")
        head.setContentsMargins(gap, gap, gap, 0)
        head.addStretch(1)
        head.addWidget(self.cross)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.hide()

    def take(self, widget: QWidget) -> None:
        """Hold a widget."""
        self._column.addWidget(widget, 1)
        widget.show()

    def open_drawer(self) -> None:
        """Come to the front, with the keyboard."""
        if self.isHidden():
            self._from = self.window().focusWidget()
        self.show()
        self.raise_()
        self.cross.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_drawer(self) -> None:
        """Go, and say so."""
        self.hide()
        self.closed.emit()

    def give_back(self) -> bool:
        """Give the keyboard back to where it was; return whether that is still in sight."""
        there, self._from = self._from, None
        if there is None or not isValid(there) or not (there.isVisible() and there.isEnabled()):
            return False
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper and the line at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        paint_line(painter, self.rect(), self._look.colour("border_button"), Qt.Edge.LeftEdge)
