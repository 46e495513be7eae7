from hypothesis import given

from allybook.domain.filters.match import matcher
from allybook.domain.filters.normalise import NOTHING, negate, normalise
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, trees


@given(trees)
@cases(500)
def test_the_normalised_tree_keeps_the_same_posts(tree):
    keeps, normal_keeps = matcher(tree, NOW), matcher(normalise(tree), NOW)
    for subject in CORPUS:
        assert normal_keeps(subject) is keeps(subject)


@given(trees)
@cases(500)
def test_normalising_twice_changes_nothing(tree):
    assert normalise(normalise(tree)) == normalise(tree)


def test_negating():
    a = Term(On.WORD, "a")
    assert negate(EVERYTHING) == NOTHING
    assert negate(NOTHING) == EVERYTHING
    assert negate(negate(a)) == a


def test_one_form():
    a, b = Term(On.WORD, "a"), Term(On.WORD, "b")
    assert normalise(And((And((a, And((b,)))), EVERYTHING))) == And((a, b))
    assert normalise(Or((a, EVERYTHING))) == EVERYTHING
    assert normalise(And((a, NOTHING))) == NOTHING
    assert normalise(Not(Not(Not(a)))) == Not(a)
    assert normalise(Term(On.LANG, "EN")) == Term(On.LANG, "en")
    assert normalise(Term(On.LANG, "no such")) == Term(On.LANG, "no such")
