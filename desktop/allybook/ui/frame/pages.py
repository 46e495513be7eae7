"""Pages that are made when they are first shown, a turn of the window at a time."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from allybook.ui.widgets.focus import SHOWS_FOCUS

if TYPE_CHECKING:
    from collections.abc import Callable

Steps = Generator[None, None, QWidget]
"""The making of a page: between two steps the window may have its turn; last comes the page."""
SLICE = 0.004
"""After so many seconds the making lets the window have its turn, at the end of a step."""


class Pages(QStackedWidget):
    """One page at a time; ``made`` tells the key of a page that was just made.

    A maker returns its page, or the steps to it. While they are gone, bare paper stands there.
    """

    made = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._makers: dict[str, Callable[[], QWidget | Steps]] = {}
        self._pages: dict[str, QWidget] = {}
        self._begun: dict[str, Steps] = {}
        self._wanted = ""
        self._paper: QWidget | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def add(self, key: str, make: Callable[[], QWidget | Steps]) -> None:
        """Know how to make a page."""
        self._makers[key] = make

    def page(self, key: str) -> QWidget | None:
        """Return a page that was made already."""
        return self._pages.get(key)

    def show_page(self, key: str) -> None:
        """Show a page; where it is not there yet, it is made first, in turns."""
        self._wanted = key
        if key not in self._pages:
            self._begin(key)
        if key in self._pages:
            self.setCurrentWidget(self._pages[key])
        else:
            self._show_paper()
            self._turn.start()

    def finish(self, key: str) -> QWidget:
        """Return a page, which is made at once where it is not there yet."""
        if key not in self._pages:
            self._begin(key)
        while key not in self._pages:
            self._step(key)
        return self._pages[key]

    def _begin(self, key: str) -> None:
        if key not in self._begun:
            making = self._makers[key]()
            if isinstance(making, QWidget):
                self._have(key, making)
            else:
                self._begun[key] = making

    def _step(self, key: str) -> None:
        """Go one step towards a page; a making that fails begins anew when it is wanted again."""
        making = self._begun.pop(key)
        try:
            next(making)
        except StopIteration as end:
            self._have(key, end.value)
        else:
            self._begun[key] = making

    def _go_on(self) -> None:
        """Go on towards the page that is wanted, for as long as nobody notices."""
        key, until = self._wanted, time.monotonic() + SLICE
        while key in self._begun and time.monotonic() < until:
            self._step(key)
        if key in self._begun:
            self._turn.start()
        elif key in self._pages:
            self.setCurrentWidget(self._pages[key])

    def _have(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self.addWidget(page)
        self.made.emit(key)

    def _show_paper(self) -> None:
        if self._paper is None:
            self._paper = QWidget()
            self._paper.setProperty(SHOWS_FOCUS, True)  # noqa: FBT003 (Qt's way)
            self.addWidget(self._paper)
        self.setCurrentWidget(self._paper)
