"""The screen of the tour where there is none: that of a usual laptop.

By itself Qt makes one of 800 x 800 pixels, smaller than the window, and pushes menus, cards and
completions back into it: pictures would show them where nobody ever sees them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLATFORM = "QT_QPA_PLATFORM"
NO_SCREEN = "offscreen"


def lay_screen(resources: Path) -> None:
    """Let Qt make a screen as large as a laptop's, before there is an application.

    A real screen stays as it is, and so does one that somebody described.
    """
    if os.environ.get(PLATFORM) == NO_SCREEN:
        file = resources / "practice" / "screen.json"
        os.environ[PLATFORM] = f"{NO_SCREEN}:configfile={file}"
