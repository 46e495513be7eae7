"""Tables out, in the form that the ending of the file's name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.formulas import as_cell
from allybook.domain.spoken import speak
from allybook.files.book_copy import write_book
from allybook.files.out.csv_out import write_csv
from allybook.files.out.json_out import write_json
from allybook.files.out.xlsx_out import write_xlsx
from allybook.files.safe_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from allybook.ports.books import BookCopy

NAME_COLUMN = "handle"
ADDRESS = "address"
"""The name under which a row tells where its first cell leads in a workbook; no column."""


class FileExporter:
    """Writes a table to a file: whole, or not at all."""

    def write(
        self,
        path: Path,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, object]],
        *,
        excel: str = "",
    ) -> None:
        """Write rows as .csv, .xlsx, .json or .txt (who is meant, one a line).

        ``excel`` marks a .csv for Excel, which reads this sign between cells. ``StorageError``
        where the disk refuses, ``BadInput`` for another ending.
        """
        cells = ([as_cell(row[column]) for column in columns] for row in rows)
        match path.suffix.lower():
            case ".csv":
                write_csv(path, columns, cells, excel=excel)
            case ".xlsx":
                addresses = (str(row.get(ADDRESS) or "") for row in rows)
                write_xlsx(path, columns, zip(addresses, cells, strict=True))
            case ".json":
                write_json(path, ({column: row[column] for column in columns} for row in rows))
            case ".txt":
                with write_whole(path) as file:
                    file.writelines(f"{_name(row, columns)}\n".encode() for row in rows)
            case ending:
                raise BadInput(
                    speak(
                        "Allybook writes .csv, .xlsx, .json, .txt and .html, and “{ending}” is "
                        "none of them; choose one of these endings.",
                        ending=ending or path.name,
                    )
                )

    def write_text(self, path: Path, text: str) -> None:
        """Write a text (UTF-8); ``StorageError`` where the disk refuses."""
        with write_whole(path) as file:
            file.write(f"{text}\n".encode())

    def write_bytes(self, path: Path, made: bytes) -> None:
        """Write what was made elsewhere as it is; ``StorageError`` where the disk refuses."""
        with write_whole(path) as file:
            file.write(made)

    def write_book(self, path: Path, copy: BookCopy) -> None:
        """Write a copy of a book to hand over; ``StorageError`` where the disk refuses."""
        write_book(path, copy)


def _name(row: Mapping[str, object], columns: Sequence[str]) -> str:
    """Return a handle with its @, by which it is known again; a hashtag has its # already.

    Who has no handle here is told by the address, which has the user id. A table without handles
    gives its first column.
    """
    if NAME_COLUMN not in columns:
        return as_cell(row[columns[0]])
    name = str(row[NAME_COLUMN] or "")
    if not name:
        return str(row.get(ADDRESS) or "")
    return name if name.startswith("#") else f"@{name}"
