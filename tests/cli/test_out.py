"""What is printed on one line keeps what people wrote, and nothing that a terminal obeys."""

import csv
import errno
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.cli.out import Out, one_line
from allybook.domain.errors import Unprinted
from allybook.files.tables.cells import Table
from tests.cases import cases

FAMILY, PERSIAN, HINDI = "👩\u200d👧", "نمی\u200cشود", "क्\u200dष"


@pytest.mark.parametrize("text", [FAMILY, PERSIAN, HINDI, f"a {FAMILY} b"])
def test_what_is_joined_stays_joined(text):
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb\r\n c", "a b c"), ("a\x1b[31mb", "a [31mb"), ("a\u202eb", "a b"), ("a\u2028b", "a b")],
)
def test_what_a_terminal_would_obey_is_a_space(text, line):
    assert one_line(text) == line


def said(print_it):
    out = Out(io.StringIO(), io.StringIO())
    print_it(out)
    return out.answers.getvalue()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a  b", "  a  b"),
        (f"  {FAMILY} {PERSIAN}", f"  {FAMILY} {PERSIAN}"),
        ("  a\x1b[2Jb\x07", "  a [2Jb "),
        ("a\nforged  line", "a forged  line"),
        ("a\x9bb\u202e", "a b "),
    ],
)
def test_a_line_of_an_answer_keeps_its_place_and_obeys_nobody(text, line):
    assert said(lambda out: out.say(text)) == f"{line}\n"


def test_a_page_keeps_its_lines_and_loses_what_terminals_obey():
    page = f"# Café \u200f\u00a0{FAMILY}\n\n\tone\n"
    assert said(lambda out: out.page(page)) == f"{page}\n"
    assert said(lambda out: out.page("a\x1b]0;mine\x07b\x9bc\r")) == "a]0;minebc\n"


CELLS = st.lists(st.sampled_from("ab\r\n\0\",; =@'"), max_size=6).map("".join)


@cases(200)
@given(rows=st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_a_printed_table_is_read_back_cell_by_cell(tmp_path_factory, rows):
    columns = ("first", "last")
    table = [dict(zip(columns, row, strict=True)) for row in rows]
    text = said(lambda out: out.csv(table, columns))
    path, bad = tmp_path_factory.mktemp("t") / "t.csv", []
    path.write_bytes(text.encode())
    whole = [tuple(cell.replace("\0", "\ufffd") for cell in row) for row in rows]
    read = [tuple(row) for _, row in Table(path, ",").rows(bad.append)]
    assert (read, bad) == ([columns, *whole], [])


def test_a_row_of_a_printed_table_is_a_line_like_others():
    assert said(lambda out: out.csv([{"a": 1, "b": ["x", "y"]}], ("a", "b"))) == "a,b\n1,x y\n"


def test_what_has_parts_is_json_in_its_cell():
    parts = {"category": [{"value": "“beds”, warm", "by": "Ana"}]}
    _, row = csv.reader(said(lambda out: out.csv([{"a": parts}], ["a"])).splitlines())
    assert json.loads(row[0]) == parts


class Full(io.StringIO):
    """Takes nothing, as a disk without room."""

    def write(self, _text):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_an_answer_that_cannot_be_printed_is_no_refusal():
    out = Out(Full(), io.StringIO())
    prints = (
        lambda: out.say("a"),
        lambda: out.page("a"),
        lambda: out.json({}),
        lambda: out.json_rows([1]),
        lambda: out.csv([], ["a"]),
    )
    for answer in prints:
        with pytest.raises(Unprinted, match="No space left on device") as raised:
            answer()
        assert raised.value.exit_status == 1
