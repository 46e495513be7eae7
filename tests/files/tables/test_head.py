"""Titles, notes and empty lines above the headings of a table are passed over, and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.files.tables.find_table import find_table
from allybook.files.tables.head import TOLD, find_head, is_sum
from tests.files.reading import Reading
from tests.files.sheets import write_book

PARTNERS = [
    ["Organisation", "Twitter", "Topic"],
    ["Kestrel Yard", "@KestrelYard", "youth"],
    ["Salt Marsh Rest", "https://x.com/SaltmarshRest?s=20", "respite"],
]
NAMED = ["KestrelYard", "SaltmarshRest"]
TITLES = st.lists(
    st.lists(
        st.text("abcdefgh ,.:2026-", max_size=25).map(lambda words: f"Our {words}").map(str.strip)
        | st.just(""),
        min_size=1,
        max_size=2,
    ),
    max_size=6,
)


def test_a_title_is_passed_over_and_told():
    head = find_head([["Our partners 2026"], [], ["as of March", "Rosa"], *PARTNERS])
    assert head.trim([["Our partners 2026"], [], ["as of March", "Rosa"], *PARTNERS]) == [
        tuple(PARTNERS[0]),
        *PARTNERS[1:],
    ]
    assert head.remark == (
        "Passed over above the headings: “Our partners 2026”, “as of March Rosa”."
    )


def test_a_table_that_begins_at_once_has_nothing_to_tell():
    assert find_head(PARTNERS).remark == ""


@pytest.mark.parametrize(("more", "end"), [(1, " and 1 line more."), (2, " and 2 lines more.")])
def test_of_many_lines_the_first_are_told(more, end):
    assert find_head([["Note"]] * (TOLD + more) + PARTNERS).remark.endswith(end)


@pytest.mark.parametrize(
    "rows",
    [
        # Nobody is passed over: what names somebody is no title.
        [["@NestLine", "beds"], ["Twitter", "Topic"], ["@OakDesk", "legal"]],
        # A word among the rows that could head a column does not make a heading of its row.
        [["Wer", "Notiz"], ["anna_w", "met on Twitter"], ["ben_k", "likes soup"]],
        [["Name", "Channel", "Who"], ["Anna", "Twitter", "anna_w"], ["Cleo", "Twitter", "cleo_k"]],
        [["Rosa", "x", "@rosa_l"], ["Ben", "", "@ben_w"]],
        # Somebody may be called as a heading is, among others who are written as bare.
        [["nasw", "Social workers"], ["oak_house", "Shelter"], ["twitter", "The company"]],
        [["nasw", "Work"], ["twitter", "Company"], ["ben_2", "Food"], ["@OakDesk", "Law"]],
        [["nasw"], ["oak_house"], ["twitter"], ["ben_2"]],
    ],
)
def test_no_row_that_may_name_somebody_is_passed_over(rows):
    assert find_head(rows).above == 0


def test_who_is_called_as_a_heading_costs_nobody_their_place(tmp_path):
    path = tmp_path / "bare.csv"
    lines = ["nasw,Social workers", "oak_house,Shelter", "twitter,The company", "ben_2,Food"]
    path.write_text("\n".join(lines), encoding="utf-8")
    read = Reading(path)
    assert {"oak_house", "ben_2"} <= set(read.handles)
    # What is not understood is said with its line, and nothing is taken for a title.
    assert read.lines == [("bare.csv", 1), ("bare.csv", 3)]


@pytest.mark.parametrize(
    "over",
    [
        [["Allies"], ["Twitter"], ["@NestLine"], ["x.com/OakDesk"]],
        [["Allies", "2026"], ["Twitter", "Topic"], ["@NestLine", "beds"]],
        [
            ["Organisation", "Contact"],
            ["", "Twitter", "Website"],
            ["Nest", "NestLine", "n.example"],
        ],
    ],
)
def test_a_word_above_plain_names_or_merged_cells_is_still_a_title(over):
    assert find_head(over).above == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(titles=TITLES)
def test_whatever_title_stands_above_the_table_says_the_same(tmp_path_factory, form, titles):
    path = tmp_path_factory.mktemp("tables") / f"table.{form}"
    if form == "xlsx":
        write_book(path, [*titles, *PARTNERS])
    else:
        lines = [*(",".join(f'"{one}"' for one in row) for row in titles)]
        lines += [",".join(row) for row in PARTNERS]
        path.write_text("\n".join(lines), encoding="utf-8")
    read, table = Reading(path), find_table(path)
    assert (read.handles, read.bad) == (NAMED, [])
    assert [column.value for column in table.guess] == ["organisation", "handle", "category"]
    assert [list(cells) for _, cells in table.rows(read.bad.append)] == PARTNERS[1:]
    assert all(" ".join(filter(None, row)) in table.remark for row in titles[:1])


def test_words_of_merged_cells_head_the_columns_below_them(tmp_path):
    rows = [
        ["Our partners"],
        ["Organisation", "Where to find them", None, "Topic"],
        [None, "Twitter", "Website", None],
        ["Kestrel Yard", "@KestrelYard", "https://k.example", "youth"],
    ]
    table = find_table(write_book(tmp_path / "t.xlsx", rows))
    assert table.headings == ("Organisation", "Twitter", "Website", "Topic")
    assert [column and column.value for column in table.guess] == [
        *("organisation", "handle", None, "category")
    ]


def test_headings_that_are_repeated_name_nobody_and_are_no_fault(tmp_path):
    path = tmp_path / "t.csv"
    lines = ["Twitter,Topic", "@NestLine,beds", "Twitter,Topic", "@OakDesk,legal"]
    path.write_text("\n".join(lines), encoding="utf-8")
    read = Reading(path)
    assert (read.handles, read.bad) == (["NestLine", "OakDesk"], [])


@pytest.mark.parametrize("last", ["Total,2", "Summe:,2", "TOTAL 2,", "Somme,", "Subtotal,=2"])
def test_a_sum_below_the_table_is_nobody(tmp_path, last):
    path = tmp_path / "t.csv"
    path.write_text(f"Handle,Followers\nNestLine,120\nOakDesk,44\n{last}\n", encoding="utf-8")
    read = Reading(path)
    assert read.handles == ["NestLine", "OakDesk"]
    assert read.lines == [("t.csv", 4)]
    rows, bad = find_table(path).rows(read.bad.append), read.bad
    assert len(list(rows)) == 2
    assert "is a sum" in bad[-1].why


@pytest.mark.parametrize("row", [["total_energy", "2"], ["Total", "beds for all"], ["Totally", ""]])
def test_a_name_that_only_begins_so_is_no_sum(row):
    assert not is_sum(row)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Bündnis\r\nOrganisation;Twitter-Name;Bereich\r\nTafel;  @NestLine ;Essen\r\n", "Essen"),
        ("Aliados\t\t\nOrganización\tUsuario de Twitter\tÁmbito\nSol\t@NestLine\tagua\n", "agua"),
        ("Association;Compte Twitter;Thème\nFoyer;x.com/NestLine?s=20;toit\n", "toit"),
    ],
)
def test_lists_of_offices_are_read_as_their_spreadsheets_wrote_them(
    tmp_path, encoding, text, category
):
    path = tmp_path / "list"
    path.write_bytes(text.encode(encoding))
    assert Reading(path).handles == ["NestLine"]
    table = find_table(path)
    [(_, cells)] = table.rows([].append)
    assert [column.value for column in table.guess] == ["organisation", "handle", "category"]
    assert cells[2] == category
