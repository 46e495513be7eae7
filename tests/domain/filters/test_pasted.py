# ruff: noqa: RUF001 (marks of print)
"""What is pasted from a page or a book: addresses with parentheses, marks of print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import FilterError
from allybook.domain.filters.lexer import find_last
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Not, On, Or, Term
from tests.cases import cases
from tests.domain.filters.trees import HANDLES


def word(text):
    return Term(On.WORD, text)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("https://x.example/a_(b)", Term(On.URL, "https://x.example/a_(b)")),
        ("-HTTPS://x.example/a_(b_(c))/d", Not(Term(On.URL, "HTTPS://x.example/a_(b_(c))/d"))),
        ("url:https://x.example/a_(b)", Term(On.URL, "https://x.example/a_(b)")),
        ("(https://x.example/a)", Term(On.URL, "https://x.example/a")),
        ("(https://x.example/a_(b))", Term(On.URL, "https://x.example/a_(b)")),
        (
            "(https://x.example/a_(b) OR c)",
            Or((Term(On.URL, "https://x.example/a_(b)"), word("c"))),
        ),
        ("https://x.example/ (b)", And((Term(On.URL, "https://x.example/"), word("b")))),
        ("»housing first«", Term(On.PHRASE, "housing first")),
        ("«housing first»", Term(On.PHRASE, "housing first")),
        ("« housing first »", Term(On.PHRASE, "housing first")),
        ("‚housing first‘", Term(On.PHRASE, "housing first")),
        (
            "‘don’t evict’ -‘rent strike’",
            And((Term(On.PHRASE, "don’t evict"), Not(Term(On.PHRASE, "rent strike")))),
        ),
        ("in:»My allies«", Term(On.IN, "My allies")),
        ("don’t panic’", And((word("don’t"), word("panic’")))),
        ("a»b c«d", And((word("a»b"), word("c«d")))),
        ("‘a b", And((Term(On.PHRASE, "‘a"), word("b")))),
    ],
)
def test_what_is_pasted_means_what_it_says(text, tree):
    assert parse(text) == tree
    assert parse(show(tree)) == tree


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("\u2068@nasw\u2069", "@nasw"),
        ("@\u2068nasw\u2069 beds", "@nasw beds"),
        ("-\u2068@nasw\u2069", "-@nasw"),
        ("\u200efrom:nasw", "from:nasw"),
        ("from:nasw\u200e", "from:nasw"),
        ("from:\u202a@nasw\u202c OR\u2060 is:ally", "from:nasw OR is:ally"),
        ("\ufeffis:ally", "is:ally"),
        ("\u200b-is:repost", "-is:repost"),
        ("(\u200b#beds\u200b )", "#beds"),
        ("#\u2068beds\u2069", "#beds"),
        ("noise>40\u200f", "noise>40"),
        ("(https://x.example/a_(b)\u200e)", "https://x.example/a_(b)"),
        ('\u2066"rent strike"\u2069', '"rent strike"'),
        ("\u061c\u200b ", ""),
    ],
)
def test_what_nobody_sees_around_a_condition_is_space(text, meant):
    assert parse(text) == parse(meant)


@pytest.mark.parametrize("word", ["می\u200cخواهم", "x\u200dy", "be\u2060ds"])
def test_what_nobody_sees_within_a_word_stays(word):
    assert parse(f"\u200e{word}\u200e") == Term(On.WORD, word)


def test_an_error_points_at_what_can_be_seen():
    with pytest.raises(FilterError, match="There is no “form:”") as told:
        parse("beds \u2068form:nasw\u2069")
    assert (told.value.start, told.value.end, told.value.suggestion) == (6, 15, "from:nasw")


def test_a_name_that_was_pasted_is_completed_from_its_first_letter():
    assert find_last("beds \u2068@na") == (6, "")


_hidden = st.text("\u061c\u200b\u200e\u2060\u2068\u2069\ufeff ", max_size=3)


@given(
    st.sampled_from([On.FROM, On.TO, On.MENTION]),
    _hidden,
    st.sampled_from(["", "@", "＠"]),
    _hidden,
    st.sampled_from(HANDLES),
    _hidden,
)
@cases(300)
def test_what_nobody_sees_around_a_handle_in_quotation_marks_is_none_of_it(
    on, before, sign, between, handle, after
):
    value = f"{before}{sign}{between}{handle}{after}"
    tree = parse(f'{on}:"{value}"')
    assert tree == normalise(Term(on, value)) == Term(on, handle)
    assert parse(show(tree)) == tree
