"""What is offered for a length in other words, for German joins, and for ids of any length."""

import re

import pytest

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term


@pytest.mark.parametrize(
    ("typed", "told", "meant"),
    [
        ("newer:30s", "“30s” is no length of time", "newer:1m"),
        ("older:90 s", "its value stand together: write “older:2m”", "older:2m"),
        ("newer:90secs beds", "“90secs” is no length of time", "newer:2m beds"),
        ("newer:3 M", "“3M” could be months or minutes", "newer:90d"),
        ("newer:0 d", "“0d” is no time at all", ""),
        ("a ODER b", "“ODER” is written “OR” here; to look for the word, write it in", "a OR b"),
        ("a UND -b", "“UND” is written “AND” here; to look for the word, write it in", "a -b"),
        ("ODER", "“ODER” is written “OR” here; to look for the word, write it in quotation", ""),
        ("a NICHT b", "A minus stands for NICHT: write “-b”; to look for the word, write", "a -b"),
        ("a NICHT", "NICHT is a minus here: write it in quotation marks to look", 'a "NICHT"'),
    ],
)
def test_what_was_meant_is_told_and_offered(typed, told, meant):
    with pytest.raises(FilterError, match=re.escape(told)) as caught:
        parse(typed)
    error = caught.value
    mended = typed[: error.start] + error.suggestion + typed[error.end :]
    assert bool(error.suggestion) is bool(meant)
    assert not meant or parse(mended) == parse(meant)


@pytest.mark.parametrize("word", ["ODER", "UND", "NICHT", "OR", "AND", "NOT"])
def test_a_word_that_joins_is_looked_for_in_quotation_marks(word):
    assert parse(f'"{word}"') == Term(On.PHRASE, word)
    assert show(parse(f'word:"{word}"')) == f'"{word}"'
    assert parse(word.lower()) == Term(On.WORD, word.lower())


@pytest.mark.parametrize("zeros", [0, 5000])
def test_an_id_is_read_whatever_zeros_are_before_it(zeros):
    assert parse(f"from:id:{'0' * zeros}7") == Term(On.AUTHOR, "7")


@pytest.mark.parametrize("digits", ["0" * 5000, "9" * 5000, "9" * 19])
def test_what_is_no_id_is_refused_at_any_length(digits):
    with pytest.raises(FilterError, match="is no id of X"):
        parse(f"from:id:{digits}")
