"""The screen of the tour where there is none: that of a usual laptop.

By itself Qt makes one of 800 x 800 pixels, smaller than the window, and pushes menus, cards and
completions back into it: pictures would show them where nobody ever sees them.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext

NO_HINTS = "This plugin does not support propagateSizeHints()"
"""What Qt says of each window where there is no screen: nothing that anybody could mend."""
PLATFORM = "QT_QPA_PLATFORM"
NO_SCREEN = "offscreen"


def lay_screen(resources: Path) -> None:
    """Let Qt make a screen as large as a laptop's, before there is an application.

    A real screen stays as it is, and so does one that somebody described.
    """
    if os.environ.get(PLATFORM) == NO_SCREEN:
        file = resources / "practice" / "screen.json"
        os.environ[PLATFORM] = f"{NO_SCREEN}:configfile={file}"


@contextmanager
def without_hints() -> Iterator[None]:
    """Leave out ``NO_HINTS``; whatever else Qt has to say is printed as ever."""
    before = qInstallMessageHandler(_print)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _print(_sort: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    if words != NO_HINTS:
        sys.stderr.write(f"{words}\n")
