"""What is printed on one line keeps what people wrote, and nothing that a terminal obeys."""

import pytest

from allybook.cli.out import one_line

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
