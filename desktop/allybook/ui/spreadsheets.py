"""What spreadsheets on this computer expect of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale


def between_cells(locale: QLocale) -> str:
    """Return the sign that Excel reads between the cells of a .csv, where numbers look like this.

    Where a comma stands in numbers, Windows has the semicolon in lists, and Excel goes by it: a
    table with commas opens as one column there.
    """
    return ";" if locale.decimalPoint() == "," else ","
