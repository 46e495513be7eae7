"""Hear that the person chose other letters in the desktop while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontDatabase, QWindow
from PySide6.QtWidgets import QApplication

from allybook.ui.theme.growth import GROWN, growth_of

if TYPE_CHECKING:
    from collections.abc import Callable


def letters_now() -> float:
    """Return the size (points) of the desktop's letters, whatever letters are shown here."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()


class Hearing(QWindow):
    """A window that nobody sees: Qt tells every window that the desktop looks otherwise.

    ``letters_changed`` tells once that the letters are of a size other than the window's, and
    again after they were of that size meanwhile.
    """

    letters_changed = Signal()

    def __init__(self, letters: Callable[[], float] = letters_now) -> None:
        super().__init__()
        self._letters = letters
        self._told = False

    def event(self, event: QEvent) -> bool:
        """Look at the letters when the desktop changes."""
        if event.type() == QEvent.Type.ThemeChange:
            self._look()
        return super().event(event)

    def _look(self) -> None:
        application = QApplication.instance()
        shown = application.property(GROWN) if application else None
        other = growth_of(self._letters()) != (shown or 1.0)
        told, self._told = self._told, other
        if other and not told:
            self.letters_changed.emit()
