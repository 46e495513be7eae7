"""Write a text document as a PDF: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QIODevice, QLocale, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from allybook.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

MARGIN = 18.0
"""Millimetres at each side."""
STYLE = """
body { font-size: 10pt; color: #1d2221; }
h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 16px; }
th, td { padding: 3px 8px 3px 0; } a { color: #0a5b55; text-decoration: none; }
.soft { color: #4d5351; }
"""


def write_pdf(path: Path, title: str, html: str) -> None:
    """Write HTML that Qt understands as pages to read and print; ``StorageError`` on refusal."""
    # Laying out text starts timers, which a thread without an event loop has no place for.
    loop = QEventLoop()
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _refused(file)
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Allybook")
    writer.setPageLayout(_layout())
    document = QTextDocument()
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(html)
    document.print_(writer)
    del writer, document, loop
    if not file.commit():
        raise _refused(file)


def _layout() -> QPageLayout:
    """Return the paper of the person's country."""
    metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    size = QPageSize(QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _refused(file: QSaveFile) -> StorageError:
    return StorageError(
        f"The report could not be written ({file.errorString()}): choose another place; nothing "
        "was lost."
    )
