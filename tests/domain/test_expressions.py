"""Expressions that are made late find what those find that are made at once."""

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.expressions import expression, without_end

TEXTS = r"\d+", r"(?P<sign>[#@])(\w+)", "[“”]"


@pytest.mark.parametrize("text", TEXTS)
@given(words=st.text())
def test_it_finds_what_one_made_at_once_finds(text: str, words: str) -> None:
    late, ready = expression(text), re.compile(text)
    assert late.findall(words) == ready.findall(words)
    assert bool(late.search(words)) == bool(ready.search(words))


def test_it_has_the_flags_and_the_text() -> None:
    late = expression("allies", re.IGNORECASE)
    assert late.pattern == "allies"
    assert late.fullmatch("ALLIES")


def test_a_wrong_one_is_told_when_it_is_used() -> None:
    late = expression("(")
    with pytest.raises(re.error):
        late.search("ally")


def test_it_can_be_copied() -> None:
    late = expression("a+")
    assert copy.deepcopy(late).fullmatch("aaa")


@pytest.mark.parametrize(
    ("text", "rest"), [("", ""), ("a 1", "a "), ("1 a", "1 a"), ("1 a 22", "1 a "), ("12", "")]
)
def test_what_is_found_goes_only_at_the_very_end(text: str, rest: str) -> None:
    assert without_end(expression(r"\d+"), text) == rest
