"""Filters of an earlier Allybook: what was a word then is one still."""

import pytest
from hypothesis import given

from allybook.domain.filters.earlier import as_kept
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from tests.cases import cases
from tests.domain.filters.trees import trees


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("EGAL UND ODER", 'EGAL "UND" "ODER"'),
        ("-NICHT (a OR UND)", '-"NICHT" (a OR "UND")'),
        ("\u200eODER\u200e beds", '\u200e"ODER"\u200e beds'),
        ("UND beds likes>5", '"UND" beds likes>5'),
        ('UND "is it', 'UND "is it'),
    ],
)
def test_what_joins_parts_only_since_then_is_a_word(text, now):
    assert as_kept(text) == now


@given(trees)
@cases(500)
def test_what_is_a_filter_today_stays_as_it_is(tree):
    text = show(normalise(tree))
    assert as_kept(text) == text


@pytest.mark.parametrize("text", ['"UND" NOT beds', "#UND", 'in:"A UND B"', "in:UND", "und oder"])
def test_so_does_what_says_those_words_otherwise(text):
    assert as_kept(text) == text


def test_what_was_kept_is_understood():
    assert parse(as_kept("beds UND -ODER")) == parse('beds "UND" -"ODER"')
