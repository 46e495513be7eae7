"""Excel workbooks as the tests need them: honest, odd, and hostile."""

import zipfile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def write_book(path, *sheets, hidden=()):
    """Write sheets of rows; those whose number is in ``hidden`` are hidden."""
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        sheet.sheet_state = "hidden" if number in hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def replace_part(path, part, text):
    """Put another text into one part of a workbook."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts[part] = text if isinstance(text, bytes) else text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def sheet_of(rows, dimension="A1:B2"):
    """Return the XML of a sheet whose rows are given as XML."""
    return (
        f'<?xml version="1.0"?><worksheet {NAMES}><dimension ref="{dimension}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def text_cell(place, text):
    """Return the XML of a cell that is text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
