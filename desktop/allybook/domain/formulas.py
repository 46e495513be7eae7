"""Values as cells; those that a spreadsheet would take for a formula, made harmless and back.

Source: OWASP, "CSV injection": cells that begin with = + - @, a tab or a line end, also full-width.
An apostrophe before them makes a spreadsheet show them as they are. So that nothing is lost, a cell
that already begins with apostrophes before such a sign gets one more.
"""

from __future__ import annotations

import re

_ARMED = re.compile("'*(?:[\t\r\n]| *[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def as_cell(value: object) -> str:
    """Return a value as the text of one cell: a list as words with spaces between them."""
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value)
    return "" if value is None else str(value)


def defuse(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _ARMED.match(cell) else cell


def restore(cell: str) -> str:
    """Return what ``defuse`` was given."""
    return cell[1:] if cell.startswith("'") and _ARMED.match(cell) else cell
