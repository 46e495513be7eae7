"""What is printed on one line keeps what people wrote, and nothing that a terminal obeys."""

import io

import pytest

from allybook.cli.out import Out, one_line

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
