"""Completion of the word at hand in a line of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from allybook.ui.models.roles import Index

MOST = 8
"""So many completions are in sight at once."""
SOON_MS = 400
"""So long after the field, once what surrounds it is shown, the list of completions is made."""


class WordCompleter(QCompleter):
    """Completes the last word, and leaves what stands before it; a minus is no part of a word."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(MOST)
        # Qt would make it at the first letter, and the window would stand still for 30 ms.
        QTimer.singleShot(SOON_MS, self, self._make_list)

    def _make_list(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.ensurePolished()

    def offer(self, words: Iterable[str]) -> None:
        """Complete from these words; those with spaces in their value are put in quotes."""
        known = list(dict.fromkeys(map(quoted, words)))
        if known != self._words.stringList():
            self._words.setStringList(known)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        """Return the word that is being typed."""
        return [path[start_of_last(path) :]]

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802 (Qt's name)
        """Return the whole text with the last word completed."""
        typed = str(self.widget().property("text"))
        return f"{typed[: start_of_last(typed)]}{index.data()}"


def quoted(word: str) -> str:
    """Return ``tag:night shelter`` as it has to be typed: ``tag:"night shelter"``."""
    field, colon, value = word.partition(":")
    return f'{field}{colon}"{value}"' if " " in value else word


def start_of_last(text: str) -> int:
    """Return where the last word begins; what stands in quotes is one word."""
    start, quotes = 0, False
    for place, sign in enumerate(text):
        if sign == '"':
            quotes = not quotes
        elif sign in " (" and not quotes:
            start = place + 1
    return start + (text[start : start + 1] == "-")
