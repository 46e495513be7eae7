"""Values as cells; those that a spreadsheet would take for a formula, made harmless and back.

Source: OWASP, "CSV injection": cells that begin with = + - @, a tab or a line end, also full-width.
An apostrophe before them makes a spreadsheet show them as they are. So that nothing is lost, a cell
that already begins with apostrophes before such a sign gets one more.

A spreadsheet that reads another sign between cells than the file has (an Excel where numbers have a
comma) finds beginnings within a cell as well, behind its own sign and, since it overlooks the marks
around the cell, behind each line end. What stands there is made harmless in the same way.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

BETWEEN = ",;\t\r\n"
"""What may stand between two cells or two rows."""
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_ARMED = re.compile(f"'*(?:[\t\r\n]| *[{SIGNS}])")


def as_cell(value: object) -> str:
    """Return a value as the text of one cell: a list as words with spaces, an object as JSON."""
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value)
    return "" if value is None else str(value)


def defuse(cell: str, between: str = ",") -> str:
    """Return a cell that no spreadsheet takes for a formula, nor what it makes of a part of it.

    ``between`` is the sign that the file has between cells.
    """
    whole = _within(between, "").sub("\\1'", cell)
    return f"'{whole}" if _ARMED.match(whole) else whole


def restore(cell: str, between: str = ",") -> str:
    """Return what ``defuse`` was given."""
    whole = cell[1:] if cell.startswith("'") and _ARMED.match(cell) else cell
    return _within(between, "'").sub("\\1", whole) if "'" in whole else whole


@cache
def _within(between: str, mark: str) -> re.Pattern[str]:
    """Return what finds where else than at its start a cell may be parted before such a sign."""
    others = BETWEEN.replace(between, "")
    return re.compile(f"([{others}]){mark}(?=['\" ]*[{SIGNS}])")
