"""Whether there is a display to show a window on: without one Qt ends the whole program."""

from __future__ import annotations

import os
import sys

NAMES = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
"""What tells Qt on Linux where to show windows (doc.qt.io, "Qt for Linux/X11")."""
SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 (nothing is written there)
"""Where an X server listens, before its number (x.org, X(7))."""
NONE = (
    "There is no display here, so no window can open: start Allybook on a computer's own screen. "
    "“allybook tour --out FOLDER” and the commands of “allybook --help” need none."
)


def has_display() -> bool:
    """Return whether a window can be shown; of a display elsewhere that is not known before."""
    if sys.platform != "linux" or any(map(os.environ.get, NAMES - {"DISPLAY"})):
        return True
    display = os.environ.get("DISPLAY", "")
    host, colon, number = display.partition(":")
    if host not in {"", "unix"}:
        return True
    return bool(colon) and _listens(f"{SOCKETS}{number.partition('.')[0]}")


def _listens(path: str) -> bool:
    """Return whether there is an X server at a socket; it may have only a name, and no file."""
    if os.path.exists(path):  # noqa: PTH110 (pathlib takes longer to load)
        return True
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as end:
        try:
            end.connect(f"\0{path}")
        except OSError:
            return False
    return True
