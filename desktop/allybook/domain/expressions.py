"""Regular expressions that are made when they are first used: a start needs few of them.

To make one takes longer (``[“”]`` alone half a millisecond) than to define the function around it.
"""

from __future__ import annotations

import re
from typing import cast


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is made when it is first asked for something."""
    return cast("re.Pattern[str]", _Late(text, flags))


def without_end(pattern: re.Pattern[str], text: str) -> str:
    """Return a text without what an expression finds at its very end.

    One that asks for the end itself would be tried anew at each sign of a long run.
    """
    return pattern.sub(lambda found: "" if found.end() == len(text) else found[0], text)


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
