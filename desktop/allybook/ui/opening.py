"""Open an address in the person's browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

Opener: TypeAlias = Callable[[str], bool]
"""Opens an address; returns whether something took it."""


def open_in_browser(address: str) -> bool:
    """Open an address as it is written; return whether the desktop found a browser for it."""
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
