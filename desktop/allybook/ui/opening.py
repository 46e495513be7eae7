"""Open an address in the person's browser; what knows addresses is loaded for the first of them."""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Opener: TypeAlias = Callable[[str], bool]
"""Opens an address; returns whether something took it."""


def open_in_browser(address: str) -> bool:
    """Open an address as it is written; return whether the desktop found a browser for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def open_link(address: str) -> bool:
    """Open an address, mended as browsers mend it; return whether there is a browser."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(address))
