# ruff: noqa: RUF001 (marks of print)
"""What is pasted from a page or a book: addresses with parentheses, marks of print."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Not, On, Or, Term


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
