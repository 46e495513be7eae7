"""Tell what reads a folder or a zip: an archive of X, or a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.files.archive.container import FolderContainer
from allybook.files.archive.importer import ArchiveImporter
from allybook.files.archive.zipped import ZipContainer
from allybook.files.tables.texts import recognise_rows
from allybook.files.tables.xlsx_in import Workbooks, is_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.ports.files import Importer


def recognise_folder(path: Path) -> Importer:
    """Return the importer for a folder: only archives are some."""
    # The folder that one is in (``.``) says its name only from outside.
    whole = path if path.name.strip(".") else path.resolve()
    return ArchiveImporter(whole.name, FolderContainer(whole))


def recognise_zip(path: Path) -> Importer:
    """Return the importer for a zip, or raise ``UnreadableFile``."""
    if is_workbook(path):
        return recognise_rows(path, Workbooks(path), "xlsx")
    return ArchiveImporter(path.name, ZipContainer(path))
