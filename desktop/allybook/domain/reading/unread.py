"""Which posts are unread: those that came since somebody looked, in the order in which they came.

They are noted as they come in: how old they are, and what time their ids tell, is no matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

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
    match msgspec.json.decode(note or NONE):
        case [int(), list() as ids]:
            return ids
        case ids:
            return list(ids)


def add(note: str, came: Iterable[int]) -> str:
    """Return a note with what came; what comes before somebody looked is not noted."""
    return _write([*unread_in(note), *came][-MOST:]) if note else note


def take_away(note: str, read: Collection[int]) -> str:
    """Return a note without what was read."""
    return _write([one for one in unread_in(note) if one not in read])


def _write(ids: list[int]) -> str:
    return msgspec.json.encode(ids).decode()
