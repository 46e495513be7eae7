"""Regular expressions that are made when they are first used: a start needs few of them.

To make one takes longer (``[“”]`` alone half a millisecond) than to define the function around it.
"""

from __future__ import annotations

import re
from typing import cast


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is made when it is first asked for something."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    """Stands for an expression; what was asked for once is at hand afterwards."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Whoever copies or pickles asks for names of Python's own, before anything is set.
        if name.startswith("_"):
            raise AttributeError(name)
        found: object = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found
