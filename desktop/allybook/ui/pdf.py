"""A text document as the pages of a PDF."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

MARGIN = 18.0
"""Millimetres at each side."""
STYLE = """
body { font-size: 10pt; color: #1d2221; }
h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 16px; }
th, td { padding: 3px 8px 3px 0; } a { color: #0a5b55; text-decoration: none; }
.soft { color: #4d5351; }
"""


def make_pdf(title: str, html: str) -> bytes:
    """Return HTML that Qt understands as pages to read and print."""
    # Laying out text starts timers, which a thread without an event loop has no place for.
    loop = QEventLoop()
    pages = QBuffer()
    pages.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pages)
    writer.setTitle(title)
    writer.setCreator("Allybook")
    writer.setPageLayout(_layout())
    document = QTextDocument()
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(html)
    document.print_(writer)
    del writer, document, loop
    return bytes(pages.data().data())


def _layout() -> QPageLayout:
    """Return the paper of the person's country."""
    metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    size = QPageSize(QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
