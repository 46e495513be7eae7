"""A scrolling area without paper of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Scroll(QScrollArea):
    """Scrolls one widget up and down, as wide as the area; what lies behind shows through."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's)
        self.setHorizontalScrollBarPolicy(NEVER)
        self.setWidgetResizable(True)
        # What is inside takes the keyboard, and is scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hold(inside)

    def let_keys_scroll(self, name: str, description: str = "") -> None:
        """Take the keyboard wherever not all can be seen: what is inside is only read.

        ``name`` and ``description`` are for readers.
        """
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.verticalScrollBar().rangeChanged.connect(self._come_and_go)

    def _come_and_go(self, _least: int, most: int) -> None:
        policy = Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def hold(self, inside: QWidget) -> None:
        """Scroll another widget; the former one is deleted."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Give what is inside the height it needs now: what grew unseen told nobody."""
        super().showEvent(event)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
