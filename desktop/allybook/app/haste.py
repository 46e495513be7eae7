"""Haste at the start: what makes every start longer, and serves nobody here, is left out."""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

READ_APART = "--read-apart"
"""The first word of a process that reads a file for another one (``apart``); then its path."""
STOPPED = "Stopped as you asked; what was done so far is kept."
"""What is said to who presses Ctrl+C, at whatever moment."""

UNUSED: Mapping[str, Sequence[str]] = {
    "uuid": ("UUID", "SafeUUID"),
    "msgspec.inspect": (),
    "msgspec._json_schema": ("schema", "schema_components"),
}
"""What msgspec loads and nobody asks it for, with the names that it takes from there."""


def load_msgspec() -> None:
    """Load msgspec, without what it does not need since Python 3.11, or what nobody needs here.

    Where ``typing_extensions`` is there, msgspec asks it for what ``typing`` has as well, and where
    it is not, msgspec goes on without it; it takes half as long so. None among the modules is how
    Python is told that there is none (docs.python.org, "The import system"). Its own modules that
    describe types, and ``uuid`` (which asks what computer this is), are as large as the rest of it:
    something without any use stands in for them meanwhile, and whoever loads them later gets them.
    """
    if "msgspec" in sys.modules:
        return
    try:
        _load_without(UNUSED)
    except ImportError:
        # Another msgspec takes something else from there: it gets all of it.
        for name in [one for one in sys.modules if one.partition(".")[0] == "msgspec"]:
            del sys.modules[name]
        import msgspec  # noqa: F401 (loaded whole)


def _load_without(unused: Mapping[str, Sequence[str]]) -> None:
    """Load msgspec while something without any use stands in for these modules."""
    absent = {"typing_extensions": cast("ModuleType", None)}
    absent |= {name: _stand_in(name, names) for name, names in unused.items()}
    absent = {name: module for name, module in absent.items() if name not in sys.modules}
    sys.modules.update(absent)
    try:
        import msgspec  # noqa: F401 (loaded between the two)
    finally:
        for name in absent:
            del sys.modules[name]


def _stand_in(name: str, names: Sequence[str]) -> ModuleType:
    """Return a module in which some names are types of nothing.

    msgspec takes one thing from a type, ``SafeUUID.unknown``.
    """
    module = type(sys)(name)
    module.__dict__.update({one: type(one, (), {"unknown": None}) for one in names})
    return module


def load_qt() -> None:
    """Load Qt, and let Python load what comes after it as it always does.

    PySide6 puts itself before every import, and reads the source of each module that is loaded
    from then on once more, for the sake of ``from __feature__ import``, which nobody here says: it
    costs a tenth of the time until the window is there, and keeps the sources in memory.
    """
    from allybook.app.pyside_texts import leave_unread

    plain = builtins.__import__
    try:
        with leave_unread():
            import PySide6.QtCore  # noqa: F401 (loaded between the two)
    finally:
        builtins.__import__ = plain
