"""Pages that are made when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Pages(QStackedWidget):
    """One page at a time; ``made`` tells the key of a page that was just made."""

    made = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}

    def add(self, key: str, make: Callable[[], QWidget]) -> None:
        """Know how to make a page."""
        self._makers[key] = make

    def page(self, key: str) -> QWidget | None:
        """Return a page that was made already."""
        return self._pages.get(key)

    def show_page(self, key: str) -> None:
        """Show a page, and make it first where it is not there yet."""
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
            self.addWidget(self._pages[key])
            self.made.emit(key)
        self.setCurrentWidget(self._pages[key])
