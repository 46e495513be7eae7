"""Open an address in the person's browser; what knows addresses is loaded for the first of them.

Addresses may come from outside, from a file too: one that would start a program of the computer, or
open a file of it, is not opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from allybook.ui.hub import Hub

WEB = frozenset({"http", "https"})

Opener: TypeAlias = Callable[[str], bool]
"""Opens an address; returns whether something took it."""


def open_in_browser(address: str) -> bool:
    """Open an address as it is written; return whether the desktop found a browser for it."""
    return _open(address, strict=True)


def open_link(address: str) -> bool:
    """Open an address, mended as browsers mend it; return whether there is a browser."""
    return _open(address, strict=False)


def open_or_tell(address: str, hub: Hub, opener: Opener = open_link) -> None:
    """Open an address; where nothing takes it, let the window say so, and offer the address."""
    if not opener(address):
        hub.unopened.emit(address)


def _open(address: str, *, strict: bool) -> bool:
    # PySide makes a class when it is first named: most windows open nothing.
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    mode = QUrl.ParsingMode.StrictMode if strict else QUrl.ParsingMode.TolerantMode
    url = QUrl(address, mode)
    return url.scheme() in WEB and QDesktopServices.openUrl(url)
