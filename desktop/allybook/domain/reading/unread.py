"""Which posts are unread: those that came since somebody looked, in the order in which they came.

They are noted as they come in: how old they are, and what time their ids tell, is no matter.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MARK = "unread"
NONE = "[]"
MOST = 500
"""So many of those that came last can be unread; what came before them counts as read."""


def unread_in(note: str) -> list[int]:
    """Return the ids of a note, those that came last at the end.

    Before November 2026 it held the newest post as well: ``[9, [7, 8]]``.
    """
    match json.loads(note or NONE):
        case [int(), list() as ids]:
            return ids
        case ids:
            return list(ids)


def add(note: str, came: Iterable[int]) -> str:
    """Return a note with what came; what comes before somebody looked is not noted."""
    return json.dumps([*unread_in(note), *came][-MOST:]) if note else note


def take_away(note: str, read: Collection[int]) -> str:
    """Return a note without what was read."""
    return json.dumps([one for one in unread_in(note) if one not in read])
