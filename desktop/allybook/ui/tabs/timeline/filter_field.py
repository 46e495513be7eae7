"""The one line behind the chips in which a filter is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from allybook.ui.theme.look import Look

LEAST = 24
"""What an empty field keeps behind the chips: else a line of its own would be left to it."""
LEAST_WRITTEN, MOST = 84, 400
PAD = 12


class FilterField(QLineEdit):
    """One line for a filter; it leaves Ctrl+Z to the page where nothing was written in it.

    It is as wide as its words, as far as there is room; its hint is there where it has room.
    """

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self.setAccessibleName(hint)
        self.setPlaceholderText(hint)
        self.setMinimumWidth(LEAST)
        self.textChanged.connect(self._make_room)

    def dress(self, look: Look, height: int) -> None:
        """Let it look like a part of the bar around it, as high (logical pixels) as a chip."""
        self.setFrame(False)
        self.setObjectName("bare")
        self.setStyleSheet(
            # Here the sheet rules, not what is set: its own least height would be the usual one.
            "QLineEdit { border: 0; background: transparent; padding: 0 2px;"
            f" min-height: {height}px; max-height: {height}px; }}"
        )
        self.setFont(look.font("ui"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what it is for, but not half of it."""
        super().resizeEvent(event)
        self.setPlaceholderText(self._hint if self._width(self._hint) <= self.width() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Listen to the keys from now on: what else can happen here, PySide takes long to load."""
        super().focusInEvent(event)
        # To be asked again changes nothing: it is called once.
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key, unless there is nothing here that it could take back."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and cast("QKeyEvent", event).matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _make_room(self, text: str) -> None:
        width = max(LEAST_WRITTEN, min(MOST, self._width(text)))
        self.setMinimumWidth(width if text else LEAST)

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + PAD
