"""Where notes and progress stand on a page; it takes no room while none of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look

TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Notices(QWidget):
    """A column of widgets that come and go."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._held: list[QWidget] = []
        self._column = QVBoxLayout(self)
        side, gap = look.space("l"), look.space("m")
        self._column.setContentsMargins(side, gap, side, 0)
        self._column.setSpacing(look.space("s"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Hold a widget, hidden at first."""
        widget.hide()
        self._held.append(widget)
        self._column.addWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what is held."""
        if event.type() in TURNS:
            self.setVisible(not all(widget.isHidden() for widget in self._held))
        return super().eventFilter(watched, event)
