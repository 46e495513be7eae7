"""Excel workbooks out: one sheet whose cells are text, so that ids keep every digit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak
from allybook.files.out.xlsx_text import LONGEST, fit
from allybook.files.safe_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_LINKS = 65_530
"""Links that Excel keeps in one sheet."""
WIDTHS = {"handle": 22, "user_id": 22, "category": 18, "tags": 28, "reason": 28, "notes": 60}
WIDTH = 14
DIGITS = frozenset({"user_id"})
"""Columns of long numbers, which Excel is asked to leave alone even where somebody edits them."""
TEXT = "@"
SHEET = "Allies"


def write_xlsx(
    path: Path, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]
) -> None:
    """Write rows, each with where its first cell leads (or nothing), under their columns' names.

    ``BadInput`` where Excel has no room, ``StorageError`` where the disk refuses.
    """
    # Rows wait in a file of the system's until the whole is put together: that may fail too.
    with write_whole(path) as file:
        book = Workbook(write_only=True)
        sheet: WriteOnlyWorksheet = book.create_sheet(SHEET)
        try:
            last = _fill(sheet, columns, rows)
        except BaseException:
            # What waits in the system's file goes with it, and nothing is left open.
            with suppress(OSError):
                sheet.close()
            raise
        # The type stubs know less of a sheet than it can.
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"  # type: ignore[attr-defined]
        book.save(file)


def _fill(
    sheet: WriteOnlyWorksheet, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]
) -> int:
    """Write the header, which stays in sight, and the rows; return the number of the last one."""
    sheet.freeze_panes = "B2"
    heads = [WriteOnlyCell(sheet, name) for name in columns]
    bold, last = Font(bold=True), 1
    for place, head in enumerate(heads, 1):
        head.font = bold
        room = sheet.column_dimensions[get_column_letter(place)]  # type: ignore[attr-defined]
        room.width = WIDTHS.get(str(head.value), WIDTH)
    sheet.append(heads)
    kept_as_text = frozenset(place for place, name in enumerate(columns) if name in DIGITS)
    for last, (address, cells) in enumerate(rows, 2):
        made = [
            _text(sheet, cell, columns[place], kept=place in kept_as_text) if cell else None
            for place, cell in enumerate(cells)
        ]
        if address and last <= MOST_LINKS:
            made[0] = _linked(sheet, fit(cells[0]), address)
        sheet.append(made)
    return last


def _text(sheet: WriteOnlyWorksheet, text: str, column: str, *, kept: bool) -> str | Cell:
    """Return a cell that is text whatever it looks like; mostly a plain string is enough."""
    fitting = fit(text)
    if len(fitting) > LONGEST:
        raise BadInput(
            speak(
                "Excel keeps {longest:,} letters in a cell, and some {column} are longer; choose "
                ".csv or .json. Nothing was written.",
                longest=LONGEST,
                column=column,
            )
        )
    if not kept and not fitting.startswith(("=", "#")):
        return fitting
    cell: Cell = WriteOnlyCell(sheet, fitting)
    cell.data_type = "s"
    cell.number_format = TEXT
    return cell


def _linked(sheet: WriteOnlyWorksheet, text: str, address: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.hyperlink = address
    return cell
