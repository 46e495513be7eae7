"""A scroll bar that lies over the right margin of a list instead of taking room from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

WIDTH = 12


class EdgeBar(QScrollBar):
    """Shows and moves the vertical scroll bar of an area, which stays hidden itself."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._hidden = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hidden.rangeChanged.connect(self._follow)
        self._hidden.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._hidden.setValue)
        self._follow()

    def place(self, top: int, right: int, height: int) -> None:
        """Lie at the right edge, from ``top`` down."""
        self.setGeometry(right - WIDTH, top, WIDTH, height)
        self._follow()

    def _follow(self) -> None:
        hidden = self._hidden
        if not isValid(hidden):
            # The area is being taken down, its own bar first.
            return
        self.setRange(hidden.minimum(), hidden.maximum())
        self.setPageStep(hidden.pageStep())
        self.setSingleStep(hidden.singleStep())
        self.setValue(hidden.value())
        self.setVisible(hidden.maximum() > hidden.minimum())
