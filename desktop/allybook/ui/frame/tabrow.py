"""The top of the window: tabs at the left, help and menu at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.ui.frame.tabs import APART, Tabs
from allybook.ui.widgets.boxes import fill, paint_line
from allybook.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

    from allybook.ui.theme.look import Look


class TabRow(QWidget):
    """Tabs, the help button (``help.clicked``) and the menu."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._popup: Callable[[], QMenu] | None = None
        side = look.icon_size("nav")
        self.tabs = Tabs(look)
        self.help = IconButton(look, "circle-question-mark", self.tr("Help"), side=side)
        self.menu = IconButton(look, "menu", self.tr("Menu"), side=side)
        self.menu.clicked.connect(self._open)
        self.setFixedHeight(look.height("nav"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("m") - APART, 0, look.space("m"), 0)
        row.setSpacing(look.space("xs"))
        row.addWidget(self.tabs, 1)
        row.addWidget(self.help)
        row.addWidget(self.menu)

    def set_menu(self, menu: Callable[[], QMenu]) -> None:
        """Open with the button at the right what ``menu`` returns, which is asked each time."""
        self._popup = menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the frame and the line below."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.colour("window"))
        paint_line(painter, self.rect(), self._look.colour("border"), Qt.Edge.BottomEdge)

    def _open(self) -> None:
        if self._popup is not None:
            popup, corner = self._popup(), self.menu.rect().bottomRight()
            corner.setX(corner.x() - popup.sizeHint().width())
            popup.popup(self.menu.mapToGlobal(corner))
