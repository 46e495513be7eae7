"""Haste at the start: what makes every start longer, and serves nobody here, is left out."""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from types import ModuleType


READ_APART = "--read-apart"
"""The first word of a process that reads a file for another one (``apart``); then its path."""


def load_msgspec() -> None:
    """Load msgspec, without what it does not need since Python 3.11.

    Where ``typing_extensions`` is there, msgspec asks it for what ``typing`` has as well, and where
    it is not, msgspec goes on without it; it takes half as long so. None among the modules is how
    Python is told that there is none (docs.python.org, "The import system").
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = cast("ModuleType", None)
    try:
        import msgspec  # noqa: F401 (loaded between the two)
    finally:
        del sys.modules["typing_extensions"]


def load_qt() -> None:
    """Load Qt, and let Python load what comes after it as it always does.

    PySide6 puts itself before every import, and reads the source of each module that is loaded
    from then on once more, for the sake of ``from __feature__ import``, which nobody here says: it
    costs a tenth of the time until the window is there, and keeps the sources in memory.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401 (loaded between the two)
    finally:
        builtins.__import__ = plain
