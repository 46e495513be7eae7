"""Typing in a box of languages: each is found by its own name, by others, and by codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from allybook.domain.filters.tongues import called
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QComboBox

PAUSE_MS = 1_000
"""Letters that follow so soon belong to the same word."""


class TypedLanguage(QObject):
    """Opens a box of languages, whose data are X's codes, at the one that is typed."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box
        self._typed = ""
        self._last = 0
        box.installEventFilter(self)
        box.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters, and leave every other key to the box."""
        if event.type() is QEvent.Type.KeyPress and self._take(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Return whether a key was one more letter of a word."""
        begun = self._typed if event.timestamp() - self._last <= PAUSE_MS else ""
        letter = event.text()
        wanted = letter.isprintable() and (letter if begun else letter.strip())
        if not wanted or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._typed, self._last = begun + letter, event.timestamp()
        self._box.showPopup()
        row = next(self._rows(fold_name(self._typed)), -1)
        if row >= 0:
            self._box.view().setCurrentIndex(self._box.model().index(row, 0))
        return True

    def _rows(self, start: str) -> Iterator[int]:
        """Yield the rows that a word begins: those that show it first, then by other names."""
        rows = range(self._box.count())
        yield from (at for at in rows if fold_name(self._box.itemText(at)).startswith(start))
        codes = {code for name, code in called().items() if name.startswith(start)}
        for row in rows:
            code = str(self._box.itemData(row) or "")
            if code in codes or code.startswith(start):
                yield row
