import pytest
from hypothesis import given

from allybook.domain.filters.normalise import NOTHING, normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from tests.cases import cases
from tests.domain.filters.trees import trees


@given(trees)
@cases(2000)
def test_reading_what_is_written_gives_the_tree_back(tree):
    tree = normalise(tree)
    assert parse(show(tree)) == tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-()",
        '#swhelper -is:repost (from:nasw OR "action alert") min_likes:5 lang:en -has:links',
        'tag:housing in:"My allies" is:ally noise>60 older:3d',
        "a b OR -(c OR d) OR -(e f)",
        'in:"say \\"hi\\" \\\\"',
    ],
)
def test_a_filter_is_written_as_people_write_it(text):
    assert show(parse(text)) == text


def test_a_word_that_would_be_read_otherwise_is_quoted():
    for odd in ("OR", "AND", "-a", "#a", "@a", "noise>4", "<3", "a b", "from:a", "(a", '"a'):
        tree = normalise(Term(On.WORD, odd))
        assert tree == Term(On.PHRASE, odd)
        assert parse(f"noise {show(tree)}").parts[1] == tree


def test_everything_and_nothing():
    assert show(EVERYTHING) == ""
    assert parse(show(NOTHING)) == NOTHING
    a = Term(On.WORD, "a")
    assert normalise(Not(And((a, Not(EVERYTHING))))) == EVERYTHING
    assert normalise(Or((a, Or((NOTHING, a))))) == Or((a, a))
