"""The window grows with the letters: who set large ones in the desktop gets large ones here.

Words, icons, rows and distances grow as one, by Qt's own scale of screens, so that nothing is cut
that is not cut on a smaller screen.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

SCALE = "QT_SCALE_FACTOR"
GROWN = "grown"
"""The property of the application that says by how much it has grown."""
LEAST, MOST = 0.8, 2.0
STEPS = 20
"""It grows by twentieths: what is between is seen by nobody, and blurs lines."""
USUAL = {"win32": (9.0, 9.0), "darwin": (13.0, 13.0)}
"""From and to which size (points) letters are nobody's choice."""
USUAL_ELSEWHERE = (9.0, 11.0)
"""Qt's own, KDE's and GNOME's."""
LARGE_DESKTOPS = {"GNOME", "UNITY", "PANTHEON", "BUDGIE"}
"""Their letters have 11 points, those of the others 10."""


def growth(points: float, platform: str = sys.platform, desktop: str = "") -> float:
    """Return how much larger than usual letters of this size are, from 0.8 to 2.

    ``platform`` is Python's word for it, ``desktop`` what XDG_CURRENT_DESKTOP holds. A size that
    nobody knows (Qt's is negative then) is the usual one.
    """
    least, most = USUAL.get(platform, USUAL_ELSEWHERE)
    if points <= 0 or least <= points <= most:
        return 1.0
    usual = most if platform in USUAL or _is_large(desktop) else (least + most) / 2
    return round(STEPS * min(max(points / usual, LEAST), MOST)) / STEPS


def growth_of(points: float) -> float:
    """Return how much larger than usual on this desktop letters of this size are."""
    return growth(points, desktop=os.environ.get("XDG_CURRENT_DESKTOP", ""))


def grown(make: Callable[[], QApplication], points: float = 0.0) -> QApplication:
    """Return an application that is as large as the desktop's letters, or as letters of ``points``.

    Qt is told how large a moment before an application is made, and which letters the desktop has
    it knows a moment after: who chose others has it made twice.
    """
    application = make()
    factor = growth_of(points or application.font().pointSizeF())
    if factor == 1.0:
        return application
    application.shutdown()
    before = os.environ.get(SCALE)
    os.environ[SCALE] = f"{factor * _number(before):g}"
    try:
        application = make()
        application.setProperty(GROWN, factor)
        return application
    finally:
        # What is opened from here, a browser, grows by its own wits.
        if before is None:
            del os.environ[SCALE]
        else:
            os.environ[SCALE] = before


def _is_large(desktop: str) -> bool:
    return not LARGE_DESKTOPS.isdisjoint(desktop.upper().split(":"))


def _number(text: str | None) -> float:
    """Return the scale that somebody set already, or 1."""
    try:
        number = float(text or 1)
    except ValueError:
        return 1.0
    return number if number > 0 else 1.0
