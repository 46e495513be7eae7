"""A field for any text that people paste, and for files that they drop on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit


class PasteField(QPlainTextEdit):
    """Takes text; files that are dropped on it are told by ``dropped``, not written into it."""

    dropped = Signal(object)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 (Qt's name)
        """Take files as well as text."""
        return source.hasUrls() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        """Tell of files; insert text."""
        files = files_in(source)
        if files:
            self.dropped.emit(files)
        else:
            self.insertPlainText(source.text())


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer among what was dropped or copied."""
    names = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return tuple(Path(name) for name in names if name)
