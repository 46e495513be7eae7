"""Moments as spreadsheets and scripts write them: local dates, and seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from allybook.domain.posts import time_of

_NUMBER = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})", re.ASCII)
_WITHOUT_ZONE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)?", re.ASCII)
_LOCAL = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([AP])M)?)?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = 12
_NOON = 12


def write_moment(cell: str, post_id: str) -> str:
    """Return a moment as X's files write it, or nothing where the id of the post tells it better.

    A date without a zone is of whatever clock the spreadsheet ran by, and X's ids since 2010 hold
    the moment itself.
    """
    number = _NUMBER.fullmatch(cell)
    if number:
        seconds = int(number[1]) if number[1] else int(number[2]) / 1000
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    local = _LOCAL.fullmatch(cell)
    if not local and not _WITHOUT_ZONE.fullmatch(cell):
        return "" if cell.isdecimal() else cell
    if time_of(post_id) is not None:
        return ""
    return _read_local(local) if local else cell


def _read_local(found: re.Match[str]) -> str:
    """Return a date with its day and month in the one order that they can have, or as it was."""
    first, second = int(found[1]), int(found[3])
    by_day = found[2] == "." or first > _MONTHS
    if not by_day and first != second and second <= _MONTHS:
        return found[0]
    day, month = (first, second) if by_day else (second, first)
    hour = int(found[5] or 0)
    if found[8]:
        hour = hour % _NOON + (_NOON if found[8] in "pP" else 0)
    told = f"{found[4]}-{month:02}-{day:02}T{hour:02}:{found[6] or '00'}:{found[7] or '00'}+00:00"
    try:
        datetime.fromisoformat(told)
    except ValueError:
        # The calendar has no such day: what is said of it names the cell as it was typed.
        return found[0]
    return told
