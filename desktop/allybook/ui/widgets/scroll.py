"""A scrolling area without paper of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

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

    def hold(self, inside: QWidget) -> None:
        """Scroll another widget; the former one is deleted."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
