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
"""So many of those that came last can be unread, and of the others so many of the newest.

Pages come newest first: of a long reading these are the ones that are read first.
"""


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
    if not note:
        return note
    ids = [*unread_in(note), *came]
    before, last = ids[:-MOST], ids[-MOST:]
    if len(before) > MOST:
        least = sorted(before)[-MOST]
        before = [one for one in before if one >= least]
    return _write([*before, *last])


def take_away(note: str, read: Collection[int]) -> str:
    """Return a note without what was read."""
    return _write([one for one in unread_in(note) if one not in read])


def _write(ids: list[int]) -> str:
    return msgspec.json.encode(ids).decode()
