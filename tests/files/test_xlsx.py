"""Excel workbooks in and out."""

import tracemalloc
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from allybook.domain.errors import BadInput, UnreadableFile
from allybook.files.out.xlsx_out import write_xlsx
from allybook.files.out.xlsx_text import ERROR_CODES, fit, unfit
from allybook.files.tables.find_table import find_table
from allybook.files.tables.xlsx_in import Workbooks, is_workbook
from tests.files.reading import Reading
from tests.files.sheets import SHEET, replace_part, sheet_of, text_cell, write_book

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "+1",
        "#REF",
        *ERROR_CODES,
        "_x000D_",
        "a\r\nb",
        "\t",
        "\x00",
        "\ufffe",
        "שלום",
        "🧡",
        " a ",
    ]
)
COLUMNS = ("handle", "user_id", "notes")


def rows_of(path):
    bad = []
    rows = [list(row) for _, row in Workbooks(path).rows(bad.append)]
    return rows, bad


def padded(rows, width=3):
    return [[*row, *[""] * (width - len(row))] for row in rows]


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3).filter(any), max_size=6))
def test_cells_come_back_as_they_went(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("x") / "t.xlsx"
    write_xlsx(path, COLUMNS, (("", row) for row in rows))
    back, bad = rows_of(path)
    assert padded(back) == [list(COLUMNS), *rows]
    assert bad == []


@given(st.text(max_size=30) | st.sampled_from(["_x005F_", "_x_", "__x000D__"]))
def test_what_xml_cannot_hold_is_written_all_the_same(text):
    whole = text.encode("utf-8", "replace").decode()
    assert unfit(fit(whole)) == whole
    assert "\r" not in fit(text)


def test_a_spreadsheet_finds_text_links_and_a_header_that_stays(tmp_path):
    path = tmp_path / "t.xlsx"
    digits = "1234567890123456789"
    write_xlsx(path, COLUMNS, [("https://x.com/a1", ["a1", digits, "=1+1"]), ("", ["b2", "", ""])])
    sheet = load_workbook(path).worksheets[0]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "s"]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (digits, "@")
    assert sheet["A2"].hyperlink.target == "https://x.com/a1"
    assert sheet["A2"].hyperlink.ref == "A2"
    assert sheet["A3"].hyperlink is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:C3")
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["C"].width > 40


def test_what_excel_would_cut_short_is_refused(tmp_path):
    path = tmp_path / "t.xlsx"
    with pytest.raises(BadInput, match=r"some notes are longer; choose \.csv"):
        write_xlsx(path, COLUMNS, [("", ["a1", "", "x" * 32_768])])
    # As Excel writes line ends they are longer than here.
    with pytest.raises(BadInput, match=r"some notes are longer; choose \.csv"):
        write_xlsx(path, COLUMNS, [("", ["a1", "", "x" * 32_000 + "\r\n" * 200])])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rest", ["", "\r\n" * 90, "_x0041_" * 50])
def test_the_longest_cell_that_excel_keeps_comes_back_whole(tmp_path, rest):
    path, text = tmp_path / "t.xlsx", "x" * (32_767 - len(fit(rest))) + rest
    write_xlsx(path, COLUMNS, [("", ["a1", "", text])])
    assert rows_of(path)[0][1] == ["a1", "", text]


def test_numbers_and_days_become_text(tmp_path):
    row = ["a1", 12345, 1.5, 3.0, date(2026, 3, 30), datetime(2026, 3, 30, 9, 5), time(9), True]  # noqa: DTZ001
    path = write_book(tmp_path / "t.xlsx", [row])
    assert rows_of(path)[0] == [
        ["a1", "12345", "1.5", "3", "2026-03-30", "2026-03-30 09:05:00", "09:00:00", "TRUE"]
    ]


def test_an_id_kept_as_a_number_shows_that_it_was_rounded(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["handle", "id"], ["a1", 1234567890123456789]])
    assert rows_of(path)[0][1] == ["a1", "1.23457E+18"]


def test_errors_and_formulas_are_no_text(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["a1", "=1+1", "#REF!", None, "x"]])
    assert rows_of(path)[0] == [["a1", "", "", "", "x"]]


def test_the_first_sheet_with_anything_is_read_and_others_are_told(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["no"]], [], [["a1"]], [["b2"]], hidden=(0,))
    rows, bad = rows_of(path)
    assert rows == [["a1"]]
    assert [(one.where, one.why) for one in bad] == [
        ("t.xlsx, Sheet 3", "only the sheet “Sheet 2” is read")
    ]


def test_a_bomb_is_refused_before_it_unpacks(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["a1"]])
    replace_part(path, SHEET, sheet_of(" " * 64_000_000))
    tracemalloc.start()
    with pytest.raises(UnreadableFile, match="far more than an honest file"):
        rows_of(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


def test_entities_do_not_grow(tmp_path):
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>'
    path = write_book(tmp_path / "t.xlsx", [["a1"]])
    sheet = sheet_of(f'<row r="1">{text_cell("A1", "&a9;")}</row>').partition("?>")[2]
    replace_part(path, SHEET, head + sheet)
    with pytest.raises(UnreadableFile, match="damaged"):
        rows_of(path)


def test_a_million_empty_rows_take_no_time(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["a1"]])
    one = f'<row r="1">{text_cell("A1", "handle")}</row><row r="2">{text_cell("A2", "a1")}</row>'
    coloured = "".join(f'<row r="{number}" ht="15"/>' for number in range(3, 40_000))
    far = f'<row r="1048576">{text_cell("A1048576", "b2")}</row>'
    replace_part(path, SHEET, sheet_of(one + coloured, "A1:XFD1048576"))
    assert rows_of(path)[0] == [["handle"], ["a1"]]
    replace_part(path, SHEET, sheet_of(one + far, "A1:XFD1048576"))
    assert rows_of(path)[0] == [["handle"], ["a1"]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>',
        '<row r="x"/>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1"><v>many</v></c></row>',
        "<row",
    ],
)
def test_a_damaged_book_is_one_sentence(tmp_path, rows):
    path = write_book(tmp_path / "t.xlsx", [["a1"]])
    replace_part(path, SHEET, sheet_of(rows))
    with pytest.raises(UnreadableFile, match="damaged or locked Excel workbook"):
        rows_of(path)


def test_a_cut_book_is_no_workbook(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["a1"]])
    path.write_bytes(path.read_bytes()[:-200])
    assert not is_workbook(path)


def test_a_workbook_is_imported_like_a_table(tmp_path):
    rows = [["Name", "Twitter"], ["Nest Line", "@NestLine"], ["Oak Desk", "https://x.com/OakDesk"]]
    read = Reading(write_book(tmp_path / "whatever.bin", rows))
    assert (read.kind, read.handles) == ("xlsx", ["NestLine", "OakDesk"])


def test_a_workbook_without_anyone_is_one_sentence(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [["Fruit", "Weight"], ["pear", 3]])
    with pytest.raises(UnreadableFile, match="a table without any handle or post"):
        Reading(path)
    assert find_table(path) is None
    assert find_table(path, forced=True).headings == ("Fruit", "Weight")
