"""CSV out: for spreadsheets, and to be read back without loss."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.formulas import defuse
from allybook.domain.spoken import speak
from allybook.files.safe_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

# A longer cell would be taken for a quotation mark that somebody left open.
LONGEST = csv.field_size_limit()


def write_csv(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, excel: str = ""
) -> None:
    """Write rows under their header: UTF-8, commas, cells that are no formulas.

    ``excel`` is the sign that an Excel reads between cells (a semicolon where numbers have a
    comma), and begins the file with the mark by which Excel tells UTF-8. Handles are to be given
    without @. ``StorageError`` where the disk refuses, ``BadInput`` for a cell that no table gives
    back; nothing is half written.
    """
    with write_whole(path) as file:
        file.write(BOM_UTF8 if excel else b"")
        between = excel or ","
        writer = csv.writer(_Encoder(file), delimiter=between)
        writer.writerow([defuse(cell, between) for cell in header])
        writer.writerows([_fit(cell, between) for cell in row] for row in rows)


def _fit(cell: str, between: str) -> str:
    """Return a cell that is no formula and can be read back."""
    whole = defuse(cell, between).replace("\0", "\ufffd")
    if len(whole) >= LONGEST:
        raise BadInput(
            speak(
                "A cell of a table holds at most {longest:,} letters, and one here is longer; "
                "choose .json. Nothing was written.",
                longest=LONGEST,
            )
        )
    return whole


class _Encoder:
    """What the csv writer writes to; it may be dropped at any moment with nothing left to flush."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, line: str, /) -> int:
        """Write a line as UTF-8; return how many bytes it took."""
        return self._file.write(line.encode("utf-8", "replace"))
