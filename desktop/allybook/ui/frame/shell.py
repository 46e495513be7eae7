"""The frame put together: tabs above, pages between, status below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from allybook.ui.frame.pages import Pages
from allybook.ui.frame.status import StatusBar
from allybook.ui.frame.tabrow import TabRow
from allybook.ui.keys import plug_keys
from allybook.ui.widgets.boxes import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.frame.foot import Foot
    from allybook.ui.frame.pages import Steps
    from allybook.ui.frame.tabs import Tabs
    from allybook.ui.theme.look import Look


class Shell(QWidget):
    """The inside of the window. Ctrl+1 and so on go to a tab; ``shown`` tells which is shown."""

    shown = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.row = TabRow(look)
        self.pages = Pages()
        self.status = StatusBar(look)
        self._middle = QStackedWidget()
        self._inside = QWidget()
        self._foot: Foot | None = None
        self._count = 0
        self.tabs.chosen.connect(self._go)
        self._lay_out()

    @property
    def tabs(self) -> Tabs:
        """Return the tabs."""
        return self.row.tabs

    def add_page(self, key: str, icon: str, word: str, make: Callable[[], QWidget | Steps]) -> None:
        """Add a tab whose page is made when it is first shown, at once or in steps."""
        self.pages.add(key, make)
        self._count += 1
        go = {f"Ctrl+{self._count}": lambda: self.show_page(key)}
        plug_keys((self,), go, context=Qt.ShortcutContext.WindowShortcut)
        # Qt chooses the first tab at once; its page waits until it is asked for.
        with QSignalBlocker(self.tabs):
            self.tabs.add(key, icon, word)

    def show_page(self, key: str) -> None:
        """Go to a tab."""
        self.show_inside()
        with QSignalBlocker(self.tabs):
            self.tabs.choose(key)
        self._go(key)

    def show_over(self, widget: QWidget) -> None:
        """Show something in place of tabs and pages, above the status bar: the first run."""
        if self._middle.indexOf(widget) < 0:
            self._middle.addWidget(widget)
        self._middle.setCurrentWidget(widget)

    @property
    def is_covered(self) -> bool:
        """Return whether something stands in place of tabs and pages."""
        return self._middle.currentWidget() is not self._inside

    def lay_on_top(self, widget: QWidget) -> None:
        """Show something above all else for as long as it lasts."""
        room = QVBoxLayout()
        room.setContentsMargins(*(3 * (self._look.space("s"),)), 0)
        room.addWidget(widget)
        self._column.insertLayout(0, room)

    def lay_below(self, card: QWidget) -> None:
        """Keep a card hidden between the page and the status bar, until somebody shows it."""
        if self._foot is None:
            from allybook.ui.frame.foot import Foot  # noqa: PLC0415 (most windows say nothing)

            self._foot = Foot(self._look)
            self._column.insertWidget(self._column.count() - 1, self._foot)
        self._foot.hold(card)

    def show_inside(self) -> None:
        """Show tabs and pages again."""
        self._middle.setCurrentWidget(self._inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the frame."""
        fill(QPainter(self), self.rect(), self._look.colour("window"))

    def _go(self, key: str) -> None:
        self.pages.show_page(key)
        self.shown.emit(key)

    def _lay_out(self) -> None:
        inside, column = QVBoxLayout(self._inside), QVBoxLayout(self)
        for layout in (inside, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        inside.addWidget(self.row)
        inside.addWidget(self.pages, 1)
        self._middle.addWidget(self._inside)
        self._column = column
        column.addWidget(self._middle, 1)
        column.addWidget(self.status)
